"""The day of notes that print it without a year: in their first line, else in their file's name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.renewal.remarks import Remark
from connectors.interface import DocumentKind

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PRINTED = (
    re.compile(r"^\D{0,12}?(?P<month>1[0-2]|0?[1-9])(?:/|月)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"),
    re.compile(r"^(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?=[\s　(（])"),
    re.compile(rf"^\D{{0,40}}?\b(?P<day>\d{{1,2}}) (?P<name>{'|'.join(MONTHS)})[a-z]*\b", re.I),
    re.compile(rf"^\D{{0,40}}?\b(?P<name>{'|'.join(MONTHS)})[a-z]* (?P<day>\d{{1,2}})\b", re.I),
)
FILE_NAME = re.compile(r"(?<!\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)")
LINES = 3


def with_days(remarks: Sequence[Remark], anchor: Anchor) -> list[Remark]:
    """The same remarks; those of notes without a day get the latest one that fits and is not after `anchor.as_of`."""
    known: dict[str, dt.date | None] = {}
    found = []
    for remark in remarks:
        source = remark.document.source_id
        if source not in known:
            known[source] = _day_of(remark, anchor) if remark.document.kind is DocumentKind.NOTE else None
        day = known[source]
        found.append(replace(remark, day=day) if remark.day is None and day is not None else remark)
    return found


def _day_of(remark: Remark, anchor: Anchor) -> dt.date | None:
    document = remark.document
    lines = [line.strip() for line in document.text.split("\n", LINES + 1)[:LINES] if line.strip()]
    places = [pattern.search(line) for line in lines for pattern in PRINTED]
    match = next((m for m in places if m), None) or FILE_NAME.search(document.path.rpartition("/")[2])
    if match is None:
        return None
    named = match.groupdict().get("name")
    month = MONTHS.index(named.lower()[:3]) + 1 if named else int(match["month"])
    for year in (anchor.as_of.year, anchor.as_of.year - 1):
        try:
            day = dt.date(year, month, int(match["day"]))
        except ValueError:
            return None
        if day <= anchor.as_of:
            return day
    return None
