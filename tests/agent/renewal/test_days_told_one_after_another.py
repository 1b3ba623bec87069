"""Schedules in lists, clauses and short sentences are steps of the decision; days of ours and of other matters are not."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal import read_renewal
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


def told(account: SimpleNamespace, read: Read, text: str) -> list[tuple[str | None, str | None]]:
    path = read_renewal(account.account, read({"m.md": text}), account.who, None).decision_path
    return [(step.approver, step.when) for step in path.steps]


def test_lines_of_a_schedule(japanese: SimpleNamespace, read: Read) -> None:
    text = """# 打合せ 2026-09-25

来期の更新の決まり方

- 要求書の締切 11月30日
- 経理の査定 12月8日
- 常務会 12月18日
"""
    assert [day for _, day in told(japanese, read, text)] == ["2026-11-30", "2026-12-08", "2026-12-18"]


def test_clauses_of_one_sentence(japanese: SimpleNamespace, read: Read) -> None:
    text = "# 打合せ 2026-09-25\n\n- 更新の稟議は、11月20日に熊倉部長へ渡して、12月1日に経理へ提出し、12月18日の常務会で決まる。\n"
    steps = told(japanese, read, text)
    assert steps[-1] == ("常務会", "2026-12-18")
    assert len(steps) > 1


@pytest.mark.parametrize(
    "lines",
    [
        "- 当社から見積を送る 11月30日\n- 当社で資料を直す 12月8日\n",  # our own days
        "- 社員旅行 11月30日\n- 忘年会 12月18日\n",  # no decision
        "- 常務会で決まったのは昨年11月30日\n- 発注は昨年12月18日\n",  # the last one
    ],
)
def test_days_of_other_matters_are_no_steps(japanese: SimpleNamespace, read: Read, lines: str) -> None:
    assert told(japanese, read, f"# 打合せ 2026-09-25\n\nこれからの予定\n\n{lines}") == []


def test_a_step_without_a_day_stays_beside_dated_ones(english: SimpleNamespace, read: Read) -> None:
    text = "# Call 2026-09-01\n\nFirst legal looks at it, then the Spend Committee decides on 21 October, and finally a PO is issued by 6 November.\n"
    assert len(told(english, read, text)) == 3
