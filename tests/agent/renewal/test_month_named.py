"""A bare day is of the month that the talk before it is in; a day makes the month it follows exact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.renewal.month_named import in_named_month
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from agent.renewal.when import finest, read_when
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]
ANCHOR = Anchor(dt.date(2026, 10, 8), 3)


@pytest.mark.parametrize(
    ("lines", "iso"),
    [
        (["The vote is on 25 November.", "Papers are due by the 11th."], "2026-11-11"),
        (["1月28日に議案を配ります。", "27日に専務に渡します。"], "2027-01-27"),
        (["We talked about the weather.", "Papers are due by the 11th."], "2026-10-11"),
    ],
)
def test_month_of_the_talk(japanese: SimpleNamespace, read: Read, lines: list[str], iso: str) -> None:
    text = "Call, 8 October 2026\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"
    told = [
        r
        for r in read_remarks(read({"memo.txt": text}), Sides(japanese.account, japanese.who))
        if r.text in lines
    ]
    dates = read_when(told[-1].text, told[-1].day, ANCHOR)
    assert in_named_month(dates, told[-1], told[-2::-1], ANCHOR)[-1].iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It goes to the October meeting, which is on the 15th.", ["2026-10-15"]),
        ("The CFO reads it on December eighth.", ["2026-12-08"]),
        ("It has to be in by the 18th of this month.", ["2026-10-18"]),
    ],
)
def test_exact_days(text: str, iso: list[str]) -> None:
    assert [when.iso for when in finest(read_when(text, dt.date(2026, 10, 8), ANCHOR))] == iso
