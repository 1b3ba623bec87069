"""Plain questions made of a filing's tags, and how answers to them are judged."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from connectors.interface import Document, DocumentKind, Fact, FactContext, FactPeriod, Span
from evals.interface import Sample
from evals.scorers.tables import PlainRun, score_tables
from evals.tagged_questions import TaggedQuestion, tagged_questions, without_tags


def fact(value: int, year: int, *, alone: bool = False, member: bool = False) -> Fact:
    period = FactPeriod(dt.date(year - 1, 4, 1), dt.date(year, 3, 31))
    members = (("Axis", "Member"),) if member else ()
    context = FactContext("c", period, consolidated=not alone, members=members)
    return Fact("jppfs_cor:NetSales", context, Decimal(value), span=Span(0, 1))


FILING = Document(
    "s1", "a.zip", "有価証券報告書", DocumentKind.ANNUAL_REPORT, "1", (), "0" * 64, "ja",
    facts=(fact(10, 2023), fact(12, 2024), fact(3, 2024, alone=True), fact(99, 2024, member=True)),
)  # fmt: skip


def test_questions_know_the_values_of_their_year_and_scope() -> None:
    asked = {q.text: q for q in tagged_questions(FILING)}
    assert asked["2024年の連結の売上高は"].values == {Decimal(12)}  # a member's value is none of the company
    assert asked["2024年の単体の売上高は"].values == {Decimal(3)}
    assert "2023年の単体の売上高は" not in asked
    assert not asked["2016年の連結の売上高は"].printed
    assert without_tags(FILING).facts == ()


@pytest.mark.parametrize(
    ("said", "printed", "fields"),
    [
        (Decimal(12), True, {"answered": 1.0, "wrong": 0.0, "no_wrong": 1.0}),
        (Decimal(-12), True, {"answered": 1.0, "wrong": 0.0, "no_wrong": 1.0}),  # a cost printed with △
        (Decimal(10), True, {"answered": 1.0, "wrong": 1.0, "no_wrong": 0.0}),
        (None, True, {"answered": 0.0, "wrong": 0.0, "no_wrong": 1.0}),
        (Decimal(12), False, {"wrong": 1.0, "no_wrong": 0.0}),
    ],
)
def test_an_answer_is_right_wrong_or_silent(
    said: Decimal | None, printed: bool, fields: dict[str, float]
) -> None:
    question = TaggedQuestion("q", frozenset({Decimal(12)} if printed else ()), printed)
    scores = score_tables(Sample("tagged/a", "a", None), PlainRun([(question, said)]))
    assert {score.field.removeprefix("tables.plain."): score.value for score in scores} == fields
