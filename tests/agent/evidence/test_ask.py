"""Answers are exact words of the right place, or none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from agent.evidence.ask import ask
from connectors.interface import Block, BlockKind, Document, DocumentKind, Locator

LINES = [
    "更新の最終判断は経営会議で行います。",
    "来期の予算申請は12月11日（金）17時が締め切りです。",
    "利用者は店舗営業112名です。",
    "The financial year closes on 30 June.",
    "導入効果は誰も測っていないのでしょうか。",
]
TEXT = "\n".join(LINES) + "\n"
BLOCKS = tuple(
    Block(BlockKind.PARAGRAPH, TEXT.index(line), TEXT.index(line) + len(line), Locator(row=n + 1))
    for n, line in enumerate(LINES)
)
NOTE = Document("s1", "memo.md", "引き継ぎメモ", DocumentKind.NOTE, TEXT, BLOCKS, "0" * 64, "ja")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("更新は誰が判断しますか", 0),
        ("予算申請の締め切りはいつですか", 1),
        ("店舗営業の利用者は何名ですか", 2),
        ("When does the financial year close?", 3),
    ],
)
def test_what_is_stated_is_answered_with_its_words(question: str, line: int) -> None:
    answer = ask([NOTE], question, "ACC-1")
    assert answer.status == "answered"
    first = answer.items[0]
    assert first.citation.quote == LINES[line]
    assert TEXT[first.citation.start : first.citation.end] == first.citation.quote
    assert first.citation.locator.row == line + 1
    assert first.title == "引き継ぎメモ"
    assert answer.near_misses == []


@pytest.mark.parametrize("question", ["為替の影響はいくらですか", "Who audits the accounts?", "社長の年齢は"])
def test_what_is_not_stated_is_not_answered(question: str) -> None:
    answer = ask([NOTE], question)
    assert answer.status == "not_stated"
    assert answer.items == []


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("来期の予算申請の締め切りはいつですか", "answered"),
        ("2024年度の予算申請の締め切りはいつですか", "not_stated"),
        ("店舗営業の利用者は何名ですか", "answered"),
        ("店舗営業の利用者は何歳ですか", "not_stated"),
        ("2030年6月の店舗営業の利用者は何名ですか", "not_stated"),
        ("大阪の店舗営業の利用者は何名ですか", "not_stated"),
    ],
)
def test_another_period_name_or_detail_is_no_answer(question: str, status: str) -> None:
    dated = replace(NOTE, published=dt.date(2026, 10, 1))
    answer = ask([dated], question)
    assert answer.status == status
    assert bool(answer.near_misses) is (status == "not_stated")


def test_a_long_sentence_is_answered_with_its_clauses() -> None:
    filler = "各地の拠点の設備の更新を計画に沿って順に進め、" * 14
    text = f"当社は、{filler}解約率の目標を年4%以下とした。"
    note = replace(NOTE, text=text, blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),))
    answer = ask([note], "解約率の目標は何%ですか")
    assert answer.status == "answered"
    assert answer.items[0].citation.quote.endswith("解約率の目標を年4%以下とした。")


def test_answers_repeat_and_are_plain_data() -> None:
    one, two = (ask([NOTE], "更新は誰が判断しますか").model_dump(mode="json") for _ in range(2))
    assert one == two
    assert one["items"][0]["passage_scores"]["total"] > 0
