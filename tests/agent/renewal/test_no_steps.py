"""Sentences with a date that tell no step."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from agent.renewal.no_steps import (
    ASKED_OF_US,
    BOOKS,
    EXCEPTION,
    OURS,
    TOO_LATE,
    is_no_step,
    is_of_a_measure,
    is_past_start,
    tells_a_limit,
)
from agent.renewal.remarks import Remark


@pytest.mark.parametrize("text", ["We close our books in June.", "うちは6月決算です。"])
def test_the_close_of_the_year_is_no_step(text: str) -> None:
    assert BOOKS.search(text)


def test_requests_to_us_and_standing_limits() -> None:
    assert ASKED_OF_US.search("Please confirm by 3 May.")
    assert not ASKED_OF_US.search("The last paper is due on 3 May, as your notice date is 9 May.")
    assert tells_a_limit("Anything above EUR 20,000 goes to Lyon.")
    assert tells_a_limit("300万円までなら部長の判で済みます")
    assert is_past_start("Since 1 April all of it goes to Lyon.", 6, 13)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("棚卸し期間の例外申請は物流部長の承認が必要です。", True),
        ("契約更新の例外申請は物流部長の承認が必要です。", False),
        ("Exception requests are signed by the plant manager.", True),
        ("The renewal needs an exception request signed by the plant manager.", False),
    ],
)
def test_an_exception_is_a_step_only_for_our_contract(text: str, other: bool) -> None:
    assert bool(EXCEPTION.search(text) and not OURS.search(text)) is other


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("3月の予算の回では遅いです。", True),
        ("10月の会にはもう間に合いません。", True),
        ("The October deadline has passed.", True),
        ("The paper has to be in by 2 October.", False),
        ("11月6日に間に合うように出します。", False),
    ],
)
def test_a_day_that_cannot_be_had_is_no_step(text: str, missed: bool) -> None:
    assert bool(TOO_LATE.search(text)) is missed


def _said(*texts: str) -> list[Remark]:
    document = SimpleNamespace()
    return [SimpleNamespace(document=document, block=0, text=text, side=None) for text in texts]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("texts", "measured"),
    [
        (("残業の数え方がまだ決まっていません。", "10月の部長会議で決めます。"), True),
        (("更新の話が残っています。", "10月の部長会議で決めます。"), False),
        (("The definition of a late call is open.", "The ops board settles it on 8 October."), True),
        (("The definition is settled.", "The board decides on the renewal on 8 October."), False),
    ],
)
def test_how_something_is_counted_is_another_matter(texts: tuple[str, ...], measured: bool) -> None:
    *before, here = _said(*texts)
    assert is_of_a_measure(here, before) is measured


def test_promises_rules_and_ends_are_no_steps() -> None:
    def told(text: str, side: str | None = "customer") -> bool:
        return is_no_step(SimpleNamespace(text=text, side=side))  # type: ignore[arg-type]

    assert told("You'll have it by the 9th of October.")
    assert not told("You'll have it in Mr Lowe's hands by the 9th of October.")
    assert told("If it isn't in the October list it isn't in the budget.")
    assert not told("10月の頭には数字を出さないといけないんです。")
    assert told("The agreement ends on 30 November.")
    assert told("10月9日までに見積をお送りいたします。", "us")
    assert not told("稟議は10月9日までに出します。")
