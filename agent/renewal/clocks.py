"""The three clocks (DOMAIN.md): contract, opt-out, budget; and whether the customer decides before we start."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from agent.messages import text
from agent.models.account import Account
from agent.models.evidence import Derived, Value
from agent.models.plan import Budget, Clash, Clock, Clocks, MonthDay

REQUEST_OPENS_MONTHS = 4
REQUEST_CLOSES_MONTHS = 3
DECISION_MONTHS = 2
ANNOUNCEMENT_MONTHS = 1
"""Default budget calendar, in months before the fiscal year-end: requests open, close, decision, announcement.

An assumption for accounts whose sources do not date these steps: a company that decides its budget before the year
begins needs the department drafts about a quarter earlier (PRACTICES 0.25, 1.24, 1.26). Marked as assumed wherever used.
"""

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?$")
RENEWAL_WORK_DAYS = 90
"""Our renewal work usually starts this many days before the contract ends, where no note says otherwise."""


@dataclass(frozen=True, slots=True)
class BudgetCalendar:
    """The customer's budget year that decides about the next contract term. `assumed` names the dates no source gives."""

    year_end: dt.date
    request_opens: dt.date
    request_closes: dt.date
    decision: dt.date
    announcement: dt.date
    assumed: frozenset[str]
    inputs: dict[str, list[Value[object]]]  # what each date was read or computed from


def next_year_end(fiscal_year_end: MonthDay, as_of: dt.date) -> dt.date:
    """The fiscal year-end on or after a day."""
    for year in (as_of.year, as_of.year + 1):
        last = calendar.monthrange(year, fiscal_year_end.month)[1]
        day = dt.date(year, fiscal_year_end.month, min(fiscal_year_end.day, last))
        if day >= as_of:
            return day
    raise AssertionError("one of two following year-ends is on or after any day")


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day some months earlier; month ends stay month ends."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    last = calendar.monthrange(year, month + 1)[1]
    at_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month + 1, last if at_end else min(day.day, last))


def budget_calendar(
    fiscal_year_end: Value[MonthDay] | None, facts: Budget, as_of: dt.date
) -> BudgetCalendar | None:
    """Dates of the budget's facts where sources give them; the others by default, moved as far as the first known one lies
    from its own default, so that the order of steps holds. None without a year-end."""
    if fiscal_year_end is None:
        return None
    year_end = next_year_end(fiscal_year_end.value, as_of)
    defaults = {
        "request_opens": months_before(year_end, REQUEST_OPENS_MONTHS),
        "request_closes": months_before(year_end, REQUEST_CLOSES_MONTHS),
        "decision": months_before(year_end, DECISION_MONTHS),
        "announcement": months_before(year_end, ANNOUNCEMENT_MONTHS),
    }
    values = {
        "request_closes": facts.request_window,
        "decision": facts.decision_date,
        "announcement": facts.announcement_date,
    }
    known = {name: last_day(value) for name, value in values.items()}
    shift = next((day - defaults[name] for name, day in known.items() if day), dt.timedelta())
    chosen = {name: known.get(name) or day + shift for name, day in defaults.items()}
    assumed = frozenset(name for name in defaults if not known.get(name))
    inputs: dict[str, list[Value[object]]] = {
        name: [_input(value)] for name, value in values.items() if value is not None and known[name]
    }
    from_year_end = [_input(fiscal_year_end)]
    inputs = {name: inputs.get(name) or from_year_end for name in (*defaults, "year_end")}
    return BudgetCalendar(year_end, **chosen, assumed=assumed, inputs=inputs)


def _input(value: Value[Any]) -> Value[object]:
    return Value[object].model_validate(value.model_dump())


def read_clocks(account: Account, budget: BudgetCalendar | None, language: str) -> Clocks:
    """Each clock's next date, the days left from as_of (negative when past), and how it was computed."""
    contract = opt_out = None
    if account.contract_end:
        contract = _clock(account, account.contract_end, "contract", "account.contract_end", language)
        if account.notice_days is not None:
            day = account.contract_end - dt.timedelta(days=account.notice_days)
            opt_out = _clock(
                account, day, "opt_out", "contract_end - notice_days", language, notice=account.notice_days
            )
    return Clocks(contract=contract, opt_out=opt_out, budget=_budget_clock(account, budget, language))


def renewal_start(account: Account) -> dt.date | None:
    """The day our renewal work starts by the usual rule, see RENEWAL_WORK_DAYS."""
    return account.contract_end - dt.timedelta(days=RENEWAL_WORK_DAYS) if account.contract_end else None


def read_clash(
    account: Account,
    budget: BudgetCalendar | None,
    facts: Budget,
    planned_start: dt.date | None,
    language: str,
) -> Clash | None:
    """The most valuable alert: the customer's decision closes before our renewal work starts, by so many days.

    The decision closes with the request window where one is known or assumed, else on the decision day; our work
    starts when the notes plan it, else RENEWAL_WORK_DAYS before the contract ends.
    """
    start = planned_start or renewal_start(account)
    closes = _closes(budget, facts, account.as_of)
    if start is None or closes is None or closes[0] >= start:
        return None
    day, assumed = closes
    key = "assumed" if assumed else "known"
    days = (start - day).days
    return Clash(text=text(f"renewal.clash.{key}", language, closes=day, start=start, days=days), days=days)


def last_day(value: Value[str] | None) -> dt.date | None:
    """The day an ISO date names, the last day of an ISO month; None without one."""
    found = _ISO.match(str(value.value)) if value is not None else None
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"])
    return dt.date(year, month, int(found["day"] or calendar.monthrange(year, month)[1]))


def _closes(budget: BudgetCalendar | None, facts: Budget, as_of: dt.date) -> tuple[dt.date, bool] | None:
    days = (last_day(facts.request_window), last_day(facts.decision_date))
    known = [day for day in days if day is not None and day >= as_of]
    if known:
        return known[0], False
    if budget is None or budget.request_closes < as_of:
        return None
    return budget.request_closes, True


def _clock(account: Account, day: dt.date, kind: str, rule: str, language: str, **values: object) -> Clock:
    days = (day - account.as_of).days
    return Clock(
        date=day,
        days_left=days,
        text=text(f"renewal.clock.{kind}", language, date=day, days=days, **values),
        derived=Value[dt.date](value=day, derived=Derived(rule=rule, inputs=[]), check="computed"),
    )


def _budget_clock(account: Account, budget: BudgetCalendar | None, language: str) -> Clock | None:
    """The next date of the budget calendar still ahead."""
    if budget is None:
        return None
    dates = [
        ("request_closes", budget.request_closes),
        ("decision", budget.decision),
        ("announcement", budget.announcement),
        ("year_end", budget.year_end),
    ]
    name, day = next(((n, d) for n, d in dates if d >= account.as_of), ("year_end", budget.year_end))
    assumed = name in budget.assumed
    rule = f"months_before(fiscal_year_end).{name}" if assumed else f"decision_path.{name}"
    what = text(f"renewal.budget.{name}", language)
    note = text("renewal.assumed", language) if assumed else ""
    clock = _clock(account, day, "budget", rule, language, what=what, note=note, year_end=budget.year_end)
    if clock.derived is not None and clock.derived.derived is not None:
        clock.derived.derived.inputs = budget.inputs[name]
    return clock
