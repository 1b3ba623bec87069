"""Filings as HTML without tags: single pages, zips of pages, and packages with a broken member."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.interface import BlockKind, DocumentKind, RawSource
from connectors.registry import READERS, read_source

COVER = """<html><body><p><?xml version="1.0"?></p><title>0000000_header.htm</title>
<table><tr><td><p>【表紙】</p></td><td></td></tr>
<tr><td><p>【提出書類】</p></td><td><p> 有価証券報告書 </p></td></tr>
<tr><td>【提出日】</td><td>2026年6月25日</td></tr>
<tr><td>【事業年度】</td><td>第７期(自 2025年４月１日 至 2026年３月31日)</td></tr>
<tr><td>【会社名】</td><td>株式会社みどり計器</td></tr></table>
<div style="display: none"><xbrli:context id="A"><xbrli:instant>2026-03-31</xbrli:instant></xbrli:context></div>
</body></html>"""
BOARD = """<html><head><title>役員</title></head><body><h3>(2) 【役員の状況】</h3>
<table><tr><td>役職名</td><td>氏名</td><td>生年月日</td><td>略歴</td></tr>
<tr><td>代表取締役<br>社長</td><td>谷 宏</td><td>1961年５月３日生</td>
<td><p>1984年 入社</p><p>1990年 課長</p><p>2000年 部長</p><p>2010年 取締役</p></td></tr></table></body></html>"""


def _read(path: str, data: bytes) -> tuple[list[Any], list[Any]]:
    return read_source(RawSource(path, data))


def test_the_pages_of_a_zip_are_one_filing(pack: Any) -> None:
    data = pack({"0104010.html": BOARD.encode(), "0000000.html": COVER.encode()})
    (document,), skipped = _read("S1.zip", data)
    assert skipped == []
    assert document.kind is DocumentKind.ANNUAL_REPORT
    assert document.filer is not None
    assert document.filer.name == "株式会社みどり計器"
    assert str(document.period.end) == "2026-03-31"
    assert str(document.published) == "2026-06-25"
    assert document.path == "S1.zip"
    assert document.text.index("【表紙】") < document.text.index("【役員の状況】")
    assert "2026-03-31" not in document.text
    assert "header.htm" not in document.text


def test_a_row_of_officers_stays_a_row(pack: Any) -> None:
    (document,), _ = _read("S1.zip", pack({"0104010.html": BOARD.encode()}))
    rows = [
        [document.text[cell.start : cell.end] for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]
    assert rows[1] == [
        "代表取締役 社長",
        "谷 宏",
        "1961年５月３日生",
        "1984年 入社 1990年 課長 2000年 部長 2010年 取締役",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_a_single_page_is_claimed_by_its_headings(encoding: str) -> None:
    data = BOARD.encode(encoding)
    assert [reader.name for reader in READERS if reader.claims(RawSource("a.html", data))] == ["filing-page"]
    (document,), _ = _read("a.html", data)
    assert document.kind is DocumentKind.OTHER_FILING
    assert document.form is None


def test_pages_of_news_in_a_zip_are_web_pages(pack: Any) -> None:
    page = "<html><body><h1>{}</h1><p>当社は本日、①【無料】の新サービスを始めました。</p></body></html>"
    data = pack({"b.html": page.format("二").encode(), "a.html": page.format("一").encode()})
    documents, _ = _read("press.zip", data)
    assert [(d.path, d.kind, d.title) for d in documents] == [
        ("press.zip!a.html", DocumentKind.WEB_PAGE, "一"),
        ("press.zip!b.html", DocumentKind.WEB_PAGE, "二"),
    ]


def test_two_folders_of_pages_are_two_filings(pack: Any) -> None:
    members = {f"{folder}/0000000.html": COVER.encode() for folder in ("S2", "S1")}
    documents, _ = _read("both.zip", pack(members))
    assert [d.path for d in documents] == ["both.zip!S1", "both.zip!S2"]
    assert len({d.source_id for d in documents}) == 2


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"<html><body><p>x</b></html>", "corrupt"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "unsafe_xml"),
        (b"", "empty"),
    ],
)
def test_a_broken_member_of_a_package_costs_itself_alone(
    page: Any, pack: Any, member_name: str, broken: bytes, reason: str
) -> None:
    other = member_name.replace("0101010", "0102010")
    good, bad = page("<p>事業の内容</p>"), member_name.replace("0101010", "0103010")
    (document,), skipped = _read("S1.zip", pack({member_name: good, bad: broken, other: page("<p>沿革</p>")}))
    assert skipped == []
    assert "事業の内容" in document.text
    assert "沿革" in document.text
    assert [warning.partition(":")[0] for warning in document.warnings] == [reason]
    assert "0103010" in document.warnings[0]


def test_a_package_without_a_sound_member_is_refused(pack: Any, member_name: str) -> None:
    documents, skipped = _read("S1.zip", pack({member_name: b"<html><p></html>"}))
    assert documents == []
    assert [str(entry.reason) for entry in skipped] == ["corrupt"]
