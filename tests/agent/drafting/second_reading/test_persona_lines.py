"""Lines that describe nobody are no part of the decider's persona."""

from __future__ import annotations

import pytest

from agent.drafting.second_reading.persona import _describes


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("うーん、あまり。", False),
        ("費用のほうは？", False),
        ("Before that, then.", False),
        ("数字を見てから決める人です。", True),
        ("She reads the last page of a paper first.", True),
    ],
)
def test_fillers_and_questions_describe_nobody(words: str, expected: bool) -> None:
    assert _describes(words) is expected
