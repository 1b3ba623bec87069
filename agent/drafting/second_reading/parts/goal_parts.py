"""`completed`: a goal with the parts that the fitted chances find in its sentences and around them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.due import begins_then, dates_another
from agent.drafting.notes.goals.due_told import NEXT, date_before, date_meant, says_no_date
from agent.drafting.notes.goals.figures import Figures
from agent.drafting.notes.goals.just_past import has_just_passed
from agent.drafting.notes.goals.metric import metric_of
from agent.drafting.notes.goals.owner import owned_by_nobody, person_named
from agent.drafting.notes.goals.past_times import limiting
from agent.drafting.notes.goals.told_only import is_only_told
from agent.drafting.notes.goals.values import PARTS, context_of, value_of
from agent.drafting.second_reading.parts.features import of_date, of_person
from agent.drafting.second_reading.parts.figures import (
    Chosen,
    Models,
    figure_of,
    likeliest_baseline,
    likeliest_target,
    printed_as,
)
from agent.drafting.second_reading.parts.fitted import model_of
from agent.drafting.second_reading.parts.surroundings import Told, surroundings
from agent.drafting.second_reading.parts.who import people_in
from agent.drafting.second_reading.verdicts import overlaps
from agent.models.evidence import Citation, Derived, Value
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import When, when_value

LIKELY = {"target": 0.5, "baseline": 0.3, "due": 0.5, "owner": 0.65}
"""Chance from which on a part is believed: best on writers left out of the fit, but for the target, which a wish has not."""
SURE = 0.7
"""The same for date and owner of a goal that has no target: a wish among other matters."""
OURS = re.compile(r"^ ?(?:ID|席|アカウント|ライセンス|seats?|users?|licen[cs]es?)", re.I)
"""Units of what is bought from us, which is no result."""
ONE_WORD = re.compile(r"[A-Za-z'’]+")
"""A capital alone makes no name of a word nobody is known by."""
MOST_CITED = 8


def completed(
    goal: Goal,
    remarks: Sequence[Remark],
    sides: Sides,
    anchor: Anchor,
    others: Iterable[Citation] = (),
    models: Models = model_of,
) -> Goal:
    """The goal with the parts that the rules left open, as the likeliest figures, dates and people beside it say.

    Sentences that `others`, the other goals' citations, quote tell nothing of this one, and sentences around the goal's
    own tell only of a goal that has a target.
    """
    own = [
        remark
        for remark in remarks
        if any(overlaps(citation, remark) for citation in goal.citations)
        and remark.document.source_id == goal.citations[0].source_id
    ]
    if not own:
        return goal
    elsewhere = list(others)
    told = [
        line
        for line in surroundings(own, remarks, anchor)
        if line.distance == 0 or not any(overlaps(citation, line.remark) for citation in elsewhere)
    ]
    parts: dict[str, Any] = {}
    target = printed_as(told, goal.target) if goal.target else None
    if goal.target is None:
        told_here = [line for line in told if line.distance == 0]
        target = _likely(likeliest_target(told_here, models), "target")
        if target is not None and (
            _is_ours(told_here[target.place], target) or _is_told(told_here[target.place], target)
        ):
            target = None
        if target is not None:
            parts["target"] = _value(told_here, target)
            target = replace(target, place=told.index(told_here[target.place]))
    if goal.target is None and parts.get("target") is None:
        told = [line for line in told if line.distance == 0]
        target = None
    aims = goal.target is not None or target is not None
    if goal.baseline is None and aims:
        stood = _likely(likeliest_baseline(told, target, models), "baseline")
        if stood is not None and (target is None or _comparable(stood, target)):
            parts["baseline"] = _value(told, stood)
    open_date = any(_near(line) and says_no_date(line.remark.text) for line in told)
    main = next((remark for remark in own if overlaps(goal.citations[0], remark)), own[0])
    if (before := date_before(main, remarks, anchor)) is not None:
        parts["due"] = _eve(*before)
    elif goal.due is None and not open_date:
        parts["due"] = _due(told, target, models, aims)
    elif (meant := date_meant(goal.due, main, remarks, anchor)) is not None:
        parts["due"] = _as_due(*meant)
    if goal.owner is None and not any(_near(line) and owned_by_nobody(line.remark.text) for line in told):
        parts["owner"] = _owner(told, target, sides, models, aims)
    if goal.metric is None and target is not None:
        parts["metric"] = _metric(told, target, anchor)
    return _with(goal, parts)


def _near(line: Told) -> bool:
    """One of the goal's own sentences, or of the next."""
    return 0 <= line.distance <= NEXT


def _likely(chosen: Chosen | None, part: str) -> Chosen | None:
    return chosen if chosen is not None and chosen.chance >= LIKELY[part] else None


def _value(told: Sequence[Told], chosen: Chosen) -> Value[Any] | None:
    figure = figure_of(told, chosen)
    remark = told[chosen.place].remark
    citation = citation_of(remark)
    if citation is None:
        return None
    return value_of(replace(figure, sentence=0), [remark], {remark: citation})


def _is_ours(line: Told, chosen: Chosen) -> bool:
    return bool(OURS.match(line.remark.text[chosen.span.end :]) or OURS.match(chosen.span.unit))


def _is_told(line: Told, chosen: Chosen) -> bool:
    """The sentence tells the figure as found, and sets nothing."""
    text = line.remark.text
    return is_only_told(text, text[: chosen.span.start], text[chosen.span.end :])


def _comparable(one: Chosen, other: Chosen) -> bool:
    """Both count the same kind of thing; a word (half, zero) and a bare number go with anything."""
    kinds = {chosen.span.measures for chosen in (one, other)}
    return len(kinds) == 1 or "none" in kinds


def _due(told: Sequence[Told], target: Chosen | None, models: Models, aims: bool) -> Value[str] | None:
    aim = (target.place, target.span) if target else None
    dated = [
        (models("due", line.language).chance(of_date(told, place, date, aim)), line, date)
        for place, line in enumerate(told)
        for date in limiting(line.remark.text, line.dates, line.remark.day)
        if date.last > line.day
        and not has_just_passed(date, line.remark.text, line.day)
        and not begins_then(line.remark.text, date.start, date.end)
        and not (_is_beside(place, line, target) and dates_another(line.remark.text))
    ]
    chance, line, date = max(dated, key=lambda found: found[0], default=(0.0, None, None))
    if line is None or date is None or chance < (LIKELY["due"] if aims else SURE):
        return None
    return _as_due(line.remark, date)


def _as_due(remark: Remark, date: When) -> Value[str] | None:
    citation = citation_of(remark)
    return when_value(replace(date, iso=date.last.isoformat()), citation, remark) if citation else None


def _eve(remark: Remark, event: When) -> Value[str] | None:
    """The day before the event begins, computed from the event's own date."""
    citation = citation_of(remark)
    if citation is None:
        return None
    begins = Value[object].model_validate(when_value(event, citation, remark).model_dump())
    day = (event.first - dt.timedelta(days=1)).isoformat()
    rule = Derived(rule="calendar.day_before", inputs=[begins])
    return Value[str](value=day, citations=[citation], derived=rule, check="computed")


def _is_beside(place: int, line: Told, target: Chosen | None) -> bool:
    """Another sentence than the one that gives the target, or than a goal's own where it has none."""
    return line.distance != 0 if target is None else place != target.place


def _owner(
    told: Sequence[Told], target: Chosen | None, sides: Sides, models: Models, aims: bool
) -> str | None:
    aim = (target.place, target.span) if target else None
    named = []
    for place, line in enumerate(told):
        for who in people_in(told, place, sides):
            chance = models("owner", line.language).chance(of_person(told, place, who, aim))
            if chance >= (LIKELY["owner"] if aims else SURE) and sides.of(who.words) != "us":
                named.append((chance, who.words))
    for _, words in sorted(named, key=lambda found: -found[0]):
        person = sides.person(words)
        known = person is not None and person.kind == "person"
        name = (
            person.name
            if person and known
            else None
            if ONE_WORD.fullmatch(words)
            else person_named(words, sides)
        )
        if name:
            return name
    return None


def _metric(told: Sequence[Told], target: Chosen, anchor: Anchor) -> str | None:
    """The words before the target, as the rules cut them."""
    figure = figure_of(told, target)
    texts = [line.remark.text for line in told]
    day = told[target.place].remark.day
    return metric_of(texts, Figures((figure,), None, figure), context_of(anchor, day))


def _with(goal: Goal, parts: dict[str, Any]) -> Goal:
    found = {name: value for name, value in parts.items() if value is not None}
    changed = goal.model_copy(update=found)
    missing = [name for name in PARTS if getattr(changed, _field(name)) is None]
    citations = list(goal.citations)
    for value in found.values():
        for citation in value.citations if isinstance(value, Value) else ():
            if all(not _same(citation, known) for known in citations) and len(citations) < MOST_CITED:
                citations.append(citation)
    return changed.model_copy(update={"missing": missing, "citations": citations})


def _field(part: str) -> str:
    return {"review_date": "review"}.get(part, part)


def _same(one: Citation, other: Citation) -> bool:
    return (one.source_id, one.start) == (other.source_id, other.start)
