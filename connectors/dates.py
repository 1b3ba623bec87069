"""Dates a source's form gives away: in file names, in HTML meta data, in feed and mail headers, in cells.

Dates in running text are the business of agent.calendar, not of this module.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re

_NAME = re.compile(r"(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?!\d)")
_ERA = re.compile(r"(令和|平成|昭和|[RHS])\s*(元|\d{1,2})\s*[年.]\s*(\d{1,2})\s*[月.]\s*(\d{1,2})\s*日?")
_ENGLISH = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d{2})\b"
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""In their order, as English writes them."""
_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
ERA_BEGINS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
"""Year before the first of each era (令和元年 = 2019)."""
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／．－", "0123456789/.-")


def date_in_name(path: str) -> dt.date | None:
    """The day a file name carries ("minutes_20261014.txt", "2026-02-11.txt"); None without exactly one."""
    found = {match.groups() for match in _NAME.finditer(path.rpartition("/")[2])}
    return _day(*next(iter(found))) if len(found) == 1 else None


def date_in(text: str) -> dt.date | None:
    """The first full date in a short string ("2026年10月22日", "令和8年10月22日", "12 January 2026", ISO 8601)."""
    folded = text.translate(_FULL_WIDTH)
    candidates: list[tuple[int, dt.date]] = []
    for match in _ISO.finditer(folded):
        day = _day(*match.groups())
        if day:
            candidates.append((match.start(), day))
            break
    era = _ERA.search(folded)
    if era:
        year = ERA_BEGINS[era[1]] + (1 if era[2] == "元" else int(era[2]))
        day = _day(year, era[3], era[4])
        if day:
            candidates.append((era.start(), day))
    english = _ENGLISH.search(folded)
    if english and (english[1] or english[3]):
        day = _day(english[4], _MONTHS[english[2]], english[1] or english[3])
        if day:
            candidates.append((english.start(), day))
    return min(candidates)[1] if candidates else None


def date_of_header(value: str) -> dt.date | None:
    """The sender's calendar day of an RFC 2822 date ("Fri, 30 Oct 2026 10:08:52 +0900") or an ISO 8601 one."""
    try:
        return email.utils.parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return date_in(value)


def _day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
