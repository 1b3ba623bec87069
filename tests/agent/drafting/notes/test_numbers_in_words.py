"""Numbers in words become digits where they count something, and words that only look like numbers stay."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.calendar.number_words import kanji_number
from agent.drafting.notes.contradictions.numerals import in_digits
from agent.evidence.note_days import heading_day
from connectors.interface import RawSource
from connectors.registry import read_source


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("九月です", "9月です"),
        ("ひと月前", "1か月前"),
        ("三百二十名", "320名"),
        ("年八百万円以下", "年8000000円以下"),
        ("十二月の二十二日", "12月22日"),
        ("二千四百箱", "2400箱"),
        ("一部の人", "一部の人"),
        ("二番手の千葉さん", "二番手の千葉さん"),
        ("two weeks' warning", "2 weeks' warning"),
        ("a month's notice", "1 month's notice"),
        ("one hundred and twenty seats", "120 seats"),
        ("forty-one of fifty", "41 of 50"),
        ("not one of them", "not 1 of them"),
        ("1,200 people", "1200 people"),
    ],
)
def test_in_digits(text: str, plain: str) -> None:
    assert in_digits(text) == plain


@given(st.integers(min_value=1, max_value=99_999_999))
def test_kanji_numbers_come_back(number: int) -> None:
    assert kanji_number(_kanji(number)) == number


def _kanji(number: int) -> str:
    if number >= 10_000:
        return _kanji(number // 10_000) + "万" + (_kanji(number % 10_000) if number % 10_000 else "")
    words = ""
    for value, letter in ((1000, "千"), (100, "百"), (10, "十")):
        digit, number = divmod(number, value)
        words += ("" if digit == 1 else "〇一二三四五六七八九"[digit]) + letter if digit else ""
    return words + ("〇一二三四五六七八九"[number] if number else "")


@pytest.mark.parametrize(
    ("path", "text", "day"),
    [
        ("memo.txt", "6/17 電話\n本文です。", dt.date(2026, 6, 17)),
        ("memo.txt", "12/10 訪問\n本文です。", dt.date(2025, 12, 10)),
        ("call.txt", "8 June, on the phone\nAll fine.", dt.date(2026, 6, 8)),
        ("memo1028.txt", "電話\n本文です。", dt.date(2025, 10, 28)),
        ("use.txt", "利用レポート(2026年7月)\n検査課 2/18\n", dt.date(2026, 7, 1)),
        ("use.txt", "一覧\n検査課 2/18\n", None),
    ],
)
def test_day_of_a_note(path: str, text: str, day: dt.date | None) -> None:
    documents, _ = read_source(RawSource(path, text.encode()))
    assert heading_day(documents[0], dt.date(2026, 9, 20)) == day
