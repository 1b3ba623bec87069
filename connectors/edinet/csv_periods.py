"""Periods of contexts in the CSV form, which prints only their ids: worked out from the DEI's fiscal years.

Context ids follow the EDINET taxonomy guideline ("context naming"): a relative year (CurrentYear, Prior1Year,
CurrentYTD, CurrentQuarter, Interim, FilingDate …), Duration or Instant, then members joined by "_".
"""

from __future__ import annotations

import datetime as dt
import re

from connectors.edinet.cover import Cover
from connectors.interface import FactContext, FactPeriod

_RELATIVE = re.compile(r"(Current|Prior(\d+))?(YearToDate|Year|YTD|Quarter|Interim)(Duration|Instant)$")
_MEMBER = re.compile(r"_(?:((?:jp|ifrs)[0-9a-z-]+_[A-Z]\d{5}-\d{3}))?([A-Za-z0-9]+Member)")
_NONE = FactPeriod(None, None)
_DAY = dt.timedelta(days=1)


class PeriodTable:
    """Fiscal years of one filing, current first, and the contexts made of them."""

    def __init__(self, cover: Cover) -> None:
        self._cover = cover
        self._years = _fiscal_years(cover)
        self._period_end = cover.date("CurrentPeriodEndDateDEI")
        self._compared_end = cover.date("ComparativePeriodEndDateDEI")
        self._contexts: dict[str, FactContext] = {}

    def context(self, identifier: str, scope: str) -> FactContext:
        """The context of an id; `scope` is the column 連結・個別 (連結, 個別 or その他)."""
        found = self._contexts.get(identifier)
        if found is None:
            relative, _, rest = identifier.partition("_")
            members = [(prefix, name) for prefix, name in _MEMBER.findall("_" + rest)] if rest else []
            alone = any(name == "NonConsolidatedMember" for _, name in members)
            consolidated = False if alone or scope == "個別" else True if scope == "連結" else None
            if consolidated is None and self._cover.consolidates:
                consolidated = True
            others = tuple(
                sorted(
                    ("", f"{prefix}:{name}" if prefix else name)
                    for prefix, name in members
                    if name not in ("NonConsolidatedMember", "ConsolidatedMember")
                )
            )
            found = FactContext(identifier, self.period(relative), consolidated, others, relative)
            self._contexts[identifier] = found
        return found

    def period(self, relative: str) -> FactPeriod:
        """Period of a relative year: Prior2YearDuration, CurrentYTDDuration, Prior1QuarterInstant …"""
        if relative == "FilingDateInstant":
            return FactPeriod(None, self._cover.published)
        found = _RELATIVE.match(relative)
        if not found:
            return _NONE
        back = int(found[2] or 0)
        year = self._years.get(back)
        if found[3] == "Year":
            start, end = year if year else (None, None)
        else:
            start = year[0] if year else None
            end = self._period_end if back == 0 else self._compared_end if back == 1 else None
            if found[3] == "Quarter" and end is not None:
                start = _shift(end + _DAY, months=-3)
        if end is None:
            return _NONE
        return FactPeriod(None, end) if found[4] == "Instant" else FactPeriod(start, end)


def _fiscal_years(cover: Cover) -> dict[int, tuple[dt.date | None, dt.date]]:
    """Start and end by years back. The two that the DEI states, then twelve months each before the older one."""
    years: dict[int, tuple[dt.date | None, dt.date]] = {}
    for back, name in enumerate(("Current", "Previous")):
        start = cover.date(f"{name}FiscalYearStartDateDEI")
        end = cover.date(f"{name}FiscalYearEndDateDEI")
        if end is not None:
            years[back] = (start, end)
    known = max(years, default=None)
    if known is None:
        return years
    start, _ = years[known]
    for back in range(known + 1, 10):
        if start is None:
            break
        end, start = start - _DAY, _shift(start, months=-12)
        years[back] = (start, end)
    return years


def _shift(day: dt.date, months: int) -> dt.date:
    """The same day of another month; 29 February becomes 28 where there is none."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for candidate in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(candidate, day.day))
        except ValueError:
            continue
    return day
