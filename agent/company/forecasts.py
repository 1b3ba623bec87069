"""Forecasts a 決算短信 or a revision notice tags, as dated facts: the company's own expectation of its year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from agent.company.elements import figures_of, keys
from agent.company.figures import amount, number, year_name
from agent.company.forecasts_printed import Place, printed_forecasts, printed_results
from agent.company.tagged import Scope, scope_of
from agent.evidence.cite import cite_fact
from agent.messages import text as message
from agent.models.evidence import Citation, Claim, Value
from agent.models.plan import Number
from connectors.interface import Document, DocumentKind, Fact

_FORECAST = ("ResultForecastAxis", "ForecastMember")
_RESULT = ("ResultForecastAxis", "ResultMember")
_PREVIOUS = ("PreviousCurrentAxis", "PreviousMember")
_CURRENT = ("PreviousCurrentAxis", "CurrentMember")
_ANNUAL = ("AnnualDividendPaymentScheduleAxis", "AnnualMember")
_WHOLE_YEAR = (350, 380)
_KEYS = (
    "net_sales",
    "operating_income",
    "ordinary_income",
    "profit_before_tax",
    "profit_attributable_to_owners",
)


ForecastOf = Place


def read_forecasts(documents: Sequence[Document], language: str) -> list[Claim]:
    """One fact per forecast, newest notice first: figures in the order of the table, each cited.

    A revision gives two facts, the new forecast and the one it replaces. Of half-years and quarters only what a
    revision notice, or a document without a forecast of the whole year, says.
    """
    claims: list[Claim] = []
    told: set[tuple[object, ...]] = set()
    for document in documents:
        for place, facts in sorted(_worth_telling(document).items()):
            words, citations = _words(document, facts, language)
            if not words or (place.start, place.end, place.scope, tuple(words)) in told:
                continue
            told.add((place.start, place.end, place.scope, tuple(words)))
            entry = "company.forecast_replaced" if place.replaced else "company.forecast"
            text = message(
                entry,
                language,
                year=_period_name(place, language),
                scope=message(f"company.scope_{place.scope}", language),
                figures=message("company.list_comma", language).join(words),
            )
            claims.append(
                Claim(
                    id=f"forecast-{len(claims) + 1}", text=text, citations=citations, as_of=document.published
                )
            )
    return claims


def _worth_telling(document: Document) -> dict[ForecastOf, dict[str, Fact]]:
    found = forecasts_of(document)
    whole = {place: facts for place, facts in found.items() if _is_whole_year(place)}
    return found if document.kind is DocumentKind.FORECAST_REVISION else whole or found


def _is_whole_year(place: ForecastOf) -> bool:
    return _WHOLE_YEAR[0] <= (place.end - place.start).days <= _WHOLE_YEAR[1]


def _period_name(place: ForecastOf, language: str) -> str:
    if _is_whole_year(place):
        return year_name(place.end, language)
    return message("company.period_name", language, start=place.start.isoformat(), end=place.end.isoformat())


def forecasts_of(document: Document) -> dict[ForecastOf, dict[str, Fact]]:
    """Forecast figures by what they are of and key (keys of elements.toml, "dividend"): tagged, else printed ones."""
    if document.facts:
        return _expected(document, _FORECAST)
    return _by_place(printed_forecasts(document))


def results_beside_forecasts(document: Document) -> dict[ForecastOf, dict[str, Fact]]:
    """Results a revision notice repeats beside its forecasts (（ご参考）前期実績), in the same shape."""
    if document.kind is not DocumentKind.FORECAST_REVISION:
        return {}
    return _expected(document, _RESULT) if document.facts else _by_place(printed_results(document))


def _by_place(printed: Iterable[tuple[ForecastOf, str, Fact]]) -> dict[ForecastOf, dict[str, Fact]]:
    found: dict[ForecastOf, dict[str, Fact]] = {}
    for place, key, fact in printed:
        if key in _KEYS:
            found.setdefault(place, {}).setdefault(key, fact)
    return found


def _expected(document: Document, kind: tuple[str, str]) -> dict[ForecastOf, dict[str, Fact]]:
    found: dict[ForecastOf, dict[str, Fact]] = {}
    for fact in document.facts:
        members = {(a.rpartition(":")[2], m.rpartition(":")[2]) for a, m in fact.context.members}
        start, end = fact.context.period
        if kind not in members or not isinstance(fact.value, Decimal) or start is None or end is None:
            continue
        rest = members - {kind, _PREVIOUS, _CURRENT}
        place = ForecastOf(_PREVIOUS in members, end, start, scope_of(fact))
        if not rest:
            for figure in figures_of(fact.element):
                if figure.key in _KEYS:
                    found.setdefault(place, {}).setdefault(figure.key, fact)
        elif rest == {_ANNUAL} and fact.local_name.startswith("DividendPerShare"):
            scopes: tuple[Scope, ...] = ("consolidated", "non_consolidated")
            same = [place._replace(scope=scope) for scope in scopes if place._replace(scope=scope) in found]
            found.setdefault(same[0] if same else place, {}).setdefault("dividend", fact)
    return found


def _words(document: Document, facts: dict[str, Fact], language: str) -> tuple[list[str], list[Citation]]:
    words: list[str] = []
    citations: list[Citation] = []
    for key in (*_KEYS, "dividend"):
        fact = facts.get(key)
        cited = cite_fact(document, fact) if fact is not None else []
        if fact is None or not isinstance(fact.value, Decimal) or not cited:
            continue
        unit = "円" if key == "dividend" else keys()[key].unit
        value = Value[Number](value=number(fact.value), unit=unit, citations=cited)
        said = (
            message("company.yen_per_share", language, amount=fact.value)
            if key == "dividend"
            else amount(value, language)
        )
        words.append(f"{message(f'company.key_{key}', language)} {said}")
        citations += [citation for citation in cited if citation not in citations]
    return words, citations
