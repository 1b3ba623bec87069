"""Sentences that sound like a task and are none, beside tasks that look like them."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.drafting.notes.commitments.no_tasks import is_finished, is_long_past, is_no_task


@pytest.mark.parametrize(
    "text",
    [
        "当法人の会計年度は4月1日から翌年3月31日まで",
        "200万円以上の契約は私が決裁します。",
        "解約のご連絡は60日前までになりますので。",
        "受付の待ち時間30分を15分に、6月末まで。",
        "よろしくお願いします。",
        "またご相談します。",
        "10/2予定",
        "では次回、11月4日で。",
        "部長に言えばやりますよ。",
        "Budget papers are due on Friday 6 November.",
        "The shortlist is published on 3 May.",
        "First response 40 -> 25 by March",
        "If it drops below ten I'll sign.",
        "I'll ask.",
        "Okay, we'll see.",
        "Maria Lund: I will try.",
    ],
)
def test_rules_replies_and_days_alone_owe_nothing(text: str) -> None:
    assert is_no_task(text)


@pytest.mark.parametrize(
    "text",
    [
        "10月2日までに見積をお送りします。",
        "経理に聞いてみます。",
        "使っていない席の一覧を金曜までに出します。",
        "I'll ask the finance team for the overtime figures.",
        "We will send the quote by 6 November.",
        "If you send the list, I'll load it by Friday.",
    ],
)
def test_tasks_stay(text: str) -> None:
    assert not is_no_task(text)


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("us: price list to Dana by 4 May - sent 2 May", True),
        ("手順書を送る 4/10 → 送った", True),
        ("手順書を送る 4/10", False),
        ("us: price list to Dana by 4 May", False),
    ],
)
def test_a_line_may_end_in_what_became_of_it(text: str, finished: bool) -> None:
    assert is_finished(text) is finished


@pytest.mark.parametrize(
    ("until", "past"), [(dt.date(2026, 1, 10), True), (dt.date(2026, 5, 1), False), (None, False)]
)
def test_what_was_due_months_ago_is_history(until: dt.date | None, past: bool) -> None:
    assert is_long_past(until, dt.date(2026, 6, 1)) is past


@pytest.mark.parametrize(
    "text",
    [
        "Flat price is approved on our side, but do not offer it before 18 June.",
        "Keep it between us until the 3rd.",
        "値引きの話は12月の会議まで出さないでおく。",
        "解約率の数字は先方には見せないように。",
    ],
)
def test_what_is_kept_back_is_nobody_s_task(text: str) -> None:
    assert is_no_task(text)
