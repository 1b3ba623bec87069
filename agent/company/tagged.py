"""Figures a filing tags, by fiscal period, standard and scope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from agent.company.elements import FigureOf, Standard, figures_of, keys
from connectors.interface import Document, Fact

Scope = Literal["consolidated", "non_consolidated"]

_DEI_STANDARDS: dict[str, Standard] = {
    "Japan GAAP": "JGAAP",
    "JP GAAP": "JGAAP",
    "IFRS": "IFRS",
    "US GAAP": "USGAAP",
    "日本基準": "JGAAP",
    "国際会計基準": "IFRS",
    "米国基準": "USGAAP",
}
"""Values of jpdei_cor:AccountingStandardsDEI, and the words type=5 CSV prints for them."""


class RowKey(NamedTuple):
    """What one row of the table stands for. `start` is None when only balances of the day are stated."""

    start: dt.date | None
    end: dt.date
    standard: Standard
    scope: Scope


@dataclass(frozen=True, slots=True)
class Candidate:
    """One fact that states a key of a row."""

    fact: Fact
    figure: FigureOf
    value: Decimal  # base units; a ratio in percent


Figures = dict[RowKey, dict[str, list[Candidate]]]
"""Per row and key the candidates in order of preference, the first one the figure."""


def tagged_figures(document: Document) -> Figures:
    """Everything the filing's facts state for the table; empty for documents without facts.

    Only facts of the whole company (no members besides the scope) with a number and a period count. Of two
    durations that end on one day (quarter and year to date) the longer is the row.
    """
    found = list(_candidates(document))
    if not found:
        return {}
    starts = _starts(document, found)
    filing_standard = accounting_standard(document)
    placed: list[tuple[RowKey, Candidate]] = []
    for candidate in found:
        period = candidate.fact.context.period
        assert period.end is not None
        start = starts.get((scope_of(candidate.fact), period.end))
        if period.start is not None and period.start != start:
            continue
        scope = scope_of(candidate.fact)
        placed += [
            (RowKey(start, period.end, standard, scope), candidate)
            for standard in _standards(candidate, found, filing_standard)
        ]
    return _ordered(placed)


def scope_of(fact: Fact) -> Scope:
    """連結 or 個別, by ConsolidatedOrNonConsolidatedAxis."""
    return "non_consolidated" if fact.context.consolidated is False else "consolidated"


def accounting_standard(document: Document) -> Standard:
    """The standard of the consolidated statements (jpdei_cor:AccountingStandardsDEI), else JGAAP."""
    for fact in document.facts:
        if fact.element == "jpdei_cor:AccountingStandardsDEI" and isinstance(fact.value, str):
            return _DEI_STANDARDS.get(fact.value.strip(), "JGAAP")
    return "JGAAP"


def _candidates(document: Document) -> Iterator[Candidate]:
    units = keys()
    for fact in document.facts:
        if not isinstance(fact.value, Decimal) or fact.context.members or fact.context.period.end is None:
            continue
        for figure in figures_of(fact.element, fact.label):
            if figure.scope is not None and figure.scope != scope_of(fact):
                continue
            percent = units[figure.key].unit == "%"
            if percent and fact.unit not in (None, "pure"):
                continue
            yield Candidate(fact, figure, fact.value * 100 if percent else fact.value)


def _starts(document: Document, found: Iterable[Candidate]) -> dict[tuple[Scope, dt.date], dt.date]:
    """First day of the period that ends on a day: of the longest duration, in its scope or in any."""
    starts: dict[tuple[Scope, dt.date], dt.date] = {}
    anywhere: dict[dt.date, dt.date] = {}
    for candidate in found:
        start, end = candidate.fact.context.period
        if start is not None and end is not None:
            place = (scope_of(candidate.fact), end)
            starts[place] = min(starts.get(place, start), start)
            anywhere[end] = min(anywhere.get(end, start), start)
    scopes: tuple[Scope, ...] = ("consolidated", "non_consolidated")
    for end, start in anywhere.items():
        for scope in scopes:
            starts.setdefault((scope, end), start)
    return starts


def _standards(candidate: Candidate, found: Iterable[Candidate], filing: Standard) -> list[Standard]:
    """The standards a figure belongs to: its own, else those marked for the same day and scope."""
    if candidate.figure.standard is not None:
        return [candidate.figure.standard]
    scope, end = scope_of(candidate.fact), candidate.fact.context.period.end
    marked = {
        other.figure.standard
        for other in found
        if other.figure.standard is not None
        and scope_of(other.fact) == scope
        and other.fact.context.period.end == end
    }
    if candidate.figure.key == "employees" and marked:
        return sorted(marked)
    if len(marked) == 1:
        return list(marked)
    return [filing if scope == "consolidated" else "JGAAP"]


def _ordered(placed: Iterable[tuple[RowKey, Candidate]]) -> Figures:
    figures: Figures = {}
    for row, candidate in placed:
        figures.setdefault(row, {}).setdefault(candidate.figure.key, []).append(candidate)
    serving = _serving_lists(figures)
    for row, by_key in figures.items():
        for key, candidates in by_key.items():
            list_ = serving.get((key, row.standard, row.scope))
            if list_ is not None:
                candidates[:] = [c for c in candidates if c.figure.list_ == list_]
            candidates.sort(key=lambda c: (c.figure.rank, c.fact.span is None))
    return {row: {key: found for key, found in by_key.items() if found} for row, by_key in figures.items()}


def _serving_lists(figures: Figures) -> dict[tuple[str, Standard, Scope], int]:
    serving: dict[tuple[str, Standard, Scope], int] = {}
    for row, by_key in figures.items():
        for key, candidates in by_key.items():
            if keys()[key].exclusive:
                place = (key, row.standard, row.scope)
                best = min(candidate.figure.list_ for candidate in candidates)
                serving[place] = min(serving.get(place, best), best)
    return serving
