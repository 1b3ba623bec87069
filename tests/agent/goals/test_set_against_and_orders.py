"""Figures set against last year, contrasts, how fast, months of looking, definitions in brackets, orders as states."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, ItemReading, read_item


def _read(text: str, kind: str = "goal", promise: str | None = None) -> ItemReading:
    language = "ja" if any("\u3040" < letter < "\u9fff" for letter in text) else "en"
    context = GoalContext(
        dt.date(2026, 5, 11),
        "action" if kind == "action" else "goal",
        3,
        12,
        None,
        dt.date(2027, 12, 31),
        promise,
    )
    return read_item(text, language, context)


@pytest.mark.parametrize(
    "text",
    [
        "燃料の無駄焚きを昨年より6%抑える",
        "水道代を前期より1割へらす",
        "Diesel per mile -4% vs last year",
        "Lost crates 12% lower than last season",
        "Postage down 9% on last year",
    ],
)
def test_by_how_much_it_is_to_differ_from_what_was_is_the_target(text: str) -> None:
    reading = _read(text)
    assert reading.target is not None
    assert reading.baseline is None


@pytest.mark.parametrize(
    ("text", "target", "baseline"),
    [
        ("Berth allocation takes 2 days, not 6", "2 days", "6"),
        ("Lab results in 4 hours, no longer 9", "4 hours", "9"),
        ("回送を週14回→週5回", "5回", "14回"),
    ],
)
def test_what_is_to_be_and_what_it_is_no_longer(text: str, target: str, baseline: str) -> None:
    reading = _read(text)
    assert reading.target is not None
    assert reading.target.text == target
    assert reading.baseline is not None
    assert reading.baseline.text == baseline


@pytest.mark.parametrize("text", ["修理の折り返しを翌営業日以内にする", "遺失物の照会は翌営業日に返す"])
def test_how_fast_is_an_amount_and_no_date(text: str) -> None:
    reading = _read(text)
    assert reading.target is not None
    assert reading.due.kind == "none"


@pytest.mark.parametrize(
    "text", ["航路の信頼感を高める。5月と11月に点検", "毎年6月と12月に見直す。職場の壁をなくす"]
)
def test_months_something_is_looked_at_in_are_no_due_date(text: str) -> None:
    reading = _read(text)
    assert reading.review is not None
    assert reading.due.kind == "none"
    assert reading.qualitative_without_scale


def test_brackets_define_whom_the_figure_behind_them_counts() -> None:
    reading = _read("常連客（月3回以上の来店）を140名へ")
    assert reading.target is not None
    assert reading.target.text == "140名"
    assert reading.owner.kind == "none"


@pytest.mark.parametrize("text", ["避難計画を消防署長の承認済みにする", "航海規程を取締役会で承認済みにする"])
def test_approval_by_somebody_is_a_method(text: str) -> None:
    assert _read(text).method is not None


@pytest.mark.parametrize(
    "text",
    [
        "Move the harbour log to the new archive by 31 August",
        "Install tide gauges on the north pier by June",
        "Hand the night watch over to the Aberdeen crew by June",
        "検潮記録を県の保管庫へ移す",
        "北桟橋に検潮器を設置（6月）",
        "船内電話を衛星回線に切り替える",
    ],
)
def test_an_order_that_moves_a_thing_is_a_state(text: str) -> None:
    reading = _read(text)
    assert reading.target is not None
    assert not reading.qualitative_without_scale


@pytest.mark.parametrize(
    "text",
    [
        "Switch to a proactive harbour mindset",
        "Move to a more open way of sailing by June",
        "Close the gap between ship and shore",
        "Move matters forward by 30 September",
        "Move towards simplicity by June",
        "船員の発想を切り替える",
        "より良い航海を始める",
    ],
)
def test_an_order_about_thinking_is_none(text: str) -> None:
    assert _read(text).qualitative_without_scale


@pytest.mark.parametrize(
    ("text", "kind", "due"),
    [
        ("Mooring fees to 4% by the end of the half", "goal", "relative_ambiguous"),
        ("Draft the mooring plan within the half", "action", "relative_ambiguous"),
        ("Repaint the buoys as weather permits", "action", "none"),
        ("Stay in touch with the pilots going forward", "action", "none"),
        ("契約から半年以内に航路を点検", "action", "relative_ambiguous"),
        ("座礁ゼロ、次回船級検査にて判定", "goal", "relative_ambiguous"),
        ("当直の引継ぎ時間を20分→8分", "goal", "none"),
    ],
)
def test_dates_of_no_day_and_none(text: str, kind: str, due: str) -> None:
    assert _read(text, kind).due.kind == due


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Roll out pilot cards across harbours: share boarded in time to 85%", "none"),
        ("Berthing takes 2 hours where it took 5", "none"),
        ("Calmer nights. Tug dispatch team looks at progress monthly", "team"),
    ],
)
def test_what_is_to_be_done_owns_nothing(text: str, owner: str) -> None:
    assert _read(text).owner.kind == owner


@pytest.mark.parametrize(
    ("text", "promise", "against"),
    [
        ("Save 300 pilot hours a year", "Save 900 crew hours per year", True),
        ("Idle fuel at month end 400t → 250t", "Cut month-end idle fuel 30%", False),
        ("70% of skippers log weekly", "Tablets for all skippers", False),
        ("年300万円の節約", "年間800万円の経費削減", True),
        ("無線日誌も使い続ける", "無線日誌をなくす", True),
        ("無線日誌を3月で打ち切る", "無線日誌を全廃", False),
        ("Keep the paper chart next to the screen for another year", "Paper charts withdrawn", True),
    ],
)
def test_promises(text: str, promise: str, against: bool) -> None:
    assert bool(_read(text, promise=promise).contradicts_promise) is against
