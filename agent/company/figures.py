"""Numbers as the plan carries them, and amounts and years in words."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal

from agent.messages import text as message
from agent.models.evidence import Value
from agent.models.plan import Number


def number(value: Decimal) -> Number:
    """A JSON number without loss for the sizes filings have: int where the value is whole, else float."""
    return int(value) if value == value.to_integral_value() else float(value)


def year_name(end: dt.date, language: str) -> str:
    """2024年3月期, or "year to March 2024"."""
    month = end.month if language == "ja" else calendar.month_name[end.month]
    return message("company.year_name", language, year=end.year, month=month)


def amount(value: Value[Number], language: str) -> str:
    """An amount in words, without rounding: 百万円 or 千円 where the figure is whole in it."""
    if value.unit != "円":
        return (
            f"{value.value:,}{value.unit or ''}"
            if language == "ja"
            else f"{value.value:,} {value.unit or ''}"
        )
    for scale, unit in ((10**6, "million"), (10**3, "thousand"), (1, "one")):
        if value.value % scale == 0:
            return f"{int(value.value // scale):,}{message(f'company.yen_{unit}', language)}"
    return f"{value.value:,}{message('company.yen_one', language)}"
