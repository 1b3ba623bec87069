"""Who takes a goal on, where a line or turn right after the goal's own says so."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.blocks import lines_of
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.neighbours import owned_after
from agent.drafting.notes.goals.owner import owner_of
from agent.drafting.second_reading.verdicts import overlaps
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import BlockKind


def with_owners_beside(goals: Sequence[Goal], remarks: Sequence[Remark], sides: Sides) -> list[Goal]:
    """The goals in their order, those with a target and no owner with whom the next lines of their note name.

    Nothing is looked for in the lines of other goals or beyond them.
    """
    lines = lines_of(remarks)
    return [goal if goal.owner or not goal.target else _owned(goal, goals, lines, sides) for goal in goals]


def _owned(goal: Goal, goals: Sequence[Goal], lines: Sequence[list[Remark]], sides: Sides) -> Goal:
    at = next((i for i, line in enumerate(lines) if any(overlaps(goal.citations[0], r) for r in line)), None)
    if at is None or lines[at][0].kind is BlockKind.TABLE_ROW:
        return goal
    own = lines[at]
    ahead: list[list[Remark]] = []
    for line in lines[at + 1 :]:
        if line[0].document is not own[0].document or _is_of(line, goals):
            break
        ahead.append(line)
    said = owned_after(own, ahead)
    name = owner_of(said, sides, own) if said else None
    cited = [c for r in said if (c := citation_of(r)) is not None]
    return with_parts(goal, {"owner": name}, cited) if name else goal


def _is_of(line: Sequence[Remark], goals: Sequence[Goal]) -> bool:
    return any(overlaps(goal.citations[0], remark) for goal in goals for remark in line)
