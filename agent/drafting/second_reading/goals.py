"""Goals that no rule saw: runs of likely sentences, split into parts as every goal is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.goals.blocks import is_day_of_month
from agent.drafting.notes.goals.merged import merged
from agent.drafting.notes.goals.read import goal_of
from agent.drafting.notes.goals.subjects import Subjects
from agent.drafting.notes.goals.told_again import ToldAgain
from agent.drafting.second_reading.parts.another import is_same, states_target
from agent.drafting.second_reading.parts.goal_parts import completed
from agent.drafting.second_reading.verdicts import overlaps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Citation
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

NEAR = 2
"""Remarks around a goal in which a sentence without a target of its own goes on about that goal."""


def weighed_goals(
    weighed: Weighed, goals: Sequence[Goal], remarks: Sequence[Remark], sides: Sides, anchor: Anchor
) -> list[Goal]:
    """The goals that are believed with the parts that chances add, then other goals, numbered anew.

    Where the rules found some, only a sentence with a likely target that none of them has is another goal: a whole
    account says a thing more than once.
    """
    believed = [goal for goal in goals if weighed.believed("goal", goal.citations)]
    kept = [completed(goal, remarks, sides, anchor, _of_others(goal, goals)) for goal in believed]
    cited = [citation for goal in goals for citation in goal.citations]
    taken = {
        place
        for place, remark in enumerate(remarks)
        if any(overlaps(citation, remark) for goal in kept for citation in goal.citations)
    }
    places = {remark: place for place, remark in enumerate(remarks)}
    for run in _runs([remark for remark, _ in weighed.added("goal", cited)]):
        goal = goal_of(run, remarks, sides, anchor)
        at = {places[remark] for remark in run}
        beside = any(abs(place - other) <= NEAR for place in at for other in taken)
        if goal is None:
            continue
        goal = completed(goal, remarks, sides, anchor, _of_others(goal, kept))
        if _is_day(goal, run) or (goals and not states_target(run, anchor)):
            continue
        if any(is_same(goal, known) for known in kept if goals):
            continue
        if goal.target is not None or not beside:
            kept.append(goal)
            taken |= at
    subjects = Subjects(remarks)
    days = {remark.document.source_id: remark.day for remark in remarks}
    kept = ToldAgain(remarks, subjects, sides, anchor).completed(merged(kept, subjects, days))
    return [goal.model_copy(update={"id": f"g-{number}"}) for number, goal in enumerate(kept, 1)]


def _of_others(goal: Goal, goals: Sequence[Goal]) -> list[Citation]:
    return [citation for other in goals if other is not goal for citation in other.citations]


def _is_day(goal: Goal, run: Sequence[Remark]) -> bool:
    """What looks like the target is a day of the month: something to be done, and no goal."""
    target = goal.target
    return target is not None and any(is_day_of_month(str(target.value), remark.text) for remark in run)


def _runs(remarks: Sequence[Remark]) -> Iterator[tuple[Remark, ...]]:
    """Remarks of one block are one goal."""
    run: list[Remark] = []
    for remark in remarks:
        if run and (remark.document is not run[-1].document or remark.block != run[-1].block):
            yield tuple(run)
            run = []
        run.append(remark)
    if run:
        yield tuple(run)
