"""Sentences of one point make one goal; who takes it on, by what names; months gone by; forms that are no minutes."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.interviews import interview_goals
from agent.drafting.notes.goals.just_past import has_just_passed
from agent.drafting.notes.goals.minutes_rows import tables_of_minutes
from agent.drafting.notes.goals.owner import owner_of
from agent.drafting.notes.goals.read import goal_of
from agent.drafting.notes.goals.values import context_of
from agent.drafting.second_reading.lines_beside import with_owners_beside
from agent.drafting.second_reading.pointed_goals import with_points
from agent.models.account import Account
from agent.models.plan import Goal, KeyPerson
from agent.renewal.labelled import read_answers
from agent.renewal.remarks import Remark, read_remarks
from agent.renewal.sides import Sides
from connectors.interface import RawSource
from connectors.registry import read_source

PEOPLE = [
    KeyPerson.model_validate({"id": f"kp-{n}", "role": "user", **person})
    for n, person in enumerate(
        (
            {"name": "Greta Lindholm", "aliases": ["Greta"]},
            {"name": "Oskar Bremner", "aliases": ["Oskar"]},
            {"name": "Nora Tveit", "aliases": ["Nora"]},
            {"name": "乾 恵子", "aliases": ["乾課長"]},
        )
    )
]
SIDES = Sides(
    Account(id="P-1", name="株式会社けやき", as_of=dt.date(2026, 10, 20)),
    SimpleNamespace(people=PEOPLE, vendor_people=[]),
)
ANCHOR = Anchor(as_of=dt.date(2026, 10, 20))


def _remarks(note: str, name: str = "memo.md") -> list[Remark]:
    documents, _ = read_source(RawSource(name, note.encode()))
    return read_remarks(documents, SIDES)


def _goal(remarks: list[Remark], place: int) -> Goal:
    goal = goal_of((remarks[place],), remarks, SIDES, ANCHOR)
    assert goal is not None
    return goal


def _place(remarks: list[Remark], words: str) -> int:
    return next(at for at, remark in enumerate(remarks) if words in remark.text)


def test_later_sentences_of_an_item_give_the_goal_its_owner_and_are_no_goals() -> None:
    remarks = _remarks(
        "- 棚卸の時間を、3月末までに4時間に短縮する。持ち主は乾課長。毎月の会で見る\n- 別の話\n"
    )
    first, second = _place(remarks, "棚卸"), _place(remarks, "持ち主")
    kept = [_goal(remarks, first), _goal(remarks, second)]
    found = with_points(kept, [], remarks, lambda run: goal_of(run, remarks, SIDES, ANCHOR))
    assert [(goal.owner, goal.target.value if goal.target else None) for goal in found] == [("乾 恵子", 4)]


def test_two_aims_of_one_point_stay_two() -> None:
    remarks = _remarks("- 検品の時間を40分から15分に短縮する。訪問件数を月80件から月100件に増やす\n")
    kept = [
        _goal(remarks, at)
        for at, r in enumerate(remarks)
        if r.text.endswith(("短縮する。", "短縮する", "増やす"))
    ]
    found = with_points(kept, [], remarks, lambda run: goal_of(run, remarks, SIDES, ANCHOR))
    assert len(found) == len(kept) == 2


def test_the_line_after_a_goal_names_its_owner() -> None:
    remarks = _remarks("- Cut the picking errors from 90 to 40 a week by the end of March.\n- owner GL.\n")
    goal = _goal(remarks, 0).model_copy(update={"owner": None})
    assert [g.owner for g in with_owners_beside([goal], remarks, SIDES)] == ["Greta Lindholm"]


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("Late picks down to ten. (OB) He owns it, and he tells Greta every week.", "Oskar Bremner"),
        ("Late picks down to ten. (GL) Hers.", "Greta Lindholm"),
        ("Late picks down to ten. Counted by Nora from the scanner.", "Nora Tveit"),
        ("Late picks down to ten. Nora to own.", "Nora Tveit"),
        ("欠品を月30件から12件に、3月末、乾課長", "乾 恵子"),
        ("欠品を月30件から12件にしたい、と乾課長", None),
        ("欠品を月30件から12件に。持ち主なし。乾課長は聞いていた。", None),
    ],
)
def test_who_takes_a_goal_on(note: str, owner: str | None) -> None:
    assert owner_of(_remarks(note), SIDES) == owner


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("欠品は9月末 31件。", True),
        ("欠品を9月末までに31件にする。", False),
        ("来年9月に31件。", False),
        ("Complaints: eight at the end of September.", True),
        ("Eight complaints by the end of September.", False),
        ("Twelve complaints in March.", False),
    ],
)
def test_a_month_just_gone_by_dates_a_figure(text: str, past: bool) -> None:
    said = dt.date(2026, 10, 20)
    dates = dates_in(text, said, ANCHOR)
    assert dates
    assert has_just_passed(dates[-1], text, said) is past


def test_tenths_are_read_as_they_are_said() -> None:
    context = context_of(ANCHOR, None)
    values = [
        (f.value, f.unit)
        for text in ("実施率を八割にしたい", "実施率を九割五分にしたい")
        for f in read_figures([text], "ja", context).found
    ]
    assert values == [(8.0, "割"), (95.0, "%")]


def test_a_form_that_asks_for_parts_is_no_table_of_minutes() -> None:
    sheet = "No,きくこと,こたえ,だれ,いつ\n1,朝の電話,1日46件,乾,4/14\n2,目標,1日10件,乾,4/14\n3,いつまで,3月末,乾,4/14\n"
    assert list(tables_of_minutes(_remarks(sheet, "sheet.csv"))) == []


def test_who_answers_for_himself_is_who_answered() -> None:
    sheet = (
        "question,answer,answered by\nOmissions today?,\"3.1 per shift\",Nora Tveit\n"
        "Where should it be?,1.5 per shift,Nora Tveit\nWho owns it?,Me. It goes to the board,Nora Tveit\n"
    )  # fmt: skip
    remarks = _remarks(sheet, "discovery.csv")
    sheets = list(interview_goals(remarks, read_answers(remarks)))
    assert [s.fields["owner"].text for s in sheets] == ["Nora Tveit"]
