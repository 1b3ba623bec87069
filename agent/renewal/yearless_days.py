"""The day of a note that dates itself without a year: "16 July" or 「7/15(水)」 on its first lines, 0716 in its file name."""

from __future__ import annotations

import datetime as dt
import re

from connectors.interface import Document, DocumentKind

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
IN_WORDS = (
    re.compile(rf"(?<![\d/:])(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{NAME}(?![a-z])(?!,? \d{{4}})", re.I),
    re.compile(rf"\b{NAME} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[:.]\d|,? \d{{4}})", re.I),
)
IN_DIGITS = (
    re.compile(r"(?<![\d/年月.,:])(?P<month>1[0-2]|0?[1-9])月(?P<day>[0-3]?\d)日"),
    re.compile(r"(?<![\d/.,:])(?P<month>1[0-2]|0?[1-9])/(?P<day>[0-3]?\d)(?![\d/.,])"),
)
FILE = re.compile(r"(?<!\d)(?P<month>0[1-9]|1[0-2])-?(?P<day>[0-3]\d)(?!\d)")
LINES = 1
"""Lines at the head of a note in which it dates itself; the next may tell anything."""
TITLE = 60
"""Characters of a line that is no running text yet."""


def yearless_day(document: Document, as_of: dt.date) -> dt.date | None:
    """The latest such day that is over on the day the plan is written; None where nothing dates the note."""
    named = FILE.search(document.path.rpartition("/")[2])
    day = _latest(int(named["month"]), int(named["day"]), as_of) if named else None
    if day is not None or document.kind is DocumentKind.TABLE:
        return day
    for block in document.blocks[:LINES]:
        line = document.text[block.start : block.end]
        for pattern in (*IN_WORDS, *IN_DIGITS) if len(line) <= TITLE else ():
            if found := pattern.search(line):
                return _latest(_month(found), int(found["day"]), as_of)
    return None


def _month(found: re.Match[str]) -> int:
    name = found.groupdict().get("name")
    return MONTHS.index(name.lower()[:3]) + 1 if name else int(found["month"])


def _latest(month: int, day: int, as_of: dt.date) -> dt.date | None:
    for year in (as_of.year, as_of.year - 1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found <= as_of:
            return found
    return None
