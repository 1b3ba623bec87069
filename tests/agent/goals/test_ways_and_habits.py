"""Ways of measuring without a record's name, habits anybody can see kept, feelings as predicates, occasions of a season."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, ItemReading, read_item


def _read(text: str, kind: str = "goal") -> ItemReading:
    language = "ja" if any("\u3040" < letter < "\u9fff" for letter in text) else "en"
    context = GoalContext(
        dt.date(2026, 5, 11), "action" if kind == "action" else "goal", 3, 12, None, dt.date(2027, 12, 31)
    )
    return read_item(text, language, context)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("巡視チェックで遵守率95%、12月から", "goal"),
        ("園児の送迎待ち10分、無作為に40組を抜き出して確認", "goal"),
        ("ろ過槽の清掃漏れなし。現場ノートに正の字", "goal"),
        ("接客の質：ミステリー調査85点以上", "goal"),
        ("手順を配り、理解は主任が口頭試問で確かめる", "action"),
        ("Queue at the ferry ramp under 8 min — stopwatch study each season", "goal"),
        ("Spillage below 1%, weighed at the tank every night", "goal"),
        ('Nine in ten tenants rate the handover "fair" or better', "goal"),
        ("Berth idle time 2 h, telematics", "goal"),
        ("Overdue rents 3%: ageing list on the last working day", "goal"),
        ("Trial the rota; ward sisters score it from 1 to 5", "action"),
    ],
)
def test_a_way_of_measuring_is_named(text: str, kind: str) -> None:
    assert _read(text, kind).method is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Every skipper has logged in: 14 of 14", "goal"),
        ("90% of permits entered in the CRM", "goal"),
        ("Harbour staff empowered by data", "goal"),
        ("Start cycle counts in June", "goal"),
        ("Answers within an hour, around the clock", "goal"),
        ("ドローン点検で巡視工数を年40人日減らす", "goal"),
        ("残業を月8時間減らす（総務部、毎月第1営業日に点検）", "goal"),
        ("Prepare the acceptance test", "action"),
    ],
)
def test_no_way_of_measuring_is_named(text: str, kind: str) -> None:
    assert _read(text, kind).method is None


@pytest.mark.parametrize(
    "text",
    [
        "Tide tables updated twice a week",
        "Ward rounds end by 10 am",
        "Harbour masters sign their own logs",
        "Stop weekend dredging permits",
        "Tenders without spelling mistakes",
        "Crew trained on module 3",
    ],
)
def test_habits_that_can_be_seen_are_states(text: str) -> None:
    reading = _read(text)
    assert reading.target is not None
    assert not reading.vague
    assert not reading.qualitative_without_scale


@pytest.mark.parametrize(
    "text",
    [
        "Line 6 to run like clockwork",
        "By year end every depot team is comfortable with the rota",
        "Get all crews pulling in the same direction",
        "Claims errors down 30% and skippers relaxed",
        "Month-end should be calmer and weekend work at zero",
        "Scrap 2% and pride in the yard",
        "Make boarding less painful for everyone",
        "Every complaint handled with care",
        "待ち時間を減らし、窓口にゆとりを",
    ],
)
def test_what_is_felt_has_no_scale(text: str) -> None:
    reading = _read(text)
    assert reading.vague
    assert reading.qualitative_without_scale


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("部会の前までに説明資料を作成", "relative_ambiguous"),
        ("閑散期のうちに棚の並びを変える", "relative_ambiguous"),
        ("軌道に乗ったら他の港へ", "relative_ambiguous"),
        ("歩留まり97%、点検会（第1・第3月曜）", "none"),
        ("漏れ（4～7月で9件）を2026年12月までに月1件へ", "absolute"),
        ("26/11月末までに歩留まり97%", "absolute"),
        ("Iron out the rota over the next few weeks", "relative_ambiguous"),
        ("Ring the ferry office after Easter", "relative_ambiguous"),
        ("When budgets reopen, order the buoys", "relative_ambiguous"),
        ("Berths full before the new law takes effect", "relative_ambiguous"),
        ("Paper berth list stays for now", "none"),
    ],
)
def test_dates_and_occasions(text: str, kind: str) -> None:
    assert _read(text).due.kind == kind


def test_a_due_date_loosely_told_is_one_under_the_opinion_too() -> None:
    context = GoalContext(dt.date(2026, 5, 11), "goal", 3, 12, None, dt.date(2027, 12, 31))
    reading = read_item("できるだけ早く台帳の書き漏れをゼロに", "ja", context, weighed=True)
    assert reading.due.kind == "relative_ambiguous"
