"""Answers are exact words of the right place, or none."""

from __future__ import annotations

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


def test_answers_repeat_and_are_plain_data() -> None:
    one, two = (ask([NOTE], "更新は誰が判断しますか").model_dump(mode="json") for _ in range(2))
    assert one == two
    assert one["items"][0]["passage_scores"]["total"] > 0
