"""Goals of a writer's list: where most items of a run are goals, so are the others; each item is one goal, in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from itertools import pairwise

from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.minutes_rows import tables_of_minutes
from agent.drafting.notes.goals.no_goal import aims, says_nothing
from agent.drafting.notes.goals.series import Item, series
from agent.models.evidence import Citation
from agent.models.plan import Goal
from agent.renewal.remarks import Remark

FEWEST = 2
"""Items of a run that are goals before the others count as goals too."""
TO_DO = re.compile(
    r"(?:する|もらう|[一-龠][ぁ-ん]?[うくぐすつぬぶむる])(?=[\s　。(（]|$)|^\W*(?:\w[.)] )?[\"“]?[A-Za-z]+: [\"“](?:do|get|have|make|be|use)\b"
)
"""Says in plain words what is to be done."""
LACKED = ("baseline", "target", "due", "owner", "measure_method", "review")

Make = Callable[[tuple[Remark, ...]], Goal | None]


def with_listed(kept: Sequence[Goal], remarks: Sequence[Remark], make: Make) -> list[Goal]:
    """The goals with the items of their lists that nobody took for one. `make` reads an item's sentences as a goal.

    What was read from inside an item, from its later sentences or the lines that explain it, only gives its parts.
    """
    goals = list(kept)
    for run in series(remarks):
        starts = [item.remarks[0].block for item in run]
        widest = max(after - before for before, after in pairwise(starts))
        ends = [*starts[1:], starts[-1] + widest]
        stated = [next((g for g in goals if _states(g, item)), None) for item in run]
        found = sum(goal is not None for goal in stated)
        if found < FEWEST or 2 * found < len(run):
            continue
        for item, end, known in zip(run, ends, stated, strict=True):
            if known is not None or says_nothing(item.remarks[0].text):
                continue
            goal = make(item.remarks)
            first = item.remarks[0].text
            if goal is None or not (goal.target or aims(first) or TO_DO.search(first)):
                continue
            inside = [g for g in goals if _is_inside(g, item, end, remarks)]
            for other in inside:
                lacks = {part: getattr(other, part) for part in LACKED if getattr(goal, part) is None}
                goal = with_parts(goal, lacks, other.citations)
            goals = [g for g in goals if g not in inside]
            goals.insert(_place(goals, goal), goal)
    return goals


def has_settled_list(goals: Sequence[Goal], remarks: Sequence[Remark], papers: Set[str]) -> bool:
    """Two goals or more are items of one list or rows of one table of minutes, in another source than `papers`."""
    lists = [[item.remarks for item in run] for run in series(remarks)]
    lists += [[row.said for row in rows] for rows in tables_of_minutes(remarks)]
    for items in lists:
        if items and items[0][0].document.source_id not in papers:
            found = sum(any(_quotes(g.citations[0], r) for g in goals for r in said) for said in items)
            if found >= FEWEST:
                return True
    return False


def _states(goal: Goal, item: Item) -> bool:
    """The goal quotes the sentence that the item begins with."""
    return any(_quotes(citation, item.remarks[0]) for citation in goal.citations[:2])


def _is_inside(goal: Goal, item: Item, end: int, remarks: Sequence[Remark]) -> bool:
    """All that the goal rests on stands between the item and the next."""
    first = item.remarks[0]
    at = goal.citations[0]
    own = [r for r in remarks if _quotes(at, r)]
    return any(r.document is first.document and first.block <= r.block < end for r in own)


def _quotes(citation: Citation, remark: Remark) -> bool:
    same = citation.source_id == remark.document.source_id
    return same and citation.start < remark.end and remark.start < citation.end


def _place(goals: Sequence[Goal], goal: Goal) -> int:
    """Behind the last goal of the same source that stands before it."""
    at = goal.citations[0]
    before = [
        i
        for i, other in enumerate(goals)
        if other.citations[0].source_id == at.source_id and other.citations[0].start < at.start
    ]
    return before[-1] + 1 if before else len(goals)
