"""Days of the customer's own year and budget are no occasion for us to meet them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.renewal.meetings import read_meetings
from agent.renewal.remarks import read_remarks
from connectors.interface import Document

ANCHOR = Anchor(as_of=dt.date(2026, 8, 20))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("At the review: the new year starts 1 April 2027.", None),
        ("Review: their new budget year begins on 1 April 2027.", None),
        ("Budget review on 4 November 2026.", None),
        ("定例にて：新年度は2027年4月1日から始まる。", None),
        ("予算会議は2026年11月4日、次回に確認。", None),
        ("Next meeting on 4 November 2026 about the budget.", dt.date(2026, 11, 4)),
        ("次回の定例は2026年11月4日です。", dt.date(2026, 11, 4)),
        ("QBRは2026年11月4日です。", dt.date(2026, 11, 4)),
        ("The contract ends on 28 February 2027.", None),
    ],
)
def test_meeting(
    line: str, day: dt.date | None, english: SimpleNamespace, read: Callable[[dict[str, str]], list[Document]]
) -> None:
    remarks = read_remarks(read({"01_minutes_2026-08-01.md": f"# Notes\n\n- {line}\n"}), english.sides)
    assert [m.date for m in read_meetings(remarks, ANCHOR)] == ([day] if day else [])
