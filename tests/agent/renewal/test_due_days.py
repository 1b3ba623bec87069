"""Of several days of a clause, those by which something is due."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.renewal.when import due_days, read_when

ANCHOR = Anchor(dt.date(2026, 10, 10))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Papers for 19 Nov due 5 Nov.", ["2026-11-05"]),
        ("Board on 19 Nov, papers due by 5 Nov", ["2026-11-05"]),
        ("11月19日の会の資料は11月5日締切", ["2026-11-05"]),
        ("The board meets on 19 Nov", ["2026-11-19"]),
        ("9 Nov and 19 Nov", ["2026-11-09", "2026-11-19"]),
    ],
)
def test_due_days(text: str, days: list[str]) -> None:
    assert [when.iso for when in due_days(text, read_when(text, ANCHOR.as_of, ANCHOR))] == days
