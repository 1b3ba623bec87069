"""A "new year" that begins, or has a budget, is the company's own; alone it is 1 January."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor, find_dates

ANCHOR = Anchor(as_of=dt.date(2026, 11, 2))


@pytest.mark.parametrize(
    "text",
    [
        "The new year starts with planning.",
        "our new year begins late",
        "the new year budget",
        "the new year's plan",
        "in the financial new year",
        "the budget new year",
        "the new year, which begins later",
    ],
)
def test_books(text: str) -> None:
    assert [m for m in find_dates(text, ANCHOR) if m.rule == "named_day"] == []


@pytest.mark.parametrize(
    "text", ["after New Year", "by new year 2027", "on New Year's Day", "Happy new year."]
)
def test_first_of_january(text: str) -> None:
    assert [m.first for m in find_dates(text, ANCHOR)] == [dt.date(2027, 1, 1)]
