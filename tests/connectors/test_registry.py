"""Reading a folder: order, what is left out and why, and that one bad source never stops the rest."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from connectors import registry
from connectors.interface import Document, RawSource, Reader, ReasonCode
from connectors.registry import read_folder, read_source

_BOMB = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_folder_is_read_in_order_of_paths_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / "b" / "deep" / "2.md").write_text("# 二\n本文です。", encoding="utf-8")
    (tmp_path / "a.txt").write_text("一の本文です。", encoding="utf-8")
    (tmp_path / ".hidden.md").write_text("見えない", encoding="utf-8")
    (tmp_path / "b" / ".git").mkdir()
    (tmp_path / "b" / ".git" / "x.md").write_text("見えない", encoding="utf-8")
    seen: list[str] = []
    reading = read_folder(tmp_path, seen.append)
    assert [document.path for document in reading.documents] == ["a.txt", "b/deep/2.md"]
    assert seen == ["a.txt", "b/deep/2.md"]
    assert reading.skipped == []


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("同じ本文です。", encoding="utf-8")
    (tmp_path / "2.txt").write_text("同じ本文です。", encoding="utf-8")
    reading = read_folder(tmp_path)
    assert [document.path for document in reading.documents] == ["1.md"]
    assert [(entry.path, entry.reason, entry.detail) for entry in reading.skipped] == [
        ("2.txt", ReasonCode.DUPLICATE, "1.md")
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.md", b"", ReasonCode.EMPTY),
        ("blank.txt", b" \n\n", ReasonCode.EMPTY),
        ("report.zip", b"%PDF-1.7\n", ReasonCode.NOT_WHAT_NAME_SAYS),
        ("report.csv", b"PK\x03\x04", ReasonCode.NOT_WHAT_NAME_SAYS),
        ("page.pdf", b"<!DOCTYPE html><html></html>", ReasonCode.NOT_WHAT_NAME_SAYS),
        ("report.pdf", b"%PDF-1.7\nnothing", ReasonCode.TRUNCATED),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ReasonCode.UNSUPPORTED),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ReasonCode.UNSUPPORTED),
        ("photo.png", b"\x89PNG\r\n\x1a\n", ReasonCode.UNSUPPORTED),
        ("data.json", b'{"a": 1}', ReasonCode.UNSUPPORTED),
        ("data.json", b'{"a": ', ReasonCode.CORRUPT),
        ("deep.json", b"[" * 100_000, ReasonCode.CORRUPT),
        ("feed.rss", _BOMB, ReasonCode.UNSAFE_XML),
        ("call.vtt", "会議の記録です。".encode(), ReasonCode.NOT_WHAT_NAME_SAYS),
        ("mail.eml", "ただの文章です。".encode(), ReasonCode.NOT_WHAT_NAME_SAYS),
        ("empty.html", b"<html><body><script>x</script></body></html>", ReasonCode.NO_TEXT),
        ("deep.html", b"<div>" * 5000 + b"x", ReasonCode.TOO_LARGE),
        ("up.docx", _zip({"../x": b"x", "word/document.xml": b"<a/>"}), ReasonCode.UNSAFE_ARCHIVE),
        ("other.docx", _zip({"xl/workbook.xml": b"<a/>"}), ReasonCode.NOT_WHAT_NAME_SAYS),
        ("bomb.docx", _zip({"word/document.xml": b"\0" * 30_000_000}), ReasonCode.TOO_LARGE),
        (
            "bomb.xlsx",
            _zip({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a/>'}),
            ReasonCode.UNSAFE_XML,
        ),
    ],
)
def test_what_cannot_be_read_has_a_reason(name: str, data: bytes, reason: ReasonCode) -> None:
    documents, skipped = read_source(RawSource(name, data))
    assert documents == []
    assert [entry.reason for entry in skipped] == [reason]


def test_a_file_name_in_cp932_is_readable(tmp_path: Path) -> None:
    name = os.fsencode(str(tmp_path)) + b"/" + "議事録.md".encode("cp932")
    try:
        with open(name, "wb") as stream:
            stream.write("本文です。".encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert [document.path for document in read_folder(tmp_path).documents] == ["議事録.md"]


def test_a_link_is_read_like_the_file_it_points_to(tmp_path: Path) -> None:
    kept_elsewhere = tmp_path / "elsewhere.txt"
    kept_elsewhere.write_text("顧客のメモです。", encoding="utf-8")
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "link.txt").symlink_to(kept_elsewhere)
    (sources / "loop.txt").symlink_to(sources / "loop.txt")
    (sources / "nothing.txt").symlink_to(tmp_path / "absent.txt")
    reading = read_folder(sources)
    assert [document.path for document in reading.documents] == ["link.txt"]
    assert [(entry.path, entry.reason) for entry in reading.skipped] == [
        ("loop.txt", ReasonCode.UNREADABLE_FILE),
        ("nothing.txt", ReasonCode.UNREADABLE_FILE),
    ]


def test_a_reader_that_fails_costs_only_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(Reader):
        name = "failing"

        def claims(self, source: RawSource) -> bool:
            return source.suffix == ".bad"

        def read(self, source: RawSource) -> Sequence[Document]:
            raise KeyError("x")

    monkeypatch.setattr(registry, "READERS", [Failing(), *registry.READERS])
    (tmp_path / "a.bad").write_bytes(b"x")
    (tmp_path / "b.md").write_text("本文です。", encoding="utf-8")
    reading = read_folder(tmp_path)
    assert [document.path for document in reading.documents] == ["b.md"]
    assert [(entry.reason, entry.detail) for entry in reading.skipped] == [
        (ReasonCode.READER_FAILED, "KeyError: 'x'")
    ]
