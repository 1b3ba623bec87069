from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.renewal.when import read_when

SAID = dt.date(2026, 11, 11)  # a Wednesday
ANCHOR = Anchor(SAID, fiscal_year_end_month=3)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("比較表は11月18日までにお送りします", "2026-11-18"),
        ("これも18日までに。", "2026-11-18"),
        ("5日に伺います", "2026-12-05"),
        ("16日の月曜日に", "2026-11-16"),
        ("来週中に集めます", "2026-11-20"),
        ("金曜までに出します", "2026-11-13"),
        ("来期の申請は1月中旬", "2027-01"),
        ("8月中に作る", "2027-08-31"),
        ("今期末まで", "2027-03-31"),
        ("期限は2027/1/15", "2027-01-15"),
        ("by Friday", "2026-11-13"),
        ("by 2 December", "2026-12-02"),
    ],
)
def test_the_last_date_of_a_sentence_counts_from_the_day_it_was_said(text: str, iso: str) -> None:
    assert read_when(text, SAID, ANCHOR)[-1].iso == iso


@pytest.mark.parametrize("text", ["できるだけ早く", "3日間かかります", "10日前", "16日の火曜日に"])
def test_what_does_not_resolve_gives_no_day(text: str) -> None:
    assert not [when for when in read_when(text, SAID, ANCHOR) if when.rule == "day_of_month"]


def test_offsets_are_those_of_the_words() -> None:
    text = "では、18日までに。"
    when = read_when(text, SAID, ANCHOR)[0]
    assert text[when.start : when.end] == when.words


def test_a_bare_day_is_of_the_month_its_clause_names() -> None:
    said = dt.date(2026, 5, 8)
    days = {
        when.words: when.iso
        for when in read_when("The July meeting is on the 16th; papers by the 20th.", said, Anchor(said))
    }
    assert days["the 16th"] == "2026-07-16"
    assert days["the 20th"] == "2026-05-20"
