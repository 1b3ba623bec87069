"""The figure a filing states for the period a question asks for: result or forecast, year, half or quarter.

Filings with tags are asked by their tags, others by the tables of figures that they print.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from agent.company.elements import keys
from agent.company.financials import newest_first
from agent.company.forecasts import ForecastOf, forecasts_of, results_beside_forecasts
from agent.company.printed_figures import PRINTED
from agent.company.tagged import Figures, RowKey, scope_of, tagged_figures
from agent.evidence.cite import cite_fact
from agent.models.evidence import Citation
from agent.tables.figure_question import FigureQuestion, concept_words, unless, words_for
from agent.tables.filing_figures import Span, contradicting, figures_of, irregular_years, year_after
from connectors.interface import Document, Fact

_DAYS = {3: (80, 100), 6: (170, 192), 9: (260, 285), 12: (350, 380)}
"""Days of a period of so many months; 52 or 53 weeks are a year."""
_FOCUS = "dei:DocumentFiscalYearFocus"
_EARLY = 2
"""Years that end in January or February bear the name of either year; only the filing can say which."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure in base units with its citations and the period it is of; `start` is None for a day's balance."""

    document: Document
    value: Decimal
    unit: str
    start: dt.date | None
    end: dt.date
    consolidated: bool
    forecast: bool
    citations: list[Citation]


def stated_figures(question: FigureQuestion, documents: Sequence[Document]) -> list[Stated]:
    """The figure as the newest filing that has it states it: one, none, or two that contradict each other."""
    filings = newest_first(documents)
    if question.forecast:
        filings.sort(key=lambda d: d.published or dt.date.min, reverse=True)
    if question.kind == "":
        filings = filings[:1]
    for document in filings:
        if question.forecast:
            found = _of_notice(question, document, forecasts_of(document))
        else:
            found = _result(question, document)
            found = found or _of_notice(question, document, results_beside_forecasts(document))
        if found:
            return found[:1] if len({stated.value for stated in found}) == 1 else found
    return []


def _result(question: FigureQuestion, document: Document) -> list[Stated]:
    if not question.key:
        return _labelled(question, document) if question.language == "en" else []
    figures, standard = figures_of(document)
    rows = [row for row in figures if question.key in figures[row]]
    years = irregular_years(_spans(document, figures))
    asked = [row for row in rows if _is_asked(question, document, row.start, row.end, years)]
    rows = _of_scope(question, asked)
    if question.kind == "":
        rows = [row for row in rows if row.end == _reported(document)]
    usual = [row for row in rows if row.standard == standard]
    found = []
    for row in usual or rows:
        candidate = figures[row][question.key][0]
        if _is_doubtful(question, document, candidate.fact):
            return []
        for one in (candidate, *contradicting(document, figures[row][question.key])):
            found += _stated(document, one.fact, one.value, question.key, row)
    return found


def _spans(document: Document, figures: Figures) -> Iterator[Span]:
    """Every period a document states results or forecasts of."""
    yield from ((row.start, row.end) for row in figures if row.start is not None)
    for told in (forecasts_of(document), results_beside_forecasts(document)):
        yield from ((place.start, place.end) for place in told)


def _of_scope(question: FigureQuestion, rows: list[RowKey]) -> list[RowKey]:
    """Rows of the scope asked for; without one the group's where there are any."""
    group = [row for row in rows if row.scope == "consolidated"]
    if question.consolidated is None:
        return group or rows
    return group if question.consolidated else [row for row in rows if row not in group]


def _reported(document: Document) -> dt.date | None:
    return document.period.end if document.period is not None else None


def _stated(
    document: Document, fact: Fact, value: Decimal, key: str, row: RowKey, *, forecast: bool = False
) -> list[Stated]:
    citations = cite_fact(document, fact)
    if not citations:
        return []
    if fact.element.startswith(PRINTED):
        for citation in citations:
            citation.locator.element = None
    unit = keys()[key].unit if key else (fact.unit or "")
    if unit == "円" and fact.unit and fact.unit != "JPY":
        unit = fact.unit
    start = row.start if fact.context.period.start is not None else None
    return [Stated(document, value, unit, start, row.end, row.scope == "consolidated", forecast, citations)]


def _of_notice(
    question: FigureQuestion, document: Document, told: Mapping[ForecastOf, Mapping[str, Fact]]
) -> list[Stated]:
    years = irregular_years(_spans(document, figures_of(document)[0]))
    places = [
        place
        for place, by_key in told.items()
        if question.key in by_key
        and place.replaced == question.replaced
        and _is_asked(question, document, place.start, place.end, years)
    ]
    rows = {RowKey(place.start, place.end, "JGAAP", place.scope): place for place in places}
    chosen = _of_scope(question, list(rows))
    if question.kind == "" and chosen:
        last = max(row.end for row in chosen)
        chosen = [row for row in chosen if row.end == last]
    found = []
    for row in chosen:
        fact = told[rows[row]][question.key]
        if isinstance(fact.value, Decimal):
            found += _stated(document, fact, fact.value, question.key, row, forecast=question.forecast)
    return found


def _is_asked(
    question: FigureQuestion,
    document: Document,
    start: dt.date | None,
    end: dt.date,
    years: frozenset[tuple[dt.date, dt.date]] = frozenset(),
) -> bool:
    """The period has the length asked for and belongs to the year asked for."""
    if start is None:
        return False
    if (start, end) in years:
        return (
            question.kind == "ending"
            and question.months == 12
            and (end.year, end.month)
            == (
                question.year,
                question.month,
            )
        )
    low, high = _DAYS[question.months]
    if not low <= (end - start).days <= high:
        return False
    if question.kind == "day":
        same = question.year == end.year and question.month == end.month
        return same and question.day in (None, end.day)
    closing = end if question.months == 12 else year_after(start)
    if question.kind == "ending":
        return (closing.year, closing.month) == (question.year, question.month)
    if question.kind == "fiscal":
        return question.year is not None and _fiscal_year(question, document, start, closing) == question.year
    if question.kind == "plain":
        whole = question.months == 12 or closing.month == 12
        return (
            whole
            and (question.language == "ja" or _is_named_by_end(document, closing))
            and closing.year == question.year
        )
    return True


def _fiscal_year(
    question: FigureQuestion, document: Document, start: dt.date, closing: dt.date
) -> int | None:
    """The name of a fiscal year: 年度 the year it begins in, fiscal N the year it ends in or as the filing says.

    None where it may be either: 年度 that begin in the second half, English years that end in January or February.
    """
    if question.language == "ja":
        return start.year if start.month <= 6 else None
    offset = _offset(document)
    if offset is not None:
        return closing.year + offset
    return None if closing.month <= _EARLY else closing.year


def _is_named_by_end(document: Document, closing: dt.date) -> bool:
    return _offset(document) == 0 or closing.month > _EARLY


def _offset(document: Document) -> int | None:
    """Years between the name the filing gives its fiscal year (dei) and the year it ends in; None when it does not say."""
    for fact in document.facts:
        end = fact.context.period.end
        if fact.element == _FOCUS and end is not None and str(fact.value).isdigit():
            return int(str(fact.value)) - end.year
    return None


def _is_doubtful(question: FigureQuestion, document: Document, chosen: Fact) -> bool:
    """Another element that the same words may mean states another value for the same period."""
    others = unless(question.key)
    return any(
        fact.element in others and _same_place(fact, chosen) and fact.value != chosen.value
        for fact in (document.facts if others else ())
    )


def _same_place(a: Fact, b: Fact) -> bool:
    return (
        a.context.period == b.context.period
        and not a.context.members
        and a.context.consolidated == b.context.consolidated
    )


def _labelled(question: FigureQuestion, document: Document) -> list[Stated]:
    """Facts of the whole company whose label, name or printed row is the question's words."""
    whole = [row for row in tagged_figures(document) if row.start is not None]
    periods = [row for row in whole if _is_asked(question, document, row.start, row.end)]
    if question.kind == "":
        periods = [row for row in periods if row.end == _reported(document)]
    ends = {row.end: row for row in periods}
    found: list[Stated] = []
    for fact in document.facts:
        start, end = fact.context.period
        row = ends.get(end) if end is not None else None
        if row is None or fact.context.members or not isinstance(fact.value, Decimal):
            continue
        if question.balance and start is not None:
            continue
        if start not in (None, row.start) or scope_of(fact) != row.scope or fact.span is None:
            continue
        if any(concept_words(name) == question.words for name in _names(document, fact)):
            found += _stated(document, fact, fact.value, "", row)
    return found


def is_label(question: FigureQuestion, documents: Sequence[Document]) -> bool:
    """Some filing tags a figure under the question's words, of whatever period."""
    return any(
        concept_words(name) == question.words
        for document in documents
        for fact in document.facts
        if isinstance(fact.value, Decimal)
        for name in _names(document, fact)
    )


def _names(document: Document, fact: Fact) -> Iterator[str]:
    """The form's label, the element's words, and the label printed before the number."""
    if fact.label:
        yield fact.label
    local = fact.local_name
    yield "".join(f" {c}" if c.isupper() else c for c in local)
    if fact.span is not None:
        line = document.text.rfind("\n", 0, fact.span.start) + 1
        head, tab, _ = document.text[line : fact.span.start].partition("\t")
        if tab:
            yield head


def speaks_of_period(words: str, question: FigureQuestion) -> bool:
    """A sentence names the figure and the year asked for, and the part of the year and the forecast where asked for.

    A sentence about a forecast answers no question for a result.
    """
    folded = words.casefold()
    if question.forecast != any(word in folded for word in _FORECAST_WORDS):
        return False
    if question.kind == "ending" and f"{question.year}年{question.month}月期" not in folded:
        return False
    if question.year is not None and str(question.year) not in folded:
        return False
    if not any(
        _AMOUNT_BEHIND.search(folded[at + len(word) :])
        for word in words_for(question)
        for at in _places(word, folded)
    ):
        return False
    return question.months == 12 or any(word in folded for word in _PART_WORDS[question.months])


def _places(word: str, folded: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(word), folded)]


_AMOUNT_BEHIND = re.compile(
    r"^[^。、\d△▲-]{0,24}[△▲-]?[$¥]?[\d,.]+(?:億|百万|千|万|兆|円|%|人|名|million|billion|thousand)"
)
"""What a sentence says behind the figure's name: its amount, before another clause begins."""
_FORECAST_WORDS = (
    "予想",
    "計画",
    "目標",
    "見通し",
    "見込",
    "forecast",
    "guidance",
    "outlook",
    "expect",
    "project",
)
_PART_WORDS = {
    3: ("第1四半期", "1q", "q1", "firstquarter", "threemonths"),
    6: ("第2四半期", "中間", "上期", "上半期", "半期", "2q", "firsthalf", "sixmonths"),
    9: ("第3四半期", "3q", "ninemonths"),
}
"""As words without spaces."""
