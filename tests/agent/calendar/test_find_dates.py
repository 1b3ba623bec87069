"""Dates as written, resolved under the customer's and the vendor's calendars."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.calendar import Anchor, find_dates

D = dt.date
SAME = Anchor(D(2026, 5, 20), 3, 3, D(2026, 4, 1), D(2027, 3, 31))
DIFFERENT = Anchor(D(2026, 5, 20), 3, 12, D(2026, 4, 1), D(2027, 3, 31))

ABSOLUTE = [
    ("2026-09-30", D(2026, 9, 30)),
    ("2026/9/30(水)まで", D(2026, 9, 30)),
    ("2026.10.1", D(2026, 10, 1)),
    ("26/9/30", D(2026, 9, 30)),
    ("20260930", D(2026, 9, 30)),
    ("9/30", D(2026, 9, 30)),
    ("5/19", D(2027, 5, 19)),
    ("9月末", D(2026, 9, 30)),
    ("5月末", D(2026, 5, 31)),
    ("4月", D(2027, 4, 30)),
    ("2026年9月末", D(2026, 9, 30)),
    ("2026年9月の末日", D(2026, 9, 30)),
    ("10月中旬", D(2026, 10, 20)),
    ("'26年9月", D(2026, 9, 30)),
    ("令和8年9月30日", D(2026, 9, 30)),
    ("令和元年5月1日", D(2019, 5, 1)),
    ("R8.9.30", D(2026, 9, 30)),
    ("R8/9/30", D(2026, 9, 30)),
    ("２０２６年９月３０日（水）", D(2026, 9, 30)),
    ("2026 年 9 月 30 日", D(2026, 9, 30)),
    ("2026年12月締め分から", D(2026, 12, 31)),
    ("2027年3月期", D(2027, 3, 31)),
    ("27/3期", D(2027, 3, 31)),
    ("Sep 30, 2026", D(2026, 9, 30)),
    ("by Sept 30", D(2026, 9, 30)),
    ("Dec 31 2026", D(2026, 12, 31)),
    ("31 Jan 2027", D(2027, 1, 31)),
    ("30 April", D(2027, 4, 30)),
    ("15/07/2026", D(2026, 7, 15)),
    ("07/15/2026", D(2026, 7, 15)),
    ("by the end of March", D(2027, 3, 31)),
    ("mid-October 2026", D(2026, 10, 20)),
    ("by end of 2026", D(2026, 12, 31)),
    ("year-end close 2026", D(2026, 12, 31)),
]
RELATIVE = [
    ("来月中旬", D(2026, 6, 20)),
    ("再来月末", D(2026, 7, 31)),
    ("来月10日", D(2026, 6, 10)),
    ("月末まで", D(2026, 5, 31)),
    ("来週の金曜", D(2026, 5, 29)),
    ("今週中", D(2026, 5, 24)),
    ("年内", D(2026, 12, 31)),
    ("来年3月", D(2027, 3, 31)),
    ("3か月以内に", D(2026, 8, 20)),
    ("半年後", D(2026, 11, 20)),
    ("契約更新まで", D(2027, 3, 31)),
    ("契約終了日まで", D(2027, 3, 31)),
    ("契約更新の3か月前", D(2026, 12, 31)),
    ("契約開始から6か月", D(2026, 10, 1)),
    ("御社の来期1Q末", D(2027, 6, 30)),
    ("within 3 months", D(2026, 8, 20)),
    ("by renewal", D(2027, 3, 31)),
    ("end of the contract term", D(2027, 3, 31)),
    ("next month", D(2026, 6, 30)),
    ("next quarter", D(2026, 9, 30)),
    ("the customer's fiscal year-end", D(2027, 3, 31)),
]
FISCAL = [  # one date when both calendars are the same, nobody's when they differ
    ("今期末", D(2027, 3, 31)),
    ("来期1Q末", D(2027, 6, 30)),
    ("令和8年度上期末", D(2026, 9, 30)),
    ("2026年度下期", D(2027, 3, 31)),
    ("FY26通期", D(2027, 3, 31)),
    ("上期末まで", D(2026, 9, 30)),
    ("第２四半期", D(2026, 9, 30)),
    ("2Q", D(2026, 9, 30)),
    ("年度末", D(2027, 3, 31)),
    ("by Q3", D(2026, 12, 31)),
    ("by the end of Q3 FY26", D(2026, 12, 31)),
    ("end of next fiscal year", D(2028, 3, 31)),
]
UNRESOLVED = ["お盆明け", "導入後3か月", "次回QBR", "GW明けまで", "after go-live", "by the next QBR"]
NOT_DATES = [
    "毎月第2水曜の定例", "四半期ごとに", "契約更新率90%", "15件/月", "3月決算", "1/2に削減", "24/7サポート",
    "3か月ごと", "月32時間", "we may improve", "1st of each month", "v3.0", "65〜70%",
]  # fmt: skip


@pytest.mark.parametrize(("text", "last"), ABSOLUTE)
def test_absolute_date_ends_on(text: str, last: dt.date) -> None:
    (mention,) = find_dates(text, DIFFERENT)
    assert (mention.last, mention.resolution) == (last, "absolute")


@pytest.mark.parametrize(("text", "last"), RELATIVE)
def test_relative_date_ends_on(text: str, last: dt.date) -> None:
    (mention,) = find_dates(text, DIFFERENT)
    assert mention.last == last
    assert mention.resolution == "relative"


@pytest.mark.parametrize(("text", "last"), FISCAL)
def test_fiscal_word_needs_one_calendar(text: str, last: dt.date) -> None:
    (same,) = find_dates(text, SAME)
    assert (same.last, same.resolution) == (last, "relative")
    (different,) = find_dates(text, DIFFERENT)
    assert (different.last, different.resolution) == (None, "ambiguous")


@pytest.mark.parametrize("text", UNRESOLVED)
def test_event_has_no_day(text: str) -> None:
    mentions = find_dates(text, SAME)
    assert [(m.last, m.resolution) for m in mentions] == [(None, "ambiguous")]


@pytest.mark.parametrize("text", NOT_DATES)
def test_is_no_date(text: str) -> None:
    assert find_dates(text, SAME) == []


def test_only_customer_calendar_known_resolves_to_it() -> None:
    (mention,) = find_dates("今期末", Anchor(D(2026, 5, 20), 9))
    assert mention.last == D(2026, 9, 30)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [("future", D(2027, 4, 10)), ("nearest", D(2026, 4, 10)), ("past", D(2026, 4, 10))],
)
def test_direction_places_a_date_without_year(direction: str, expected: dt.date) -> None:
    (mention,) = find_dates("4/10の定例", SAME, direction)  # type: ignore[arg-type]
    assert mention.last == expected


@given(st.text(alphabet="0123456789年月日末/令和R.期QFY上下来今契約更新まで　 Sepby\n３", max_size=40))
def test_offsets_slice_the_text_and_do_not_overlap(text: str) -> None:
    mentions = find_dates(text, DIFFERENT)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("30/11/26", "2026-11-30", "2026-11-30"),
        ("26/9/30", "2026-09-30", "2026-09-30"),
        ("3/31/27", "2027-03-31", "2027-03-31"),
        ("30.11.26", "2026-11-30", "2026-11-30"),
        ("31-Dec-26", "2026-12-31", "2026-12-31"),
        ("31 Dec 26", "2026-12-31", "2026-12-31"),
        ("Feb '28", "2028-02-01", "2028-02-29"),
        ("11/2026", "2026-11-01", "2026-11-30"),
        ("the end of calendar 2027", "2027-12-31", "2027-12-31"),
        ("fiscal 2026", "2026-04-01", "2027-03-31"),
        ("Q4/2026", "2027-01-01", "2027-03-31"),
        ("the life of the contract", "2027-05-31", "2027-05-31"),
        ("契約が切れる日", "2027-05-31", "2027-05-31"),
        ("on expiry", "2027-05-31", "2027-05-31"),
    ],
)
def test_short_years_and_the_life_of_a_contract(text: str, first: str, last: str) -> None:
    anchor = Anchor(dt.date(2026, 6, 1), 3, 3, dt.date(2026, 4, 1), dt.date(2027, 5, 31))
    (mention,) = find_dates(text, anchor)
    assert (str(mention.first), str(mention.last)) == (first, last)


@pytest.mark.parametrize("text", ["1/2/3", "by 3 users of 26", "v2.1.26"])
def test_other_short_numbers_are_no_dates(text: str) -> None:
    assert not find_dates(text, Anchor(dt.date(2026, 6, 1)))
