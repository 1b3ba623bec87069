"""Which period and which name a question is about, and which lines speak of the same."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.evidence.asked_for import asked_for
from agent.evidence.scope import Year, months_in, read_scope, years_in

DAY = dt.date(2026, 11, 12)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2026年3月期の売上高", {Year(2026, "ending", 3)}),
        ("２０２５年度と2024年", {Year(2025, "fiscal"), Year(2024)}),
        ("令和7年9月末、平成30年度", {Year(2025), Year(2018, "fiscal")}),
        ("FY26 average", {Year(2026, "fiscal")}),
        ("the year to 30 June 2026", {Year(2026)}),
        ("2026-10\t347", {Year(2026)}),
        ("売上高2,026百万円、2年間", set()),
        ("第2026号 12026", {Year(2026)}),
    ],
)
def test_years_as_they_are_written(text: str, years: set[Year]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Year(2025, "fiscal"), Year(2026, "ending", 3), True),
        (Year(2026, "fiscal"), Year(2026, "ending", 3), False),
        (Year(2026, "fiscal"), Year(2026, "ending", 12), True),
        (Year(2025), Year(2025, "fiscal"), True),
        (Year(2024), Year(2025, "fiscal"), False),
        (Year(2025), Year(2026, "ending", 3), True),
        (Year(2027), Year(2026, "ending", 3), False),
    ],
)
def test_years_of_other_kinds_may_be_the_same(one: Year, other: Year, same: bool) -> None:
    assert one.may_be(other) is other.may_be(one) is same


@pytest.mark.parametrize(
    ("text", "months"),
    [("9月と10月", {9, 10}), ("3か月、6月期", set()), ("2026-09", {9}), ("in March and May", {3, 5})],
)
def test_months(text: str, months: set[int]) -> None:
    assert months_in(text) == months


@pytest.mark.parametrize(
    ("question", "line", "above", "spoken", "fits"),
    [
        ("2025年3月期の売上高は", "売上高は2025年3月期に12億円", "", False, True),
        ("2025年3月期の売上高は", "売上高は2026年3月期に12億円", "", False, False),
        ("2025年3月期の売上高は", "売上高\t12億円", "2025年3月期\t金額", False, True),
        ("2025年3月期の売上高は", "売上高\t12億円", "2026年3月期 決算短信", False, False),
        ("9月の利用率は", "利用率は36%（8月 34%）", "利用状況（9月）", True, True),
        ("9月の利用率は", "利用率は8月に34%", "", True, False),
        ("2025年10月の利用率は", "10月の利用率は38%", "", True, False),
        ("2026年10月の利用率は", "10月の利用率は38%", "", True, True),
        ("2026年12月の利用率は", "利用率は38%", "", True, False),
        ("2025年の受注は", "受注は38件", "", False, True),
        ("利用率は", "2019年の利用率は1%", "", True, True),
    ],
)
def test_only_lines_of_the_asked_period_fit(
    question: str, line: str, above: str, spoken: bool, fits: bool
) -> None:
    assert read_scope(question).period_fits(line, above, DAY, spoken) is fits


def test_names_that_the_sources_know_must_stand_near() -> None:
    scope = read_scope("北浜倉庫の点検率は何%ですか").known_in(["北浜運輸と北浜倉庫は子会社です。"])
    assert scope.names == ("北浜倉庫",)
    assert scope.names_fit("北浜倉庫 10月", "点検率は92%")
    assert not scope.names_fit("北浜運輸 10月", "点検率は92%")
    assert read_scope("北浜造船の点検率").known_in(["北浜運輸の点検率"]).names == ()
    assert read_scope("Who replaces Jane Smith in March?").names == ("Jane Smith",)


@pytest.mark.parametrize(
    ("question", "line", "shown"),
    [
        ("社長は何歳ですか", "社長は田中です。", False),
        ("社長は何歳ですか", "社長は58歳です。", True),
        ("利用者は何名ですか", "利用者は112人です。", True),
        ("利用者は何名ですか", "利用者\t112", True),
        ("利用者は何名ですか", "利用者は5部署です。", False),
        ("年額はいくらですか", "年額は2027年に決めます。", False),
        ("年額はいくらですか", "年額は120万円です。", True),
        ("社長は誰ですか", "決裁者\t不明(たぶん社長)", False),
        ("社長は誰ですか", "代表取締役社長\t山本 三郎", True),
        ("What percentage is active?", "about 60 people are active", False),
        ("What percentage is active?", "37% are active", True),
        ("How many hours?", "hours went up", False),
        ("What is the plan?", "The plan is open.", True),
    ],
)
def test_a_line_shows_what_is_asked_for(question: str, line: str, shown: bool) -> None:
    assert asked_for(question).shown(line, frozenset({"社長", "利用", "年額"})) is shown


def test_the_topic_is_what_stands_before_the_question_word() -> None:
    assert "年額" in asked_for("ツールの年額はいくらですか").topic
    assert "期限" not in asked_for("提出期限はいつですか").topic
    assert asked_for("申請の期限はいつですか").topic == frozenset()
    assert asked_for("What is the price?").topic == frozenset()
