"""Number words from the one table: English words, scales and kanji."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.calendar.number_words import KANJI_DIGITS, kanji_number, number_of

_KANJI = "".join(KANJI_DIGITS)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7), ("twenty-one", 21), ("two hundred and five", 205), ("fifty thousand", 50_000), ("25 k", 25_000),
        ("1.5 million", 1_500_000), ("a dozen", None), ("", 0),
    ],
)  # fmt: skip
def test_english_words(words: str, number: float | None) -> None:
    if words:
        assert number_of(words) == number


@pytest.mark.parametrize(
    ("letters", "number"),
    [
        ("二十四", 24),
        ("十", 10),
        ("三百", 300),
        ("二〇二六", 2026),
        ("三万五千", 35_000),
        ("一億二千万", 120_000_000),
    ],
)
def test_kanji(letters: str, number: int) -> None:
    assert kanji_number(letters) == number


@given(st.integers(min_value=0, max_value=99))
def test_kanji_tens_read_back(number: int) -> None:
    tens, ones = divmod(number, 10)
    written = ("" if tens == 0 else ("" if tens == 1 else _KANJI[tens]) + "十") + (
        _KANJI[ones] if ones else ""
    )
    assert kanji_number(written) == number
