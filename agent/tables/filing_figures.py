"""The figures a filing tags, else prints, each with the first day of its period, for questions about one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial

from agent.company.elements import Standard
from agent.company.printed_figures import PRINTED, printed_figures, usual_standard
from agent.company.printed_tables import amount_in
from agent.company.tagged import Candidate, Figures, accounting_standard, tagged_figures
from connectors.interface import Document

Span = tuple[dt.date, dt.date]
"""First and last day of a period."""
_YEAR = (350, 380)
"""Days of a year; 52 or 53 weeks are one."""


def figures_of(document: Document) -> tuple[Figures, Standard]:
    """What a document tags, else prints, by period, and the standard of its consolidated statements."""
    if document.facts:
        return tagged_figures(document), accounting_standard(document)
    standard = usual_standard([document])
    return _with_starts(document, printed_figures(document, standard)), standard


def _with_starts(document: Document, figures: Figures) -> Figures:
    """Rows of printed tables with the first day of their period.

    A head that names a day alone (2024年3月期, 2024年3月31日) is of the period that another head gives for that day;
    else of the year, where years of the company end in that month or the next one begins on the next day.
    """
    spans = {row.end: row.start for row in figures if row.start is not None}
    begun = {start - dt.timedelta(days=1) for start in spans.values()}
    closing = _closing_month(document, figures)
    placed: Figures = {}
    for row, by_key in figures.items():
        start = row.start or spans.get(row.end)
        if start is None and (row.end.month == closing or row.end in begun):
            start = _year_before(row.end)
        for key, candidates in by_key.items():
            placed.setdefault(row._replace(start=start), {}).setdefault(key, []).extend(candidates)
    for by_key in placed.values():
        for candidates in by_key.values():
            candidates.sort(key=partial(_step, document))
    return placed


def _closing_month(document: Document, figures: Figures) -> int | None:
    """The month in which fiscal years end: of a period of twelve months, else counted from where a part begins."""
    spans = [(row.start, row.end) for row in figures if row.start is not None]
    if document.period is not None and document.period.start is not None and document.period.end is not None:
        spans.insert(0, (document.period.start, document.period.end))
    years = [end.month for start, end in spans if _YEAR[0] <= (end - start).days <= _YEAR[1]]
    starts = [year_after(start).month for start, _ in spans]
    return next(iter([*years, *starts]), None)


def _year_before(end: dt.date) -> dt.date:
    following = end + dt.timedelta(days=1)
    return following.replace(year=following.year - 1, day=min(following.day, 28))


def contradicting(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Amounts of tables without tags that are not the first one rounded: one of them may be of a part."""
    first = candidates[0]
    if not first.fact.element.startswith(PRINTED):
        return []
    return [
        other
        for other in candidates[1:]
        if abs(other.value - first.value) >= max(_step(document, first), _step(document, other))
    ]


def _step(document: Document, candidate: Candidate) -> Decimal:
    """What the last printed digit is worth, in base units."""
    span = candidate.fact.span
    printed = amount_in(document.text[span.start : span.end]) if span is not None else None
    if not printed:
        return Decimal(1)
    exponent = printed.as_tuple().exponent
    return abs(candidate.value / printed) * Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def irregular_years(spans: Iterable[Span]) -> frozenset[Span]:
    """Fiscal years shorter than a year (a changed year-end, funds that close twice a year): one ended the day
    before, another begins the day after."""
    known = set(spans)
    day = dt.timedelta(days=1)
    ends, starts = {end for _, end in known}, {start for start, _ in known}
    return frozenset(
        (start, end)
        for start, end in known
        if start - day in ends and end + day in starts and (end - start).days < _YEAR[0]
    )


def year_after(start: dt.date) -> dt.date:
    """The last day of the year that begins on `start`."""
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    return start.replace(year=start.year + 1, day=day) - dt.timedelta(days=1)
