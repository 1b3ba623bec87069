"""Days a computed value may start from without a quote of its own. Standard library only."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from evals.plan_nodes import is_value, walk
from evals.printed import fold, printed_dates, printed_days

_ISO = re.compile(r"^\d{4}-(\d{2})(?:-(\d{2}))?$")


def anchor_days(plan: dict[str, Any], texts: Iterable[str]) -> set[str]:
    """ISO days of account.yaml, of the sources' dates and paths, printed in a source, or cited elsewhere."""
    days = {str(plan.get("as_of"))}
    days |= {str(source["published"])[:10] for source in plan["sources"] if source.get("published")}
    for source in plan["sources"]:
        days |= printed_days(str(source.get("path")))
    for text in texts:
        days |= printed_days(text)
    return days | account_days(plan["account"]) | cited_days(plan)


def date_follows(value: Any, inputs: Iterable[Any]) -> bool:
    """False when a resolved day or month contradicts what an input's words print (12/11, 13日, 8月中, 3 → 3/31)."""
    inputs = list(inputs)
    if isinstance(value, dict) and inputs and all(isinstance(i, int) for i in inputs):
        month, day = value.get("month"), value.get("day")
        lasts = {28, 29} if month == 2 else {calendar.monthrange(2001, int(month or 1))[1]}
        return month in inputs and day in lasts
    match = _ISO.match(str(value))
    words = [fold(i) for i in inputs if isinstance(i, str) and not _ISO.match(i)]
    if not match or not words:
        return True
    month, day = int(match[1]), int(match[2]) if match[2] else None
    dates = [date for text in words for date in printed_dates(text)]
    days = {int(m[1]) for text in words for m in re.finditer(r"(?<![\d月])(\d{1,2})日(?!間|前|後)", text)}
    if dates:
        return any(d.month == month and (d.day is None or day is None or d.day == day) for d in dates)
    return not days or day is None or day in days


def account_days(account: dict[str, Any]) -> set[str]:
    """Contract start, end and last day of notice, as account.yaml gives them."""
    days = {str(account[key])[:10] for key in ("contract_start", "contract_end", "as_of") if account.get(key)}
    end, notice = account.get("contract_end"), account.get("notice_days")
    if end and isinstance(notice, int):
        days.add(str(dt.date.fromisoformat(str(end)[:10]) - dt.timedelta(days=notice)))
    return days


def cited_days(plan: dict[str, Any]) -> set[str]:
    """Days of values that have quotes; the last day of a month whose month has."""
    days = {str(n["value"]) for _, n in walk(plan) if is_value(n) and n.get("citations")}
    for month in [day for day in days if re.fullmatch(r"\d{4}-\d{2}", day)]:
        year, number = int(month[:4]), int(month[5:])
        days.add(f"{month}-{calendar.monthrange(year, number)[1]}")
    return days
