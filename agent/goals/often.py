"""How many times a year something happens, from the words for it: 毎月, 週2回, quarterly, every other week."""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.words import data

A_YEAR = {"年": 1.0, "半年": 2.0, "半期": 2.0, "四半期": 4.0, "月": 12.0, "週": 52.0, "日": 245.0, "year": 1.0, "yr": 1.0, "half": 2.0, "quarter": 4.0, "qtr": 4.0, "month": 12.0, "mo": 12.0, "fortnight": 26.0, "week": 52.0, "wk": 52.0, "day": 245.0}  # fmt: skip
"""Periods a year; 245 working days."""
_COUNTED_JA = regex(r"(?P<p>四半期|半年|半期|年|月|週)(?:に|間)?(?P<n>\d{1,2})[回度]")
_COUNTED_EN = regex(
    r"(?<![a-z\d])(?P<n>\d{1,2}|once|twice|one|two|three|four|five|six|eight|ten|twelve)(?: times)?(?: (?!hours?|minutes?|days?|points?|percent)[a-z-]+){0,3}? (?:a|per|each|every|in the|in a|over the|over a|during the|within the|throughout the|across the) (?:whole |full |contract |first )?(?P<p>year|half|quarter|month|week)(?![a-z])",
    re.I,
)
_EVERY_SO_MANY = regex(
    r"(?<![a-z])(?:once|one|a [a-z]+)(?: [a-z]+)? every (?:(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) )?(?:other )?(?P<p>day|week|month|quarter|year)s?(?![a-z])"
    r"|(?P<n_ja>\d{1,2})(?P<p_ja>週間?|か月|年)(?:に|ごとに|おきに|毎に)(?:1[回度]|一度)",
    re.I,
)
"""One every six weeks, 3か月に1回."""
_N_EN = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}  # fmt: skip

SEASONS = regex(
    r"(?P<two>上期と下期|上半期と下半期|前期と後期|上期・下期|上・下期|春と秋|春・秋|夏と冬|夏・冬|年の?(?:前半|はじめ|初め)と(?:後半|終わり))|(?<![a-z])(?P<two_en>(?:spring and autumn|spring and fall|summer and winter|both halves|each half))(?![a-z])",
    re.I,
)
"""上期と下期に1回ずつ: twice a year."""
_NUMBERS = {**_N_EN, "seven": 7, "nine": 9}


@cache
def _words() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Rarest first where one word holds another (隔週 before 毎週), by the order of times."""
    table = data("promises")["often"]
    times = table["times"]
    order = ("daily", "fortnightly", "weekly", "bimonthly", "monthly", "quarterly", "half_yearly", "yearly")
    return tuple((_pattern(table[name]), float(times[name])) for name in order)


def _pattern(listed: list[str]) -> re.Pattern[str]:
    latin = alternation(word for word in listed if word.isascii())
    others = alternation(word for word in listed if not word.isascii())
    return regex(f"(?<![a-z]){latin}(?![a-z])|{others}", re.I)


_LASTS = regex(
    r"\d{1,2}(?:年間?|か月間?|週間|日間)(?![に\d])|(?:the )?(?:first )?\d{1,2} (?:years?|months?|weeks?)|(?:first|second|last) (?:year|month|quarter)",
    re.I,
)
"""導入後1年間は, for 12 months: how long it goes on, not how often."""


def times_a_year(text: str) -> float | None:
    """How often a year a text that measures nothing else says something happens; None when it does not say."""
    text = _LASTS.sub("", text)
    counted = _COUNTED_JA.search(text)
    if counted:
        return A_YEAR[counted["p"]] * int(counted["n"])
    counted = _COUNTED_EN.search(text)
    if counted:
        n = counted["n"].lower()
        return A_YEAR[counted["p"].lower()] * (_N_EN.get(n) or int(n))
    if SEASONS.search(text):
        return 2.0
    rare = _EVERY_SO_MANY.search(text)
    if rare and (rare["n_ja"] or rare["n"]):
        n = (rare["n_ja"] or rare["n"]).lower()
        period = {"週": "week", "か": "month", "年": "year"}.get(
            (rare["p_ja"] or " ")[0], (rare["p"] or "").lower()
        )
        return A_YEAR[period] / (_NUMBERS.get(n) or int(n))
    for pattern, times in _words():
        found = pattern.search(text)
        if found:
            return None if re.search(r"\d", text[: found.start()] + text[found.end() :]) else times
    return None


_INTERVAL = regex(
    r"(?<![a-z])every (?P<n>\d{1,3}|two|three|four|five|six|ten|fifteen|twenty|thirty)?(?:st|nd|rd|th)? ?(?P<u>minute|min|hour|day|week|month)s?(?![a-z])|(?<!\d)(?P<n_ja>\d{1,3})(?P<u_ja>分|時間|日|週間|か月)(?:ごと|おき|毎に?|間隔|に1回|に一度)",
    re.I,
)
_UNIT_MINUTES = {"分": 1, "時": 60, "日": 1440, "週": 10080, "か": 43200, "min": 1, "minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200}  # fmt: skip
_WORD_COUNT = {**_NUMBERS, "fifteen": 15, "twenty": 20, "thirty": 30}


def longer_interval(planned: str, promised: str) -> bool:
    """Every 15 minutes where every 5 were promised, 3日おき where 毎日."""
    now, then = _interval(planned), _interval(promised)
    return now is not None and then is not None and now > then


def _interval(text: str) -> int | None:
    found = _INTERVAL.search(text)
    if found is None:
        return None
    if found["u_ja"]:
        return int(found["n_ja"]) * _UNIT_MINUTES[found["u_ja"][0]]
    n = (found["n"] or "1").lower()
    return (_WORD_COUNT.get(n) or int(n)) * _UNIT_MINUTES[found["u"].lower()]
