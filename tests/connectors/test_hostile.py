"""Broken and malicious files of the shared data: every one ends in documents or a reason code.

How soon and how small is measured by `python -m evals.bench.readers`.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.interface import RawSource
from connectors.registry import read_source

_SUFFIXES = (".txt", ".md", ".csv", ".tsv", ".html", ".vtt", ".srt", ".eml", ".json", ".xml", ".rss")


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, archive.read(info)


def _checked_end(name: str, data: bytes) -> list[str]:
    documents, skipped = read_source(RawSource(name, data))
    assert documents or skipped, name
    return [str(entry.reason) for entry in skipped] or ["read"]


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("archive", "others"),
    [
        ("pdf/pdfminer_samples.zip", ()),
        ("pdf/qpdf_bad.zip", ()),
        ("zip/yauzl_test_zips.zip", (".xlsx", ".docx", ".pptx")),
        ("xml/defusedxml_xmltestdata.zip", (".rss", ".html", ".txt")),
        ("prompt_injection.zip", (".txt", ".html")),
    ],
)
def test_every_member_ends_in_documents_or_a_reason(
    shared_data: Path, archive: str, others: tuple[str, ...]
) -> None:
    ends: set[str] = set()
    for name, data in _members(shared_data / "hostile" / archive):
        ends.update(_checked_end(name, data))
        for suffix in others:
            ends.update(_checked_end(name + suffix, data))
    assert ends - {"read"}


@pytest.mark.realdata
def test_xml_bombs_are_refused(shared_data: Path) -> None:
    ends = {
        name.rpartition("/")[2]: _checked_end(name + ".rss", data)
        for name, data in _members(shared_data / "hostile" / "xml" / "defusedxml_xmltestdata.zip")
        if name.endswith(".xml") and b"<!ENTITY" in data
    }
    assert ends
    assert set(map(tuple, ends.values())) == {("unsafe_xml",)}


@pytest.mark.realdata
def test_naughty_strings_in_every_text_format(shared_data: Path) -> None:
    strings = json.loads((shared_data / "hostile" / "text" / "blns.json").read_text(encoding="utf-8"))
    for number, words in enumerate(strings):
        data = words.encode("utf-8", "surrogatepass")
        for suffix in _SUFFIXES:
            _checked_end(f"{number}{suffix}", data)
        messages = json.dumps([{"user": words, "text": words, "ts": words}])
        _checked_end(f"{number}-chat.json", messages.encode())


@pytest.mark.realdata
def test_html_parser_tests(shared_data: Path) -> None:
    for name, data in _members(shared_data / "hostile" / "html" / "html5lib_tests.zip"):
        if name.endswith(".dat"):
            for number, case in enumerate(data.split(b"#data\n")):
                _checked_end(f"{name}-{number}.html", case.split(b"#errors")[0])


def test_a_workbook_that_claims_a_million_rows_is_read_for_what_it_holds() -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.active.append(["項目", "内容"])
    book.active.append(["決裁者", "未確認"])
    buffer = io.BytesIO()
    book.save(buffer)
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
            target.writestr(info, data)
    assert _checked_end("claims.xlsx", out.getvalue()) == ["read"]
