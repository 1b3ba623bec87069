"""Segments from the printed tables of セグメント情報, for filings whose segments are not tagged (PDF, plain pages, US GAAP)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import groupby, takewhile

from agent.calendar import month_end
from agent.company.figures import number
from agent.company.printed_periods import Period, era_of, period_in
from agent.company.printed_tables import amount_in, cell_words, filled, flat, is_unit_cell, unit_in
from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import Number, Segment
from connectors.interface import Block, BlockKind, Document, Span

_CAPTIONS = 6
_LONGEST_CAPTION = 120
_COVER = 3000
_ORDINAL = re.compile("第 ?(\\d{1,3}) ?期")
_FEWEST = 2
"""Columns with names from which a table is one of segments."""


@dataclass(frozen=True, slots=True)
class _SegmentTable:
    """Rows of one table, its unit with the cell or line that names it, and the period it is of."""

    rows: list[Block]
    sales: Block
    profit: Block
    unit: tuple[str, int, Span]
    period: Period | None


def printed_segments(document: Document) -> list[Segment]:
    """Columns of the newest year's tables that have a row of sales to outside customers and one of profit.

    Totals, adjustments and eliminations are left out, その他 stays. A table split over two keeps its order.
    Empty where no table names its unit. `share_of_sales` is left to the caller.
    """
    tables = list(_tables(document))
    found: list[Segment] = []
    for table in _newest(tables, document):
        for column, cell, words in filled(document, table.sales):
            name = _name(document, table, column)
            if amount_in(words) is None or name is None:
                continue
            profit = next((c for at, c, _ in filled(document, table.profit) if at == column), None)
            cited = cite(document, *name)
            sales = _value(document, cell, table.unit)
            if cited is None or sales is None:
                continue
            found.append(
                Segment(
                    name=_bare(document.text[name.start : name.end]),
                    sales=sales,
                    profit=_value(document, profit, table.unit) if profit is not None else None,
                    citations=[cited],
                )
            )
    return found if len(found) >= _FEWEST else []


def _tables(document: Document) -> Iterator[_SegmentTable]:
    era = era_of(document.title + document.text[:2000])
    lines: list[Block] = []
    period: Period | None = None
    for _, run in groupby(document.blocks, key=lambda b: (b.kind is BlockKind.TABLE_ROW, b.table)):
        blocks = list(run)
        if blocks[0].kind is not BlockKind.TABLE_ROW:
            lines += blocks
            for block in blocks:
                words = document.text[block.start : block.end]
                period = None if block.kind is BlockKind.HEADING else period
                if len(words) < _LONGEST_CAPTION:
                    period = period_in(words, era) or _numbered(words, document) or period
            continue
        sales, profit = _row(document, blocks, "sales"), _row(document, blocks, "profit")
        if sales is not None and profit is not None and sales.start < profit.start:
            head = [block for block in blocks if block.start < sales.start]
            unit = _unit(document, [*lines[-_CAPTIONS:], *head])
            own = next((p for b in head for _, _, w in filled(document, b) if (p := period_in(w, era))), None)
            if unit is not None:
                yield _SegmentTable(blocks, sales, profit, unit, own or period)


def _numbered(words: str, document: Document) -> Period | None:
    """The year a caption numbers (第123期), counted from the number on the report's cover."""
    last = document.period.end if document.period is not None else None
    own, named = _ORDINAL.search(flat(document.text[:_COVER])), _ORDINAL.fullmatch(flat(words))
    if last is None or own is None or named is None:
        return None
    year = last.year - (int(own[1]) - int(named[1]))
    return Period(None, month_end(year, last.month)) if 1900 < year <= last.year else None


def _newest(tables: Sequence[_SegmentTable], document: Document) -> list[_SegmentTable]:
    """Tables of the reported period up to the first with a column of the whole; what follows is by region, or restated.

    Where none names the period, the last one: the newest year is printed last.
    """
    end = document.period.end if document.period is not None else None
    reported = [table for table in tables if table.period is not None and table.period.end == end]
    if not reported:
        return [table for table in tables if table.period is None][-1:]
    whole = next((place for place, table in enumerate(reported) if _has_whole(document, table)), 0)
    return reported[: whole + 1]


def _has_whole(document: Document, table: _SegmentTable) -> bool:
    heads = [row for row in table.rows if row.start < table.sales.start]
    return any(_pattern("sum").search(_bare(words)) for row in heads for _, _, words in filled(document, row))


def _row(document: Document, rows: Sequence[Block], kind: str) -> Block | None:
    """The first row whose label is one of a kind, by the kind's labels in order, with two amounts or more."""
    labelled: dict[str, Block] = {}
    for row in rows:
        cells = filled(document, row)
        amounts = sum(amount_in(words) is not None for _, _, words in cells[1:])
        if cells and amounts >= _FEWEST:
            labelled.setdefault(_bare(cells[0][2]), row)
    return next((labelled[label] for label in _labels(kind) if label in labelled), None)


def _unit(document: Document, above: Sequence[Block]) -> tuple[str, int, Span] | None:
    for block in reversed(above):
        for cell in block.cells or (Span(block.start, block.end),):
            words = cell_words(document, cell)
            if "単位" in words or is_unit_cell(words):
                named = unit_in(words)
                if named is not None and named[0] in ("円", "USD"):
                    return (*named, cell)
    return None


def _name(document: Document, table: _SegmentTable, column: int) -> Span | None:
    """The lowest filled cell above the sales in a column; None for totals, adjustments and columns without a name."""
    heads = takewhile(lambda row: not _has_amounts(document, row), table.rows)
    for row in reversed(list(heads)):
        if column >= len(row.cells):
            continue
        cell = row.cells[column]
        words = _bare(cell_words(document, cell))
        if words.strip("-ー") and not is_unit_cell(words) and not _pattern("group").fullmatch(words):
            return None if _pattern("whole").search(words) else cell
    return None


def _has_amounts(document: Document, row: Block) -> bool:
    return any(amount_in(words) is not None for _, _, words in filled(document, row)[1:])


def _value(document: Document, cell: Span, unit: tuple[str, int, Span]) -> Value[Number] | None:
    amount = amount_in(document.text[cell.start : cell.end])
    cited = cite(document, *cell, check="value_matches")
    scale = cite(document, *unit[2], check="value_matches")
    if amount is None or cited is None or scale is None:
        return None
    return Value[Number](value=number(amount * Decimal(unit[1])), unit=unit[0], citations=[cited, scale])


def _bare(words: str) -> str:
    """A label without spaces, notes and numbering."""
    return _pattern("notes").sub("", re.sub(r"\s", "", flat(words)))


@cache
def _table() -> dict[str, object]:
    return tomllib.loads(files(__package__).joinpath("segments.toml").read_text(encoding="utf-8"))


@cache
def _labels(kind: str) -> tuple[str, ...]:
    labels = _table()[kind]
    assert isinstance(labels, list)
    return tuple(labels)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(_table()[name]))
