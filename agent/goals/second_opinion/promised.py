"""What sets a plan off from what was promised at purchase: shared words, figures, dates, words that give less.

Signs are named, not words of a language, but for the plan's own words; so both languages are fitted together. A value
is in hundredths: whole numbers add up the same in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from agent.goals.opposites import any_of, promise_words
from agent.goals.promises import Said, in_base_units, is_lower_better, said_of, subjects_of, times_a_year_of
from agent.goals.quantities import Found
from agent.goals.scan import Scan
from agent.goals.second_opinion.signs import Sign
from agent.goals.targets import Targets, read_targets

ONE = 100
"""The value of a sign that is there."""
_OF_A_WORD = 25
"""The value of a word: one of many, so it says less than a figure."""
_ALIKE = 2e-3
"""Amounts that differ by no larger share are the same."""


def promise_signs(
    scan: Scan, targets: Targets, promise: Scan, signs: Iterable[Iterable[Sign]], broken: bool
) -> dict[Sign, int]:
    """Sign → value. `signs` are those of the plan's tokens, `broken` what the rules say."""
    shared, promised = subjects_of(scan.text) & subjects_of(promise.text), subjects_of(promise.text)
    found = {"share": round(ONE * len(shared) / max(1, len(promised)))}
    ones = {
        f"kind {scan.context.kind}",
        *(["broken"] if broken else []),
        *([] if shared else ["nothing shared"]),
    }
    ones.add(f"target {targets.target is not None}")
    ones.update(_dates(scan, promise))
    ones.update(_said(said_of(scan, targets), said_of(promise, read_targets(promise))))
    ones.update(_figures(scan, promise))
    ones.update(_softened(scan.text, promise.text))
    found |= dict.fromkeys(ones, ONE)
    said = promise.text.lower()
    words = {sign for own in signs for sign in own if sign[0] == "w" and sign[1:] not in said}
    return found | dict.fromkeys(words, _OF_A_WORD)


def _against(value: float, other: float) -> str:
    if abs(value - other) <= _ALIKE * max(abs(other), 1e-9):
        return "same"
    return "less" if value < other else "more"


def _dates(scan: Scan, promise: Scan) -> Iterator[Sign]:
    planned, promised = ([m.last for m in one.mentions if m.last is not None] for one in (scan, promise))
    yield f"dates {bool(promised)} {bool(planned)}"
    if planned and promised:
        last = max(promised)
        yield "later" if max(planned) > last else "same day" if max(planned) == last else "earlier"
        if min(planned) > last:
            yield "all later"
        if last in planned:
            yield "day kept"


def _said(planned: Said, promised: Said) -> Iterator[Sign]:
    """Level, change and percent of the one measure, where both name them."""
    falls = promised.falls if promised.falls is not None else planned.falls
    for name in ("level", "change", "percent"):
        one, other = getattr(planned, name), getattr(promised, name)
        if one is not None and other is not None:
            how = _against(one, other)
            yield f"{name} {how}"
            yield f"{name} {how} falls {falls}"


def _figures(scan: Scan, promise: Scan) -> Iterator[Sign]:
    """Every amount promised against the plan's of its dimension: the last, the difference of two, each in its period."""
    wanted, given = promise.quantities, scan.quantities
    values = {round(in_base_units(one)[0], 3) for one in given}
    yield f"figures {bool(wanted)} {bool(given)}"
    if wanted:
        yield f"figures held {all(round(in_base_units(one)[0], 3) in values for one in wanted)}"
    fewer = is_lower_better(promise.text) or is_lower_better(scan.text)
    by_dimension: dict[str, list[Found]] = {}
    for one in given:
        by_dimension.setdefault(in_base_units(one)[1], []).append(one)
    for one in wanted:
        value, dimension = in_base_units(one)
        same = by_dimension.get(dimension, [])
        if dimension == "ratio":
            yield from (f"share of change {how}" for how in _shares(by_dimension, value))
        if not same:
            if given:
                yield "figure of another kind"
            continue
        yield from _compared(value, dimension, one, same, fewer)
        yield from _yearly(promise, one, scan, same[-1])


def _compared(
    value: float, dimension: str, wanted: Found, same: Sequence[Found], fewer: bool
) -> Iterator[Sign]:
    last = in_base_units(same[-1])[0]
    how = _against(last, value)
    yield f"figure {how}"
    yield f"figure {how} {dimension}"
    yield f"figure {how} fewer {fewer}"
    yield f"figure {how} change {wanted.change}"
    if len(same) > 1:
        yield f"difference {_against(abs(in_base_units(same[0])[0] - last), value)}"
    else:
        yield f"only figure {how} fewer {fewer}"


def _shares(by_dimension: Mapping[str, Sequence[Found]], promised: float) -> Iterator[str]:
    for dimension, same in by_dimension.items():
        if dimension != "ratio" and len(same) > 1 and (first := in_base_units(same[0])[0]):
            yield _against(abs(first - in_base_units(same[1])[0]) / first * 100, promised)


def _yearly(promise: Scan, wanted: Found, scan: Scan, given: Found) -> Iterator[Sign]:
    then, now = times_a_year_of(promise, wanted), times_a_year_of(scan, given)
    if then and now:
        yield f"a year {_against(in_base_units(given)[0] * now, in_base_units(wanted)[0] * then)}"


@cache
def _lists() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, any_of(listed)) for name, listed in promise_words()["softened"].items())


def _softened(planned: str, promised: str) -> Iterator[Sign]:
    """Words that limit, leave open, stop, delay, keep or replace, in the plan alone, the promise alone or both."""
    for name, pattern in _lists():
        there, before = bool(pattern.search(planned)), bool(pattern.search(promised))
        if there or before:
            yield f"{name} {'both' if there and before else 'plan' if there else 'promise'}"
