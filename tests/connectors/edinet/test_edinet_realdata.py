"""Real filings: our facts against the same filing read another way, and every printed place against its value."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from connectors.interface import Document, DocumentKind, Fact, RawSource
from connectors.registry import read_source

pytestmark = pytest.mark.realdata

WITH_INSTANCE = [
    "packages/S100DE5C", "packages/S100TG6G", "packages/S100TMMG", "packages/S100TN7R", "packages/S100TR7I",
    "packages/S100TXFX", "packages/S100U4EY", "packages/S100VWVY", "fsa_sample_2026/S002XXXX",
    "fsa_sample_2026/S003XXXX", "fsa_sample_2026/S021XXXX", "packages_other/S100AJZW",
]  # fmt: skip
INLINE_ONLY = [
    "packages_no_instance/S100T45G",
    "packages_no_instance/S100T58N",
    "packages_no_instance/S100TQWG",
]
SCALES = {"兆": 12, "十億": 9, "億": 8, "百万": 6, "万": 4, "千": 3, "百": 2, "%": -2, "％": -2}
SHARE_WITH_SCALE = 0.999
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"

Key = tuple[str, str, str | None, Decimal | str | None]


@cache
def _read(path: Path) -> Document:
    documents, skipped = read_source(RawSource(path.name, path.read_bytes()))
    assert skipped == []
    (document,) = documents
    return document


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _key(fact: Fact) -> Key:
    value = _bare(fact.value) if isinstance(fact.value, str) else fact.value
    return (fact.element, fact.context.id, fact.unit, "" if fact.text_block else value)


def _instance_keys(data: bytes) -> Iterator[Key]:
    """Facts of an instance by a plain walk over its tree."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True, resolve_entities=False))
    prefixes = {uri: prefix for prefix, uri in root.nsmap.items()}
    for node in root:
        if not isinstance(node.tag, str) or node.get("contextRef") is None:
            continue
        name = etree.QName(node)
        element = f"{prefixes[name.namespace or '']}:{name.localname}"
        text = node.text or ""
        value: Decimal | str | None = _bare(text)
        if node.get(NIL) == "true":
            value = None
        elif node.get("unitRef") is not None:
            value = Decimal(text)
        elif element.endswith("TextBlock"):
            value = ""
        yield (element, str(node.get("contextRef")), node.get("unitRef"), value)


@pytest.mark.parametrize("name", WITH_INSTANCE)
def test_inline_facts_equal_the_instance(shared_data: Path, name: str) -> None:
    path = shared_data / "edinet" / f"{name}.zip"
    with zipfile.ZipFile(path) as archive:
        instances = [
            archive.read(member)
            for member in archive.namelist()
            if re.search(r"PublicDoc/[^/]*\.xbrl$", member)
        ]
    expected = {key for data in instances for key in _instance_keys(data)}
    found = {_key(fact) for fact in _read(path).facts}
    assert len(expected) > 700
    assert found == expected


def _csv_keys(data: bytes) -> Iterator[Key]:
    rows = csv.reader(io.StringIO(data.decode("utf-16"), newline=""), delimiter="\t")
    next(rows)
    for element, _, context, _, _, _, unit, _, value in rows:
        number = Decimal(value) if unit != "－" and value != "－" else None
        words = None if value == "－" else _bare(value)
        shown = "" if element.endswith("TextBlock") else number if unit != "－" else words
        yield (element, context, unit if unit != "－" else None, shown)


def _as_csv(key: Key) -> Key:
    """The CSV form drops what looks like a tag in a text ("<0565>28－2121")."""
    element, context, unit, value = key
    return (element, context, unit, re.sub(r"<[^>]*>", "", value) if isinstance(value, str) else value)


@pytest.mark.parametrize(
    ("package", "bundle", "member"),
    [
        ("S100TMMG", "E02367", "annual/S100TMMG.tsv"),
        ("S100VWVY", "S100VWVY", "XBRL_TO_CSV/jpcrp030000-asr-001_E02144-000_2025-03-31_01_2025-06-18.csv"),
    ],
)
def test_inline_facts_equal_the_csv_form(shared_data: Path, package: str, bundle: str, member: str) -> None:
    with zipfile.ZipFile(shared_data / "edinet" / "csv_type5" / f"{bundle}.zip") as archive:
        expected = Counter(_csv_keys(archive.read(member)))
    inline = _read(shared_data / "edinet" / "packages" / f"{package}.zip")
    assert Counter(_as_csv(_key(fact)) for fact in inline.facts) == expected


@pytest.mark.parametrize(
    ("package", "bundle", "member"),
    [
        ("S100TMMG", "E02367", "annual/S100TMMG.tsv"),
        ("S100VWVY", "S100VWVY", "XBRL_TO_CSV/jpcrp030000-asr-001_E02144-000_2025-03-31_01_2025-06-18.csv"),
    ],
)
def test_periods_worked_out_for_the_csv_form_equal_the_stated_ones(
    shared_data: Path, package: str, bundle: str, member: str
) -> None:
    with zipfile.ZipFile(shared_data / "edinet" / "csv_type5" / f"{bundle}.zip") as archive:
        documents, _ = read_source(RawSource(member.rpartition("/")[2], archive.read(member)))
    inline = {
        fact.context.id: fact.context
        for fact in _read(shared_data / "edinet" / "packages" / f"{package}.zip").facts
    }
    worked_out = {fact.context.id: fact.context for fact in documents[0].facts}
    assert len(inline) > 100
    assert {key: (c.period, c.consolidated) for key, c in worked_out.items()} == {
        key: (c.period, c.consolidated) for key, c in inline.items()
    }


def _printed(document: Document, fact: Fact) -> Decimal | None:
    """The value a reader of the page would work out from the places the fact names; None without its scale."""
    assert fact.span is not None
    digits = re.sub(r"[^\d.]", "", document.text[fact.span.start : fact.span.end].translate(
        str.maketrans("０１２３４５６７８９．", "0123456789.")
    ))  # fmt: skip
    power = 0
    if fact.scale_span is not None:
        words = document.text[fact.scale_span.start : fact.scale_span.end]
        power = next(power for word, power in SCALES.items() if words.startswith(word))
    return Decimal(digits).scaleb(power)


@pytest.mark.parametrize("name", WITH_INSTANCE + INLINE_ONLY)
def test_every_printed_figure_gives_its_value(shared_data: Path, name: str) -> None:
    document = _read(shared_data / "edinet" / f"{name}.zip")
    figures = [fact for fact in document.facts if isinstance(fact.value, Decimal) and fact.unit]
    printed = [fact for fact in figures if fact.span]
    assert len(printed) >= 0.99 * len(figures) - 1  # the DEI's number of submissions is hidden
    scaleless = []
    for fact in printed:
        assert isinstance(fact.value, Decimal)
        if abs(fact.value) == _printed(document, fact):
            if fact.sign_span:
                assert fact.value <= 0
                assert document.text[fact.sign_span.start : fact.sign_span.end] in "△▲－-−(（"
        else:
            assert fact.scale_span is None, fact
            scaleless.append(fact)
    assert len(scaleless) <= (1 - SHARE_WITH_SCALE) * len(printed) + 1


@pytest.mark.parametrize("name", WITH_INSTANCE + INLINE_ONLY)
def test_blocks_cover_whole_lines_in_order(shared_data: Path, name: str) -> None:
    document = _read(shared_data / "edinet" / f"{name}.zip")
    end = 0
    covered = 0
    for block in document.blocks:
        assert end <= block.start < block.end
        assert "\n" not in document.text[block.start : block.end]
        assert block.start == 0 or document.text[block.start - 1] == "\n"
        assert document.text[block.end] == "\n"
        if block.cells:
            cells = [document.text[cell.start : cell.end] for cell in block.cells]
            assert "\t".join(cells) == document.text[block.start : block.end]
        covered += block.end - block.start
        end = block.end
    assert covered == len(re.sub("\n", "", document.text))
    assert all(fact.span for fact in document.facts if fact.text_block and fact.value is not None)


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (
            "packages_other/S100AJZW.zip",
            [DocumentKind.ANNUAL_REPORT],
        ),  # a company's report under the 2017 IFRS taxonomy
        ("packages_other/S100VSRY.zip", [DocumentKind.OTHER_FILING]),
        ("packages_other/S100W523.zip", [DocumentKind.OTHER_FILING]),
        ("packages_other/S100WGBJ.zip", [DocumentKind.OTHER_FILING]),
        ("packages_other/S100WH6F.zip", [DocumentKind.OTHER_FILING]),
        ("instances.zip", [DocumentKind.SEMIANNUAL_REPORT] + [DocumentKind.ANNUAL_REPORT] * 4),
        ("instances_quarterly.zip", [DocumentKind.QUARTERLY_REPORT] * 3),
        ("csv_type5/E01573.zip", [DocumentKind.ANNUAL_REPORT] * 9 + [DocumentKind.SEMIANNUAL_REPORT] * 2),
    ],
)
def test_documents_are_what_they_are(shared_data: Path, path: str, kinds: list[DocumentKind]) -> None:
    file = shared_data / "edinet" / path
    documents, skipped = read_source(RawSource(file.name, file.read_bytes()))
    assert skipped == []
    assert [document.kind for document in documents] == kinds
    assert all(document.filer and document.filer.edinet_code and document.published for document in documents)


def test_an_amended_report_names_the_original(shared_data: Path) -> None:
    original = _read(shared_data / "edinet" / "fsa_sample_2026" / "S002XXXX.zip")
    amended = _read(shared_data / "edinet" / "fsa_sample_2026" / "S021XXXX.zip")
    assert (original.amends, amended.amends) == (None, "S002XXXX")
    assert original.published is not None
    assert amended.published is not None
    assert original.published < amended.published


def test_hostile_archives_and_markup_end_in_a_reason(shared_data: Path) -> None:
    for name in ("zip/yauzl_test_zips.zip", "xml/defusedxml_xmltestdata.zip"):
        with zipfile.ZipFile(shared_data / "hostile" / name) as archive:
            for member in archive.namelist():
                suffix = ".zip" if member.endswith(".zip") else ".xbrl"
                if not member.endswith((".zip", ".xml")):
                    continue
                documents, skipped = read_source(RawSource("x" + suffix, archive.read(member)))
                assert documents == [], member
                assert len(skipped) == 1, member
                assert "Error" not in skipped[0].detail.split(":")[0], (member, skipped)
