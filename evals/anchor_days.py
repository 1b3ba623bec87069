"""Days a computed value may start from without a quote of its own. Standard library only."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from evals.plan_nodes import is_value, walk
from evals.printed import printed_days


def anchor_days(plan: dict[str, Any], texts: Iterable[str]) -> set[str]:
    """ISO days of account.yaml, of the sources' dates and paths, printed in a source, or cited elsewhere."""
    days = {str(plan.get("as_of"))}
    days |= {str(source["published"])[:10] for source in plan["sources"] if source.get("published")}
    for source in plan["sources"]:
        days |= printed_days(str(source.get("path")))
    for text in texts:
        days |= printed_days(text)
    return days | account_days(plan["account"]) | cited_days(plan)


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
