"""Things are found by any of their words, in both languages, and promises are compared by them."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, read_item
from agent.goals.subject_words import things_in


@pytest.mark.parametrize(
    ("one", "other", "thing"),
    [
        ("返品を減らす", "Goods sent back by shops", "returned"),
        ("従業員の離職", "fewer leavers", "leaving"),
        ("Time to HIRE", "欠員が埋まるまで", "hiring"),
        ("パソコンの故障", "stoppages of the press", "breakdown"),
    ],
)
def test_words_of_both_languages_mean_one_thing(one: str, other: str, thing: str) -> None:
    assert thing in things_in(one) & things_in(other)


@pytest.mark.parametrize("text", ["", "the fixture list of lately callous quitters", "10/3"])
def test_a_word_within_another_means_nothing(text: str) -> None:
    assert not things_in(text) & {"late", "call", "leaving"}


@pytest.mark.parametrize(
    ("promise", "text", "language", "broken"),
    [
        ("障害からの復旧は3時間以内", "止まった端末が直るまで8時間→5時間", "ja", True),
        ("障害からの復旧は3時間以内", "止まった端末が直るまで8時間→2時間", "ja", False),
        ("Fewer than 6 complaints a month", "Angry letters: 20 a month down to 11", "en", True),
        ("Fewer than 6 complaints a month", "Angry letters: 20 a month down to 4", "en", False),
        ("Fewer than 6 complaints a month", "New shelves: 20 a month up to 40", "en", False),
    ],
)
def test_promises_without_a_word_in_common(promise: str, text: str, language: str, broken: bool) -> None:
    context = GoalContext(dt.date(2026, 5, 11), "goal", 3, 12, None, dt.date(2027, 12, 31), promise)
    assert (read_item(text, language, context).contradicts_promise is not None) is broken
