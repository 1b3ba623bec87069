"""Forecasts from printed tables, for summaries and revision notices without tags (PDF, plain page)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from agent.calendar import add_months
from agent.company.elements import keys
from agent.company.printed_figures import PRINTED, column_units
from agent.company.printed_periods import Period, era_of, period_in
from agent.company.printed_tables import amount_in, filled, flat, is_line, is_unit_cell, key_of
from agent.company.tagged import Scope
from connectors.interface import Block, BlockKind, Document, DocumentKind, Fact, FactContext, FactPeriod, Span

_KINDS = (DocumentKind.EARNINGS_SUMMARY, DocumentKind.FORECAST_REVISION)
_TABLE = re.compile("業績予想|業績見通し|予想数値")
_EXPECTING = re.compile("業績(?:予想|見通し)|予想数値|予想|見通し")
_NOT_RESULTS = re.compile("配当|分配")
_REPLACED = re.compile("前回")
_NEW = re.compile("今回|修正後")
_WHOLE = re.compile("通期|年間")
_PART = re.compile("第([1-3])四半期|中間期|上半?期|半期")
_NO_FORECAST = re.compile("実績|増減|前期比|対前")
_AMOUNT = re.compile("[△▲-]? ?[\\d,]+(?:\\.\\d+)?")
_HALF = 190
"""Most days of half a year."""
_LINES = 4
"""Lines above a table that may announce it."""


class Place(NamedTuple):
    """What one printed forecast is of; `replaced` for the one that a revision took back."""

    replaced: bool
    end: dt.date
    start: dt.date
    scope: Scope


_Reading = Callable[[str, Period, str | None, Scope], Place | None]


def printed_forecasts(document: Document) -> Iterator[tuple[Place, str, Fact]]:
    """Each forecast figure with its key, as a fact with the stand-in element of printed figures, in text order.

    A table counts under a line that announces 業績予想 and names the year (with its first and last day, or as
    年3月期). Rows say which part of the year (通期, 第2四半期), or which of two forecasts (前回発表, 今回修正). A range
    (1,000～1,200) is no figure.
    """
    return _rows_of(document, _forecast)


def printed_results(document: Document) -> Iterator[tuple[Place, str, Fact]]:
    """Results that such a table repeats beside its forecasts (（ご参考）前期実績), in the same shape."""
    return _rows_of(document, _result)


def _rows_of(document: Document, reading: _Reading) -> Iterator[tuple[Place, str, Fact]]:
    if document.kind not in _KINDS:
        return
    era = era_of(document.title + document.text[:2000])
    lines: list[Block] = []
    rows: list[Block] = []
    for block in [*document.blocks, None]:
        in_table = block is not None and block.kind is BlockKind.TABLE_ROW
        if rows and (block is None or not in_table or block.table != rows[0].table):
            if len(rows) == 1 and is_line(document, rows[0]):
                lines += rows
            else:
                yield from _of_table(document, rows, lines, era, reading)
            rows = []
        if block is not None:
            (rows if in_table else lines).append(block)


def _of_table(
    document: Document, rows: Sequence[Block], lines: Sequence[Block], era: str | None, reading: _Reading
) -> Iterator[tuple[Place, str, Fact]]:
    above = [document.text[block.start : block.end] for block in lines[-_LINES:]]
    at = next((i for i in reversed(range(len(above))) if _TABLE.search(above[i])), None)
    if at is None or any(_NOT_RESULTS.search(words) for words in above[at:]):
        return
    announced = flat(above[at])
    year = next((y for words in above[at:] if (y := _year_named(flat(words), era)) is not None), None)
    if year is None or year.start is None:
        return
    whole = "連結" in announced.replace("非連結", "") or (
        "連結" in document.title.replace("非連結", "") and not re.search("個別|単体|非連結", announced)
    )
    keys_of: dict[int, str] = {}
    units: dict[int, tuple[str, int, Span | None]] = {}
    for row in rows:
        cells = filled(document, row)
        numbers = [words for _, _, words in cells if _AMOUNT.fullmatch(words)]
        names = {place: key for place, _, words in cells if (key := key_of(words)) is not None}
        if not numbers and (len(names) >= 2 or (names and len(cells) >= 2 and cells[0][0] > 0)):
            keys_of, units = names, {}
        elif cells and all(is_unit_cell(words) or words in ("円 銭", "円銭") for _, _, words in cells):
            units |= column_units(cells)
        elif keys_of and cells:
            label = "".join(words for at, _, words in cells if at < min(keys_of)).replace(" ", "")
            place = reading(label, year, era, "consolidated" if whole else "non_consolidated")
            for column, cell, words in cells:
                fact = _fact(keys_of.get(column), words, cell, units.get(column), place)
                if fact is not None and place is not None:
                    yield place, keys_of[column], fact


def _year_named(words: str, era: str | None) -> Period | None:
    named = period_in(_EXPECTING.sub("", words), era)
    if named is None or named.start is not None:
        return named
    return Period(add_months(named.end + dt.timedelta(days=1), -12), named.end)


def _forecast(label: str, year: Period, era: str | None, scope: Scope) -> Place | None:
    """Of which part of the year a row is, and which of two forecasts; None for results and changes."""
    assert year.start is not None
    if not label or _NO_FORECAST.search(label):
        return None
    replaced = _REPLACED.search(label) is not None
    if replaced or _NEW.search(label) or _WHOLE.search(label):
        return Place(replaced, year.end, year.start, scope)
    part = _PART.search(label)
    if part is not None:
        months = 3 * int(part[1] or 2)
        return Place(False, add_months(year.start, months) - dt.timedelta(days=1), year.start, scope)
    named = period_in(_EXPECTING.sub("", label), era)
    return Place(False, year.end, year.start, scope) if named is not None and named.end == year.end else None


def _result(label: str, year: Period, era: str | None, scope: Scope) -> Place | None:
    """The period of the year before whose result a row repeats; None for other rows."""
    assert year.start is not None
    if "実績" not in label:
        return None
    named = period_in(label, era)
    last = year.start - dt.timedelta(days=1)
    if named is not None and named.end == last:  # the period right before: a year, or half of one for funds
        months = 6 if (year.end - year.start).days < _HALF else 12
        return Place(False, last, add_months(year.start, -months), scope)
    before = Period(
        add_months(year.start, -12), add_months(year.end + dt.timedelta(days=1), -12) - dt.timedelta(days=1)
    )
    if named is not None and (named.start or before.start, named.end) != before:
        return None
    return Place(False, before.end, add_months(year.start, -12), scope)


def _fact(
    key: str | None, words: str, cell: Span, unit: tuple[str, int, Span | None] | None, place: Place | None
) -> Fact | None:
    value = amount_in(words) if _AMOUNT.fullmatch(words) else None
    if key is None or value is None or unit is None or place is None or unit[0] != keys()[key].unit:
        return None
    return Fact(
        element=PRINTED + key,
        context=FactContext(
            "", FactPeriod(place.start, place.end), consolidated=place.scope == "consolidated"
        ),
        value=Decimal(value * unit[1]),
        unit="JPY",
        span=cell,
        scale_span=unit[2],
    )
