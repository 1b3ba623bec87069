"""Notes dated without a year, and sentences with a date that tell no step."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.renewal.no_steps import ASKED_OF_US, BOOKS, is_past_start, tells_a_limit
from agent.renewal.yearless_days import FILE, IN_WORDS, _latest


def test_the_latest_such_day_that_is_over() -> None:
    assert _latest(7, 16, dt.date(2026, 11, 12)) == dt.date(2026, 7, 16)
    assert _latest(12, 3, dt.date(2026, 11, 12)) == dt.date(2025, 12, 3)
    assert _latest(2, 30, dt.date(2026, 11, 12)) is None
    assert FILE.search("04_call_0716.md") is not None
    assert FILE.search("usage_202609.csv") is None
    assert IN_WORDS[0].search("Site visit, 4 June (Leeds)") is not None


@pytest.mark.parametrize("text", ["We close our books in June.", "うちは6月決算です。"])
def test_the_close_of_the_year_is_no_step(text: str) -> None:
    assert BOOKS.search(text)


def test_requests_to_us_and_standing_limits() -> None:
    assert ASKED_OF_US.search("Please confirm by 3 May.")
    assert not ASKED_OF_US.search("The last paper is due on 3 May, as your notice date is 9 May.")
    assert tells_a_limit("Anything above EUR 20,000 goes to Lyon.")
    assert tells_a_limit("300万円までなら部長の判で済みます")
    assert is_past_start("Since 1 April all of it goes to Lyon.", 6, 13)
