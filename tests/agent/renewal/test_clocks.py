from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from agent.models.evidence import Derived, Value
from agent.models.plan import Budget, MonthDay
from agent.renewal import read_renewal
from agent.renewal.clocks import budget_calendar, months_before, next_year_end
from agent.renewal.inventory import half_term_day


def year_end(month: int, day: int) -> Value[MonthDay]:
    value = MonthDay(month=month, day=day)
    return Value[MonthDay](value=value, derived=Derived(rule="test"), check="computed")


@pytest.mark.parametrize(
    ("month", "as_of", "expected"),
    [
        (3, dt.date(2026, 10, 5), dt.date(2027, 3, 31)),
        (12, dt.date(2026, 12, 31), dt.date(2026, 12, 31)),
        (2, dt.date(2027, 3, 1), dt.date(2028, 2, 29)),
    ],
)
def test_next_fiscal_year_end(month: int, as_of: dt.date, expected: dt.date) -> None:
    assert next_year_end(MonthDay(month=month, day=31), as_of) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2027, 3, 31), 4, dt.date(2026, 11, 30)),
        (dt.date(2027, 3, 31), 1, dt.date(2027, 2, 28)),
        (dt.date(2027, 1, 15), 2, dt.date(2026, 11, 15)),
    ],
)
def test_months_before_keeps_month_ends(day: dt.date, months: int, expected: dt.date) -> None:
    assert months_before(day, months) == expected


def test_a_budget_year_without_sources_is_assumed_throughout() -> None:
    found = budget_calendar(year_end(3, 31), Budget(), dt.date(2026, 10, 5))
    assert found is not None
    assert found.request_opens < found.request_closes < found.decision < found.announcement < found.year_end
    assert found.assumed == {"request_opens", "request_closes", "decision", "announcement"}


def test_no_year_end_no_budget_clock(japanese: SimpleNamespace) -> None:
    reading = read_renewal(japanese.account, [], japanese.who, None)
    assert reading.budget.clocks.budget is None
    assert reading.budget.clash is None
    assert reading.decision_path.steps == []


def test_three_clocks_and_the_clash(japanese: SimpleNamespace) -> None:
    reading = read_renewal(japanese.account, japanese.documents, japanese.who, year_end(3, 31))
    clocks = reading.budget.clocks
    assert clocks.contract is not None
    assert clocks.opt_out is not None
    assert clocks.budget is not None
    assert clocks.contract.days_left == 177
    assert clocks.opt_out.date == dt.date(2027, 1, 30)
    assert clocks.budget.date == dt.date(2026, 10, 23)
    assert reading.budget.clash is not None
    assert reading.budget.clash.days == (dt.date(2026, 12, 31) - dt.date(2026, 10, 23)).days


def test_an_assumed_clash_says_so(japanese: SimpleNamespace) -> None:
    reading = read_renewal(japanese.account, [], japanese.who, year_end(12, 31))
    assert reading.budget.clash is None  # the assumed request window is over, nothing to be late for
    later = read_renewal(japanese.account, [], japanese.who, year_end(1, 31))
    assert later.budget.clash is not None
    assert "推定" in later.budget.clash.text


def test_schedule_has_two_lanes_in_order_of_time(japanese: SimpleNamespace) -> None:
    schedule = read_renewal(japanese.account, japanese.documents, japanese.who, year_end(3, 31)).schedule
    days = [entry.date if len(entry.date) > 7 else f"{entry.date}-15" for entry in schedule]
    assert days == sorted(days)
    assert {entry.lane for entry in schedule} == {"customer", "us"}
    recalled = [e.date for e in schedule if "想起" in e.text]
    requested = [e.date for e in schedule if e.kind == "request"]
    assert recalled == [] or recalled[0] < requested[0]
    assert all(e.citations for e in schedule if e.kind == "request")
    assert not [e for e in schedule if e.kind == "playbook" and e.citations]


@pytest.mark.parametrize(
    ("contract_end", "notice_days", "last"),
    [
        ("2026-12-20", 30, dt.date(2026, 11, 20)),  # ends before the next budget cycle
        ("2026-10-25", 60, dt.date(2026, 10, 25)),  # the opt-out day is over
        ("2027-03-31", 60, dt.date(2027, 1, 30)),
        ("2027-02-28", None, dt.date(2027, 2, 28)),
    ],
)
@pytest.mark.parametrize("closes", [year_end(3, 31), year_end(9, 30), None])
def test_our_actions_come_before_the_last_day_that_counts(
    japanese: SimpleNamespace,
    contract_end: str,
    notice_days: int | None,
    last: dt.date,
    closes: Value[MonthDay] | None,
) -> None:
    changes = {"contract_end": dt.date.fromisoformat(contract_end), "notice_days": notice_days}
    account = japanese.account.model_copy(update={**changes, "contract_start": None})
    schedule = read_renewal(account, [], japanese.who, closes).schedule
    ours = [dt.date.fromisoformat(entry.date) for entry in schedule if entry.lane == "us"]
    assert len(ours) >= 3
    assert account.as_of <= min(ours)
    assert max(ours) <= last


def test_nothing_is_prepared_for_a_contract_that_is_over(japanese: SimpleNamespace) -> None:
    account = japanese.account.model_copy(update={"contract_end": dt.date(2026, 9, 30)})
    schedule = read_renewal(account, [], japanese.who, year_end(3, 31)).schedule
    assert not [entry for entry in schedule if entry.lane == "us"]


def test_half_term_is_the_middle_of_the_contract() -> None:
    assert half_term_day(dt.date(2026, 4, 1), dt.date(2027, 3, 31)) == dt.date(2026, 9, 30)
    assert half_term_day(None, dt.date(2027, 3, 31)) is None


@pytest.mark.parametrize(("language", "own_name"), [("ja", "予算の時計"), ("en", "Budget clock")])
def test_a_clock_does_not_repeat_its_name(language: str, own_name: str, japanese: SimpleNamespace) -> None:
    account = japanese.account.model_copy(update={"language": language})
    clock = read_renewal(account, [], japanese.who, year_end(3, 31)).budget.clocks.budget
    assert clock is not None
    assert not clock.text.startswith(own_name)
    assert clock.derived is not None
    assert clock.derived.derived is not None
    assert clock.derived.derived.inputs  # the year-end it was counted from
