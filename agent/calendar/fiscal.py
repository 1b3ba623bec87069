"""Fiscal years of a company whose year ends in a given month: years, halves, quarters and their names.

A fiscal year ends on the last day of its month (会社計算規則 leaves the day free, but listed companies close
at a month's end). 2026年度 is named by the calendar year it begins in, unless it is the calendar year;
FY26 is named by its first or its last year, depending on the company, so both are offered.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple


class Period(NamedTuple):
    """Days `first` to `last`, both included."""

    first: dt.date
    last: dt.date


def month_end(year: int, month: int) -> dt.date:
    """Last day of a month; months outside 1-12 run over into other years."""
    years, zero_based = divmod(month - 1, 12)
    year += years
    return dt.date(year, zero_based + 1, calendar.monthrange(year, zero_based + 1)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the month's last day where there is no such day."""
    end = month_end(day.year, day.month + months)
    return end.replace(day=min(day.day, end.day))


def fiscal_year_of(day: dt.date, end_month: int) -> Period:
    """The fiscal year that holds the day, for a company whose year ends in `end_month`."""
    return FiscalCalendar(end_month).year_of(day)


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """Fiscal years that end on the last day of `end_month` (1-12)."""

    end_month: int

    def ending_in(self, year: int) -> Period:
        """The fiscal year whose last day lies in calendar year `year`."""
        last = month_end(year, self.end_month)
        return Period(month_end(year - 1, self.end_month) + dt.timedelta(days=1), last)

    def year_of(self, day: dt.date) -> Period:
        """The fiscal year that holds the day."""
        this = self.ending_in(day.year)
        return this if day <= this.last else self.ending_in(day.year + 1)

    def shifted(self, day: dt.date, years: int) -> Period:
        """The fiscal year `years` after the one that holds the day: 0 今期, 1 来期, -1 前期."""
        return self.ending_in(self.year_of(day).last.year + years)

    def nendo(self, year: int) -> Period:
        """2026年度: begins in that calendar year (the calendar year itself for December year-ends)."""
        return self.ending_in(year if self.end_month == 12 else year + 1)

    def half(self, year: Period, number: int) -> Period:
        """上期 (1) or 下期 (2) of a fiscal year."""
        return self._part(year, 6, number)

    def quarter(self, year: Period, number: int) -> Period:
        """Quarter 1-4 of a fiscal year."""
        return self._part(year, 3, number)

    def _part(self, year: Period, months: int, number: int) -> Period:
        first = add_months(year.first, months * (number - 1))
        return Period(first, add_months(first, months) - dt.timedelta(days=1))
