"""Days counted back from a date of the text, and years told after one: 今期末の2か月前, four weeks before year end, 11月20日(2027年).

The date itself is found elsewhere; here it is moved, and its words grow by those that move it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar.anchor import DateMention
from agent.calendar.fiscal import add_months
from agent.calendar.patterns import regex

_BACK_JA = regex(
    r"の?(?:(?P<n>\d{1,3})(?P<unit>か月|カ月|ケ月|箇月|週間|日)|(?P<half>半年))前(?:まで)?(?![後倒])"
)
_BACK_EN = regex(
    r"(?<![a-z\d])(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty) (?:calendar )?(?P<unit>day|week|fortnight|month)s? (?:before|prior to|ahead of) (?:the |our |your |their )?$",
    re.I,
)
_YEAR_AFTER = regex(r" ?\((?P<year>20\d\d)年?\)")
_YEAR_SAID = regex(r"20\d\d|令和|平成|(?<![A-Za-z])[RH]\d|'\d\d")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "thirty": 30}  # fmt: skip
_PLAIN = frozenset(("japanese", "slash", "english"))
_ENDS = frozenset(("fiscal_year", "half", "quarter", "nendo", "fy_name", "contract", "calendar_year"))


def moved(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, those with words that move them moved; in the same order, none overlapping."""
    found: list[DateMention] = []
    for mention in mentions:
        if found and mention.start < found[-1].end:
            continue
        found.append(_moved(text, mention))
    return [
        mention
        for at, mention in enumerate(found)
        if at + 1 == len(found) or mention.end <= found[at + 1].start
    ]


def _moved(text: str, mention: DateMention) -> DateMention:
    if mention.last is None:
        back = _BACK_JA.match(text, mention.end) if mention.rule in _ENDS else None
        return replace(mention, end=back.end(), text=text[mention.start : back.end()]) if back else mention
    if mention.rule in _PLAIN:
        year = _YEAR_AFTER.match(text, mention.end)
        if year is None or mention.first is None or _YEAR_SAID.search(mention.text):
            return mention
        by = 12 * (int(year["year"]) - mention.last.year)
        return _at(text, mention, mention.start, year.end(), add_months(mention.last, by))
    if mention.rule not in _ENDS:
        return mention
    after = _BACK_JA.match(text, mention.end)
    if after is not None and "前" not in mention.text[-2:]:
        day = (
            add_months(mention.last, -6)
            if after["half"]
            else _back(mention.last, int(after["n"]), after["unit"])
        )
        return _at(text, mention, mention.start, after.end(), day)
    before = _BACK_EN.search(text[: mention.start])
    if before is not None:
        count = before["n"].lower()
        day = _back(mention.last, _COUNTS.get(count) or int(count), before["unit"].lower())
        return _at(text, mention, before.start(), mention.end, day)
    return mention


def _at(text: str, mention: DateMention, start: int, end: int, day: dt.date) -> DateMention:
    return replace(mention, start=start, end=end, text=text[start:end], first=day, last=day)


def _back(day: dt.date, count: int, unit: str) -> dt.date:
    if re.match(r"日|day", unit):
        return day - dt.timedelta(days=count)
    if re.match(r"週|week", unit):
        return day - dt.timedelta(weeks=count)
    return day - dt.timedelta(weeks=2 * count) if unit == "fortnight" else add_months(day, -count)
