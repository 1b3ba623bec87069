"""Comparing dates: ISO days and months, and the dates a phrase prints."""

from __future__ import annotations

import re
from typing import Any

from evals.printed import fold, printed_dates

_ISO = re.compile(r"^(\d{4})-(\d{2})(?:-(\d{2}))?$")
Date = tuple[int | None, int, int | None]


def dates_in(words: Any) -> set[Date]:
    """(year, month, day) of every date the words print; None where they do not say."""
    text = fold(str(words))
    if match := _ISO.match(text):
        return {(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)}
    found = {(d.year, d.month, d.day) for d in printed_dates(text)}
    return {date for date in found if not any(other != date and _covers(other, date) for other in found)}


def _covers(fuller: Date, date: Date) -> bool:
    """True when `date` only leaves out what `fuller` says."""
    return fuller[1] == date[1] and date[0] in (None, fuller[0]) and date[2] in (None, fuller[2])


def date_fits(gold: Any, draft: Any) -> bool:
    """True for one and the same date; a gold month takes any day of it, a missing year is no difference."""
    wanted, given = dates_in(gold), dates_in(draft)
    if not wanted or not given:
        return False
    return all(any(_same(w, g) for w in wanted) for g in given)


def _same(wanted: Date, given: Date) -> bool:
    years = wanted[0] is None or given[0] is None or wanted[0] == given[0]
    days = wanted[2] is None or wanted[2] == given[2]
    return years and wanted[1] == given[1] and days
