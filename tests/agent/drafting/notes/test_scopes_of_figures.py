"""Figures that are neither level nor target, and what a question or a line before names as the matter."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.goals.asked_measures import measure_asked, measure_told, names_no_measure
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.no_level import refuses_level
from agent.drafting.notes.goals.topic_measures import topic_of
from agent.drafting.notes.goals.values import context_of

DAY = dt.date(2026, 11, 2)


def found(text: str) -> list[str]:
    language = "en" if text.isascii() or "£" in text else "ja"
    context = context_of(Anchor(as_of=DAY), DAY)
    return [figure.words for figure in read_figures([text], language, context).found]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("棚卸は1店舗あたり3時間です(4店舗で測った平均)", ["3時間"]),
        ("受付は平均9分(70件を計測)", ["9分"]),
        ("In 2024/25 only 31% of claims were paid on time.", ["31%"]),
        ("She wants the report before phase 3 starts.", []),
        ("12支店だけでなく全国で", []),
        ("1時間20分にしたい", ["1時間20分"]),
    ],
)
def test_samples_dates_and_names_are_no_levels(text: str, figures: list[str]) -> None:
    assert found(text) == figures


def test_money_keeps_its_scale() -> None:
    context = context_of(Anchor(as_of=DAY), DAY)
    figure = read_figures(["Scrap stands at £2.4m."], "en", context).baseline
    assert figure is not None
    assert figure.value == 2_400_000


@pytest.mark.parametrize(
    ("text", "refused"),
    [("5件は無理", True), ("7% is not realistic", True), ("5件は難しいが9件にしたい", False)],
)
def test_a_figure_refused_is_no_aim(text: str, refused: bool) -> None:
    assert refuses_level(text) is refused


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("いま棚卸にどれくらいかかっていますか", "棚卸にかかる時間"),
        ("申込から開通まで何日かかりますか", "申込から開通までにかかる日数"),
        ("誤配は月に何件ありますか", "誤配"),
        ("How long does a refund take now?", "time for refund"),
        ("How many refunds do you make a week?", "refunds a week"),
    ],
)
def test_a_question_gives_its_measure(question: str, measure: str) -> None:
    assert measure_asked(question) == measure


def test_a_reason_names_no_measure() -> None:
    assert names_no_measure("なぜ電子化を")
    assert measure_told("古い図面を探すのに週2時間かかる") == "古い図面を探すのにかかる時間"


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("誤配について、所長のご説明:", "誤配"),
        ("荷札の書き直しですが、導入前は月に20枚でした。", "荷札の書き直し"),
        ("Parcel turnaround, then.", "Parcel turnaround"),
        ("Too soon to tell.", None),
    ],
)
def test_a_line_names_its_topic(line: str, topic: str | None) -> None:
    assert topic_of(line) == topic
