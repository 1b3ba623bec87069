"""The day of a note or transcript that gives it without a year or in short: "6/17 …", "8 June, on the phone", "memo1028.txt".

Sources are of the past, so a day without a year is its last return up to the plan's day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from connectors.interface import Block, BlockKind, Document, DocumentKind

ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
FIRST_LINES = 3
HEAD = 40
"""Characters of a first line in which its date stands."""
MONTH_DAY = re.compile(r"(?<![\d/.])(?P<m>1[0-2]|0?[1-9])\s*[/月.]\s*(?P<d>3[01]|[12]\d|0?[1-9])(?![\d%])日?")
DAY_MONTH = re.compile(rf"\b(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)? (?P<name>{NAMES})[a-z]*\b", re.I)
NAME_DAY = re.compile(rf"\b(?P<name>{NAMES})[a-z]*\.? (?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b", re.I)
YEAR_MONTH = re.compile(r"(?P<y>20\d\d)\s*[年/.\-]\s*(?P<m>1[0-2]|0?[1-9])(?!\d)")
NAME_MONTH = re.compile(r"(?<!\d)(?P<y>20\d\d)(?:[年/.\-_]?(?P<m>1[0-2]|0[1-9])|年(?P<m2>[1-9]))(?!\d)")
"""202610, 2026-10 or 2026年8月 in a file's name."""
IN_MONTH = re.compile(rf"\b(?P<name>{NAMES})[a-z]*\b(?! \d{{4}})|(?<!\d)(?P<m>1[0-2]|[1-9])月", re.I)
_SHORT_YEAR = re.compile(
    rf"(?<![\d./])['’]?(?P<y>[23]\d)[./年](?P<m>1[0-2]|0?[1-9])[./月](?P<d>3[01]|[12]\d|0?[1-9])(?![\d./])"
    rf"|\b(?P<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)? (?P<name>{NAMES})[a-z]*,? (?:20|['’])?(?P<y2>[23]\d)(?!\d)",
    re.I,
)
"""25.3.28, 28 Jan 26."""
_FILE_DAY = re.compile(
    rf"(?<!\d)(?:(?:20)?(?P<y>[23]\d))?(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?<![\dA-Za-z])(?P<d2>3[01]|[12]\d|0?[1-9])[-_ ]?(?P<name>{NAMES})(?![a-z])",
    re.I,
)
"""1028, 261028, 28oct in a file's name."""
GRACE = dt.timedelta(days=7)
"""A note may be dated some days after the day of the plan; further ahead its year is the one before."""
_OLDEST = dt.timedelta(days=5 * 366)
_DATED_KINDS = (DocumentKind.NOTE, DocumentKind.TRANSCRIPT)
_ENTRIES = 3
"""Lines that each begin with a day, one after the other in time, from which on a note is a running log."""


def dated(documents: Iterable[Document], as_of: dt.date) -> list[Document]:
    """The documents in their order; a note or transcript without a day has the one that `note_day` reads as `published`,
    and each entry of a running log its own as `spoken_on`; a sheet only that of its file's name."""
    return [_dated(document, as_of) for document in documents]


def _dated(document: Document, as_of: dt.date) -> Document:
    if document.published is not None:
        return document
    if document.kind is DocumentKind.TABLE:
        return replace(document, published=_day_of_name(document, as_of))
    if document.kind not in _DATED_KINDS:
        return document
    blocks, last = _log_entries(document, as_of)
    if last is not None:
        return replace(document, blocks=blocks, published=last)
    return replace(document, published=note_day(document, as_of))


def note_day(document: Document, as_of: dt.date) -> dt.date | None:
    """The day its file name, its first line or the beginning of its next ones give, in the last year up to `as_of` where
    no year stands beside it."""
    return _day_of_name(document, as_of) or _day_of_head(document, as_of)


def heading_day(document: Document, as_of: dt.date) -> dt.date | None:
    """As `note_day`, and the first of the month where the first line gives only that; a report's is the end of the month
    its file name gives, or of the last one that it has a column for."""
    day = note_day(document, as_of)
    if day:
        return day
    if document.kind is DocumentKind.TABLE and (month := _month_of_report(document)):
        return min(month, as_of)
    for block in document.blocks[:1]:
        head = document.text[block.start : block.end][:HEAD]
        year = YEAR_MONTH.search(head)
        if year:
            return dt.date(int(year["y"]), int(year["m"]), 1)
        found = IN_MONTH.search(head)
        if found:
            return _in_last_year(_month(found), 1, as_of)
    return None


def _month_of_report(document: Document) -> dt.date | None:
    name = document.path.rpartition("/")[2].rpartition(".")[0]
    head = next((document.text[block.start : block.end] for block in document.blocks[:1]), "")
    named = [(int(m["y"]), int(m["m"] or m["m2"])) for m in NAME_MONTH.finditer(name)]
    told = named or [(int(m["y"]), int(m["m"])) for m in YEAR_MONTH.finditer(head)]
    if not told:
        return None
    year, month = max(told)
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def _day_of_name(document: Document, as_of: dt.date) -> dt.date | None:
    name = document.path.rpartition("/")[2].rpartition(".")[0]
    return _first(_FILE_DAY.finditer(name), as_of)


def _day_of_head(document: Document, as_of: dt.date) -> dt.date | None:
    for place, block in enumerate(document.blocks[:FIRST_LINES]):
        head = document.text[block.start : block.end][:HEAD].lstrip("#*-・■【[ 　")
        for pattern in (_SHORT_YEAR, DAY_MONTH, NAME_DAY, MONTH_DAY):
            found = pattern.match(head) if place else pattern.search(head)
            day = _resolved(found, as_of) if found else None
            if day:
                return day
    return None


def _log_entries(document: Document, as_of: dt.date) -> tuple[tuple[Block, ...], dt.date | None]:
    """The blocks of a running log, each with the day of the entry it stands in, and the last day; no day where the note
    is no log."""
    days = [_entry_day(document, block, as_of) for block in document.blocks]
    given = [day for day in days if day is not None]
    if len(given) < _ENTRIES or sorted(given) not in (given, given[::-1]) or len(set(given)) < _ENTRIES:
        return document.blocks, None
    blocks, day = [], None
    for block, own in zip(document.blocks, days, strict=True):
        day = own or day
        blocks.append(replace(block, spoken_on=block.spoken_on or day))
    return tuple(blocks), max(given)


def _entry_day(document: Document, block: Block, as_of: dt.date) -> dt.date | None:
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.TURN, BlockKind.FIELD):
        return None
    head = document.text[block.start : block.end][:HEAD].lstrip("#*-・■●◆【[(（ 　")
    found = next((hit for pattern in (DAY_MONTH, NAME_DAY, MONTH_DAY) if (hit := pattern.match(head))), None)
    return _resolved(found, as_of) if found else None


def _first(found: Iterable[re.Match[str]], as_of: dt.date) -> dt.date | None:
    days = {day for match in found if (day := _resolved(match, as_of))}
    return days.pop() if len(days) == 1 else None


def _resolved(found: re.Match[str], as_of: dt.date) -> dt.date | None:
    groups = found.groupdict()
    day = int(groups.get("d") or groups["d2"])
    year = groups.get("y") or groups.get("y2")
    if year is None:
        return _in_last_year(_month(found), day, as_of)
    try:
        written = dt.date(2000 + int(year), _month(found), day)
    except ValueError:
        return None
    return written if as_of - _OLDEST <= written <= as_of + GRACE else None


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
