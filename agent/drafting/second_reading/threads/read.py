"""`with_matters`: the goals with the matters that are told piece by piece: those nobody took for a goal, and their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.figures import Figure
from agent.drafting.notes.goals.labelled_parts import LaidOut
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.statement import composed
from agent.drafting.notes.goals.values import PARTS, Parts, value_of
from agent.drafting.second_reading.threads.charge import in_charge
from agent.drafting.second_reading.threads.levels import SHARE_OF, Level
from agent.drafting.second_reading.threads.matters import Matter, Note, matters_in, notes_of
from agent.drafting.second_reading.threads.until import due_of
from agent.drafting.second_reading.verdicts import overlaps
from agent.models.evidence import Value
from agent.models.plan import Goal, Number
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import when_value

NEAR = 4
"""Lines behind a matter that may say who answers for it."""


def with_matters(kept: Sequence[Goal], remarks: Sequence[Remark], sides: Sides, anchor: Anchor) -> list[Goal]:
    """The goals in their order; a matter that one of them tells completes it, the others come behind."""
    goals = list(kept)
    known = [remark.speaker for remark in remarks if remark.speaker]
    laid_out = LaidOut(remarks)
    notes = notes_of(remarks, anchor)
    for matter in matters_in(notes, known):
        made = _goal(matter, sides, anchor)
        if made is None:
            continue
        place = next((at for at, goal in enumerate(goals) if _tells(goal, matter)), None)
        if place is None and made.metric and _is_in_pieces(matter, made):
            goals.append(made)
        elif place is None:
            continue  # what one sentence tells in full was weighed as a goal of its own
        elif not laid_out.holds(goals[place]):
            goals[place] = _completed(goals[place], made, matter)
    return [_with_surroundings(goal, goals, notes, sides) for goal in goals]


def _with_surroundings(goal: Goal, goals: Sequence[Goal], notes: Sequence[Note], sides: Sides) -> Goal:
    """A goal that has its target with whom the lines behind it put in charge, where it lacks an owner."""
    if goal.target is None or goal.owner is not None:
        return goal
    for note in notes:
        place = next(
            (at for at, line in enumerate(note.lines) if overlaps(goal.target.citations[0], line)), None
        )
        if place is None:
            continue
        others = [other for other in goals if other is not goal]
        ends = [
            at
            for at in range(place + 1, len(note.lines))
            if any(overlaps(other.citations[0], note.lines[at]) for other in others)
        ]
        lines = note.lines[: min(ends, default=len(note.lines))]
        return with_parts(goal, {"owner": in_charge(lines[place : place + NEAR + 1], sides)})
    return goal


def _goal(matter: Matter, sides: Sides, anchor: Anchor) -> Goal | None:
    stood, target = _value(matter.stands), _value(matter.aimed)
    cited = citation_of(matter.aimed.remark)
    if stood is None or target is None or cited is None:
        return None
    due = due_of(matter, anchor)
    dated = citation_of(due[0]) if due else None
    told = matter.lines[matter.again or matter.first : matter.last + NEAR + 1]
    parts = Parts(metric=matter.metric, baseline=stood, target=target)
    words = matter.aimed.remark.text.strip(" 。.・-")
    goal = Goal(
        id="g-0",
        statement=composed(words, " ".join(remark.text for remark in told), parts),
        metric=matter.metric,
        baseline=stood,
        target=target,
        due=when_value(replace(due[1], iso=due[1].last.isoformat()), dated, due[0])
        if due and dated
        else None,
        owner=in_charge(told, sides),
        state="proposed",
        citations=[cited],
        missing=list(PARTS),
    )
    return with_parts(goal, {"baseline": stood})


def _value(level: Level) -> Value[Number | str] | None:
    citation = citation_of(level.remark)
    span = level.span
    if citation is None:
        return None
    value = None if span.unit == SHARE_OF else span.value
    figure = Figure(0, span.start, span.end, span.words, value, span.unit, False, 1, 1)
    return value_of(figure, [level.remark], {level.remark: citation})


def _tells(goal: Goal, matter: Matter) -> bool:
    """The goal rests on a line of the matter."""
    lines = (
        (matter.aimed.remark, matter.stands.remark) if matter.again is None else (matter.lines[matter.again],)
    )
    return any(overlaps(citation, line) for citation in goal.citations for line in lines)


def _is_in_pieces(matter: Matter, made: Goal) -> bool:
    """Level and target stand in two lines, or date and owner in others than theirs."""
    return matter.first != matter.last or (made.due is not None and made.owner is not None)


def _completed(goal: Goal, made: Goal, matter: Matter) -> Goal:
    """The goal with what it lacks; what the matter aims at where the goal has none, took a level for it, or a later day
    sets it anew."""
    parts: dict[str, Any] = {
        part: getattr(made, part)
        for part in ("metric", "baseline", "due", "owner")
        if getattr(goal, part) is None
    }
    if goal.target is None:
        parts |= {"target": made.target, "statement": made.statement}
    elif goal.target.value in matter.levels or _is_revised(goal, matter):
        parts |= {"target": made.target, "statement": made.statement, "baseline": made.baseline}
        parts |= {"due": made.due or parts.get("due")}
    return with_parts(goal, parts)


def _is_revised(goal: Goal, matter: Matter) -> bool:
    """The goal's figure was set on the day of the level, the matter's on a later one."""
    first, later = matter.stands.remark, matter.aimed.remark
    own = goal.target is not None and any(overlaps(citation, first) for citation in goal.target.citations)
    return own and first.day is not None and later.day is not None and later.day > first.day
