"""The SEC's companyfacts: every figure a registrant ever tagged, one JSON file per company."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from connectors.encoding import decode
from connectors.interface import (
    BlockKind,
    Document,
    DocumentKind,
    Fact,
    FactContext,
    FactPeriod,
    Filer,
    Locator,
    RawSource,
    Reader,
    ReadError,
    ReasonCode,
    Span,
)
from connectors.limits import MAX_TABLE_ROWS
from connectors.readers.canonical import Canonical, Place

_HEAD = re.compile(rb'\s*\{\s*"cik"\s*:')
_ANNUAL = ("10-K", "10-K/A", "10-KT", "20-F", "20-F/A", "40-F")
_YEAR = (350, 380)
_HEADER = ("element", "label", "unit", "start", "end", "value", "form", "filed")
_VALUE = _HEADER.index("value")


class _Row(NamedTuple):
    element: str
    label: str
    unit: str
    start: str
    end: str
    value: str
    form: str
    filed: str
    fiscal_year: str = ""  # of the report, as the SEC's files name it


class CompanyFactsReader(Reader):
    """One Document of table rows, a figure of an annual report each, oldest report first; facts cite their value cell.

    A figure that several reports repeat is told once, as the newest of them states it.
    """

    name = "companyfacts"

    def claims(self, source: RawSource) -> bool:
        return source.suffix == ".json" and is_company_facts(source.data)

    def read(self, source: RawSource) -> Sequence[Document]:
        try:
            export = json.loads(decode(source.data).text, parse_float=str, parse_int=str)
        except (ValueError, RecursionError) as error:
            raise ReadError(ReasonCode.CORRUPT, f"JSON: {str(error)[:100]}") from None
        rows = sorted(_newest(_rows(export)), key=lambda row: (row.end, row.element, row.unit, row.start))
        if not rows:
            raise ReadError(ReasonCode.NO_TEXT, "no figures of annual reports")
        if len(rows) > MAX_TABLE_ROWS:
            raise ReadError(ReasonCode.TOO_LARGE, f"{len(rows)} figures")
        canonical = Canonical()
        name = str(export.get("entityName") or "")
        canonical.heading(f"{name} company facts".strip())
        table = canonical.new_table()
        canonical.row(_HEADER, table, header=True)
        for row in rows:
            canonical.place = Place(Locator(element=row.element))
            canonical.row(row[: len(_HEADER)], table)
        lines = [block for block in canonical.blocks if block.kind is BlockKind.TABLE_ROW][1:]
        figures = [_fact(row, block.cells[_VALUE]) for row, block in zip(rows, lines, strict=True)]
        facts = (*figures, *_focus(rows))
        return [
            canonical.document(
                source,
                DocumentKind.ANNUAL_REPORT,
                f"{name} company facts",
                facts=facts,
                filer=Filer(name) if name else None,
                form="companyfacts",
                period=_period(facts),
                published=max(filter(None, (_day(row.filed) for row in rows)), default=None),
                access="public",
            )
        ]


def is_company_facts(data: bytes) -> bool:
    """True for JSON that begins as the SEC's files do, with the registrant's CIK."""
    return _HEAD.match(data[:200]) is not None


def _rows(export: Any) -> Iterator[_Row]:
    for taxonomy, concepts in _mapping(_mapping(export).get("facts")).items():
        for concept, told in _mapping(concepts).items():
            label = str(_mapping(told).get("label") or "")
            for unit, values in _mapping(_mapping(told).get("units")).items():
                for value in values if isinstance(values, list) else ():
                    given = {name: str(found) for name, found in _mapping(value).items() if found is not None}
                    if given.get("form") in _ANNUAL and _day(given.get("end", "")) and "val" in given:
                        yield _Row(
                            f"{taxonomy}:{concept}",
                            label,
                            unit,
                            given.get("start", ""),
                            given["end"],
                            given["val"],
                            given["form"],
                            given.get("filed", ""),
                            given.get("fy", ""),
                        )


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _newest(rows: Iterator[_Row]) -> list[_Row]:
    kept: dict[tuple[str, ...], _Row] = {}
    for row in rows:
        key = (row.element, row.unit, row.start, row.end)
        if key not in kept or row.filed >= kept[key].filed:
            kept[key] = row
    return list(kept.values())


def _fact(row: _Row, cell: Span) -> Fact:
    start, end = _day(row.start), _day(row.end)
    context = FactContext(f"{row.start}/{row.end}", FactPeriod(start, end), consolidated=True)
    try:
        value: Decimal | None = Decimal(row.value)
    except InvalidOperation:
        value = None
    return Fact(row.element, context, value, row.unit, label=row.label or None, span=cell)


def _focus(rows: Sequence[_Row]) -> Iterator[Fact]:
    """The fiscal year of the newest report, named as that report names it, for the whole year it ends with."""
    latest = max(row.filed for row in rows)
    years = [(row, _fact(row, Span(0, 0)).context) for row in rows if row.filed == latest and row.start]
    whole = [(row, context) for row, context in years if _is_year(context.period)]
    if whole:
        row, context = max(whole, key=lambda item: item[0].end)
        if row.fiscal_year.isdigit():
            yield Fact("dei:DocumentFiscalYearFocus", context, row.fiscal_year)


def _is_year(period: FactPeriod) -> bool:
    return (
        period.start is not None
        and period.end is not None
        and _YEAR[0] <= (period.end - period.start).days <= _YEAR[1]
    )


def _period(facts: Sequence[Fact]) -> FactPeriod | None:
    """The newest whole year that any figure covers."""
    years = [fact.context.period for fact in facts if _is_year(fact.context.period)]
    return max(years, key=lambda period: period.end or dt.date.min, default=None)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
