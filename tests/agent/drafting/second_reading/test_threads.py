"""Whom a sentence puts in charge, and which of two groups words are of."""

from __future__ import annotations

import pytest

from agent.drafting.notes.goals.groups import are_of_two, group_in
from agent.drafting.second_reading.threads.levels import asked_in


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("目標はどのくらいに置かれますか。", "aimed"),
        ("目指すところは。", "aimed"),
        ("Where would you like it to be?", "aimed"),
        ("いまの件数はどのくらいですか。", "stands"),
        ("ご出席ありがとうございます。", None),
    ],
)
def test_what_a_question_asks_for(text: str, asked: str | None) -> None:
    assert asked_in(text) == asked


def test_groups_are_told_apart() -> None:
    assert group_in("C班は月4件") == "C班"
    assert are_of_two("第3ラインの停止時間", "第4ラインの停止時間")
    assert not are_of_two("停止時間", "第4ラインの停止時間")
