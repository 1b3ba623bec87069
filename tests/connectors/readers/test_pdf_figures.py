"""Figures of real reports as PDF: what the XBRL of the same report tags is printed, with its sign, on its page."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from connectors.interface import BlockKind, Document, RawSource
from connectors.registry import read_source

LEAST_FOUND = 0.99
_PAIRS = [
    ("glico_118.pdf", "glico_1-5_118ki"),
    ("xbrr_test_example_1.pdf", "xbrr_xbrl2018"),
]


def _instance(folder: Path, prefix: str) -> Document:
    with zipfile.ZipFile(folder / "instances.zip") as archive:
        name = next(name for name in archive.namelist() if name.startswith(prefix))
        return read_source(RawSource(name, archive.read(name)))[0][0]


def _printed(value: Decimal, decimals: int) -> str | None:
    """The figure as these reports print it: in the unit its precision tells, with △; None when it is no such unit."""
    unit = Decimal(10) ** -decimals
    if value % unit:
        return None
    return ("△" if value < 0 else "") + f"{abs(value) / unit:,.0f}"


@pytest.mark.realdata
@pytest.mark.parametrize(("pdf", "instance"), _PAIRS)
def test_tagged_amounts_are_printed_with_their_sign(shared_data: Path, pdf: str, instance: str) -> None:
    path = shared_data / "edinet" / "pdf" / pdf
    document = read_source(RawSource(path.name, path.read_bytes()))[0][0]
    tagged = _instance(shared_data / "edinet", instance)
    assert document.kind == tagged.kind
    assert document.period == tagged.period
    wanted = [
        printed
        for fact in tagged.facts
        if isinstance(fact.value, Decimal) and fact.unit == "JPY" and fact.decimals in (0, -3, -6)
        if (printed := _printed(fact.value, fact.decimals)) is not None
    ]
    found = sum(printed in document.text for printed in wanted)
    assert len(wanted) > 800
    assert found / len(wanted) >= LEAST_FOUND


@pytest.mark.realdata
@pytest.mark.parametrize("pdf", ["glico_121第2四半期.pdf"])
def test_cells_stand_on_the_page_their_locator_names(shared_data: Path, pdf: str) -> None:
    import pypdfium2

    data = (shared_data / "edinet" / "pdf" / pdf).read_bytes()
    document = read_source(RawSource(pdf, data))[0][0]
    file = pypdfium2.PdfDocument(data)
    pages = {}
    for number in range(len(file)):
        page = file[number]
        pages[number + 1] = re.sub(r"\s", "", page.get_textpage().get_text_range())
        page.close()
    file.close()
    cells = [
        (block.locator.page, re.sub(r"[^\d,.]", "", document.text[cell.start : cell.end]))
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
        for cell in block.cells
    ]
    figures = [(page, words) for page, words in cells if re.fullmatch(r"\d{1,3}(,\d{3})+", words)]
    assert len(figures) > 300
    assert all(page is not None and words in pages[page] for page, words in figures)
