"""The day of a note that gives it without a year: "6/17 …", "8 June, on the phone", "memo1028.txt"."""

from __future__ import annotations

import datetime as dt
import re

from connectors.interface import Document

ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
FIRST_LINES = 3
HEAD = 40
"""Characters of a first line in which its date stands."""
MONTH_DAY = re.compile(r"(?<![\d/.])(?P<m>1[0-2]|0?[1-9])\s*[/月.]\s*(?P<d>3[01]|[12]\d|0?[1-9])(?![\d%])日?")
DAY_MONTH = re.compile(rf"\b(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)? (?P<name>{NAMES})[a-z]*\b", re.I)
NAME_DAY = re.compile(rf"\b(?P<name>{NAMES})[a-z]*\.? (?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b", re.I)
YEAR_MONTH = re.compile(r"(?P<y>20\d\d)\s*[年/.\-]\s*(?P<m>1[0-2]|0?[1-9])(?!\d)")
IN_MONTH = re.compile(rf"\b(?P<name>{NAMES})[a-z]*\b(?! \d{{4}})|(?<!\d)(?P<m>1[0-2]|[1-9])月", re.I)
FILE_DAY = re.compile(r"(?<!\d)(?:20\d\d)?(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
GRACE = dt.timedelta(days=7)
"""A note may be dated some days after the day of the plan; further ahead its year is the one before."""


def heading_day(document: Document, as_of: dt.date) -> dt.date | None:
    """The day its first line, the beginning of its next ones or its file name give, in the last year up to `as_of`;
    the first of the month where they give only that."""
    name = document.path.rpartition("/")[2]
    for place, block in enumerate(document.blocks[:FIRST_LINES]):
        head = document.text[block.start : block.end][:HEAD].lstrip("#*-・■【[ 　")
        for pattern in (MONTH_DAY, DAY_MONTH, NAME_DAY):
            found = pattern.match(head) if place else pattern.search(head)
            day = _resolved(found, as_of) if found else None
            if day:
                return day
    found = FILE_DAY.search(name)
    day = _resolved(found, as_of) if found else None
    if day:
        return day
    for block in document.blocks[:1]:
        head = document.text[block.start : block.end][:HEAD]
        year = YEAR_MONTH.search(head)
        if year:
            return dt.date(int(year["y"]), int(year["m"]), 1)
        found = IN_MONTH.search(head)
        if found:
            return _in_last_year(_month(found), 1, as_of)
    return None


def _resolved(found: re.Match[str], as_of: dt.date) -> dt.date | None:
    return _in_last_year(_month(found), int(found["d"]), as_of)


def _month(found: re.Match[str]) -> int:
    groups = found.groupdict()
    return int(groups["m"]) if groups.get("m") else ENGLISH.index(groups["name"].lower()[:3]) + 1


def _in_last_year(month: int, day: int, as_of: dt.date) -> dt.date | None:
    for year in (as_of.year, as_of.year - 1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found <= as_of + GRACE:
            return found
    return None
