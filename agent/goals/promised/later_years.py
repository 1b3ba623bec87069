"""Years that have no day: 2026年度中 in the promise, 2027年度上期 in the plan; in 2027, spring 2028."""

from __future__ import annotations

import datetime as dt
import re

from agent.calendar.fiscal import month_end
from agent.calendar.patterns import regex
from agent.goals.opposites import goes_on
from agent.goals.scan import Scan

_FISCAL = regex(r"(?:(?<!\d)(?P<ja>20[2-4]\d)年度)|(?<![A-Za-z])FY ?'?(?:20)?(?P<fy>[2-4]\d)(?!\d)")
_NAMED = regex(
    r"(?<!\d)(?P<ja>20[2-4]\d)年(?!度)|(?<![a-z])(?:in|by|during|before|within|to|until|till|from|of|spring|summer|autumn|fall|winter|early|late|mid|end|Q[1-4]|H[12])[ -](?P<en>20[2-4]\d)(?![\d,.%])"
)


def in_later_year(promised: str, planned: str) -> bool:
    """Both name years of one kind, and the plan's first is later than the promise's last."""
    if goes_on(promised):
        return False
    for kind in (_FISCAL, _NAMED):
        wanted, own = _years(kind, promised), _years(kind, planned)
        if wanted and own and min(own) > max(wanted):
            return True
    return False


def ends_of_years(promise: Scan) -> list[dt.date]:
    """The last days of the fiscal years that the promise names, the latest that either calendar allows."""
    given = promise.context
    months = [
        month for month in (given.customer_fiscal_year_end_month, given.vendor_fiscal_year_end_month) if month
    ]
    return [
        max(month_end(2000 + year + (month < 12), month) for month in months or (12,))
        for year in _years(_FISCAL, promise.text)
    ]


def _years(kind: re.Pattern[str], text: str) -> list[int]:
    found = kind.finditer(text)
    return [int(next(part for part in match.groups() if part)[-2:]) for match in found]
