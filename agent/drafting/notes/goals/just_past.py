"""Months named without a year that have just gone by: "October: 301", 「8月末 6件」. They say when a figure was taken."""

from __future__ import annotations

import datetime as dt
import re

from agent.renewal.when import When

LATELY = 100
"""Days after its end in which a month named alone is the one that went by."""
LONG_AGO = 300
"""The same for a month right behind a figure (9.1% in Feb)."""
TAKEN = re.compile(r"\d[\d.,]*\s?(?:%|[a-z]+)? in $", re.I)
DATED = re.compile(r"(?:19|20)\d\d|令和|[RＲ]\d|来|翌|再|次|今年|next|coming|following|this|FY", re.I)
LIMIT_AFTER = re.compile(
    r"^\s*(?:末|中|頃|ごろ)?(?:まで|には?(?!は[^、。]{0,12}\d+[^\s、。]{1,3}(?:でした|だった))|いっぱい|を(?:期限|目標|めど|目処)|〆|締|[)）]?までに?)|^ (?:next year|at the latest|latest|deadline)",
    re.I,
)
LIMIT_BEFORE = re.compile(
    r"(?:\b(?:by|until|till|before|to|no later than|come|due|deadline|target)|期限(?:は|が|:|：)?|期日(?:は|が|:|：)?|(?:決算|期末|年度末|締め)(?:は|が)|\byear(?:[- ]end)?(?: ends?| closes?)?(?: is| in| on| at)?|[→⇒])[:\s]*(?:the )?(?:end of |close of |middle of )?$",
    re.I,
)
BY_NAME = ("month", "english", "day_in_words", "month_day")


def has_just_passed(when: When, text: str, said: dt.date) -> bool:
    """True where the words name a month or a day of one without a year or a limit, and it lies right before the day they
    were said, or holds that day."""
    around = text[max(0, when.start - 3) : when.end]
    if when.absolute or not when.rule.removeprefix("calendar.").startswith(BY_NAME) or DATED.search(around):
        return False
    if LIMIT_AFTER.search(text[when.end :]) or LIMIT_BEFORE.search(text[: when.start]):
        return False
    if when.first <= said <= when.last:
        return len(when.iso) == len("2026-01")
    lately = LONG_AGO if TAKEN.search(text[: when.start]) else LATELY
    ended = when.last - dt.timedelta(days=365)
    return when.last > said and 0 <= (said - ended).days <= lately
