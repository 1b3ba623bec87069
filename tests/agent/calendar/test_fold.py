"""Folding keeps every character's place and is stable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.calendar import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("４０　名", "40名"),
        ("ﾓﾊﾞｲﾙ", "モバイル"),
        ("営業企画部　大西様", "営業企画部 大西様"),
        ("9/30 （水）", "9/30 (水)"),
        (" x\n\n y ", "x\ny"),
        ("①40名", "①40名"),
        ("3ヶ月", "3か月"),
        ("SFA  ログ", "SFA ログ"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text(max_size=60))
def test_every_folded_character_has_a_place(text: str) -> None:
    folded = fold(text)
    spans = [folded.original(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
