"""What relative dates are counted from, and a date as it stands in a text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "quarter", "half", "year"]
Resolution = Literal["absolute", "relative", "ambiguous"]
Direction = Literal["future", "nearest", "past"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """`as_of` is the day the text is read on (a plan) or was written on (minutes).

    Fiscal year-ends are months 1-12. Where the vendor's is unknown, 今期 and the like are taken as the
    customer's; where both are known and differ, a word that does not say whose is ambiguous.
    """

    as_of: dt.date
    fiscal_year_end_month: int | None = None
    vendor_fiscal_year_end_month: int | None = None
    contract_start: dt.date | None = None
    contract_end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: code points `[start, end)`, the words, and the days it covers.

    `first` and `last` are None when it does not resolve. `rule` names how it was read: iso, slash,
    japanese, era, english, month, fiscal_year, half, quarter, nendo, fy_name, contract, event, duration,
    from_today, calendar_year, nth_weekday, nth_week (weeks_of_month), no_such_day (2月30日: no calendar has it). `anchor` is what it was counted from: "" for absolute dates, else as_of,
    customer, vendor, fiscal (whose is not said), contract or event.
    """

    start: int
    end: int
    text: str
    first: dt.date | None
    last: dt.date | None
    precision: Precision
    resolution: Resolution
    rule: str
    anchor: str = ""
