"""Segments of the newest filing that tags them: name as printed, sales, profit, weight in the whole."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from agent.company.figures import number
from agent.company.segments_american import american_segments
from agent.company.segments_printed import printed_segments
from agent.company.series import as_object
from agent.evidence.cite import cite, cite_fact
from agent.models.evidence import Citation, Derived, Value
from agent.models.plan import FinancialRow, Number, Segment
from connectors.interface import Block, BlockKind, Document, Fact

_AXIS = "OperatingSegmentsAxis"
_SALES = re.compile(
    "RevenuesFromExternalCustomers|SalesToExternalCustomersIFRS|\\w*(?:Revenues?|Sales)(?:From|To)ExternalCustomers\\w*"
)
_TOTAL_SALES = re.compile(
    "NetSales(?:IFRS)?|OperatingRevenue\\d?(?:IFRS)?|RevenueIFRS|OrdinaryIncomeBNK|SalesRevenuesIFRS"
)
_PROFITS = (
    re.compile("SegmentProfit\\w*"),
    re.compile("OperatingIncome|OperatingProfitLossIFRS"),
    re.compile("OrdinaryIncome|ProfitLossBeforeTaxIFRS|ProfitLoss|IncomeBeforeIncomeTaxes"),
)
_NOT_A_SEGMENT = re.compile(
    "^(?:ReportableSegments|TotalOfReportableSegmentsAndOthers|ReconcilingItems|UnallocatedAmounts\\w*"
    "|\\w*(?:Elimination|Corporate)\\w*|Total\\w*)Member$"
)
_HEAD_NOTE = re.compile("[ 　]*[(（〔]?(?:注|※|\\*)[)）]?[ 　]*[\\d０-９,，、・ 　]*[)）〕]?$")
_UNIT_HEAD = re.compile("^[(（]?(?:単位[:：])?[百千万億十兆]*(?:円|人|名|％|%)[)）]?$|^報告セグメント$")


def read_segments(filings: Sequence[Document], rows: Sequence[FinancialRow]) -> list[Segment]:
    """Reportable segments and その他 in printed order, of the newest filing that tags or prints them.

    Sales are those to outside customers, else the segment's total. `share_of_sales` is computed in percent of
    the consolidated sales of the same period.
    """
    for document in filings:
        found = _segments(document, rows) or _printed(document, rows) or _american(document, rows)
        if found:
            return found
    return []


def _american(document: Document, rows: Sequence[FinancialRow]) -> list[Segment]:
    segments = american_segments(document)
    for segment in segments:
        segment.share_of_sales = _share(segment.sales, _whole(rows, document.period and document.period.end))
    return segments


def _printed(document: Document, rows: Sequence[FinancialRow]) -> list[Segment]:
    end = document.period.end if document.period is not None else None
    segments = printed_segments(document) if end is not None else []
    for segment in segments:
        segment.share_of_sales = _share(segment.sales, _whole(rows, end))
    return segments


def _segments(document: Document, rows: Sequence[FinancialRow]) -> list[Segment]:
    facts = [fact for fact in document.facts if _is_current_segment(fact)]
    figures = [fact for fact in facts if isinstance(fact.value, Decimal)]
    sales = _by_member(figures, (_SALES,)) or _by_member(figures, (_TOTAL_SALES,))
    profits = _by_member(figures, _PROFITS)
    staff = _by_member(figures, (re.compile("NumberOfEmployees"),))
    found = []
    starts = [block.start for block in document.blocks]
    for member, fact in sorted(sales.items(), key=lambda item: item[1].span.start if item[1].span else 0):
        name = _left_cell(document, starts, staff.get(member)) or _head_cell(document, starts, fact)
        if name is None:
            continue
        words, cited = name
        value = _value(document, fact)
        segment = Segment(
            name=words,
            sales=value,
            profit=_value(document, profits.get(member)),
            share_of_sales=_share(value, _whole(rows, fact.context.period.end)),
            citations=[cited],
        )
        found.append(segment)
    return found


def _is_current_segment(fact: Fact) -> bool:
    context = fact.context
    if len(context.members) != 1 or not (context.relative or "").startswith("CurrentYear"):
        return False
    axis, member = context.members[0]
    local = member.rpartition(":")[2].rpartition("_")[2]
    return axis.endswith(_AXIS) and context.consolidated is not False and not _NOT_A_SEGMENT.match(local)


def _by_member(facts: Sequence[Fact], patterns: Sequence[re.Pattern[str]]) -> dict[str, Fact]:
    """The first fact of each segment by the first pattern that any segment has."""
    for pattern in patterns:
        found: dict[str, Fact] = {}
        for fact in facts:
            if pattern.fullmatch(fact.local_name) and fact.span is not None:
                found.setdefault(fact.context.members[0][1], fact)
        if found:
            return found
    return {}


def _value(document: Document, fact: Fact | None) -> Value[Number] | None:
    if fact is None or not isinstance(fact.value, Decimal):
        return None
    citations = cite_fact(document, fact)
    unit = "円" if fact.unit in ("JPY", None) else fact.unit
    return Value[Number](value=number(fact.value), unit=unit, citations=citations) if citations else None


def _whole(rows: Sequence[FinancialRow], end: dt.date | None) -> Value[Number] | None:
    same = [r for r in rows if r.end == end and r.scope == "consolidated" and r.net_sales]
    return same[-1].net_sales if same else None


def _share(part: Value[Number] | None, whole: Value[Number] | None) -> Value[Number] | None:
    if part is None or whole is None or whole.value <= 0 or part.unit != whole.unit:
        return None
    return Value[Number](
        value=round(100 * part.value / whole.value, 1),
        unit="%",
        check="computed",
        derived=Derived(rule="segment_sales / net_sales", inputs=[as_object(part), as_object(whole)]),
    )


def _row_of(document: Document, starts: Sequence[int], fact: Fact) -> int | None:
    """Index of the row a figure stands in; None for the lines of an instance, which name elements, not segments."""
    assert fact.span is not None
    place = bisect_right(starts, fact.span.start) - 1
    if place < 0 or document.blocks[place].kind is not BlockKind.TABLE_ROW:
        return None
    return None if document.text.startswith(fact.element, document.blocks[place].start) else place


def _left_cell(document: Document, starts: Sequence[int], fact: Fact | None) -> tuple[str, Citation] | None:
    """The row label of a segment's line in the employee table (従業員の状況): its name in full."""
    place = _row_of(document, starts, fact) if fact is not None and fact.span is not None else None
    if place is None:
        return None
    cell = next((c for c in document.blocks[place].cells if document.text[c.start : c.end].strip()), None)
    words = document.text[cell.start : cell.end].strip() if cell is not None else ""
    if cell is None or fact is None or fact.span is None or cell.end > fact.span.start or not words:
        return None
    cited = cite(document, *cell)
    return (words, cited) if cited is not None else None


def _head_cell(document: Document, starts: Sequence[int], fact: Fact) -> tuple[str, Citation] | None:
    """The lowest filled cell above a figure in its table, unit lines passed over, notes cut off."""
    place = _row_of(document, starts, fact)
    if place is None:
        return None
    row = document.blocks[place]
    column = _column(row, fact)
    if column is None:
        return None
    for above in range(place - 1, -1, -1):
        block = document.blocks[above]
        if block.table != row.table or column >= len(block.cells):
            return None
        cell = block.cells[column]
        words = _HEAD_NOTE.sub("", document.text[cell.start : cell.end].strip())
        if words and not _UNIT_HEAD.match(words) and not re.match("^[△▲(（\\-－]?[\\d,，０-９]+", words):
            cited = cite(document, *cell)
            return (words, cited) if cited is not None else None
    return None


def _column(row: Block, fact: Fact) -> int | None:
    assert fact.span is not None
    return next((c for c, cell in enumerate(row.cells) if cell.start <= fact.span.start < cell.end), None)
