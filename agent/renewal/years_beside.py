"""The year that English puts beside a month: "last February", "the end of October next year", "March of this year"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.calendar.month_names import MONTHS_SHORT_LOWER

if TYPE_CHECKING:
    from agent.renewal.when import When

_LAST = re.compile(r"\b(?:last|this past|the previous)\s+$", re.I)
_YEAR_AFTER = re.compile(
    r",?\s+(?:(?:of|the)\s+)?(?P<which>next|this|last|the following|the same) (?:calendar )?year\b", re.I
)
_NAMES_A_YEAR = re.compile(r"\d{4}")
_MONTH_NAME = re.compile(rf"\b(?:{MONTHS_SHORT_LOWER})[a-z]*\b", re.I)
_ADDED = {"next": 1, "this": 0, "last": -1, "the following": 1}


def with_year_beside(text: str, found: Sequence[When], said_on: dt.date) -> list[When]:
    """The dates in their order, months and days of months moved to the year their neighbours name.

    A "next year" that goes with a month is no date of its own.
    """
    moved: list[When] = []
    taken = -1
    for when in found:
        if when.start < taken:
            continue
        year, end = _year(text, when, said_on)
        taken = max(taken, end)
        moved.append(when if year is None else _in_year(when, year, text, end))
    return moved


def _year(text: str, when: When, said_on: dt.date) -> tuple[int | None, int]:
    """The year named beside the date, and where the words of both end."""
    if _NAMES_A_YEAR.search(when.words) or not _MONTH_NAME.search(when.words):
        return None, when.end
    after = _YEAR_AFTER.match(text, when.end)
    if after and after["which"].lower() in _ADDED:
        return said_on.year + _ADDED[after["which"].lower()], after.end()
    if _LAST.search(text[: when.start]):
        return (when.first.year - 1 if when.first > said_on else when.first.year), when.end
    return None, when.end


def _in_year(when: When, year: int, text: str, end: int) -> When:
    if (when.first.year, when.last.year) == (year, year):
        return replace(when, end=end, words=text[when.start : end])
    first, last = (_same_day(day, year + day.year - when.first.year) for day in (when.first, when.last))
    iso = when.iso.replace(str(when.last.year), str(last.year), 1) if len(when.iso) == 7 else last.isoformat()
    return replace(when, first=first, last=last, iso=iso, end=end, words=text[when.start : end])


def _same_day(day: dt.date, year: int) -> dt.date:
    """The day of another year, the last of February where it has no 29th."""
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
