"""Days on which something was counted are no due dates; months take the year that stands beside them."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.past_times import limiting

SAID = dt.date(2026, 10, 20)
ANCHOR = Anchor(as_of=SAID, fiscal_year_end_month=3)


def _limits(text: str) -> list[str]:
    return [when.iso for when in limiting(text, dates_in(text, SAID, ANCHOR), SAID)]


@pytest.mark.parametrize(
    "told",
    [
        "ケースの破損は7月が30箱、9月は22箱。",
        "8月末の時点で14台が未返却。",
        "差し戻しは6月から9月で51回でした。",
        "Thirty-one open tickets at the end of August.",
        "Spoilage was 6% in July, 5% in Sept.",
        "2026年11月に5店舗で数えた平均が9時間",
    ],
)
def test_a_count_sets_no_limit(told: str) -> None:
    assert _limits(told) == []


@pytest.mark.parametrize(
    ("wished", "iso"),
    [
        ("8月末までに14台を返してもらう", "2027-08-31"),
        ("未返却 14台→3台 8月末", "2027-08-31"),
        ("Spoilage down to 2% by the end of August.", "2027-08-31"),
        ("12月末に20台へ。", "2026-12-31"),
    ],
)
def test_a_limit_is_kept(wished: str, iso: str) -> None:
    assert _limits(wished)[-1] == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("we meet at the end of May next year", "2027-05-31"),
        ("since last February", "2026-02"),
        ("a pilot in March of this year", "2026-03"),
        ("by June", "2027-06"),
    ],
)
def test_the_year_beside_a_month(text: str, iso: str) -> None:
    assert [when.iso for when in dates_in(text, SAID, ANCHOR)] == [iso]
