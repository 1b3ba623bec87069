"""A target quoted to be taken back is none, and the number of a point is no figure."""

from __future__ import annotations

import pytest

from agent.drafting.notes.goals.given_up import _takes_back
from agent.drafting.notes.goals.ordinals import ordinal_of
from agent.drafting.notes.goals.told_only import is_only_told


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("三割", "先日の「三割」は勢いで言いました。"),
        ("20%", "Please forget the 20%, we had no count then."),
    ],
)
def test_taken_back(words: str, text: str) -> None:
    assert _takes_back(words, text)


def test_repeated_is_not_taken_back() -> None:
    assert not _takes_back("三割", "三割まで下げたいのは変わりません。")


def test_the_number_of_a_point() -> None:
    assert ordinal_of("2.4 返品を減らしたい") == (0, 3)
    assert ordinal_of("2.4 時間に短くしたい") is None


def test_hearsay_on_how_things_stand_sets_nothing() -> None:
    text = "返品は先月で六割くらいらしい。"
    at = text.index("六割")
    assert is_only_told(text, text[:at], text[at + 2 :])
