"""The date until which something is to be done, among the dates of a sentence."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.renewal.when import When, read_when

MARKED_AFTER = re.compile(
    r"\s*(?:[(（][月火水木金土日]曜?日?[)）])?\s*(?:まで|中|〆|締|期限|必着|目途|目処|めど|を目安|頃|ごろ|あたり|に(?![はも]|つい|よ)|を?目指|を目標|でどう|で(?:いかが|お願い))"
)
MARKED_BEFORE = re.compile(
    r"(?:by|before|until|till|no later than|due(?: on)?|deadline|on|ETA|say|aim(?:ing|ed)? (?:for|at)|target(?:ing)?|shoot(?:ing)? for|w/c|:|→|-)\s+(?:the |next |this |about |around |end of |close of )*$",
    re.I,
)
NO_DUE_BEFORE = re.compile(r"(?:\bto|\bfrom|\bsince|\bof|\bin|\bfor \w+|last|past|~|〜|から)\s*$", re.I)
NO_DUE_AFTER = re.compile(
    r"\s*(?:まで|時点)?の(?:数字|実績|データ|結果|件数|利用|状況|平均|集計|推移|数)|(?:に|の)?[^。、]{0,14}(?:いただい|頂い|くださっ|し|っ|い)た(?:件|ご|お話|資料|内容|もの|際|打|会|質問|とおり|通り|メール|数字)"
)
"""The day is one of figures, or of what was asked or said then."""
ORDINAL = re.compile(
    r"\bthe (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b(?! of)|(?<!\w)(?P<bare>[12]?\d|3[01])(?:st|nd|rd|th)\b(?! of)",
    re.I,
)
SPELLED = re.compile(
    r"\bthe (?:(?P<tens>twenty|thirty)[- ]?)?(?P<ones>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)\b(?! (?:of|time|one|version|draft|question|point|floor|page|quarter|half|week|working|business|party))",
    re.I,
)
NUMBERS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
WEEKDAY = re.compile(
    r"\b(?:(?P<which>this|next|coming) |(?:by|until|till|before|on) )(?P<name>Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri)(?:day)?\b|\b(?P<tomorrow>tomorrow|EOD|end of day|today)\b",
    re.I,
)
JAPANESE_DAY = re.compile(
    r"(?P<tomorrow>明日|あした|あす|明朝|翌日)|(?P<after>明後日|あさって)|(?P<today>今日中|本日中|きょう中|当日中)"
)
MONTH_OUT = re.compile(
    r"\b(?:before|by|until) (?:the )?(?:end of (?:the|this) month|month(?:'s| is)? (?:out|end)|this month is out)\b",
    re.I,
)
DAY_FOLLOWS = re.compile(r",? \d|,? [A-Z][a-z]{2,8} \d")
YEAR_END = re.compile(r"年内|年末|仕事納め|大納会|師走")
AFTER_AN_EVENT = re.compile(
    r"(?<!今日)(?<!本日)(?<!きょう)の$|から$|\bafter [^.;,]*$|\b(?:of|from|after) (?:getting|receiving|the) [^.;,]*$",
    re.I,
)
RELATIVE = re.compile(
    r"\d\s*(?:営業)?(?:日|週間?|か月|ヶ月)(?:後|以内)|\d (?:working |business )?(?:days?|weeks?)", re.I
)
"""A time counted from an event that has no date yet is none."""
UNTIL = re.compile(r"\s*(?:まで|中|内|末|いっぱい)")
APPOSED = re.compile(r"\s*(?:の|、|,|-|–)?\s*(?:a )?")
MOST_OF_A_YEAR = dt.timedelta(days=200)
MONTH = 7  # letters of an ISO month
DAYS = ("mon", "tue", "wed", "thu", "fri")


def due_in(text: str, said_on: dt.date | None, anchor: Anchor) -> When | None:
    """The date that says until when; among several the one marked (まで, by), then an exact day, then the last.

    A date before the day it was said is none; a range of months that something is about is none.
    """
    found = [_at_year_end(when, text) for when in _with_weekdays(read_when(text, said_on, anchor), text)]
    found = [w for w in found if not (_is_whole_year(w, text) or _names_a_thing(w, text))]
    found = [when for when in found if said_on is None or when.last >= said_on]
    found = [w for w in found if not (AFTER_AN_EVENT.search(text[: w.start]) and RELATIVE.search(w.words))]
    found = [
        w
        for w in found
        if not (re.search(r"day$|^(?:Mon|Tue|Wed|Thu|Fri)", w.words) and DAY_FOLLOWS.match(text, w.end))
    ]
    taken = [(when.start, when.end) for when in found]
    spoken = _spoken(text, said_on or anchor.as_of)
    found += [w for w in spoken if all(w.end <= start or end <= w.start for start, end in taken)]
    found = [
        w
        for w in found
        if not (NO_DUE_BEFORE.search(text[: w.start]) and not MARKED_AFTER.match(text, w.end))
    ] or [w for w in found if MARKED_BEFORE.search(text[: w.start])]
    found = [w for w in found if not NO_DUE_AFTER.match(text, w.end)]
    marked = [w for w in found if MARKED_AFTER.match(text, w.end) or MARKED_BEFORE.search(text[: w.start])]
    pool = sorted(marked or found, key=lambda when: when.start)
    exact = [when for when in pool if when.first == when.last]
    chosen = exact[-1] if exact else pool[-1] if pool else None
    if chosen is not None and len(chosen.iso) == MONTH and UNTIL.match(text, chosen.end):
        return replace(chosen, iso=chosen.last.isoformat())
    return chosen


def _with_weekdays(found: Sequence[When], text: str) -> list[When]:
    """A weekday right behind a date is that date's ("12月2日の水曜に", "2 December, a Wednesday")."""
    joined: list[When] = []
    for when in sorted(found, key=lambda when: when.start):
        before = joined[-1] if joined else None
        of_date = before is not None and before.rule != "weekday" and before.first == before.last
        if of_date and before and when.rule == "weekday" and APPOSED.fullmatch(text, before.end, when.start):
            joined[-1] = replace(before, end=when.end, words=text[before.start : when.end])
        else:
            joined.append(when)
    return joined


def _is_whole_year(when: When, text: str) -> bool:
    """A year alone says of what time something is told ("今年は早まる"), not until when it is done."""
    bounded = UNTIL.match(text, when.end) or re.search(r"(?:中|内|末|いっぱい)$", when.words)
    return when.last - when.first > MOST_OF_A_YEAR and not bounded and when.words.isascii() is False


def _names_a_thing(when: When, text: str) -> bool:
    """A feast before a noun ("the Easter calendars") says which thing, not when."""
    feast = when.rule == "named_day" and when.words.isascii()
    return feast and MARKED_BEFORE.search(text[: when.start]) is None


def _at_year_end(when: When, text: str) -> When:
    """A bare day after a word for the end of the year is in December ("年内、仕事納めの28日までに")."""
    if when.rule != "day_of_month" or not YEAR_END.search(text[: when.start]):
        return when
    day = when.first.replace(month=12)
    return replace(when, iso=day.isoformat(), first=day, last=day)


def _spoken(text: str, said_on: dt.date) -> list[When]:
    """ "the 22nd", "this Friday", "tomorrow": the next such day."""
    found = []
    for match in ORDINAL.finditer(text):
        day = _day_of_month(int(match["day"] or match["bare"]), said_on)
        if day:
            found.append(When(*match.span(), match[0], day.isoformat(), day, day, "day_of_month", False))
    for match in SPELLED.finditer(text):
        day = _day_of_month(_spelled(match["tens"], match["ones"]), said_on)
        if day:
            found.append(When(*match.span(), match[0], day.isoformat(), day, day, "day_of_month", False))
    for match in WEEKDAY.finditer(text):
        if DAY_FOLLOWS.match(text, match.end()):
            continue
        if match["tomorrow"]:
            day = said_on + dt.timedelta(days=1 if match["tomorrow"].lower() == "tomorrow" else 0)
        else:
            number = next(i for i, name in enumerate(DAYS) if match["name"].lower().startswith(name))
            ahead = (number - said_on.weekday()) % 7
            next_week = (match["which"] or "").lower() == "next"
            day = said_on + dt.timedelta(days=ahead or 7)
            if next_week and day.isocalendar()[1] == said_on.isocalendar()[1]:
                day += dt.timedelta(days=7)
        found.append(When(*match.span(), match[0], day.isoformat(), day, day, "weekday", False))
    for match in JAPANESE_DAY.finditer(text):
        day = said_on + dt.timedelta(days=2 if match["after"] else 1 if match["tomorrow"] else 0)
        found.append(When(*match.span(), match[0], day.isoformat(), day, day, "day_ahead", False))
    for match in MONTH_OUT.finditer(text):
        day = said_on.replace(day=calendar.monthrange(said_on.year, said_on.month)[1])
        found.append(When(*match.span(), match[0], day.isoformat(), day, day, "month_end", False))
    return found


def _spelled(tens: str | None, ones: str) -> int:
    """The number of a day in words (twenty-first → 21); 0 where it is no day."""
    last = 30 if ones.lower() == "thirtieth" else NUMBERS.index(ones.lower()) + 1
    if tens is None:
        return last
    return {"twenty": 20, "thirty": 30}[tens.lower()] + last if last < 10 else 0


def _day_of_month(number: int, said_on: dt.date) -> dt.date | None:
    year, month = said_on.year, said_on.month
    if number < said_on.day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return dt.date(year, month, number) if 1 <= number <= calendar.monthrange(year, month)[1] else None
