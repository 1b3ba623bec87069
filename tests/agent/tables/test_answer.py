"""`banso ask` for figures: the cell of the year and scope asked for, or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from agent.evidence.query import Filters
from agent.tables.answer import answer_from_tables
from agent.tables.ask import ask
from connectors.interface import Document

Filing = Callable[..., Document]
CONSOLIDATED = [
    ["", "", "(単位：百万円)"],
    [
        "",
        "前連結会計年度 (自 2022年4月1日 至 2023年3月31日)",
        "当連結会計年度 (自 2023年4月1日 至 2024年3月31日)",
    ],
    ["売上高", "50,000", "52,000"],
    ["売上原価", "30,000", "31,000"],
    ["販売費及び一般管理費", "16,000", "16,400"],
    ["営業利益", "4,000", "4,600"],
]
ALONE = [
    ["", "", "(単位：百万円)"],
    ["", "前事業年度 (自 2022年4月1日 至 2023年3月31日)", "当事業年度 (自 2023年4月1日 至 2024年3月31日)"],
    ["売上高", "20,000", "21,000"],
    ["営業利益", "1,000", "1,100"],
]
SEGMENTS = [
    ["", "報告セグメント", "", "調整額", "連結財務諸表計上額"],
    ["", "機械", "電子", "", ""],
    ["売上高", "30,000", "22,000", "－", "52,000"],
    ["セグメント利益", "3,000", "2,000", "△ 400", "4,600"],
]


@pytest.fixture
def report(filing: Filing) -> Document:
    return filing(
        "#第５【経理の状況】", "#②【連結損益計算書】", CONSOLIDATED, "#【セグメント情報】",
        "当連結会計年度（自 2023年4月1日 至 2024年3月31日）", "(単位：百万円)", SEGMENTS, "#②【損益計算書】", ALONE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "cell", "value"),
    [
        ("2024年3月期の連結の営業利益は", "4,600", "4600000000"),
        ("2023年3月期の連結の営業利益はいくらですか？", "4,000", "4000000000"),
        ("2024年3月期の単体の営業利益は", "1,100", "1100000000"),
        ("前期の連結売上高は", "50,000", "50000000000"),
        ("令和6年3月期の個別の売上高を教えてください", "21,000", "21000000000"),
        ("2023年度の売上高は", "52,000", "52000000000"),
        ("営業利益はいくら", "4,600", "4600000000"),
        ("電子の2024年3月期の売上高は", "22,000", "22000000000"),
    ],
)
def test_the_cell_of_the_year_and_scope_answers(
    report: Document, question: str, cell: str, value: str
) -> None:
    _, found = answer_from_tables([report], question)
    assert [(a.citations[0].quote, a.value.text) for a in found][:1] == [(cell, value)]
    place = found[0].citations[0]
    assert report.text[place.start : place.end] == cell


@pytest.mark.parametrize(
    "question",
    [
        "2022年3月期の連結の営業利益は",  # a year the report does not print
        "2024年3月期の単体の売上原価は",  # stated for the group only
        "2024年3月期第2四半期の営業利益は",  # part of a year
        "2025年3月期の営業利益の予想は",
        "食品の2024年3月期の売上高は",  # a segment there is not
        "誰が営業利益を見ていますか",
    ],
)
def test_another_year_scope_or_part_is_no_answer(report: Document, question: str) -> None:
    assert answer_from_tables([report], question)[1] == []


def test_a_segment_is_never_the_company(filing: Filing) -> None:
    rows = [row[:3] for row in SEGMENTS]
    only = filing("#【セグメント情報】", "当連結会計年度（自 2023年4月1日 至 2024年3月31日）", rows)
    assert answer_from_tables([only], "2024年3月期の連結の売上高は")[1] == []


def test_cells_that_disagree_are_no_answer(filing: Filing) -> None:
    other = [row if row[0] != "営業利益" else ["営業利益", "4,000", "9,999"] for row in CONSOLIDATED]
    both = filing("#②【連結損益計算書】", CONSOLIDATED, "#【連結損益計算書】", other)
    assert answer_from_tables([both], "2024年3月期の連結の営業利益は")[1] == []


def test_ask_shows_the_cell_with_its_value_and_place(report: Document) -> None:
    answer = ask([report], "2024年3月期の連結の営業利益は")
    first = answer.items[0]
    assert (answer.status, first.citation.quote, first.value) == ("answered", "4,600", "4,600,000,000 円")
    assert "営業利益" in first.columns
    assert "【連結損益計算書】" in first.heading


def test_ask_does_not_answer_with_a_row_or_sentence_of_another_year(filing: Filing) -> None:
    said = "2023年3月期の営業利益は40億円でした。"
    document = filing("#②【連結損益計算書】", CONSOLIDATED, said)
    assert ask([document], "2022年3月期の連結の営業利益は").status == "not_stated"


def test_filters_hold_for_cells_too(report: Document) -> None:
    question = "2024年3月期の連結の営業利益は"
    assert ask([report], question, filters=Filters(kinds=["annual_report"])).status == "answered"
    for filters in (Filters(kinds=["mail"]), Filters(access="public"), Filters(since=dt.date(2024, 1, 1))):
        assert not any(item.value for item in ask([report], question, filters=filters).items)


def test_a_question_for_no_figure_goes_to_the_sentences(filing: Filing) -> None:
    document = filing("更新の最終判断は経営会議で行います。", CONSOLIDATED)
    answer = ask([document], "更新は誰が判断しますか")
    assert answer.status == "answered"
    assert not answer.items[0].value
