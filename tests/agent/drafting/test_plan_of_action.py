"""Actions, milestones and the schedule hold what was agreed, with owner and day, and nothing else."""

from __future__ import annotations

import datetime as dt

from agent.drafting.plan_of_action import actions_from, milestones_from, schedule_with
from agent.models.evidence import Citation, Value
from agent.models.plan import Commitment, Goal, ScheduleEntry
from agent.renewal.meetings import Meeting


def cited(words: str) -> Citation:
    return Citation(source_id="s1", start=0, end=len(words), quote=words)


def due(day: str) -> Value[str]:
    return Value[str](value=day, citations=[cited(day)])


AGREED = Commitment(
    who="customer",
    text="対象部門の一覧を出す",
    owner="山田課長",
    due=due("2026-11-20"),
    citations=[cited("一覧")],
)
SOMEDAY = Commitment(who="us", text="資料を送る", due=due("来月中"), citations=[cited("資料")])


def test_an_action_keeps_owner_side_and_day() -> None:
    action = actions_from([AGREED], [])[0]
    assert (action.side, action.owner, action.due, action.goal_id) == (
        "customer",
        "山田課長",
        "2026-11-20",
        None,
    )


def test_an_action_belongs_to_the_goal_it_speaks_of() -> None:
    goals = [
        Goal(id="g-1", statement="電話を減らす", citations=[cited("電話")]),
        Goal(id="g-2", statement="対象部門の一覧をそろえる", citations=[cited("一覧")]),
    ]
    assert actions_from([AGREED], goals)[0].goal_id == "g-2"


def test_the_schedule_gains_what_was_agreed_for_a_day_and_the_meetings() -> None:
    year_end = ScheduleEntry(date="2026-12-31", lane="customer", text="決算期末", kind="fiscal_year_end")
    meeting = Meeting(dt.date(2026, 12, 3), "次回定例: 12月3日", cited("次回定例: 12月3日"))
    schedule = schedule_with([year_end], [AGREED, SOMEDAY], [meeting])
    assert [(entry.date, entry.kind, entry.ref) for entry in schedule] == [
        ("2026-11-20", "commitment", "commitments[0]"),
        ("2026-12-03", "meeting", None),
        ("2026-12-31", "fiscal_year_end", None),
    ]


def test_a_step_of_the_decision_and_the_promise_of_the_same_words_stand_once() -> None:
    step = ScheduleEntry(
        date="2026-11-20",
        lane="customer",
        text="一覧を出す",
        kind="decision_step",
        citations=AGREED.citations,
    )
    other_day = step.model_copy(update={"date": "2026-11-27"})
    assert [entry.kind for entry in schedule_with([step], [AGREED], [])] == ["decision_step"]
    assert len(schedule_with([other_day], [AGREED], [])) == 2


def test_goals_with_a_target_are_rungs_by_due_date() -> None:
    goals = [
        Goal(
            id="g-1", statement="後の目標", target=due("60日"), due=due("2027-03-31"), citations=[cited("後")]
        ),
        Goal(
            id="g-2", statement="先の目標", target=due("80日"), due=due("2026-12-31"), citations=[cited("先")]
        ),
        Goal(id="g-3", statement="値のない目標", citations=[cited("値")]),
    ]
    assert [(rung.rung, rung.goal_id) for rung in milestones_from(goals)] == [(1, "g-2"), (2, "g-1")]
