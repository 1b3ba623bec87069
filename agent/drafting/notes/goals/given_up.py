"""Goals that a later word takes off the list: "that target is withdrawn", 「その目標は測りようがないのでやめる」."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from agent.drafting.notes.goals.merged import matter_of
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.subjects import Subjects, tokens
from agent.models.plan import Goal
from agent.renewal.remarks import Remark

LEAST = 0.9
"""Weight of the words that a goal and the sentence that gives it up have in common."""
SHARE = 0.5
"""Share of the words that either has."""


def still_aimed_at(
    goals: Sequence[Goal],
    remarks: Sequence[Remark],
    subjects: Subjects,
    days: Mapping[str, dt.date | None],
) -> list[Goal]:
    """The goals in their order without those that a sentence of the same day or later gives up, naming their matter."""
    left = list(goals)
    for remark in remarks:
        if not remark.is_note or not says_of_goals("given_up", remark.text):
            continue
        if says_of_goals("changed", remark.text) or remark.text.rstrip("」) ").endswith(("か", "?", "？")):
            continue
        earlier = [goal for goal in left if _is_earlier(goal, remark, days)]
        told = subjects.weight(tokens(remark.text))
        shared = [subjects.shared(matter_of(goal), remark.text) for goal in earlier]
        best = max(range(len(earlier)), key=lambda at: shared[at], default=None)
        if best is None or shared[best] < LEAST:
            continue
        if shared[best] >= SHARE * min(told, subjects.weight(matter_of(earlier[best]))):
            left.remove(earlier[best])
    return left


def _is_earlier(goal: Goal, remark: Remark, days: Mapping[str, dt.date | None]) -> bool:
    told = days.get(goal.citations[0].source_id) if goal.citations else None
    return told is None or remark.day is None or told <= remark.day
