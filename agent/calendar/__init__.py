"""Dates as people write them, and the fiscal calendars they are resolved by."""

from agent.calendar.absolute import NO_SUCH_DAY
from agent.calendar.anchor import Anchor, DateMention
from agent.calendar.find import dates_in_folded, find_dates
from agent.calendar.fiscal import FiscalCalendar, Period, add_months, fiscal_year_of, month_end
from agent.calendar.fold import Folded, fold

__all__ = [
    "NO_SUCH_DAY",
    "Anchor",
    "DateMention",
    "FiscalCalendar",
    "Folded",
    "Period",
    "add_months",
    "dates_in_folded",
    "find_dates",
    "fiscal_year_of",
    "fold",
    "month_end",
]
