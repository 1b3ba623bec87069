"""Weeks and weekdays of a month become days, in both languages; recurring and loose ones do not."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor, find_dates

ANCHOR = Anchor(dt.date(2026, 9, 10))


def _days(text: str) -> list[tuple[str, str, str]]:
    return [(found.text, str(found.first), str(found.last)) for found in find_dates(text, ANCHOR)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        (
            "The board sits in the last week of October.",
            "the last week of October",
            "2026-10-25",
            "2026-10-31",
        ),
        (
            "Papers go in the second week of November",
            "the second week of November",
            "2026-11-08",
            "2026-11-14",
        ),
        ("on the third Thursday in November", "the third Thursday in November", "2026-11-19", "2026-11-19"),
        ("by the final Friday of October", "the final Friday of October", "2026-10-30", "2026-10-30"),
        ("the 2nd Tues of next month", "the 2nd Tues of next month", "2026-10-13", "2026-10-13"),
        ("11月の第2火曜日の理事会で", "11月の第2火曜日", "2026-11-10", "2026-11-10"),
        ("来月の第一月曜に", "来月の第一月曜", "2026-10-05", "2026-10-05"),
        ("2027年3月最終週の部会", "2027年3月最終週", "2027-03-25", "2027-03-31"),
    ],
)
def test_narrowed(text: str, words: str, first: str, last: str) -> None:
    assert _days(text) == [(words, first, last)]


@pytest.mark.parametrize(
    "text", ["毎月第3金曜に開く", "the last week of the quarter", "the fifth Friday of November is no day"]
)
def test_no_single_day(text: str) -> None:
    assert all(first != last for _, first, last in _days(text))


def test_last_week_alone_is_the_week_before() -> None:
    assert _days("We met last week.") == [("last week", "2026-08-31", "2026-09-06")]
