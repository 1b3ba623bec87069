"""The name of a figure ends before a bracket that holds its target."""

from __future__ import annotations

import pytest

from agent.drafting.notes.goals.metric import _whole


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("点検表の写し 40枚(目標", "点検表の写し"),
        ("一次回答率(目標", "一次回答率"),
        ("回答率(一次)", "回答率(一次)"),
        ("作成時間", "作成時間"),
    ],
)
def test_an_open_bracket_and_its_count_are_no_part_of_the_name(words: str, name: str) -> None:
    assert _whole(words) == name
