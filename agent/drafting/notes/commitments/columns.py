"""Rows of a table of tasks, whatever its columns are called and in whatever order they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.commitments.edges import DUE, words_for
from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.task import Task
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.commitments", "commitments")
OF_THE_ENTRY = re.compile(r"(?:日付|日時|日程|date|on|when)", re.I)
"""The day something was written down or happened, as logs have it."""
OF_A_GOAL = re.compile(
    r"(?:現状|目標|実績|基準)(?:値|水準)?|(?:今|いま)の値|指標|from|to|now|baseline|target|current|actual|as[- ]is|to[- ]be|metric|KPI",
    re.I,
)
"""A column of a table of goals: where a measure stands and where it is to go."""
LEAST = 4
"""Letters of the shortest task."""


def task_of_columns(row: Sequence[Remark], owners: Owners) -> Task | None:
    """The task of a row under headings for who, until when and what; None where one of the three has no column, or
    nobody known owns it. A column for the house (どちら, Side) stands in for a name nobody knows."""
    owner, house = _under(row, "owner"), _under(row, "side_label")
    due = next((r for r in _all_under(row, "due") if not OF_THE_ENTRY.fullmatch(r.column.strip())), None)
    task = next(iter(_all_under(row, "task", (owner, house, due))), None)
    if any(OF_A_GOAL.fullmatch(r.column.strip()) for r in row):
        return None
    named = owner or house
    if task is None or named is None or due is None or len(re.findall(r"\w", task.text)) < LEAST:
        return None
    source = task.document.source_id
    if DUE.fullmatch(task.text.strip()) or owners.side(task.text, source):
        return None
    side = owners.side(owner.text, source) if owner else None
    side = side or (owners.side(house.text, source) if house else None)
    done = any(CUES["done"].search(r.text) for r in row)
    return Task(task, task.text, side, named.text, due.text, done, (named, due))


def _under(row: Sequence[Remark], name: str) -> Remark | None:
    return next(iter(_all_under(row, name)), None)


def _all_under(row: Sequence[Remark], name: str, taken: Sequence[Remark | None] = ()) -> list[Remark]:
    """The cells under such a heading, the longest first where there are more."""
    named = [r for r in row if words_for(name).fullmatch(r.column.strip()) and r not in taken]
    return sorted(named, key=lambda r: -len(r.text)) if name == "task" else named
