"""Goals: those of the rules and those that likely sentences make, with the parts that chances add."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.goals.agreed_baselines import with_agreed_baselines
from agent.drafting.notes.goals.blocks import is_day_of_month
from agent.drafting.notes.goals.changed_things import thing_changed
from agent.drafting.notes.goals.given_up import still_aimed_at, without_targets_taken_back
from agent.drafting.notes.goals.labelled_parts import LaidOut
from agent.drafting.notes.goals.later_dues import with_later_dues, with_shared_dues
from agent.drafting.notes.goals.led_from import with_levels_led_from
from agent.drafting.notes.goals.merged import are_told_apart, merged, with_parts
from agent.drafting.notes.goals.no_goal import aims, sets_nothing
from agent.drafting.notes.goals.read import goal_of
from agent.drafting.notes.goals.revised import revised, without_changes
from agent.drafting.notes.goals.soundness import misread
from agent.drafting.notes.goals.statement import plainly
from agent.drafting.notes.goals.subjects import Subjects
from agent.drafting.notes.goals.tellers import without_tellers
from agent.drafting.notes.goals.titles import titled
from agent.drafting.notes.goals.told_again import ToldAgain
from agent.drafting.notes.goals.topic_measures import with_topics
from agent.drafting.notes.goals.topics import topic_over
from agent.drafting.notes.goals.values import context_of
from agent.drafting.second_reading.candidates import Form
from agent.drafting.second_reading.entries import listed_and_again
from agent.drafting.second_reading.goal_rows import GoalRows
from agent.drafting.second_reading.lines_beside import with_owners_beside
from agent.drafting.second_reading.listed_goals import has_settled_list, with_listed
from agent.drafting.second_reading.minuted_goals import with_minuted
from agent.drafting.second_reading.parts.another import is_same
from agent.drafting.second_reading.parts.goal_parts import completed
from agent.drafting.second_reading.pointed_goals import with_points
from agent.drafting.second_reading.threads.later_owner import with_both_owners, with_later_owners
from agent.drafting.second_reading.threads.read import with_matters
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Citation, Claim
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

WANTS_IT = re.compile(
    r"^(?:(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[A-Z]\w+)(?:['’]d| would)? (?:wants?|needs?|likes?)(?: to (?:get|see|have|do))? |(?:get|do|make|have|put|let['’]s (?:get|do|have)) (?:me |us )?)"
    r"(?:it|this|that|them|those)\b",
    re.I,
)
HEARSAY = re.compile(
    r"らしい(?:です)?[。」]?$|[(（](?:うわさ|噂)[)）]|との(?:うわさ|噂)|\brumou?r\b|\breportedly\b", re.I
)
OTHERS = re.compile(
    r"\b(?:other|most|similar|comparable) (?:operators|customers|clients|companies|firms|schools|sites|teams|users)\b|\btop quartile\b|\bindustry (?:average|norm|standard)\b|他社|業界|同規模の",
    re.I,
)
"""Tells what other houses reach."""
PARTS = ("metric", "baseline", "target", "due", "owner", "measure_method", "review")


def weighed_goals(
    weighed: Weighed,
    goals: Sequence[Goal],
    remarks: Sequence[Remark],
    sides: Sides,
    anchor: Anchor,
    promises: Sequence[Claim] = (),
) -> list[Goal]:
    """The goals a careful reader would list, told-again ones merged and completed, numbered anew.

    Where the customer settled a list of goals, what the paper of the purchase promised beside it is none.
    """
    days = {remark.document.source_id: remark.day for remark in remarks}
    by_rules = without_changes(whole(goals, remarks, sides, anchor), remarks, days)
    papers = {citation.source_id for promise in promises for citation in promise.citations}
    kept, again = listed_and_again(weighed, by_rules, goal_form(goals, remarks, sides, anchor, papers))
    kept = _with_told_twice(kept, again)

    def read_item(said: tuple[Remark, ...]) -> Goal | None:
        goal = goal_of(said, remarks, sides, anchor)
        return goal and completed(goal, remarks, sides, anchor, _cited(kept))

    noted = [remark for remark in remarks if remark.document.source_id not in papers]
    kept = with_points(kept, again, remarks, read_item)
    kept = with_owners_beside(kept, remarks, sides)
    kept = with_listed(kept, noted, read_item)
    kept = with_minuted(kept, remarks, read_item, sides, anchor)
    kept = without_changes(_without_promised(kept, remarks, promises), remarks, days)
    subjects = Subjects(remarks)
    told = ToldAgain(remarks, subjects, sides, anchor).completed(merged(kept, subjects, days))
    told = [
        with_parts(goal, {"metric": goal.metric or topic_over(goal.citations[0], remarks)}) for goal in told
    ]
    told = with_matters(told, remarks, sides, anchor)
    kept = merged(told, subjects, days)  # what is measured may only now be known to be the same
    kept = revised(kept, remarks, subjects, sides, anchor, days)
    kept = with_shared_dues(with_later_dues(kept, remarks, anchor, days), remarks)
    kept = with_levels_led_from(kept, remarks, anchor)
    kept = with_agreed_baselines(kept, remarks, subjects, anchor)
    kept = still_aimed_at(kept, remarks, subjects, days)
    kept = [with_parts(goal, {"metric": goal.metric or thing_changed(goal.statement)}) for goal in kept]
    laid_out = LaidOut(remarks)
    kept = [
        goal if laid_out.holds(goal) else without_tellers(goal, remarks, sides)
        for goal in without_targets_taken_back(kept, remarks)
    ]
    kept = with_both_owners(with_later_owners(kept, remarks, sides), remarks, sides)
    kept = [goal for goal in kept if not _only_states(goal, remarks)]
    names = [remark.speaker for remark in remarks if remark.speaker]
    kept = [with_topics(goal, remarks, names) for goal in kept]
    kept = [goal if laid_out.holds(goal) else titled(goal, remarks) for goal in kept]
    return [
        goal.model_copy(update={"id": f"g-{number}", "statement": plainly(goal.statement)})
        for number, goal in enumerate(kept, 1)
    ]


def _only_states(goal: Goal, remarks: Sequence[Remark]) -> bool:
    """Its sentences speak of nothing wanted or changed and give a date alone, or tell a rumour or what others do."""
    own = [r for r in remarks if any(_quotes(citation, r) for citation in goal.citations)]
    if not own:
        return False
    if HEARSAY.search(own[0].text) or (own[0].side == "us" and OTHERS.search(own[0].text)):
        return True
    if goal.owner is not None or goal.baseline is not None or any(aims(remark.text) for remark in own):
        return False
    return goal.target is None and goal.due is not None


def _quotes(citation: Citation, remark: Remark) -> bool:
    same = citation.source_id == remark.document.source_id
    return same and citation.start < remark.end and remark.start < citation.end


def _without_promised(
    kept: Sequence[Goal], remarks: Sequence[Remark], promises: Sequence[Claim]
) -> list[Goal]:
    """Without the goals that a promise at purchase alone states, where another note holds a list of goals."""
    told = [citation for promise in promises for citation in promise.citations]
    if not has_settled_list(kept, remarks, {citation.source_id for citation in told}):
        return list(kept)
    return [goal for goal in kept if not all(_is_among(citation, told) for citation in goal.citations)]


def _is_among(citation: Citation, others: Sequence[Citation]) -> bool:
    return any(
        citation.source_id == other.source_id and citation.start < other.end and other.start < citation.end
        for other in others
    )


def _with_told_twice(kept: Sequence[Goal], again: Sequence[Goal]) -> list[Goal]:
    """What only the other telling of a goal gives: its due date, owner and baseline, where both have one target."""
    found = list(kept)
    for goal in again:
        for place, known in enumerate(found):
            if _tells_one(known, goal) and is_same(known, goal):
                lacks = ("due", "owner", "baseline")
                parts = {part: getattr(goal, part) for part in lacks if getattr(known, part) is None}
                found[place] = with_parts(known, parts, goal.citations)
                break
    return found


def _tells_one(known: Goal, goal: Goal) -> bool:
    """Both have one target, or the other telling only says where the measure stands, in the target's unit."""
    if known.target is None:
        return False
    if goal.target is not None:
        return known.target.value == goal.target.value
    return goal.baseline is not None and goal.baseline.unit == known.target.unit is not None


def whole(goals: Sequence[Goal], remarks: Sequence[Remark], sides: Sides, anchor: Anchor) -> list[Goal]:
    """The rules' goals with the parts that chances add, none from a sentence that another goal quotes."""
    told = [completed(goal, remarks, sides, anchor, _cited(goals, goal)) for goal in goals]
    return [goal for goal in told if not _only_tells(goal, remarks, anchor)]


def goal_form(
    goals: Sequence[Goal],
    remarks: Sequence[Remark],
    sides: Sides,
    anchor: Anchor,
    papers: Collection[str] = (),
) -> Form[Goal]:
    """How goals are looked at; `goals` are those of the rules, `papers` the sources that promise at purchase."""
    cited = _cited(goals)
    rows = GoalRows(remarks, papers)
    in_lists = rows.listed(goals)
    laid_out = LaidOut(remarks)

    def are_two(one: Goal, other: Goal) -> bool:
        return rows.are_two(one, other) or are_told_apart(one, other)

    def made_of(remark: Remark, _kind: str) -> Goal | None:
        goal = goal_of((remark,), remarks, sides, anchor)
        if goal is None:
            return None
        goal = completed(goal, remarks, sides, anchor, cited)
        nothing = (
            _says_not_what(goal)
            or _reaches_nothing(goal, remark)
            or sets_nothing(goal, remark, context_of(anchor, remark.day))
        )
        return None if nothing else goal

    return Form(
        name="goals",
        kinds=("goal",),
        kind_of=lambda _goal: "goal",
        text_of=lambda goal: goal.statement,
        citations_of=lambda goal: goal.citations,
        parts_of=lambda goal: _parts(goal, anchor.as_of),
        made_of=made_of,
        same=lambda one, other: is_same(one, other) and not are_two(one, other),
        apart=are_two,
        sure=lambda goal: rows.row_of(goal) in in_lists or laid_out.holds(goal),
        goes_on=lambda goal: goal.target is None,
    )


def _only_tells(goal: Goal, remarks: Sequence[Remark], anchor: Anchor) -> bool:
    """The one sentence that the goal rests on sets nothing."""
    at = goal.citations[0]
    own = [
        r for r in remarks if r.document.source_id == at.source_id and r.start < at.end and at.start < r.end
    ]
    alone = len(goal.citations) == 1 and len(own) == 1
    return alone and sets_nothing(goal, own[0], context_of(anchor, own[0].day))


def _says_not_what(goal: Goal) -> bool:
    """Wants "it", with neither measure nor target: another sentence says what."""
    return goal.metric is None and goal.target is None and WANTS_IT.match(goal.statement) is not None


def _reaches_nothing(goal: Goal, remark: Remark) -> bool:
    """What looks like the target is a day of the month, or where things stand already: a fact, and no goal."""
    if goal.target is None:
        return False
    stands = goal.baseline is not None and goal.baseline.value == goal.target.value
    return stands or misread(goal.target, remark) or is_day_of_month(str(goal.target.value), remark.text)


def _cited(goals: Sequence[Goal], but: Goal | None = None) -> list[Citation]:
    return [citation for goal in goals if goal is not but for citation in goal.citations]


def _parts(goal: Goal, as_of: dt.date) -> dict[str, float]:
    found = {part: float(getattr(goal, part) is not None) for part in PARTS}
    found["past due"] = float(goal.due is not None and str(goal.due.value) < as_of.isoformat())
    return found | {"missing": len(goal.missing) / 3}
