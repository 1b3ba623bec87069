"""Figures of years, halves and quarters, and forecasts, answered by what a filing tags for just that period."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from agent.tables.ask import ask
from agent.tables.figure_question import FigureQuestion, concept_words, read_figure_question
from agent.tables.stated import Stated, stated_figures
from connectors.interface import (
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Fact,
    FactContext,
    FactPeriod,
    Filer,
    Span,
)

_FORECAST = ("tse-ed-t:ResultForecastAxis", "tse-ed-t:ForecastMember")
_RESULT = ("tse-ed-t:ResultForecastAxis", "tse-ed-t:ResultMember")
_PREVIOUS = ("tse-ed-t:PreviousCurrentAxis", "tse-ed-t:PreviousMember")
_CURRENT = ("tse-ed-t:PreviousCurrentAxis", "tse-ed-t:CurrentMember")
_YEAR = ("2022-04-01", "2023-03-31")
_HALF = ("2022-04-01", "2022-09-30")

_Row = tuple[str, tuple[str, str], int, tuple[tuple[str, str], ...], bool]


def _document(
    kind: DocumentKind, rows: list[_Row], published: str = "2022-11-10", words: str = "", unit: str = "JPY"
) -> Document:
    text, blocks, facts = "", [], []
    for element, days, value, members, consolidated in rows:
        head, digits = element.rpartition(":")[2], f"{value:,}"
        start = len(text)
        text += f"{head}\t{digits}\n"
        cells = (Span(start, start + len(head)), Span(start + len(head) + 1, len(text) - 1))
        blocks.append(Block(BlockKind.TABLE_ROW, start, len(text) - 1, cells=cells, table=0))
        period = FactPeriod(*(dt.date.fromisoformat(day) for day in days))
        context = FactContext("c", period, consolidated, tuple(sorted(members)))
        facts.append(Fact(element, context, Decimal(value), unit, span=cells[1]))
    if words:
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(words)))
        text += words + "\n"
    last = max(fact.context.period for fact in facts if fact.context.period.end)
    return Document(
        f"s{published}", "a.zip", "決算短信", kind, text, tuple(blocks), "0" * 64, "en" if unit == "USD" else "ja",
        facts=tuple(facts), filer=Filer("アオバ精機株式会社" if unit == "JPY" else "Green Gauge Inc."),
        period=last, published=dt.date.fromisoformat(published),
    )  # fmt: skip


def _stated(question: FigureQuestion, documents: list[Document]) -> Stated | None:
    found = stated_figures(question, documents)
    return found[0] if len(found) == 1 else None


SUMMARY = _document(
    DocumentKind.EARNINGS_SUMMARY,
    [
        ("tse-ed-t:NetSales", _HALF, 500, (_RESULT,), True),
        ("tse-ed-t:NetSales", ("2021-04-01", "2021-09-30"), 480, (_RESULT,), True),
        ("tse-ed-t:OperatingIncome", _HALF, 50, (_RESULT,), True),
        ("tse-ed-t:NetSales", _YEAR, 1000, (_FORECAST,), True),
        ("tse-ed-t:OperatingIncome", _YEAR, 90, (_FORECAST,), True),
        ("tse-ed-t:ProfitAttributableToOwnersOfParent", _YEAR, 60, (_FORECAST,), True),
        ("tse-ed-t:NetSales", _YEAR, 700, (_FORECAST,), False),
    ],
)
REVISION = _document(
    DocumentKind.FORECAST_REVISION,
    [
        ("tse-ed-t:NetSales", _YEAR, 1000, (_FORECAST, _PREVIOUS), True),
        ("tse-ed-t:NetSales", _YEAR, 1100, (_FORECAST, _CURRENT), True),
        ("tse-ed-t:NetSales", ("2021-04-01", "2022-03-31"), 950, (_RESULT, _CURRENT), True),
    ],
    published="2023-01-20",
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2023年3月期 第2四半期の売上高は", 500),
        ("2023年3月期第２四半期累計の連結売上高はいくらですか", 500),
        ("令和5年3月期の中間期の売上高は", 500),
        ("2022年9月中間期の営業利益は", 50),
        ("2022年度第2四半期の売上高は", 500),
        ("2022年3月期 第2四半期の売上高は", 480),
        ("2023年3月期の連結業績予想の営業利益は", 90),
        ("通期の売上高の予想は？", 1000),
        ("アオバ精機の2023年3月期の純利益予想は", 60),
        ("2023年3月期の個別の売上高の予想は", 700),
        ("2023年3月期の売上高は", None),  # a forecast is no result
        ("2023年3月期 第1四半期の売上高は", None),
        ("2023年3月期 第3四半期の売上高は", None),
        ("2024年3月期の売上高の予想は", None),
        ("2023年3月期 第2四半期の業績予想の売上高は", None),
        ("2022年第2四半期の売上高は", None),  # of which fiscal year, the year does not say
        ("2023年3月期 第2四半期会計期間の売上高は", None),
        ("2023年3月期 第2四半期の純利益は", None),  # whose share, the words do not say
    ],
)
def test_parts_of_years_and_forecasts(question: str, value: int | None) -> None:
    asked = read_figure_question(question, ["アオバ精機"])
    stated = _stated(asked, [SUMMARY]) if asked is not None else None
    assert (stated and stated.value) == value
    if stated is not None:
        assert stated.citations[0].quote == f"{value:,}"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2023年3月期の売上高の予想は", 1100),
        ("修正前の2023年3月期の売上高予想は", 1000),
        ("2023年3月期の営業利益の予想は", 90),  # not revised: the summary's still stands
        ("2022年3月期の売上高は", 950),
    ],
)
def test_the_newest_notice_speaks_first(question: str, value: int) -> None:
    asked = read_figure_question(question)
    assert asked is not None
    stated = _stated(asked, [SUMMARY, REVISION])
    assert stated is not None
    assert stated.value == value


@pytest.mark.parametrize(
    "question",
    ["売上高の増減は", "来期の売上高の予想は", "2022年3月期と2023年3月期の売上高は", "売上高と営業利益の予想は", "決裁者は誰ですか", "下期の売上高は"],
)  # fmt: skip
def test_other_questions_are_left_alone(question: str) -> None:
    assert read_figure_question(question) is None


def _annual(focus: str | None = "2024", unless: int | None = None) -> Document:
    year = ("2024-02-01", "2025-01-31")
    rows: list[_Row] = [
        ("us-gaap:Revenues", year, 900, (), True),
        ("us-gaap:Revenues", ("2023-02-01", "2024-01-31"), 800, (), True),
        ("us-gaap:NetIncomeLoss", year, 70, (), True),
        ("us-gaap:ResearchAndDevelopmentExpense", year, 120, (), True),
    ]
    if unless is not None:
        rows.append(("us-gaap:ProfitLoss", year, unless, (), True))
    words = "In fiscal 2024 revenue from our largest customer was 300 million dollars."
    document = _document(DocumentKind.ANNUAL_REPORT, rows, "2025-03-10", words, "USD")
    if focus is None:
        return document
    context = document.facts[0].context
    facts = (*document.facts, Fact("dei:DocumentFiscalYearFocus", context, focus))
    return Document(**{name: getattr(document, name) for name in document.__slots__} | {"facts": facts})


@pytest.mark.parametrize(
    ("question", "focus", "value"),
    [
        ("What was total revenue in fiscal 2024?", "2024", 900),
        ("What was total revenue in fiscal 2024?", "2025", 800),
        ("What was total revenue in fiscal 2024?", None, None),  # January: which year's name is not said
        ("What was net sales for the year ended January 31, 2025?", None, 900),
        ("How much research and development expense did Green Gauge report in FY2024?", "2024", 120),
        ("What was Green Gauge's net income in fiscal year 2024?", "2024", 70),
        ("What was net income in fiscal 2019?", "2024", None),
        ("What was revenue in the second quarter of fiscal 2024?", "2024", None),
        ("Why did revenue grow in fiscal 2024?", "2024", None),
    ],
)
def test_english_filings(question: str, focus: str | None, value: int | None) -> None:
    asked = read_figure_question(question, ["green gauge"])
    stated = _stated(asked, [_annual(focus)]) if asked is not None else None
    assert (stated and stated.value) == value


@pytest.mark.parametrize(("other", "value"), [(70, 70), (75, None)])
def test_words_that_may_mean_another_value_are_not_answered(other: int, value: int | None) -> None:
    asked = read_figure_question("What was net income in fiscal 2024?")
    assert asked is not None
    stated = _stated(asked, [_annual(unless=other)])
    assert (stated and stated.value) == value


def test_ask_shows_value_period_and_scope() -> None:
    answer = ask([SUMMARY], "2023年3月期 第2四半期の売上高は")
    assert answer.status == "answered"
    assert [item.value for item in answer.items] == ["500 円"]
    assert answer.items[0].columns == "売上高 | 2022-04-01〜2022-09-30 | 連結"
    forecast = ask([SUMMARY], "2023年3月期の売上高の予想は")
    assert forecast.items[0].columns == "売上高 | 2022-04-01〜2023-03-31 | 連結 | 予想"


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (SUMMARY, "2023年3月期 第1四半期の売上高は"),
        (SUMMARY, "2026年3月期の売上高の予想は"),
        (_annual(), "What was revenue in fiscal 2030?"),
        (_annual(), "What was research and development expense in the first quarter of fiscal 2024?"),
    ],
)
def test_what_is_not_tagged_is_not_stated(document: Any, question: str) -> None:
    assert ask([document], question).status == "not_stated"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Net cash provided by operating activities", "net cash provided operating activities"),
        ("Total stockholders' equity", "stockholders equity"),
        ("Stockholders’ equity", "stockholders equity"),
        ("Operating income (loss)", "operating income loss"),
        ("Research and development", "research and development"),
    ],
)
def test_words_of_a_label(label: str, words: str) -> None:
    assert concept_words(label) == words
