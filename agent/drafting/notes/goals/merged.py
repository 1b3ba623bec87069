"""One goal told in several places made one: the words that name it first, the newest figure and its date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from agent.drafting.notes.goals.groups import are_of_two
from agent.drafting.notes.goals.measures import BRACKET, is_bare
from agent.drafting.notes.goals.subjects import Subjects, tokens
from agent.drafting.notes.goals.values import PARTS
from agent.models.evidence import Citation, Value
from agent.models.plan import Goal

SHARE = 0.5
"""Share of the lighter goal's words that two goals of one matter have in common."""
LEAST = 0.9
"""Weight of the words they have in common, in words of one line alone."""
MOST_CITED = 8
RARE = 10
"""Least number that two goals of an account hardly share by chance."""
PERCENT = re.compile(r"^(?:％|パーセント|per ?cent|pct)$", re.I)
PEOPLE = re.compile(r"^名$")
FIELDS = {"measure_method": "measure_method", "review_date": "review"}


def merged(goals: Sequence[Goal], subjects: Subjects, days: Mapping[str, dt.date | None]) -> list[Goal]:
    """The goals in their order, those of one matter joined. `days` are the days of the sources."""
    kept: list[Goal] = []
    for goal in goals:
        place = next(
            (
                i
                for i, known in enumerate(kept)
                if not are_of_two(known.metric or known.statement, goal.metric or goal.statement)
                and not are_told_apart(known, goal)
                and (
                    _one_matter(known, goal, subjects)
                    or _set_anew(known, goal, days)
                    or _only_figure(known, goal)
                )
            ),
            None,
        )
        if place is None:
            kept.append(goal)
        else:
            kept[place] = _joined(kept[place], goal, days)
    return kept


def are_told_apart(one: Goal, other: Goal) -> bool:
    """One source gives each a measure, a baseline and a target of its own, and no two of these are alike: two goals."""
    if one.citations[0].source_id != other.citations[0].source_id or one.metric == other.metric:
        return False
    levels = [(first.baseline, first.target) for first in (one, other)]
    if any(level is None for pair in levels for level in pair) or None in (one.metric, other.metric):
        return False
    return all(not _same_figure(first, second) for first, second in zip(*levels, strict=True))


def _only_figure(one: Goal, other: Goal) -> bool:
    """Both are to reach one figure that hardly two goals have, or share a word, and one of them does not say what of."""
    if one.target is None or not _same_figure(one.target, other.target) or isinstance(one.target.value, str):
        return False
    if matter_of(one) & matter_of(other) and None in (one.metric, other.metric):
        return True
    rare = one.target.value >= RARE or one.target.value % 1 != 0
    return rare and any(goal.metric is None or is_bare(goal.metric) for goal in (one, other))


def _set_anew(one: Goal, other: Goal, days: Mapping[str, dt.date | None]) -> bool:
    """One measure, named with how it is taken or without, whose figure another day's note sets in the same unit."""
    if not (one.metric and other.metric and one.target and other.target):
        return False
    names = {one.metric.strip(), other.metric.strip()}
    plain = {BRACKET.sub("", name) for name in names}
    same = len(plain) == 1 and (len(names) == 1 or plain < names)
    return same and one.target.unit == other.target.unit is not None and _day(one, days) != _day(other, days)


def matter_of(goal: Goal) -> set[str]:
    """The telling tokens of what a goal measures and says."""
    return tokens(f"{goal.metric or ''} {goal.statement}")


def _one_matter(one: Goal, other: Goal, subjects: Subjects) -> bool:
    if one.metric and one.metric == other.metric and _same_figure(one.target, other.target):
        return True
    first, second = matter_of(one), matter_of(other)
    shared = subjects.weight(first & second)
    lighter = min(subjects.weight(first), subjects.weight(second))
    if shared < LEAST or shared < SHARE * lighter or _apart(one, other) or _apart(other, one):
        return False
    return _go_together(one.target, other.target)


def _apart(one: Goal, other: Goal) -> bool:
    """The one is to fall from where it stands, the other's target lies above that; or the other way round."""
    levels = [value.value for value in (one.baseline, one.target, other.target) if value is not None]
    figures = [float(level) for level in levels if not isinstance(level, str)]
    if len(figures) < 3:
        return False
    stands, wanted, other_wanted = figures
    return (wanted - stands) * (other_wanted - stands) < 0


def _go_together(one: Value[Any] | None, other: Value[Any] | None) -> bool:
    """No target is counted in another unit; a share in words (half) goes with any."""
    if one is None or other is None:
        return True
    units = {PEOPLE.sub("人", PERCENT.sub("%", value.unit)) for value in (one, other) if value.unit}
    words = any(isinstance(value.value, str) for value in (one, other))
    return words or len(units) < 2


def _same_figure(one: Value[Any] | None, other: Value[Any] | None) -> bool:
    """The same number, one of them perhaps in words (5%, five per cent)."""
    return one is not None and other is not None and one.value == other.value and _go_together(one, other)


def _joined(one: Goal, other: Goal, days: Mapping[str, dt.date | None]) -> Goal:
    """`one` with what only `other` gives; of two figures the later document's holds with its date, of two baselines the
    earlier one's."""
    late = _day(other, days) > _day(one, days)
    first, last = (one, other) if late else (other, one)
    named = one if one.metric or not other.metric else other
    if other.metric and other.target and not one.target:
        named = other if len(other.metric) > len(one.metric or "") else named
    parts: dict[str, Any] = {
        "baseline": first.baseline or last.baseline,
        "target": last.target or first.target,
        "due": (last.due if last.target else None) or first.due or last.due,
        "owner": one.owner or other.owner,
        "metric": named.metric,
        "statement": _statement(one, other, named, last),
        "measure_method": first.measure_method or last.measure_method,
        "review": last.review or first.review,
    }
    return with_parts(one, parts, other.citations)


def _statement(one: Goal, other: Goal, named: Goal, last: Goal) -> str:
    """The one that says the target that holds."""
    if last.target and named.target and last.target.value != named.target.value:
        return last.statement
    return named.statement if named.target or not other.target else other.statement


def _day(goal: Goal, days: Mapping[str, dt.date | None]) -> dt.date:
    return (days.get(goal.citations[0].source_id) if goal.citations else None) or dt.date.min


def with_parts(goal: Goal, parts: Mapping[str, Any], citations: Sequence[Citation] = ()) -> Goal:
    """The goal with these parts, their citations first among the added ones, and `missing` told anew."""
    found = {name: value for name, value in parts.items() if value is not None}
    changed = goal.model_copy(update=found)
    added = [c for value in found.values() if isinstance(value, Value) for c in value.citations]
    cited = list(goal.citations)
    for citation in (*added, *citations):
        if all((citation.source_id, citation.start) != (c.source_id, c.start) for c in cited):
            cited.append(citation)
    missing = [name for name in PARTS if getattr(changed, FIELDS.get(name, name)) is None]
    return changed.model_copy(update={"citations": cited[:MOST_CITED], "missing": missing})
