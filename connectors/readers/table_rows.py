"""Records of a CSV file or a worksheet as table rows: which one is the header, which column holds the day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from connectors.dates import date_in
from connectors.interface import Locator
from connectors.readers.canonical import Canonical, Place

_NUMBER = re.compile(r"[△▲−+(（-]?[¥￥$]?\d[\d,.]*\s*(?:[%％円千万億件人時間分秒日]|百万円|[KkMm])?[)）]?$")
_DAY = re.compile(r"\s*(?:\d{4}\s*[-/.年]|[RHS令平昭]\S{0,2}\d{1,2}\s*[.年])")
_DATED_SHARE = 0.6
"""Share of filled cells that must be full dates for a column to date its rows."""


def write_records(canonical: Canonical, records: Sequence[Sequence[str]], sheet: str | None = None) -> None:
    """All rows that hold a word; locator `row` counts from 1 as a spreadsheet shows it."""
    filled = [number for number, record in enumerate(records) if any(cell.strip() for cell in record)]
    header = header_row(records, filled)
    dated = date_column(records, filled, header)
    table = canonical.new_table()
    for number in filled:
        record = records[number]
        day = _date_of(record, dated) if number != header else None
        canonical.place = Place(Locator(row=number + 1, sheet=sheet), day)
        canonical.row(record, table, header=number == header)
    canonical.place = Place()


def header_row(records: Sequence[Sequence[str]], filled: Sequence[int]) -> int | None:
    """Index of the row of column headings: the first of the widest of the first rows, when made of words only."""
    if len(filled) < 2:
        return None
    first = filled[:10]
    widest = max(len(_words(records[number])) for number in first)
    if widest < 2:
        return None
    for number in first:
        words = _words(records[number])
        if len(words) >= max(2, widest - 1):
            distinct = len(set(words)) == len(words)
            return number if distinct and not any(_NUMBER.match(word) for word in words) else None
        if len(words) > 1:
            return None
    return None


def date_column(records: Sequence[Sequence[str]], filled: Sequence[int], header: int | None) -> int | None:
    """Index of the first column of full dates, None without one."""
    body = [records[number] for number in filled if number != header]
    width = max((len(record) for record in body), default=0)
    for column in range(min(width, 50)):
        cells = [record[column] for record in body[:200] if column < len(record) and record[column].strip()]
        dated = sum(1 for cell in cells if _DAY.match(cell) and len(cell) <= 25 and date_in(cell))
        if cells and dated >= _DATED_SHARE * len(cells):
            return column
    return None


def _date_of(record: Sequence[str], column: int | None) -> dt.date | None:
    return date_in(record[column]) if column is not None and column < len(record) else None


def _words(record: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in record if cell.strip()]
