"""The action schedule worked backward from the customer's fiscal year-end: customer events, our playbook actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from agent.messages import text
from agent.models.account import Account
from agent.models.evidence import Citation
from agent.models.plan import ScheduleEntry
from agent.renewal.clocks import BudgetCalendar, months_before

PREPARE_MONTHS = 6
"""Preparation starts half a year or more before the fiscal year-end (PRACTICES 1.26)."""

PLAYBOOK: tuple[tuple[str, str, int], ...] = (
    # key of renewal.play, counted from, days before it
    ("confirm_decision_path", "request_opens", 45),
    ("remind_value", "request_opens", 30),
    ("hand_over_figures", "request_closes", 21),
    ("quotation", "request_closes", 14),
    ("brief_champion", "decision", 14),
    ("ask_outcome", "announcement", -1),
)
"""What we do before each customer event (PRACTICES 0.10, 1.24, 1.25): asked early, then remembered when budgets are drawn up.

Below zero: days after it."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated step of the decision path: ISO day or month, what it is called, its kind, its place in the path."""

    date: str
    words: str
    kind: str
    place: int
    citations: tuple[Citation, ...]


def read_schedule(
    account: Account, budget: BudgetCalendar | None, events: Sequence[Event], language: str
) -> list[ScheduleEntry]:
    """Entries in order of time. Events a source dates carry its citations; computed ones have none and kind `assumed`.

    Our actions have kind `playbook`: they follow from a rule, not from a source. Days already past are left out,
    except that a missed preparation is put on as_of, since it is due now.
    """
    entries = [*_source_events(events), *_contract_events(account, language)]
    if budget:
        entries += _assumed_events(budget, language)
    entries += _actions(account, budget, language)
    ahead = [entry for entry in entries if entry.date >= account.as_of.isoformat()[: len(entry.date)]]
    return sorted(ahead, key=lambda entry: (_sort_day(entry), entry.lane, entry.text))


def _source_events(events: Sequence[Event]) -> list[ScheduleEntry]:
    return [
        _entry(
            event.date,
            "customer",
            event.words,
            event.kind,
            f"decision_path.steps[{event.place}]",
            event.citations,
        )
        for event in events
    ]


def _contract_events(account: Account, language: str) -> list[ScheduleEntry]:
    entries = []
    if account.contract_end:
        entries.append(
            _entry(
                account.contract_end.isoformat(),
                "customer",
                text("renewal.event.contract_end", language),
                "contract_end",
            )
        )
        if account.notice_days is not None:
            day = account.contract_end - dt.timedelta(days=account.notice_days)
            entries.append(
                _entry(day.isoformat(), "customer", text("renewal.event.opt_out", language), "opt_out")
            )
        if account.contract_start:
            half = account.contract_start + (account.contract_end - account.contract_start) / 2
            entries.append(
                _entry(half.isoformat(), "us", text("renewal.play.half_term", language), "playbook")
            )
    return entries


def _assumed_events(budget: BudgetCalendar, language: str) -> list[ScheduleEntry]:
    days = {
        name: getattr(budget, name)
        for name in ("request_opens", "request_closes", "decision", "announcement")
    }
    note = text("renewal.assumed", language)
    entries = [
        _entry(day.isoformat(), "customer", f"{text(f'renewal.budget.{name}', language)}{note}", "assumed")
        for name, day in days.items()
        if name in budget.assumed and not (name == "request_opens" and "request_closes" not in budget.assumed)
    ]
    entries.append(
        _entry(
            budget.year_end.isoformat(),
            "customer",
            text("renewal.budget.year_end", language),
            "fiscal_year_end",
        )
    )
    return entries


def _actions(account: Account, budget: BudgetCalendar | None, language: str) -> list[ScheduleEntry]:
    """What we do for this renewal: never before as_of, never after the last day that counts for it, and nothing
    once the contract is over."""
    last = _last_day(account)
    if account.contract_end is not None and last is None:
        return []
    days = _back_from(last) if last and (budget is None or budget.request_closes >= last) else {}
    if not days and budget:
        days = _before_events(budget, account.as_of)
    entries = []
    for key, planned in days.items():
        day = max(planned, account.as_of)
        if last is None or day <= last:
            entries.append(_entry(day.isoformat(), "us", text(f"renewal.play.{key}", language), "playbook"))
    return entries


def _last_day(account: Account) -> dt.date | None:
    """The opt-out day where it is still ahead, else the contract end; None when both are past or not known."""
    end = account.contract_end
    if end is None or end < account.as_of:
        return None
    opt_out = end - dt.timedelta(days=account.notice_days or 0)
    return opt_out if opt_out >= account.as_of else end


def _before_events(budget: BudgetCalendar, as_of: dt.date) -> dict[str, dt.date]:
    """The playbook's days before the customer's events that are still ahead."""
    days = {"prepare": min(months_before(budget.year_end, PREPARE_MONTHS), budget.request_opens)}
    for key, event, before in PLAYBOOK:
        day: dt.date = getattr(budget, event)
        if day >= as_of:
            days[key] = day - dt.timedelta(days=before)
    return days


def _back_from(last: dt.date) -> dict[str, dt.date]:
    """The playbook's days before the last day, for a contract that ends before the customer's next budget cycle."""
    days = {"prepare": months_before(last, PREPARE_MONTHS)}
    return days | {key: last - dt.timedelta(days=before) for key, _, before in PLAYBOOK if before > 0}


def _entry(
    date: str, lane: str, words: str, kind: str, ref: str | None = None, citations: Sequence[Citation] = ()
) -> ScheduleEntry:
    return ScheduleEntry.model_validate(
        {"date": date, "lane": lane, "text": words, "kind": kind, "ref": ref, "citations": list(citations)}
    )


def _sort_day(entry: ScheduleEntry) -> str:
    """A month sorts as its middle: what happens "in mid-January" stands before the decision of the 27th."""
    return entry.date if len(entry.date) > 7 else f"{entry.date}-15"
