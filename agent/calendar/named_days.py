"""Days with a name of their own: Easter Monday 2027, by Christmas, Black Friday, 大晦日, 元日, クリスマス.

Without a year the next such day on or after as_of. Easter by the Gregorian computus (Meeus, Astronomical
Algorithms, ch. 8); Thanksgiving is the fourth Thursday of November, Black Friday the day after.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from agent.calendar.anchor import Anchor, DateMention
from agent.calendar.patterns import regex

_Day = Callable[[int], dt.date]


def easter(year: int) -> dt.date:
    """Easter Sunday of a Gregorian year."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return dt.date(year, month, (h - m + r + month + 19) % 32)


def _fixed(month: int, day: int) -> _Day:
    return lambda year: dt.date(year, month, day)


def _after_easter(days: int) -> _Day:
    return lambda year: easter(year) + dt.timedelta(days=days)


def _nth(month: int, weekday: int, number: int, then: int = 0) -> _Day:
    """The number-th weekday (Monday 0) of a month, and `then` days on."""

    def day(year: int) -> dt.date:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1) + then)

    return day


_DAYS: dict[str, _Day] = {
    "easter sunday": _after_easter(0), "easter monday": _after_easter(1), "good friday": _after_easter(-2), "easter": _after_easter(0),
    "whit monday": _after_easter(50), "pentecost": _after_easter(49), "ascension day": _after_easter(39),
    "christmas eve": _fixed(12, 24), "christmas day": _fixed(12, 25), "christmas": _fixed(12, 25), "xmas": _fixed(12, 25), "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31), "new year's day": _fixed(1, 1), "new year": _fixed(1, 1), "labour day": _fixed(5, 1), "may day": _fixed(5, 1),
    "halloween": _fixed(10, 31), "independence day": _fixed(7, 4), "bastille day": _fixed(7, 14), "all saints": _fixed(11, 1), "valentine's day": _fixed(2, 14),
    "thanksgiving": _nth(11, 3, 4), "black friday": _nth(11, 3, 4, 1), "cyber monday": _nth(11, 3, 4, 4), "labor day": _nth(9, 0, 1),
    "大晦日": _fixed(12, 31), "元日": _fixed(1, 1), "元旦": _fixed(1, 1), "仕事納め": _fixed(12, 28), "クリスマスイブ": _fixed(12, 24), "クリスマス": _fixed(12, 25), "節分": _fixed(2, 3),
    "こどもの日": _fixed(5, 5), "憲法記念日": _fixed(5, 3), "文化の日": _fixed(11, 3), "勤労感謝の日": _fixed(11, 23), "建国記念の日": _fixed(2, 11), "ハロウィン": _fixed(10, 31), "バレンタインデー": _fixed(2, 14),
}  # fmt: skip
_BOOK_YEAR = r"(?<!fiscal )(?<!financial )(?<!budget )(?<!accounting )(?<!book )(?<!business )(?<!trading )new year(?!(?:'s)?,? (?:(?:which|that|will|always|usually|also|only) )*(?:starts?|begins?|opens|commences|runs|ends?|closes|kicks off|budget|plan|fiscal|financial|target|forecast))"
"""A "new year" that begins, runs or has a budget is the company's own, not 1 January."""
_NAMES = "|".join(
    _BOOK_YEAR if name == "new year" else re.escape(name) for name in sorted(_DAYS, key=len, reverse=True)
)
_NAMED = regex(
    rf"(?<![a-z])(?:(?P<before>20\d\d)年?の?)?(?P<name>{_NAMES})(?:,? (?P<year>20\d\d))?(?![a-zァ-ヶ]| (?:break|season|week|party|holidays?|sales?|rush|campaign|trading|eve))",
    re.I,
)
_MAY_MATCH = regex(
    r"(?:mas|day|aster|year|friday|monday|halloween|giving|pentecost|saints|日|旦|納め|クリスマス|ハロウィン|節分)",
    re.I,
)


_WEEK = regex(
    r"(?<![A-Za-z])(?:calendar week|week|wk|KW|CW|W)[ .-]?(?P<week>[1-5]?\d)(?:[ ,/-]+(?:of )?(?P<year>20\d\d|'\d\d))?(?![\d%.])",
    re.I,
)


def numbered_weeks(text: str, anchor: Anchor) -> Iterator[DateMention]:
    """Week 40, KW 12/2027: by ISO 8601; without a year the next one. A lone "week 3" of a project has no year and is none."""
    for match in _WEEK.finditer(text):
        number, year = int(match["week"]), match["year"]
        if not 1 <= number <= 53 or (not year and not match.group().startswith(("KW", "CW"))):
            continue
        given = int(year.lstrip("'")) % 100 + 2000 if year else anchor.as_of.year
        try:
            monday = dt.date.fromisocalendar(given, number, 1)
            if not year and monday + dt.timedelta(days=6) < anchor.as_of:
                monday = dt.date.fromisocalendar(given + 1, number, 1)
        except ValueError:
            continue
        sunday = monday + dt.timedelta(days=6)
        yield DateMention(*match.span(), match.group(), monday, sunday, "day", "absolute", "week")


def named_days(text: str, anchor: Anchor) -> Iterator[DateMention]:
    """Readings of named days in folded text."""
    if not _MAY_MATCH.search(text):
        return
    for match in _NAMED.finditer(text):
        day_of = _DAYS[match["name"].lower()]
        year = match["year"] or match["before"]
        day = day_of(int(year)) if year else day_of(anchor.as_of.year)
        if not year and day < anchor.as_of:
            day = day_of(anchor.as_of.year + 1)
        yield DateMention(*match.span(), match.group(), day, day, "day", "absolute", "named_day")
