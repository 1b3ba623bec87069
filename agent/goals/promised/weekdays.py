"""How many days a week something is there: two days a week, 週3日, Mondays only, 火・木, Tue + Thu."""

from __future__ import annotations

import re

from agent.calendar.month_names import MONTHS_SHORT_LOWER
from agent.calendar.number_words import number_of
from agent.calendar.patterns import regex

_A_WEEK = regex(
    r"(?<![a-z\d.])(?P<en>\d|one|two|three|four|five|six|seven) (?:full |whole |working |half )?(?:days?|mornings?|afternoons?|evenings?)(?: on[- ]site)? (?:a|per|each|every|in the) week(?![a-z])|週(?:に)?(?P<ja>[1-7一二三四五六七])日(?!間)",
    re.I,
)
_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}
_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)"
_NAMED_EN = regex(
    rf"(?<![a-z])(?P<each>(?:every|each|on) )?(?P<days>{_NAME}(?:day)?s?(?:(?:, | and | & | ?\+ ?| ?/ ?|, and | or )(?:on )?{_NAME}(?:day)?s?)*)(?![a-z])(?P<only> only| mornings?| afternoons?)?",
    re.I,
)
_DAY_EN = regex(rf"{_NAME}(?:day)?(?P<plural>s)?(?![a-z])", re.I)
_NAMED_JA = regex(
    r"(?P<each>毎週)?(?P<days>[月火水木金土日](?:曜日?)?(?:(?:・|と|、|,|/|&|\+)[月火水木金土日](?:曜日?)?)*)(?P<only>(?:曜日?)?(?:のみ|だけ|に限|限定))?"
)
_DAY_JA = regex(r"[月火水木金土日](?:曜日?)?")
_DATED = regex(r" ?\d| ?\(?\d{1,2}(?:st|nd|rd|th)? |,? (?:" + MONTHS_SHORT_LOWER + r")", re.I)


def days_a_week(text: str) -> int | None:
    """Days a week the text says; None when it names none as a habit (a single dated Monday is none)."""
    said = _A_WEEK.search(text)
    if said:
        return _KANJI.get(said["ja"] or "") or int(number_of(said["en"] or said["ja"]) or 0) or None
    return _named_en(text) or _named_ja(text)


def _named_en(text: str) -> int | None:
    for match in _NAMED_EN.finditer(text):
        if _DATED.match(text, match.end("days")):
            continue
        days = list(_DAY_EN.finditer(match["days"]))
        habit = any(day["plural"] for day in days) or (match["each"] or "").lower() in ("every ", "each ")
        if habit or match["only"] or len(days) > 1:
            return len({day.group()[:3].lower() for day in days})
    return None


def _named_ja(text: str) -> int | None:
    for match in _NAMED_JA.finditer(text):
        days = _DAY_JA.findall(match["days"])
        if (
            match["each"]
            or (match["only"] and "曜" in match.group())
            or (len(days) > 1 and "曜" in match["days"])
        ):
            return len({day[0] for day in days})
    return None


def fewer_days(promised: str, planned: str) -> bool:
    """The promise counts days a week, and the plan has fewer of them."""
    wanted = _A_WEEK.search(promised) and days_a_week(promised)
    own = days_a_week(planned) if wanted else None
    return bool(wanted and own and own < wanted)
