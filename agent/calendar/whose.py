"""Whose fiscal year a word speaks of, and how a fiscal word becomes days.

御社, 貴社, 先方, their, your = the customer's; 弊社, 当社, our = the vendor's (plans are written by the
vendor). A word that does not say is resolved when both calendars end it on the same day, or when only
one of the two is known; otherwise it is ambiguous.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.calendar.anchor import Anchor, DateMention, Precision
from agent.calendar.fiscal import FiscalCalendar, Period

WHOSE = (
    r"(?:(?P<customer>御社|貴社|先方|顧客|お客様|客先|得意先|相手先|お取引先|貴部|貴院|貴市|貴町|貴村|貴県|貴区|貴庁|貴校|貴園|貴大学|貴会|貴組合|貴団体|貴財団|貴協会|貴所|貴館|貴局|貴行|貴店|様側"
    r"|[Cc]ustomer(?:'s)?|[Cc]lient(?:'s)?|[Tt]heir|[Yy]our)"
    r"|(?P<vendor>弊社|当社|自社|弊部|うち|[Oo]ur|[Vv]endor(?:'s)?))(?:側)?(?:の|における|において| )?"
)


def whose_of(match_parts: dict[str, str | None]) -> str:
    """ "customer", "vendor" or "fiscal" from the groups of `WHOSE`."""
    if match_parts.get("customer"):
        return "customer"
    return "vendor" if match_parts.get("vendor") else "fiscal"


def resolve(
    span: tuple[int, int, str],
    anchor: Anchor,
    whose: str,
    periods_of: Callable[[FiscalCalendar], Sequence[Period]],
    precision: Precision,
    rule: str,
) -> DateMention:
    """One mention from what each calendar makes of the words.

    `periods_of` gives the readings under one calendar: usually one, two for FY26. Resolved when exactly
    one last day remains over all calendars in question.
    """
    start, end, text = span
    readings = [period for calendar in _calendars(anchor, whose) for period in periods_of(calendar)]
    if len({period.last for period in readings}) == 1:
        first = max(period.first for period in readings)
        return DateMention(start, end, text, first, readings[0].last, precision, "relative", rule, whose)
    return DateMention(start, end, text, None, None, precision, "ambiguous", rule, whose)


def _calendars(anchor: Anchor, whose: str) -> list[FiscalCalendar]:
    customer, vendor = anchor.fiscal_year_end_month, anchor.vendor_fiscal_year_end_month
    months = {"customer": [customer], "vendor": [vendor], "fiscal": [customer, vendor]}[whose]
    if whose == "fiscal" and customer is None:
        return []  # the customer's plan: the vendor's calendar alone does not decide
    return [FiscalCalendar(month) for month in dict.fromkeys(months) if month is not None]
