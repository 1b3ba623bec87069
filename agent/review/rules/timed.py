"""T: by when, by whose calendar, and when it is looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from agent.calendar import NO_SUCH_DAY, Anchor, find_dates
from agent.models.finding import Severity
from agent.review.rule import Hit, Read, Rule, Whole

SAME_DAY = 3
"""Goals on one last day from which on they count as all due at once. Own choice."""


def no_due(read: Read) -> Iterator[Hit]:
    """T01: no due date."""
    if read.reading.due.kind == "none":
        yield Hit()


def no_anchor(read: Read) -> Iterator[Hit]:
    """T02: a relative date that nothing fixes: 来月, お盆明け, 導入後3か月, ASAP."""
    due = read.reading.due
    if due.rule == NO_SUCH_DAY:
        return  # T09
    if due.kind == "relative_ambiguous" and due.anchor not in ("fiscal", "customer", "vendor"):
        yield Hit(due.part, {"words": due.part.text if due.part else ""})


def whose_year(read: Read) -> Iterator[Hit]:
    """T03: a fiscal word, and the two companies' calendars give different days."""
    due = read.reading.due
    if due.kind == "relative_ambiguous" and due.anchor in ("fiscal", "customer", "vendor"):
        yield Hit(due.part, {"words": due.part.text if due.part else ""})


def past(read: Read) -> Iterator[Hit]:
    """T04: the due date is before the plan's day."""
    due = read.reading.due
    if due.problem == "past":
        yield Hit(due.part, {"words": due.part.text if due.part else "", "day": str(read.item.context.as_of)})


def after_contract(read: Read) -> Iterator[Hit]:
    """T05: the due date is after the contract ends."""
    due = read.reading.due
    if due.problem == "after_contract_end":
        yield Hit(
            due.part, {"words": due.part.text if due.part else "", "day": str(read.item.context.contract_end)}
        )


def after_budget(whole: Whole) -> Iterator[Hit]:
    """T06: the result comes after the budget decision it should influence."""
    decision = _budget_day(whole)
    if decision is None:
        return
    for read in whole.goals:
        due = read.reading.due
        if due.first is not None and due.first > decision and due.problem is None:
            yield Hit(due.part, {"day": str(decision)}, read.item.path)


def _budget_day(whole: Whole) -> dt.date | None:
    """The budget decision as the plan states it, or the close of the plan's budget clock."""
    plan = whole.plan
    if plan is None:
        return None
    if plan.budget.decision_date is not None:
        mentions = find_dates(plan.budget.decision_date.value, Anchor(plan.as_of))
        days = [mention.last for mention in mentions if mention.last is not None]
        return max(days) if days else None
    clock = plan.budget.clocks.budget
    return clock.date if clock is not None else None


def no_review(read: Read) -> Iterator[Hit]:
    """T07: a goal without a day or cadence of looking at results."""
    if read.is_goal and read.reading.review is None:
        yield Hit()


def all_on_last_day(whole: Whole) -> Iterator[Hit]:
    """T08: several goals, all due on one last day: nothing shows on the way."""
    goals = [read for read in whole.goals if read.reading.due.last is not None]
    days = {read.reading.due.last for read in goals}
    if len(goals) >= SAME_DAY and len(goals) == len(whole.goals) and len(days) == 1:
        yield Hit(None, {"day": str(days.pop()), "count": str(len(goals))}, goals[0].item.path)


def no_such_day(read: Read) -> Iterator[Hit]:
    """T09: a day that no calendar has: 2月30日, 31 June."""
    due = read.reading.due
    if due.rule == NO_SUCH_DAY:
        yield Hit(due.part, {"words": due.part.text if due.part else ""})


TIMED = (
    Rule("T01", Severity.WARNING, no_due),
    Rule("T02", Severity.WARNING, no_anchor),
    Rule("T03", Severity.WARNING, whose_year),
    Rule("T04", Severity.ERROR, past),
    Rule("T05", Severity.ERROR, after_contract),
    Rule("T06", Severity.WARNING, whole=after_budget),
    Rule("T07", Severity.WARNING, no_review),
    Rule("T08", Severity.INFO, whole=all_on_last_day),
    Rule("T09", Severity.ERROR, no_such_day),
)
