"""Goals of one point of the notes made one: a list item or a paragraph speaks of a goal, its other sentences give the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from agent.drafting.notes.goals.measures import is_bare, measure
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.no_goal import aims, says_nothing
from agent.drafting.notes.goals.owner import names_an_owner
from agent.drafting.second_reading.verdicts import overlaps
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

PARTS = ("metric", "baseline", "due", "owner", "measure_method", "review")
LONGEST = 8
"""Sentences of a block that may still be one point."""

Make = Callable[[tuple[Remark, ...]], Goal | None]
Point = tuple[Remark, ...]


def with_points(
    kept: Sequence[Goal], again: Sequence[Goal], remarks: Sequence[Remark], make: Make
) -> list[Goal]:
    """The goals in their order, those of one point made one and completed by its sentences.

    `again` are goals that only tell a kept one again. `make` reads sentences as a goal. A later sentence of the point is
    a goal of its own where it names its own measure and what that is to reach.
    """
    goals = list(kept)
    for point in _points(remarks):
        held = [goal for goal in goals if _main(goal, point) is not None]
        if not held or len(point) == 1:
            continue
        beside = [goal for goal in again if _main(goal, point) is not None]
        place = goals.index(held[0])
        goals = [goal for goal in goals if goal not in held]
        goals[place:place] = _made_one(held, beside, point, make)
    return goals


def _points(remarks: Sequence[Remark]) -> Iterator[Point]:
    """Sentences of one list item, paragraph, cell or turn."""
    told = (r for r in remarks if r.is_note and r.kind not in (BlockKind.HEADING, BlockKind.FIELD))
    for _, group in groupby(told, key=lambda r: (r.document.source_id, r.block, r.column, r.speaker)):
        block = tuple(group)
        if len(block) <= LONGEST:
            yield block


def _main(goal: Goal, point: Point) -> int | None:
    """Where in the point the goal's own sentence stands."""
    return next((at for at, remark in enumerate(point) if overlaps(goal.citations[0], remark)), None)


def _made_one(held: Sequence[Goal], beside: Sequence[Goal], point: Point, make: Make) -> list[Goal]:
    """One goal for each sentence that states its own, in the point's order; the first takes what stands before it too."""
    told = sorted((*held, *beside), key=lambda goal: _main(goal, point) or 0)
    heads: list[Goal] = []
    for goal in held:
        if not _states(goal, point):
            continue
        if not heads or (_is_own(goal, _of(goal, point)) and _is_own(heads[-1], _of(heads[-1], point))):
            heads.append(goal)
    heads = heads or [goal for goal in told if _states(goal, point)][:1]
    if not heads:
        return list(held)
    starts = [0, *(_main(head, point) or 0 for head in heads[1:])]
    ends = [*starts[1:], len(point)]
    return [
        _completed(head, point[start:end], told, make)
        for head, start, end in zip(heads, starts, ends, strict=True)
    ]


def _states(goal: Goal, point: Point) -> bool:
    """The goal's own sentence sets a figure or speaks of something wanted."""
    text = _of(goal, point).text
    return not says_nothing(text) and (goal.target is not None or aims(text))


def _of(goal: Goal, point: Point) -> Remark:
    return point[_main(goal, point) or 0]


def _is_own(goal: Goal, remark: Remark) -> bool:
    """The sentence itself names a measure and what it is to reach."""
    named = measure(goal.metric) if goal.metric else None
    own = named is not None and not is_bare(named) and named in remark.text
    return goal.target is not None and own


def _completed(head: Goal, run: Point, told: Sequence[Goal], make: Make) -> Goal:
    """The goal with what its run of sentences gives and it lacks; a target only from a sentence weighed as a goal."""
    inside = [goal for goal in told if goal is not head and _main(goal, run) is not None]
    target = head.target or next((goal.target for goal in inside if goal.target), None)
    head = with_parts(head, {"target": target})
    whole = make(run) if len(run) > 1 else None
    if whole is not None and whole.target != target:
        owned = any(names_an_owner(remark.text) for remark in run)
        head = with_parts(head, {"owner": head.owner or (whole.owner if owned else None)})
        whole = None
    for other in ([whole] if whole else []) + inside:
        parts = {part: getattr(other, part) for part in PARTS if getattr(head, part) is None}
        head = with_parts(head, parts, other.citations if any(parts.values()) else ())
    return head
