"""Decision steps: those of the rules and those that likely sentences make, each in its place in time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of, without_list_mark
from agent.drafting.notes.commitments.narrated import asks_the_other_side, called_by_name
from agent.drafting.second_reading.candidates import Form
from agent.drafting.second_reading.entries import listed_and_again
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import DecisionStep, KeyPerson
from agent.renewal.bare_days import body_of_the_day
from agent.renewal.handing import who_stands_behind
from agent.renewal.holders import BODY
from agent.renewal.matters import key, of_other_matters
from agent.renewal.month_named import REACH as MONTH_BACK
from agent.renewal.month_named import in_named_month
from agent.renewal.moved_days import Move, move_of, moves_in, read_moves
from agent.renewal.no_steps import (
    denies_a_say,
    is_every_time,
    is_no_step,
    is_of_a_measure,
    is_past_start,
    tells_a_limit,
)
from agent.renewal.other_matters import is_our_own
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.sightings import CLOSES
from agent.renewal.when import When, finest, is_current, read_when
from agent.renewal.workflow import is_of_table

DAY = 2
"""Hyphens of a day ("2026-11-18")."""
BEGINS = re.compile(r"[(（]?[月火水木金土日]?[)）]?(?:の?(?:頭|初め|はじめ|上旬))?から")
RATE = re.compile(r"^(?:in|per|an?) (?:a )?year$|^年に?$", re.I)
"""How much in what time, no date: "above 0.15M in a year"."""
BESIDE = 2
"""Remarks from one day of a schedule to the next."""
ROWS = 3
"""Rows from one of a table to another that is believed with it."""
ASKED = 13
"""Remarks before a bare day among which the body it is of may be named."""
BARE_DAY = re.compile(r"(?:(?:on |by )?the )?\d{1,2}(?:日|st|nd|rd|th)(?:[(（].[)）])?", re.I)
DECIDES = re.compile(r"決裁|決定|承認|判断|可否|\b(?:decision|decides?|approv\w+|signs?)\b", re.I)
HANDED = re.compile(
    r"紙|書|資料|案|数字|提出|締め?切|\b(?:papers?|forms?|pages?|drafts?|sheets?|figures|slips?|submi\w+|sends?)\b",
    re.I,
)
"""What is handed in on the day that something is decided is a step of its own."""


def weighed_steps(
    weighed: Weighed,
    steps: Sequence[DecisionStep],
    people: Sequence[KeyPerson],
    sides: Sides,
    anchor: Anchor,
) -> list[DecisionStep]:
    """The steps a careful reader would list: the rules' in their order, others before the first later one."""
    found: list[DecisionStep] = []
    told = [step for step in steps if not _is_none(weighed, step)]
    believed, again = listed_and_again(weighed, told, step_form(weighed, sides, anchor, told))
    believed = _with_their_day(believed, [step for step in again if any(step is rule for rule in told)])
    chosen = _one_a_meeting(_with_their_run(weighed, believed, told), steps)
    for step in chosen:
        by_rules = any(step is known for known in steps)
        if not by_rules and _adds_nothing(step, chosen, steps):
            continue
        body = _of_the_day(weighed, step, people) if step.approver is None else None
        if body is not None:
            named = step.step if by_rules else body  # "7月は17日。" says nothing of what happens then
            step = step.model_copy(update={"approver": body, "step": named})
        elif step.approver is None or (not by_rules and HANDED.search(step.step)):
            behind = _behind(weighed, step, people, sides)
            step = step.model_copy(update={"approver": behind or step.approver})
        if not by_rules and step.when is None and step.approver is None:
            continue  # neither a day nor anybody: it only goes on about the matter
        found.insert(len(found) if by_rules else _place(step, found), step)
    return [step.model_copy(update={"order": order}) for order, step in enumerate(found, 1)]


def _is_none(weighed: Weighed, step: DecisionStep) -> bool:
    """All that the rules saw the step in is a date of another matter."""
    places = weighed.places(step.citations)
    return bool(places) and all(is_no_step(weighed.remark(place)) for place in places)


def _with_their_day(believed: Sequence[DecisionStep], again: Sequence[DecisionStep]) -> list[DecisionStep]:
    """The believed steps; in the place of a sentence without a day the rules' step of the same approver that has one."""
    left, found = list(again), []
    for step in believed:
        dated = [one for one in left if step.approver and one.approver == step.approver and one.when]
        better = dated[0] if step.when is None and dated else step
        left = [one for one in left if one is not better]
        found.append(better)
    return found


def _with_their_run(
    weighed: Weighed, believed: Sequence[DecisionStep], told: Sequence[DecisionStep]
) -> list[DecisionStep]:
    """The believed steps, and those of the rules that the same schedule tells beside one of them, each with its day and
    who acts: a schedule is believed as a whole ("The Forum on 9 May looks at it. The Board on 24 May says yes or no.")."""
    days = [place for step in believed if step.when for place in weighed.places(step.citations)[:1]]
    left = [step for step in told if all(step is not one for one in believed)]
    beside = [
        step
        for step in left
        if (step.when or "").count("-") == DAY
        and any(
            _one_table(weighed, place, day) or (step.approver and _one_run(weighed, place, day))
            for place in weighed.places(step.citations)[:1]
            for day in days
        )
    ]
    by_rules = [step for step in told if any(step is one for one in (*believed, *beside))]
    return [*by_rules, *(step for step in believed if all(step is not one for one in by_rules))]


def _one_table(weighed: Weighed, place: int, other: int) -> bool:
    """Two rows of one table, not far from each other."""
    one, two = weighed.remark(place), weighed.remark(other)
    rows = is_of_table(one) and is_of_table(two)
    return rows and one.document is two.document and 0 < abs(one.block - two.block) <= ROWS


def _one_run(weighed: Weighed, place: int, other: int) -> bool:
    """Two sentences of one speaker's turn, line or list, one beside the other."""
    one, two = weighed.remark(place), weighed.remark(other)
    near = place != other and abs(place - other) <= BESIDE and one.document is two.document
    return near and one.speaker == two.speaker and abs(one.block - two.block) <= 1


def _one_a_meeting(steps: Sequence[DecisionStep], known: Sequence[DecisionStep]) -> list[DecisionStep]:
    """A body's month and its day in that month are one meeting: the step of the rules with the day."""
    left = list(steps)
    for step in steps:
        exact = step.when is not None and step.when.count("-") == DAY and step.approver is not None
        for other in [*left] if exact and any(step is one for one in left) else ():
            month = other.when if other.when is not None and other.when.count("-") < DAY else None
            vague = month is not None and (step.when or "").startswith(month)
            if other is step or other.approver != step.approver or not vague:
                continue
            named = step if any(step is rule for rule in known) else other
            both = [*step.citations, *(c for c in other.citations if c not in step.citations)][:4]
            place = next(at for at, one in enumerate(left) if one is step)
            left[place] = named.model_copy(update={"when": step.when, "citations": both})
            left.remove(other)
            break
    return left


def step_form(
    weighed: Weighed, sides: Sides, anchor: Anchor, told: Sequence[DecisionStep] = ()
) -> Form[DecisionStep]:
    """How decision steps are looked at; `told` are those of the rules, which have put together what is one."""
    remarks = [remark for _, remark, _ in weighed.told()]
    moves = read_moves(remarks, anchor)
    apart = of_other_matters(remarks, sides.product_words)
    return Form(
        name="steps",
        kinds=("step",),
        kind_of=lambda _step: "step",
        text_of=lambda step: step.step,
        citations_of=lambda step: step.citations,
        parts_of=lambda step: {"approver": float(bool(step.approver)), "when": float(bool(step.when))},
        made_of=lambda remark, _kind: (
            None if key(remark) in apart else _step(weighed, remark, sides, anchor, moves)
        ),
        apart=lambda one, other: _are_two(one, other) or _are_told_apart(one, other, told),
    )


def _are_two(one: DecisionStep, other: DecisionStep) -> bool:
    """Steps of two approvers on two days are two, however alike their names (理事会で決定, 常任理事会で決定)."""
    return bool(
        one.approver and other.approver and one.when and other.when
        and one.approver != other.approver and one.when != other.when
    )  # fmt: skip


def _are_told_apart(one: DecisionStep, other: DecisionStep, told: Sequence[DecisionStep]) -> bool:
    """Two steps of the rules, by two people; one body may have two names."""
    rules = all(any(step is known for known in told) for step in (one, other))
    names = {step.approver for step in (one, other) if step.approver and not BODY.search(step.approver)}
    return rules and len(names) > 1


def _adds_nothing(step: DecisionStep, others: Sequence[DecisionStep], known: Sequence[DecisionStep]) -> bool:
    """A sentence without a day only tells how a dated step goes ("Two-thirds of eleven, so eight."), one of the day of a
    step of the rules by the same approver, or by none, is that step once more."""
    if step.when is None:
        return any(other.when and other.approver for other in others)
    exact = step.when.count("-") == DAY
    return exact and any(
        other.when == step.when
        and other.approver
        and step.approver in (other.approver, None)
        and not HANDED.search(step.step)
        for other in others
        if any(other is rule for rule in known)
    )


def _behind(weighed: Weighed, step: DecisionStep, people: Sequence[KeyPerson], sides: Sides) -> str | None:
    """Who stands behind the step by the sentence that dates it, or the next one it cites."""
    for place in weighed.places(step.citations)[:2]:
        before, after = weighed.around(place)
        who = who_stands_behind(weighed.remark(place), before, after, people, sides)
        if who is not None:
            return who
    return None


def _of_the_day(weighed: Weighed, step: DecisionStep, people: Sequence[KeyPerson]) -> str | None:
    """The body whose day the step's sentence tells, where it tells no more."""
    first = next(iter(weighed.places(step.citations)), None)
    if first is None or step.when is None:
        return None
    remark = weighed.remark(first)
    return body_of_the_day(remark, weighed.before(remark, ASKED), people)


def _place(step: DecisionStep, others: Sequence[DecisionStep]) -> int:
    if step.when is None:
        return len(others)
    later = (place for place, other in enumerate(others) if other.when is not None and other.when > step.when)
    place = next(later, len(others))
    while place and HANDED.search(step.step) and _decides_some_day(others[place - 1]):
        place -= 1
    return place


def _decides_some_day(step: DecisionStep) -> bool:
    """A decision without a day: what is handed in comes before it."""
    return step.when is None and DECIDES.search(step.step) is not None


def _step(
    weighed: Weighed, remark: Remark, sides: Sides, anchor: Anchor, moves: Sequence[Move] = ()
) -> DecisionStep | None:
    """The step a sentence makes; none where all its days are long past, nor of what they ask us to do."""
    called = called_by_name(remark.text)
    of_theirs = called is not None and sides.person(called) is not None
    if remark.side == "customer" and not of_theirs and asks_the_other_side(remark):
        return None
    citation = citation_of(remark)
    dates = _dates(remark, anchor)
    says_nothing = tells_a_limit(remark.text) or denies_a_say(remark.text)
    measured = is_of_a_measure(remark, weighed.before(remark, MONTH_BACK))
    if is_no_step(remark) or is_our_own(remark, sides) or measured or (not dates and says_nothing):
        return None
    if citation is None or (dates and not any(is_current(date, anchor) for date in dates)):
        return None
    person = sides.person(remark.text)
    when = day_told(remark, weighed.before(remark, MONTH_BACK), anchor)
    move = move_of(when.iso, remark, moves) if when else None
    moved = citation_of(move.remark) if move is not None and move.remark is not remark else None
    when = move.new if move else when
    return DecisionStep(
        order=1,
        step=without_list_mark(remark.text.lstrip("、, ")),
        approver=person.name if person and "economic_buyer" in (person.role, *person.also_roles) else None,
        when=when.iso if when else None,
        citations=[citation, moved] if moved else [citation],
    )


def day_told(remark: Remark, before: Sequence[Remark], anchor: Anchor) -> When | None:
    """The first day to come that a sentence tells, of a window the day it closes.

    `before` are the remarks before it, the nearest first: they may name the month of a bare day.
    """
    dates = in_named_month(_dates(remark, anchor), remark, before, anchor)
    ahead = [date for date in dates if is_current(date, anchor)]
    if not ahead:
        return None
    first = _earliest(ahead)
    closes = [date for date in ahead if CLOSES.match(remark.text, date.end) and date.first > first.first]
    return closes[-1] if closes and BEGINS.match(remark.text, first.end) else first


def _dates(remark: Remark, anchor: Anchor) -> list[When]:
    """A sentence's exactest dates but the day it was said on, and one that it says no longer holds."""
    gone = {move.old for move in moves_in(remark, anchor)}
    often = is_every_time(remark.text)
    return [
        date
        for date in finest(read_when(remark.text, remark.day, anchor))
        if date.iso != str(remark.day)
        and date.iso not in gone
        and not (often and date.iso.count("-") < DAY)
        and not RATE.search(date.words)
        and not is_past_start(remark.text, date.start, date.end)
    ]


def _earliest(dates: Sequence[When]) -> When:
    """The first to come; a day without its month only where no date tells a month ("1月の第2火曜、12日ですね")."""
    told = [date for date in dates if not BARE_DAY.fullmatch(date.words)]
    return min(told or dates, key=lambda date: date.first)
