"""Facts of the API's CSV form (type=5) by a second, plain way: csv and the periods of its own DEI rows."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from evals.gold.filing_facts import SCOPE_AXIS, PlainContext, PlainFact

_RELATIVE = re.compile(
    r"(?:Current|Prior(?P<back>\d))?(?:(?P<year>Year)|Interim|YTD|Quarter(?=Instant))(?P<kind>Duration|Instant)"
)
_ELEMENT, _CONTEXT, _UNIT, _VALUE = 0, 2, 6, 8
"""Columns of the form (EDINET API specification, type=5)."""


def csv_facts(data: bytes) -> Iterator[PlainFact]:
    """Facts in order. Periods are counted back from the year's end that the DEI rows state; starts are not given."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-16")), delimiter="\t"))[1:]
    dei = {
        row[_ELEMENT].rpartition(":")[2]: row[_VALUE]
        for row in rows
        if row[_ELEMENT].startswith("jpdei_cor:")
    }
    for row in rows:
        prefix, _, name = row[_ELEMENT].rpartition(":")
        found = _RELATIVE.match(row[_CONTEXT])
        if found is None:
            continue
        last = dei.get("CurrentFiscalYearEndDateDEI" if found["year"] else "CurrentPeriodEndDateDEI", "")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", last):
            continue
        end = _years_before(dt.date.fromisoformat(last), int(found["back"] or 0))
        members = tuple(
            (SCOPE_AXIS if part == "NonConsolidatedMember" else "", part)
            for part in row[_CONTEXT][found.end() :].split("_")
            if part.endswith("Member")
        )
        start = end if found["kind"] == "Duration" else None  # only that it is a duration is known
        yield PlainFact(
            prefix, name, PlainContext(row[_CONTEXT], start, end, members), _value(row), row[_UNIT]
        )


def _value(row: list[str]) -> Decimal | str | None:
    text = row[_VALUE]
    if text in ("", "－"):
        return None
    try:
        return Decimal(text) if row[_UNIT] not in ("", "－") else text
    except InvalidOperation:
        return text


def _years_before(end: dt.date, years: int) -> dt.date:
    following = end + dt.timedelta(days=1)
    return following.replace(year=following.year - years) - dt.timedelta(days=1)
