"""Segments of a Form 10-K by its tags: reportable segments, each named as the filing's own table prints it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from agent.company.elements import figures_of
from agent.company.figures import number
from agent.evidence.cite import cite, cite_fact
from agent.models.evidence import Citation, Value
from agent.models.plan import Number, Segment
from connectors.interface import Block, BlockKind, Document, Fact

_AXIS = "us-gaap:StatementBusinessSegmentsAxis"
"""Axis of reportable segments (ASC 280; US GAAP Financial Reporting Taxonomy)."""
_MEASURE = re.compile(r"sales|revenue|income|profit|loss|margin|earnings", re.IGNORECASE)
_LEAST = 2
"""Segments from which a company has any: one is the whole company."""


def american_segments(document: Document) -> list[Segment]:
    """Segments of the reported year in printed order with sales and operating income; `share_of_sales` is the caller's.

    A segment is named by the row it heads in the table ("Americas:"), or by its own row label. Empty with fewer than two.
    """
    starts = [block.start for block in document.blocks]
    sales = _facts(document, "net_sales")
    profits = _facts(document, "operating_income")
    found = []
    for member, fact in sales.items():
        named = _name(document, starts, fact)
        value = _value(document, fact)
        if named is not None and value is not None:
            words, cited = named
            profit = _value(document, profits.get(member))
            found.append(Segment(name=words, sales=value, profit=profit, citations=[cited]))
    return found if len(found) >= _LEAST else []


def _facts(document: Document, key: str) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for fact in document.facts:
        members = fact.context.members
        if len(members) != 1 or members[0][0] != _AXIS or fact.context.period != document.period:
            continue
        is_figure = isinstance(fact.value, Decimal) and fact.span is not None
        if is_figure and any(figure.key == key for figure in figures_of(fact.element)):
            found.setdefault(members[0][1], fact)
    return found


def _name(document: Document, starts: Sequence[int], fact: Fact) -> tuple[str, Citation] | None:
    assert fact.span is not None
    place = bisect_right(starts, fact.span.start) - 1
    if place < 0 or document.blocks[place].kind is not BlockKind.TABLE_ROW:
        return None
    table = document.blocks[place].table
    own = _label(document, document.blocks[place])
    if own is not None and not _MEASURE.search(own[0]):
        return own
    for above in range(place - 1, -1, -1):
        block = document.blocks[above]
        if block.table != table:
            return None
        filled = [cell for cell in block.cells if document.text[cell.start : cell.end].strip()]
        label = _label(document, block)
        if len(filled) == 1 and label is not None and not _MEASURE.search(label[0]):
            return label
    return None


def _label(document: Document, row: Block) -> tuple[str, Citation] | None:
    """The first cell's words without the colon behind them."""
    cell = row.cells[0] if row.cells else None
    words = document.text[cell.start : cell.end].strip().rstrip(":").strip() if cell is not None else ""
    if cell is None or not re.search("[A-Za-z]{2}", words):
        return None
    cited = cite(document, *cell)
    return (words, cited) if cited is not None else None


def _value(document: Document, fact: Fact | None) -> Value[Number] | None:
    citations = cite_fact(document, fact) if fact is not None else []
    if fact is None or not isinstance(fact.value, Decimal) or not citations:
        return None
    return Value[Number](value=number(fact.value), unit=fact.unit, citations=citations)
