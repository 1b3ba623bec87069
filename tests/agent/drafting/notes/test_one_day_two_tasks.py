"""Tasks of one day: one thing told twice, or two; and a day that moves."""

from __future__ import annotations

import pytest

from agent.drafting.notes.commitments.objects import objects_of, share_an_object
from agent.drafting.notes.risks.conditions import hangs_the_renewal


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Please send a price for two years by 2 October", "I'll run a workshop with your planners before 2 October", False),
        ("Send the seat report by Friday", "The seat report will be with you on Friday", True),
        ("10月2日までに見積をご提出ください", "操作研修を10月2日までに準備します", False),
        ("10月2日までに見積書を送付", "見積書は10/2に提出します", True),
    ],
)  # fmt: skip
def test_what_tasks_are_about(one: str, other: str, same: bool) -> None:
    assert share_an_object(one, other) is same


def test_days_and_acts_are_no_objects() -> None:
    assert objects_of("Please send it to us by Monday 5 October") == frozenset()
    assert objects_of("来週金曜までに送付") == frozenset()


def test_a_request_and_a_task_of_ours_on_one_day_are_two(notes) -> None:
    mail = (
        "From: Hugo Brandt <hugo@calderon.example>\nTo: olivia@lantern.example\nDate: Wed, 12 Aug 2026 10:00:00 +0000\n"
        "Subject: Terms\n\nHello,\n\nPlease send the draft contract by 28 August.\n\nHugo\n"
    )
    minutes = "# Call 2026-08-11\n\n## Actions\n- Olivia: training plan for the night shift, by 28 August\n"
    found = notes("en", {"m.md": minutes, "t.eml": mail}).reading.commitments
    assert {c.who for c in found} == {"us"}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("language", "minutes", "later", "due"),
    [
        ("en", "# Call 2026-08-11\n\n## Actions\n- Ben: fix the SSO loop by 30 September\n", "# Call 2026-08-18\n\nBen will finish the SSO loop sooner and is aiming for 11 September.\n", "2026-09-11"),
        ("ja", "# 定例 2026-09-10\n\n## 宿題\n- 戸張:集計表の修正を10月30日までに\n", "# 定例 2026-09-24\n\n## 宿題\n- 戸張:集計表の修正は前倒しで10月16日までに\n", "2026-10-16"),
    ],
)  # fmt: skip
def test_the_day_of_a_task_moves(notes, language: str, minutes: str, later: str, due: str) -> None:
    found = notes(language, {"a.md": minutes, "b.md": later}).reading.commitments
    assert [c.due.value for c in found] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "If the Leeds site isn't running by May, he won't sign again.", "She can't renew unless the audit passes.",
        "Unless the import works we will look elsewhere.", "The renewal hinges on the pilot.", "No working export, no renewal.",
        "連携が動かないと更新はできないと言われた。", "効果が出なければ来期の契約は見送るそうだ。", "更新は3月の結果次第です。",
    ],
)  # fmt: skip
def test_conditions_on_which_the_renewal_hangs(text: str) -> None:
    assert hangs_the_renewal(text)


@pytest.mark.parametrize(
    "text",
    [
        "If you send the form I will sign it today.", "We can't log in until IT resets the account.", "Only 12 seats are used.",
        "資料がないと説明できません。", "更新の稟議は4月に出します。", "雨が降らなければ見学は予定どおりです。",
    ],
)  # fmt: skip
def test_other_conditions(text: str) -> None:
    assert not hangs_the_renewal(text)
