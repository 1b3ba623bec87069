"""Spans of time (an hour and a quarter, 2時間半, 7日), times of day, and words of speed (same day, 翌日), in minutes."""

from __future__ import annotations

import re

from agent.calendar.number_words import NUMBER_WORDS_EN, number_of
from agent.calendar.patterns import regex
from agent.goals.promised.measure import NUMBER, Measure, float_of
from agent.goals.words import alternation, lazily

_MINUTES = {
    "秒": 1 / 60, "分": 1.0, "時間": 60.0, "日": 1440.0, "営業日": 1440.0, "稼働日": 1440.0, "週": 10080.0, "か月": 43200.0, "月": 43200.0, "年": 525600.0,
    "s": 1 / 60, "sec": 1 / 60, "second": 1 / 60, "min": 1.0, "minute": 1.0, "m": 1.0, "h": 60.0, "hr": 60.0, "hour": 60.0, "d": 1440.0, "day": 1440.0,
    "wk": 10080.0, "week": 10080.0, "fortnight": 20160.0, "month": 43200.0, "mo": 43200.0, "quarter": 129600.0, "year": 525600.0, "yr": 525600.0,
}  # fmt: skip
_TIME_JA = regex(
    rf"(?<![\d.,/第])(?<!\d:)(?!1日\d+(?:分|時間))(?:(?P<of>\d)分の(?P<part>\d)(?P<part_unit>秒|分|時間|日|週間|か月|年)(?!\d)"
    rf"|(?P<half>半)(?P<half_unit>時間|日|月|年|か月)(?!\d|分|期)"
    rf"|(?P<n>{NUMBER})(?P<unit>秒|分(?!の\d)|時間|営業日|稼働日|日|週間?|か月|ヶ月|カ月|年)(?P<and_half>半(?!日|年|期|額|数|分))?"
    rf"(?:(?P<n2>\d+)(?P<unit2>秒|分|時間|日)(?P<and_half2>半(?!日))?)?)(?:間)?(?!以?[上下]期|目|付|号|生|[度次]|\d)"
)
_CLOCK = regex(
    r"(?P<day>午前|午後|夜|朝|深夜|夕方)?(?<![\d.])(?<!\d:)(?P<h>[01]?\d|2[0-9])(?:(?P<colon>:)(?P<m>[0-5]\d)|時(?!間|点|短|給)(?:(?P<mj>\d{1,2})分|(?P<half>半))?)(?! ?h(?:ours?|rs?)?(?![a-z]))(?:頃|ごろ)?(?: ?(?P<ampm>[ap]\.?m\.?)(?![a-z]))?"
    r"|(?<![\d.])(?<!\d:)(?P<h2>1[0-2]|[1-9])(?:[.:](?P<m2>[0-5]\d))? ?(?P<ampm2>[ap]\.?m\.?)(?![a-z])|(?<![a-z])(?P<word>noon|midnight|正午)(?![a-z])",
    re.I,
)
_WORD = lazily(lambda: regex(alternation(w for w in NUMBER_WORDS_EN if w not in ("a", "an"))))
_UNIT_EN = r"seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?|years?|yrs?"
_TIME_EN = lazily(
    lambda: regex(
        rf"(?<![a-z\d.,/-])(?<!\d:)(?:(?P<part>half|(?:a|one) quarter|three[ -]quarters|a third|two thirds) (?:of )?(?:an?|the) (?P<part_unit>second|minute|hour|day|week|month|year)(?![a-z])"
        rf"|(?P<n>{NUMBER}|{_WORD.pattern}|an?)(?P<half> and a half)?[ -]?(?:(?P<working>working|business|calendar|full|whole|single|clear)[ -])?(?:(?!and |or |to |of |in |on |for |by |[a-z]+(?:ed|ing) )[a-z]{{3,12}} (?=(?:hours|minutes)(?![a-z])))?(?P<unit>{_UNIT_EN})(?![a-z])(?: ?(?:and )?(?:(?P<n2>\d+|{_WORD.pattern}) ?(?:minutes?|mins?|min|m|seconds?|secs?|s)?(?![a-z\d%:]|[.,]\d| (?!to |from |by |in |on |at |or |per |each |a |now|today|and )[a-z])|(?P<and_part>a half|a quarter|three quarters|half)(?! of))| (?P<and_n>and (?:a half|a quarter|three quarters)))?)",
        re.I,
    )
)
_SPEED = regex(
    r"(?<![a-z])(?:(?P<same>(?:the )?same[ -](?:working |business )?day)|(?P<next>overnight|(?:the )?next[ -](?:working |business )?day))(?![a-z])|(?P<same_ja>当日|即日)(?:中)?(?!券|の受付)|(?P<third_ja>翌々(?:営業)?日)|(?P<next_ja>翌(?:営業)?日)(?!の)",
    re.I,
)


def clocks(text: str) -> list[Measure]:
    """Times of day: 9:40, 午後3時半, 5:30 a.m., noon; minutes since midnight."""
    found = []
    for match in _CLOCK.finditer(text):
        minute = _minute_of(match)
        if minute is not None:
            found.append(Measure(*match.span(), minute, "clock", "", None, minute))
    return found


def _minute_of(match: re.Match[str]) -> float | None:
    if match["word"]:
        return 0.0 if match["word"].lower() == "midnight" else 720.0
    hour = int(match["h"] or match["h2"])
    minute = int(match["m"] or match["mj"] or match["m2"] or (30 if match["half"] else 0))
    half = (match["ampm"] or match["ampm2"] or "").lower()[:1]
    if (half == "p" or match["day"] in ("午後", "夕方", "夜")) and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return float(hour * 60 + minute)


def spans_en(text: str) -> list[Measure]:
    """English spans of time, in digits or words."""
    found: list[Measure] = []
    for match in _TIME_EN.finditer(text):
        if match["part"]:
            value = _part(match["part"]) * _MINUTES[match["part_unit"].lower()]
            found.append(Measure(*match.span(), value, "time", "", None, _part(match["part"])))
            continue
        unit = match["unit"].lower()
        unit = unit if unit == "h" else unit.rstrip("s")
        number = number_of(match["n"]) if match["n"].lower() not in ("a", "an") else 1.0
        if number is None or (match["n"].lower() in ("a", "an") and not _is_amount(text, match)):
            continue
        base = _MINUTES[unit]
        more = (
            match["and_part"]
            or (match["and_n"] or "").removeprefix("and ")
            or ("half" if match["half"] else "")
        )
        value = number * base + (_part(more) * base if more else 0.0)
        smaller = number_of(match["n2"]) if match["n2"] else None
        if smaller:
            value += smaller * (base / 60 if base <= 60 else 0)
        working = (match["working"] or "").lower() in ("working", "business")
        if working and unit == "week":
            value = number * 5 * 1440
        found.append(Measure(*match.span(), value, "time", "working" if working else "", None, number))
    return found


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """An hour: an amount; 80 a week, twice a day: only how often."""
    if match["and_part"] or match["and_n"] or match["half"]:
        return True
    if _NUMBER_BEFORE.search(text[: match.start()]):
        return False
    return match["unit"].lower() != "h" and _AMOUNT_BEFORE.search(text[: match.start()]) is not None


_NUMBER_BEFORE = regex(rf"(?:\d[^\s]*|(?:{_UNIT_EN}|times?|once|twice))(?: [a-z-]+)? $", re.I)
_AMOUNT_BEFORE = regex(
    r"(?:^|[:;,(→] ?|(?<![a-z])(?:within|in|inside|under|below|by|than|to|at|of|sav(?:e|es|ed|ing)|cut|cuts|takes?|and|over|least|most|about|around|only|is|after|before|tills|almost|nearly|up)) ?$|(?<![a-z])(?:close|closes|finish|finishes|start|starts|open|opens|end|ends|ready|done|out|leave|leaves|gets?|gain|gains|lose|loses)(?: [a-z]+){0,4} $",
    re.I,
)


def _part(named: str) -> float:
    return {"half": 0.5, "a half": 0.5, "three quarters": 0.75, "three-quarters": 0.75, "a third": 1 / 3, "two thirds": 2 / 3}.get(named.lower(), 0.25)  # fmt: skip


def spans_ja(text: str) -> list[Measure]:
    """Japanese spans of time."""
    return [_time_ja(match) for match in _TIME_JA.finditer(text)]


def _time_ja(match: re.Match[str]) -> Measure:
    if match["of"]:
        value = (
            int(match["part"])
            / int(match["of"])
            * _MINUTES[
                match["part_unit"].removesuffix("間") if match["part_unit"] == "週間" else match["part_unit"]
            ]
        )
        return Measure(*match.span(), value, "time", "", None, value)
    if match["half"]:
        return Measure(*match.span(), _MINUTES[match["half_unit"]] / 2, "time", "", None, 0.5)
    unit = match["unit"].replace("ヶ", "か").replace("カ", "か")
    unit = "週" if unit == "週間" else unit
    number = float_of(match["n"])
    value = (number + (0.5 if match["and_half"] else 0.0)) * _MINUTES[unit]
    if match["unit2"]:
        value += (float(match["n2"]) + (0.5 if match["and_half2"] else 0.0)) * _MINUTES[match["unit2"]]
    return Measure(
        *match.span(),
        value,
        "time",
        "working" if unit in ("営業日", "稼働日") else "",
        None,
        value / _MINUTES[unit],
    )


_NTH_DAY = regex(
    r"(?<![a-z])(?:working|business|calendar) day (?P<n>\d{1,2})(?![\d%])|(?<![A-Za-z])WD ?\+?(?P<wd>\d{1,2})(?!\d)|第(?P<ja>\d{1,2})営業日",
    re.I,
)


def nth_days(text: str) -> list[Measure]:
    """Working day 6, 第6営業日: by the sixth."""
    found = []
    for match in _NTH_DAY.finditer(text):
        number = float(match["n"] or match["wd"] or match["ja"])
        found.append(Measure(*match.span(), number * 1440, "time", "working", None, number))
    return found


def is_speed(text: str) -> bool:
    """翌々営業日まで: how soon, no day of the calendar."""
    return _SPEED.match(text) is not None


def speeds(text: str) -> list[Measure]:
    """Same day, 翌日: a day, and two."""
    found = []
    for match in _SPEED.finditer(text):
        value = 1440.0 if match["same"] or match["same_ja"] else 4320.0 if match["third_ja"] else 2880.0
        found.append(Measure(*match.span(), value, "time", "speed", None, value / 1440))
    return found
