"""Parts of fiscal years: halves and quarters, their edges, the next one, the one that holds today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from agent.calendar.anchor import Anchor
from agent.calendar.fiscal import FiscalCalendar, Period, add_months, month_end


def within_term(periods: Sequence[Period], anchor: Anchor) -> list[Period]:
    """Of several conventions, those that end between as_of and contract end; all when none does."""
    end = anchor.contract_end or dt.date.max
    inside = [period for period in periods if anchor.as_of <= period.last <= end]
    return inside or list(periods)


def cut(year_calendar: FiscalCalendar, year: Period, half: int, quarter: int) -> Period:
    if half:
        return year_calendar.half(year, half)
    return year_calendar.quarter(year, quarter) if quarter else year


def edge_of(period: Period, word: str | None) -> Period:
    if word and word[0] in "末終":
        return Period(period.last, period.last)
    if word and word[0] in "初は頭首ス":
        return Period(period.first, period.first)
    return period


def next_part(year_calendar: FiscalCalendar, as_of: dt.date, half: int, quarter: int) -> Period:
    """The next such half or quarter that has not ended yet."""
    this = cut(year_calendar, year_calendar.year_of(as_of), half, quarter)
    return this if this.last >= as_of else cut(year_calendar, year_calendar.shifted(as_of, 1), half, quarter)


def quarter_now(year_calendar: FiscalCalendar, anchor: Anchor, shift: int) -> Period:
    """The quarter that holds as_of, or the one `shift` later."""
    day = anchor.as_of
    if shift:
        whole = month_end(day.year, day.month + 3 * shift)
        day = whole.replace(day=1)
    year = year_calendar.year_of(day)
    return next(
        part for part in (year_calendar.quarter(year, number) for number in (1, 2, 3, 4)) if day <= part.last
    )


def half_now(calendar: FiscalCalendar, anchor: Anchor, shift: int) -> Period:
    """The half that holds as_of, or the one `shift` later."""
    day = add_months(anchor.as_of, 6 * shift)
    year = calendar.year_of(day)
    first = calendar.half(year, 1)
    return first if day <= first.last else calendar.half(year, 2)
