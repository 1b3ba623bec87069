"""Months and days written in kanji, as diaries have them."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.renewal.when import read_when

SAID = dt.date(2026, 9, 9)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("十月の十日までに紙を出す", "2026-10-10"),
        ("十一月の役員会にかける", "2026-11"),
        ("二月の二十五日に読み上げる", "2027-02-25"),
        ("一月の末に出す", "2027-01-31"),
        ("三月の頭に揉む", "2027-03"),
        ("十二月の二十日で締切", "2026-12-20"),
    ],
)
def test_next_such_day(text: str, iso: str) -> None:
    assert [when.iso for when in read_when(text, SAID, Anchor(as_of=SAID))] == [iso]


@pytest.mark.parametrize("text", ["一月ほど待つ", "二月三十一日", "毎日見る"])
def test_no_day(text: str) -> None:
    assert all(when.rule != "month_in_kanji" for when in read_when(text, SAID, Anchor(as_of=SAID)))
