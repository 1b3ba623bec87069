"""Goals of one point of the notes made one: a list item or a paragraph speaks of a goal, its other sentences give the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from agent.drafting.notes.goals.blocks import HEADS
from agent.drafting.notes.goals.measures import is_bare, kind_of, measure
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.no_goal import aims, says_nothing
from agent.drafting.notes.goals.owner import names_an_owner
from agent.drafting.second_reading.parts.another import is_same
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
    for goal in (goal for goal in told if goal in held and _states(goal, point)):
        if not heads or _sets_another(goal, heads[-1]):
            heads.append(goal)
    if not heads and all(goal.target is None for goal in held):
        stated = [goal for goal in told if _states(goal, point)]
        heads = (stated or [goal for goal in told if goal.target is not None])[:1]
    heads = heads or _aims_from([goal for goal in told if goal in held])
    starts = [0, *(_main(head, point) or 0 for head in heads[1:])]
    ends = [*starts[1:], len(point)]
    return [
        _completed(head, point[start:end], told, make)
        for head, start, end in zip(heads, starts, ends, strict=True)
    ]


def _states(goal: Goal, point: Point) -> bool:
    """The goal's own sentence speaks of something wanted, set or changed, or of a figure until a date."""
    text = _of(goal, point).text
    dated = goal.target is not None and goal.due is not None and says_of_goals("due_word", text)
    return (dated or aims(text)) and not says_nothing(text)


def _sets_another(goal: Goal, before: Goal) -> bool:
    """Both are to reach a figure, not the same, and the later names a measure of its own or counts another kind of thing;
    or both are wishes of different matters."""
    if goal.target is None and before.target is None:
        return not is_same(goal, before)
    if goal.target is None or before.target is None:
        return False
    one, other = ((g.target.value, g.target.unit or "") for g in (before, goal) if g.target)
    named = measure(goal.metric) if goal.metric else None
    apart = kind_of(one[1], str(one[0])) != kind_of(other[1], str(other[0])) and not HEADS.match(other[1])
    return one != other and (apart or (named is not None and not is_bare(named)))


def _aims_from(held: Sequence[Goal]) -> list[Goal]:
    """The goal that starts from what another one took for its target; else the first."""
    reached = [goal.target.value for goal in held if goal.target]
    later = [goal for goal in held if goal.baseline is not None and goal.baseline.value in reached]
    return [goal for goal in later if goal.target][:1] or list(held[:1])


def _of(goal: Goal, point: Point) -> Remark:
    return point[_main(goal, point) or 0]


def _completed(head: Goal, run: Point, told: Sequence[Goal], make: Make) -> Goal:
    """The goal with what its run of sentences gives and it lacks; a target only from a sentence weighed as a goal."""
    inside = [goal for goal in told if goal is not head and _main(goal, run) is not None]
    target = head.target or next((g.target for g in inside if g.target and _states(g, run)), None)
    head = with_parts(head, {"target": target})
    whole = make(run) if len(run) > 1 else None
    if whole is not None and whole.target != target:
        owned = any(names_an_owner(remark.text) for remark in run)
        head = with_parts(head, {"owner": head.owner or (whole.owner if owned else None)})
        whole = None
    for other in ([whole] if whole else []) + inside:
        parts = {part: getattr(other, part) for part in PARTS if getattr(head, part) is None}
        if other is whole and not _states(head, run):
            parts.pop("baseline", None)
        head = with_parts(head, parts, other.citations if any(parts.values()) else ())
    return head
