"""Fiscal years, halves and quarters by year-end month."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import FiscalCalendar, Period, add_months, fiscal_year_of

D = dt.date


@pytest.mark.parametrize(
    ("day", "month", "first", "last"),
    [
        (D(2026, 3, 31), 3, D(2025, 4, 1), D(2026, 3, 31)),
        (D(2026, 4, 1), 3, D(2026, 4, 1), D(2027, 3, 31)),
        (D(2026, 4, 1), 12, D(2026, 1, 1), D(2026, 12, 31)),
        (D(2024, 2, 29), 2, D(2023, 3, 1), D(2024, 2, 29)),
    ],
)
def test_fiscal_year_of(day: dt.date, month: int, first: dt.date, last: dt.date) -> None:
    assert fiscal_year_of(day, month) == Period(first, last)


def test_halves_and_quarters_fill_the_year() -> None:
    for month in range(1, 13):
        year_calendar = FiscalCalendar(month)
        year = year_calendar.ending_in(2027)
        quarters = [year_calendar.quarter(year, number) for number in (1, 2, 3, 4)]
        assert quarters[0].first == year.first
        assert quarters[3].last == year.last == year_calendar.half(year, 2).last
        assert quarters[1].last == year_calendar.half(year, 1).last


def test_nendo_is_named_by_its_first_year() -> None:
    assert FiscalCalendar(3).nendo(2026).last == D(2027, 3, 31)
    assert FiscalCalendar(12).nendo(2026).last == D(2026, 12, 31)


def test_add_months_stays_inside_the_month() -> None:
    assert add_months(D(2026, 1, 31), 1) == D(2026, 2, 28)
