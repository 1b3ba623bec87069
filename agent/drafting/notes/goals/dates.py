"""Dates of a goal's words, those in kanji and in two pieces included (来年三月, 8月の15日)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from agent.calendar import Anchor
from agent.renewal.when import When, read_when

KANJI_MONTH = re.compile(
    r"(?<![一-龠])(?P<before>来年|再来年|今年|翌年|次の|来|今)?(?:の)?(?P<month>十[一二]|[一二三四五六七八九])月(?!次|間|末)"
)
DIGITS = dict(zip("一二三四五六七八九", "123456789", strict=True))
MONTH = 7  # letters of an ISO month


def dates_in(text: str, said_on: dt.date | None, anchor: Anchor) -> list[When]:
    """As `read_when`, with the offsets of the text as written."""
    found = read_when(KANJI_MONTH.sub(_in_digits, text), said_on, anchor)
    joined: list[When] = []
    for when in found:
        last = joined[-1] if joined else None
        if last and _day_of(last, when, text):
            day = last.first.replace(day=when.first.day)
            joined[-1] = replace(
                last,
                end=when.end,
                words=text[last.start : when.end],
                iso=day.isoformat(),
                first=day,
                last=day,
            )
        else:
            joined.append(replace(when, words=text[when.start : when.end]))
    return joined


def _day_of(month: When, day: When, text: str) -> bool:
    """A day that の joins to the month before it."""
    if len(month.iso) != MONTH or day.rule != "day_of_month" or text[month.end : day.start] != "の":
        return False
    try:
        month.first.replace(day=day.first.day)
    except ValueError:
        return False
    return True


def _in_digits(match: re.Match[str]) -> str:
    """The same words, as long as before, with the month in digits."""
    words = match["month"]
    month = DIGITS[words] if len(words) == 1 else f"1{DIGITS[words[1]]}"
    return (
        match[0][: match.start("month") - match.start()]
        + month
        + match[0][match.end("month") - match.start() :]
    )
