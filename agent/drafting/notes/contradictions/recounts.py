"""One thing counted twice: for the same month with two results, or felt by one and measured by another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from agent.calendar.month_names import MONTHS_SHORT_LOWER
from agent.drafting.notes.contradictions.pairs import Pair, Reason
from agent.drafting.notes.contradictions.said import Said, apart, comes_before
from agent.drafting.notes.contradictions.values import plain_of, values_in
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.evidence.tokens import words

PACKAGE, FILE = "agent.drafting.notes.contradictions", "recounts"
MONTH = re.compile(
    r"(?<![\d/])(?P<m>1[0-2]|[1-9])月(?!額|末|\d{1,2}日|以降|から|まで|頃|上旬|中旬|下旬|に)|"
    r"(?<!by )\b(?P<name>Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b(?! \d)"
)
REACH = {True: 26, False: 50}
"""Letters from a month's name within which its figure stands, in Japanese and English."""
NO_UNIT = 3
"""A number below it counts nothing without a unit."""
MOST_APART = 2.0
"""Two counts of one thing are within this ratio."""
MOST = 2


@dataclass(frozen=True)
class Count:
    """A figure with the month it is of, where one is named."""

    said: Said
    month: int | None
    number: float
    unit: str
    subject: frozenset[str]
    carried: bool = False  # the month stands in the sentence before
    again: bool = False  # it, or the sentence before, says that it was counted again


def recounts(notes: Sequence[Said]) -> Iterator[Pair]:
    """Pairs of counts that are of one thing by month, unit and word and differ; at most MOST, a statement once."""
    counts = [count for place, said in enumerate(notes) for count in _counts(place, notes)]
    told: list[Said] = []
    theirs_first = sorted(counts, key=lambda count: count.said.remark.side == "us")
    for newer in reversed(counts):
        for older in theirs_first:
            if any(one in (older.said, newer.said) for one in told) or not _of_one_thing(older, newer):
                continue
            why = _why(older, newer)
            if why is not None:
                told += [older.said, newer.said]
                yield Pair(
                    "measured" if why == "data" else "correction", older.said.remark, newer.said.remark, why
                )
            if len(told) == 2 * MOST:
                return


def _of_one_thing(older: Count, newer: Count) -> bool:
    """Different figures in one unit, of one month or of none, said apart and in this order."""
    if older.number == newer.number or older.unit != newer.unit or older.month != newer.month:
        return False
    ratio = max(older.number, newer.number) / max(min(older.number, newer.number), 0.1)
    if ratio > MOST_APART or not apart(older.said, newer.said):
        return False
    return comes_before(older.said, newer.said)


def _why(older: Count, newer: Count) -> Reason | None:
    """Felt and then measured; of one month, a word in common, or a word for counting again and a unit."""
    shared = older.subject & newer.subject
    felt = _fits("felt", older.said) and _fits("measured", newer.said)
    if felt and shared and older.unit:
        return "data"
    if older.month is None:
        return None
    again = newer.again or (_fits("first", older.said) and not _fits("first", newer.said))
    if older.carried or newer.carried or older.unit == "%":
        return "newer" if newer.again and older.unit else None
    return "newer" if (again and older.unit) or (shared and (older.unit or again)) else None


def _counts(place: int, notes: Sequence[Said]) -> Iterator[Count]:
    said = notes[place]
    if said.is_question or not said.remark.is_note or _fits("not_fact", said):
        return
    plain = plain_of(said.remark.text)
    values = values_in(plain)
    months = [(m.end(), _month(m)) for m in MONTH.finditer(plain)]
    subject = frozenset(w for w in said.words if not w.isdigit()) - _plain()
    subject |= frozenset(words(said.remark.label)) if said.remark.kind.value == "table_row" else frozenset()
    for value in values:
        if value.number is None or (not value.unit and value.number < NO_UNIT):
            continue
        before = [(end, month) for end, month in months if end <= value.start]
        end, month = before[-1] if before else (value.start, None)
        gap = plain[end : value.start]
        first = not any(end <= v.start < value.start for v in values if not v.is_date)
        if month is not None and (not first or "。" in gap or len(gap) > REACH[is_japanese(plain)]):
            continue
        above = _above(place, notes)
        carried = _only_month(above) if above is not None and month is None and not months else None
        again = any(_fits("again", one) for one in (said, above) if one is not None)
        yield Count(said, month or carried, value.number, value.unit, subject, carried is not None, again)


def _above(place: int, notes: Sequence[Said]) -> Said | None:
    """The sentence before in the same paragraph."""
    said, before = notes[place], notes[place - 1] if place else None
    if before is None or before.remark.document is not said.remark.document:
        return None
    return before if before.remark.block == said.remark.block else None


def _only_month(said: Said) -> int | None:
    """The only month that it names ("September is complete. The average is 12")."""
    months = {_month(m) for m in MONTH.finditer(plain_of(said.remark.text))}
    return months.pop() if len(months) == 1 else None


def _month(found: re.Match[str]) -> int:
    return (
        int(found["m"]) if found["m"] else MONTHS_SHORT_LOWER.split("|").index(found["name"][:3].lower()) + 1
    )


@cache
def _plain() -> frozenset[str]:
    """Words that two counts of different things share as well."""
    return frozenset(
        frame.pattern.removeprefix(r"\b")
        for language in ("ja", "en")
        for frame in frames(PACKAGE, FILE, language, "plain")
    )


def _fits(key: str, said: Said) -> bool:
    language = "ja" if is_japanese(said.plain) else "en"
    return any(frame.search(said.plain) for frame in frames(PACKAGE, FILE, language, key))
