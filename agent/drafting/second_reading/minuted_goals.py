"""Goals of minutes kept as a table: one a row, completed from the row's other cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.goals.minutes_rows import Row, completed_by_row, stated_in, tables_of_minutes
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

FEWEST = 2
"""Rows of a table that are goals before others that say what is wanted count as goals too."""

Make = Callable[[tuple[Remark, ...]], Goal | None]


def with_minuted(
    kept: Sequence[Goal], remarks: Sequence[Remark], make: Make, sides: Sides, anchor: Anchor
) -> list[Goal]:
    """The goals in their order, those of one row made one. `make` reads a row's sentences as a goal."""
    goals = list(kept)
    for rows in tables_of_minutes(remarks):
        held = [[goal for goal in goals if _is_of(goal, row)] for row in rows]
        if not any(held):
            continue
        several = sum(map(bool, held)) >= FEWEST
        for row, known in zip(rows, held, strict=True):
            said = stated_in(row, anchor)
            if not known and not (several and said):
                continue
            goal = (make(said) if said else None) or (known[0] if known else None)
            if goal is None:
                continue
            place = goals.index(known[0]) if known else len(goals)
            goals = [other for other in goals if other not in known]
            goals.insert(min(place, len(goals)), completed_by_row(goal, row, sides, anchor))
    return goals


def _is_of(goal: Goal, row: Row) -> bool:
    """The goal's first quotation stands in the row."""
    at, document = goal.citations[0], row.label.document
    here = document.blocks[row.label.block]
    return at.source_id == document.source_id and here.start <= at.start < here.end
