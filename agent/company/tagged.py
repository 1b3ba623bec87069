"""Figures a filing tags, by fiscal period, standard and scope."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from agent.company.elements import FigureOf, Standard, figures_of, keys
from agent.company.placed import PlacedElements
from connectors.interface import BlockKind, Document, Fact

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
    standards = _standards(found, accounting_standard(document))
    placed: list[tuple[RowKey, Candidate]] = []
    for place, candidate in enumerate(found):
        scope, end = scope_of(candidate.fact), _end(candidate)
        start = starts.get((scope, end))
        if candidate.fact.context.period.start in (None, start):
            placed += [(RowKey(start, end, standard, scope), candidate) for standard in standards[place]]
    return _ordered(placed, _in_sentences(document, found))


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
    own = PlacedElements(document)
    for fact in document.facts:
        if not isinstance(fact.value, Decimal) or fact.context.period.end is None or not _is_whole(fact):
            continue
        for figure in figures_of(fact.element, fact.label) or own.figures(fact):
            if figure.scope is not None and figure.scope != scope_of(fact):
                continue
            percent = units[figure.key].unit == "%"
            if percent and fact.unit not in (None, "pure"):
                continue
            yield Candidate(fact, figure, fact.value * 100 if percent else fact.value)


def _is_whole(fact: Fact) -> bool:
    """Of the whole company and a result: no members, or only 実績 of a 決算短信 (never 予想)."""
    return all(
        axis.endswith(":ResultForecastAxis") and member.endswith(":ResultMember")
        for axis, member in fact.context.members
    )


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


def _standards(found: Sequence[Candidate], filing: Standard) -> dict[int, list[Standard]]:
    """The standards each candidate (by place in `found`) belongs to.

    Its own where the element says it. Figures of no standard (employees) belong to every standard of their
    day. An element that does not say belongs to the standard whose years it is tagged for.
    """
    days: dict[tuple[Scope, Standard], set[dt.date]] = {}
    of_element: dict[tuple[Scope, str], set[dt.date]] = {}
    for candidate in found:
        scope, end = scope_of(candidate.fact), _end(candidate)
        of_element.setdefault((scope, candidate.fact.element), set()).add(end)
        if candidate.figure.standard is not None:
            days.setdefault((scope, candidate.figure.standard), set()).add(end)
    standards: dict[int, list[Standard]] = {}
    for place, candidate in enumerate(found):
        scope = scope_of(candidate.fact)
        usual: Standard = filing if scope == "consolidated" else "JGAAP"
        years = {standard: ends for (of, standard), ends in days.items() if of == scope} or {usual: set()}
        if candidate.figure.standard is not None:
            standards[place] = [candidate.figure.standard]
        elif candidate.figure.key == "employees":
            standards[place] = [s for s, ends in years.items() if _end(candidate) in ends] or [usual]
        else:
            mine = of_element[scope, candidate.fact.element]
            fit = {standard: (_overlap(mine, ends), standard == usual) for standard, ends in years.items()}
            standards[place] = [max(fit, key=fit.__getitem__)]
    return standards


def _overlap(a: set[dt.date], b: set[dt.date]) -> float:
    return len(a & b) / max(1, len(a | b))


def _end(candidate: Candidate) -> dt.date:
    end = candidate.fact.context.period.end
    assert end is not None
    return end


def _in_sentences(document: Document, found: Iterable[Candidate]) -> set[int]:
    """Identities of American facts that are printed outside tables: American filings tag figures in prose as well."""
    starts = [block.start for block in document.blocks]
    prose: set[int] = set()
    for fact in (candidate.fact for candidate in found):
        if fact.element.startswith("us-gaap:") and fact.span is not None:
            place = bisect_right(starts, fact.span.start) - 1
            if place >= 0 and document.blocks[place].kind is not BlockKind.TABLE_ROW:
                prose.add(id(fact))
    return prose


def _ordered(placed: Iterable[tuple[RowKey, Candidate]], in_sentences: set[int]) -> Figures:
    """Candidates by rank; a figure of a statement or table before one in a sentence, which may be of a part only."""
    figures: Figures = {}
    for row, candidate in placed:
        figures.setdefault(row, {}).setdefault(candidate.figure.key, []).append(candidate)
    serving = _serving_lists(figures)
    for row, by_key in figures.items():
        for key, candidates in by_key.items():
            list_ = serving.get((key, row.standard, row.scope))
            if list_ is not None:
                candidates[:] = [c for c in candidates if c.figure.list_ == list_]
            candidates.sort(key=lambda c: (id(c.fact) in in_sentences, c.figure.rank, c.fact.span is None))
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
