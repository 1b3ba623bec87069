"""Figures that set nothing, what a clause is about, dates that are refused, and who is with another house."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.due_told import says_no_date
from agent.drafting.notes.goals.metric import unquoted
from agent.drafting.notes.goals.no_level import is_denied_or_conditional, is_moved_by
from agent.drafting.notes.goals.owner import owned_by_nobody
from agent.drafting.notes.goals.past_times import limiting
from agent.drafting.notes.goals.statement import plainly
from agent.drafting.notes.goals.tied import as_object
from agent.drafting.second_reading.goal_rows import GoalRows
from agent.models.account import Account
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from connectors.interface import RawSource
from connectors.registry import read_source

SAID = dt.date(2026, 5, 20)
ANCHOR = Anchor(as_of=SAID, fiscal_year_end_month=3)


@pytest.mark.parametrize(
    ("after", "denied"),
    [
        ("にはなっていない", True),
        ("までは減っていません", True),
        ("以上ある場合は別に数える", True),
        ("にする", False),
        ("まで減らす", False),
    ],
)
def test_a_denied_figure_or_a_condition_is_no_target(after: str, denied: bool) -> None:
    assert is_denied_or_conditional(after) is denied


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("三か月で", "上がった", True),
        ("先月より", "ほど減りました", True),
        ("three months: up by ", " already", True),
        ("いまは", "です", False),
        ("", "に上がった", False),
    ],
)
def test_by_how_much_it_moved_is_no_level(before: str, after: str, moved: bool) -> None:
    assert is_moved_by(before, after) is moved


@pytest.mark.parametrize(
    ("metric", "before", "found"),
    [
        ("積み残しの報告", "積み残しの報告を、なるべく早く週", "積み残しの報告"),
        ("鍵を返し忘れる人", "鍵を返し忘れる人が今期末までに", "鍵を返し忘れる人"),
        ("川添主任", "川添主任は「夏までに", None),
        ("その件", "その件を", None),
        ("積み残しの報告", "積み残しの報告を読むのに時間がかかるが、週", None),
    ],
)
def test_what_a_clause_is_about_is_its_measure(metric: str, before: str, found: str | None) -> None:
    assert as_object(metric, before, ()) == found


def test_marks_inside_a_phrase_are_no_speech() -> None:
    assert unquoted("引き渡しのときの「取り違え」を、") == "引き渡しのときの取り違えを、"
    assert unquoted("川添さんは「夏までに」と") == "川添さんは「夏までに」と"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("12月末では早すぎる、2月末まで", ["2月末"]),
        ("10月末は無理。12月末まで", ["12月末"]),
        ("12月末まで", ["12月末"]),
    ],
)
def test_a_refused_date_is_no_due_date(text: str, left: list[str]) -> None:
    dates = limiting(text, dates_in(text, SAID, ANCHOR), SAID)
    assert [when.words for when in dates] == left


def test_who_was_open_is_settled_after_and_a_date_may_be_denied() -> None:
    assert owned_by_nobody("担当者はまだ未定です。")
    assert not owned_by_nobody("担当が決まっていませんでしたが、私が持ちます。")
    assert says_no_date("いつまで、とは言われませんでした")


def test_a_statement_keeps_no_marks_of_its_page() -> None:
    assert plainly("**待ち時間**を10分にする") == "待ち時間を10分にする"
    assert plainly("「窓口の混み方を減らしたい") == "窓口の混み方を減らしたい"
    assert plainly("「ありがとう」を増やす") == "「ありがとう」を増やす"


def test_rows_of_a_table_of_goals_are_found() -> None:
    page = (
        "# Kick-off\n\n## Goals\n\n| # | Goal | Today | Target | When | Who |\n|---|---|---|---|---|---|\n"
        "| 1 | Pallets mislabelled a week | 14 | 4 | 30 Nov 2026 | Ida Lund |\n"
        "| 2 | Drivers waiting at the gate | 40 min | 15 min | 30 Nov 2026 | Per Moe |\n"
    )
    (document,) = read_source(RawSource("kickoff.md", page.encode()))[0]
    account = Account(id="S-1", name="Kobushi", as_of=SAID)
    sides = Sides(account, SimpleNamespace(people=[], vendor_people=[]))
    remarks = read_remarks([document], sides)
    rows = GoalRows(remarks)
    cells = [r for r in remarks if r.text.startswith(("Pallets", "Drivers"))]
    goals = [
        SimpleNamespace(citations=[SimpleNamespace(source_id=r.document.source_id, start=r.start, end=r.end)])
        for r in cells
    ]
    assert rows.are_two(*goals)
    assert len(rows.listed(goals)) == 2
    assert GoalRows(remarks, {document.source_id}).listed(goals) == set()
