"""Questions for figures of parts of years and forecasts, made of a filing's tags, and how answers are judged."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from evals.figure_questions import FigureQuestionOf, _japanese, _of_company_facts
from evals.gold.filing_facts import PlainContext, PlainFact
from evals.interface import Sample
from evals.scorers.tables import FigureRun, score_tables

_AXIS = "ResultForecastAxis"


def _fact(value: int, start: str, end: str, *members: str) -> PlainFact:
    context = PlainContext(
        "c", dt.date.fromisoformat(start), dt.date.fromisoformat(end), tuple((_AXIS, m) for m in members)
    )
    return PlainFact("tse-ed-t", "NetSales", context, Decimal(value))


def test_each_tagged_period_is_asked_for_and_one_that_is_not() -> None:
    facts = [
        _fact(500, "2022-04-01", "2022-09-30", "ResultMember"),
        _fact(1000, "2022-04-01", "2023-03-31", "ForecastMember"),
        _fact(7, "2022-04-01", "2023-03-31", "ForecastMember", "UpperMember"),
    ]
    asked = {question.text: question.values for question in _japanese(facts, "summary")}
    assert asked["2023年3月期 中間期の連結の売上高は"] == {500}
    assert asked["2023年3月期通期の連結業績予想の売上収益は"] == {1000}
    assert list(asked.values()).count(frozenset()) == 2


def test_companyfacts_are_asked_for_by_their_labels() -> None:
    value = {"start": "2024-02-01", "end": "2025-01-31", "val": 7, "fy": 2025, "fp": "FY", "form": "10-K", "filed": "2025-03-20"}  # fmt: skip
    export = {
        "facts": {
            "us-gaap": {"OperatingExpenses": {"label": "Operating Expenses", "units": {"USD": [value]}}}
        }
    }
    first, *others = _of_company_facts(export)
    assert (first.text, first.values) == ("What were Operating Expenses in fiscal 2025?", {7})
    assert all(not question.values for question in others)


@pytest.mark.parametrize(
    ("value", "quote", "right"),
    [
        ("500 円", "500", True),
        ("-500 円", "△500", True),
        ("501 円", "500", False),
        ("", "売上高\t500\t480", True),
        ("", "売上高は5,001です。", False),
    ],
)
def test_an_answer_is_right_by_its_amount(value: str, quote: str, right: bool) -> None:
    assert FigureQuestionOf("?", frozenset({Decimal(500)})).is_right(value, quote) == right


def test_shares_of_answers() -> None:
    known, unknown = FigureQuestionOf("a", frozenset({Decimal(5)})), FigureQuestionOf("b", frozenset())
    run = FigureRun("ja", [(known, ("5 円", "5")), (known, None), (unknown, ("3 円", "3")), (unknown, None)])
    scores = {score.field: score.value for score in score_tables(Sample("x", "x", None), run)}
    assert scores == {
        "tables.figures_ja.answered": 0.5,
        "tables.figures_ja.precision_when_answered": 0.5,
        "tables.figures_ja.unknown_answered": 0.5,
    }
