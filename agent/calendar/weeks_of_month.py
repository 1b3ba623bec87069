"""Weeks and weekdays told by their place in a month: 11月第2火曜, 10月の最終週, the last week of October.

The month itself is found elsewhere; here it is narrowed, and its words grow by those that narrow it. The n-th weekday
is a day; the n-th week are the days 7n - 6 to 7n, the last one the last seven days of the month.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar.anchor import DateMention
from agent.calendar.fiscal import Period, month_end
from agent.calendar.patterns import regex

_DAYS_JA = "月火水木金土日"
_DAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = 7
_NUMBERS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
}
_AFTER_JA = regex(
    r"の?(?:(?P<last>最終|最後の)|第(?P<n>[1-5一二三四五]))(?:(?P<weekday>[月火水木金土日])(?:曜日?|(?![一-龥]))|週(?!間|目以|\d))"
    r"|の?(?P<nth>[1-5])週目"
)
_BEFORE_EN = regex(
    r"(?<![a-z\d])(?:the )?(?:(?P<last>last|final)|(?P<n>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)) "
    r"(?:full )?(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?|week) (?:of|in) (?:the (?:month of )?)?$",
    re.I,
)


def narrowed(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions in order; a month that a week or weekday narrows covers these days, words it took in are gone."""
    if not mentions:
        return []
    kept: list[DateMention] = []
    for mention in mentions:
        found = _narrowed(text, mention)
        while kept and found.start < kept[-1].end:  # "last week" in "the last week of October"
            kept.pop()
        kept.append(found)
    return kept


def _narrowed(text: str, mention: DateMention) -> DateMention:
    if mention.first is None or mention.last is None:
        return mention
    whole = mention.first.day == 1 and mention.last == month_end(mention.first.year, mention.first.month)
    if mention.precision != "month" or not whole:
        return mention
    after = _AFTER_JA.match(text, mention.end)
    before = None if after else _BEFORE_EN.search(text[: mention.start])
    place = after or before
    if place is None:
        return mention
    days = _days_at(place, mention.first)
    if days is None:
        return mention
    span = (mention.start, after.end()) if after else (place.start(), mention.end)
    return _with(text, mention, span, days)


def _days_at(place: re.Match[str], first: dt.date) -> Period | None:
    """The days of the month of `first`; None where it has no such weekday."""
    parts = place.groupdict()
    number = 0 if parts["last"] else _number(parts["n"] or parts["nth"])
    end = month_end(first.year, first.month)
    if not parts["weekday"]:
        start = end - dt.timedelta(days=_WEEK - 1) if not number else first + dt.timedelta(weeks=number - 1)
        return Period(start, min(end, start + dt.timedelta(days=_WEEK - 1))) if start <= end else None
    weekday = _weekday(parts["weekday"])
    if not number:
        day = end - dt.timedelta(days=(end.weekday() - weekday) % _WEEK)
    else:
        day = first + dt.timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (number - 1))
    return Period(day, day) if day <= end else None


def _number(told: str) -> int:
    return _NUMBERS.get(told.lower()) or int(told[0])


def _weekday(name: str) -> int:
    return _DAYS_JA.index(name) if name in _DAYS_JA else _DAYS_EN.index(name.lower())


def _with(text: str, mention: DateMention, span: tuple[int, int], days: Period) -> DateMention:
    start, end = span
    rule = "nth_weekday" if days.first == days.last else "nth_week"
    return replace(
        mention,
        start=start,
        end=end,
        text=text[start:end],
        first=days.first,
        last=days.last,
        precision="day",
        rule=rule,
    )
