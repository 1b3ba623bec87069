"""Use that somebody claims, and the rows of a report that count fewer."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.drafting.notes.contradictions.reports import is_named, is_of_all, refuted_by_report
from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.usage import UsageRow, read_usage
from agent.renewal.remarks import Remark
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

DAY = dt.date(2026, 5, 8)


def _note(text: str) -> Said:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    document = Document(
        source_id="n", path="n.txt", kind=DocumentKind.NOTE, title="", text=text, blocks=[block], sha256="", language="ja"
    )  # fmt: skip
    return Said(Remark(document, 0, len(text), text, BlockKind.PARAGRAPH, 0, day=DAY), "", DAY)


def _table(*lines: list[str]) -> list[Remark]:
    text = "\n".join("\t".join(line) for line in lines)
    blocks, remarks, start = [], [], 0
    for number, line in enumerate(lines):
        spans = []
        for cell in line:
            spans.append(Span(start, start + len(cell)))
            start += len(cell) + 1
        header = number == 0
        blocks.append(
            Block(
                kind=BlockKind.TABLE_ROW, start=spans[0].start, end=spans[-1].end, cells=tuple(spans), header=header
            )
        )  # fmt: skip
    document = Document(
        source_id="t", path="riyou.csv", kind=DocumentKind.TABLE, title="", text=text, blocks=blocks, sha256="", language="ja"
    )  # fmt: skip
    for number, line in enumerate(lines):
        for heading, cell, span in zip(lines[0], line, blocks[number].cells, strict=True):
            remarks.append(
                Remark(document, span.start, span.end, cell, BlockKind.TABLE_ROW, number, column=heading)
            )
    return remarks


def _rows(*lines: list[str]) -> list[tuple[str, int, int]]:
    return [(row.group, row.seats, row.active) for row in read_usage(_table(*lines))]


def test_columns_are_known_by_their_headings_and_by_what_the_table_counts() -> None:
    assert _rows(["月", "係", "ID数", "利用者"], ["2026-04", "庶務係", "20", "4"], ["2026-05", "庶務係", "20", "7"]) == [
        ("庶務係", 20, 7)
    ]  # fmt: skip
    assert _rows(["depot", "staff", "opened in May"], ["North", "30", "12"], ["Total", "30", "12"]) == [
        ("North", 30, 12)
    ]
    assert _rows(["地区", "登録者数", "5月に記入した人"], ["湖北", "12", "11"]) == [("湖北", 12, 11)]


def test_a_part_is_never_more_than_the_whole_nor_of_another_thing() -> None:
    assert _rows(["班", "席", "利用者"], ["甲", "12", "30"]) == []
    assert _rows(["支部", "人数", "記入した現場"], ["東", "200", "12"]) == []


def test_two_columns_name_the_groups_where_one_name_stands_twice() -> None:
    table = (["所", "番", "ID", "利用者"], ["本所", "昼", "20", "18"], ["本所", "夜", "20", "3"])
    assert _rows(*table) == [("本所・昼", 20, 18), ("本所・夜", 20, 3)]


@pytest.mark.parametrize(
    ("claim", "group"),
    [
        ("係長は「どの係も全員入力しています」とのこと。", "庶務係"),
        ("「庶務もだいぶ使い始めましたよ」と係長。", "庶務係"),
        ("課長は「2係とも全員使っている」と言うが、庶務係は20名中4名。", "庶務係"),
    ],
)
def test_a_claim_is_refuted_by_the_row_that_counts_few(claim: str, group: str) -> None:
    rows = read_usage(
        _table(["係", "ID数", "利用者"], ["会計係", "20", "19"], ["庶務係", "20", "4"], ["合計", "40", "23"])
    )
    pairs = list(refuted_by_report([_note(claim)], rows))
    assert [pair.b.text.split("\t")[0] for pair in pairs] == [group]


@pytest.mark.parametrize(
    "claim", ["会計係は全員使っています。", "全員に使ってほしい。", "皆さんが気に入ってくださるとよい。"]
)
def test_what_is_said_of_another_group_or_wished_is_not_refuted(claim: str) -> None:
    row: list[UsageRow] = read_usage(
        _table(["係", "ID数", "利用者"], ["会計係", "20", "19"], ["庶務係", "20", "4"])
    )
    assert not list(refuted_by_report([_note(claim)], row))


def test_groups_are_called_by_part_of_their_names() -> None:
    assert is_named("会員管理部", "管理部も始めています")
    assert is_named("庶務係", "庶務も使い出した")
    assert not is_named("庶務係", "総務も使い出した")
    assert is_of_all("Everyone is on it")
    assert not is_of_all("everyone at Harrow loves it")
