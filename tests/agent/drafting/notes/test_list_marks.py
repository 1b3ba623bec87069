"""Statements go without the mark they stand under in a list; figures and signs at their head stay."""

from __future__ import annotations

import pytest

from agent.drafting.notes.claims import without_list_mark


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1) 全拠点で使う", "全拠点で使う"),
        ("（2）待ち時間を半分にする", "待ち時間を半分にする"),
        ("・③ 紙をなくす", "紙をなくす"),
        ("- 4. Cut the queue by half", "Cut the queue by half"),
        ("3.5時間を2時間に", "3.5時間を2時間に"),
        ("12件を5件に", "12件を5件に"),
        ("2026年度の目標", "2026年度の目標"),
        ("-", "-"),
        ("-5% churn by March", "-5% churn by March"),
        ("- 12 sites use it", "12 sites use it"),
        ("○○部長が決める", "○○部長が決める"),
        ("**重要** 予算を下げる", "**重要** 予算を下げる"),
    ],
)
def test_without_list_mark(text: str, words: str) -> None:
    assert without_list_mark(text) == words
