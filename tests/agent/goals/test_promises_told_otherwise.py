"""Promises kept or broken in other words: what is left, charged, timed, counted by another period; looks and days that are no due date."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, ItemReading, read_item


def _read(text: str, promise: str | None = None, kind: str = "goal") -> ItemReading:
    language = "ja" if any("\u3040" < letter < "\u9fff" for letter in text) else "en"
    context = GoalContext(
        dt.date(2026, 6, 1),
        "action" if kind == "action" else "goal",
        3,
        12,
        None,
        dt.date(2027, 6, 30),
        promise,
    )
    return read_item(text, language, context)


@pytest.mark.parametrize(
    ("promise", "plan"),
    [
        ("Retire all three legacy tools", "Legacy tools still running: 1 at year-end"),
        ("郵送費を年間500万円削減", "郵送費の年間削減額:350万円"),
        ("1,200 fewer paper invoices a quarter", "Paper invoices down 700 a quarter by December"),
        ("初年度の保守費は無料", "保守費として初年度に120万円を計上"),
        ("Sensors read every 5 minutes", "Sensor readings every 15 minutes"),
        ("現場の人数は減らさない", "倉庫の人員を12名から9名へ"),
        ("サーバー室は2026年度中に閉鎖", "オンプレのサーバー室は2027年8月末に閉じる"),
        ("スマホからも使える", "PCのみの利用とし、スマホ版は作らない"),
        ("問い合わせ窓口を一本化", "窓口は製品別に3つ設ける"),
        ("At least 500 leads a month", "4,800 leads over the year"),
    ],
)
def test_a_broken_promise_is_seen(promise: str, plan: str) -> None:
    assert _read(plan, promise).contradicts_promise is not None


@pytest.mark.parametrize(
    ("promise", "plan"),
    [
        ("Retire all three legacy tools", "Legacy tools still running: 0 at year-end"),
        ("郵送費を年間500万円削減", "郵送費の年間削減額:550万円"),
        ("A named consultant on site two days a week", "Consultant on site three days a week"),
        ("Annual savings of $240k", "Savings of $21k a month by March"),
        ("Helpdesk from 7am to 7pm", "Helpdesk answers calls from 6am to 8pm"),
        ("解約率を1%台に", "解約率を1.7%まで下げる"),
        ("On-time delivery 98%", "Late deliveries down to 1.5%"),
    ],
)
def test_a_kept_promise_is_left_alone(promise: str, plan: str) -> None:
    assert _read(plan, promise).contradicts_promise is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("来年3/31までに20件", "absolute"),
        ("来年3月31日までに20件", "absolute"),
        ("10%へ(R8.12)", "absolute"),
        ("10%、契約期間いっぱいで", "relative_resolved"),
        ("下期早々に20件へ", "relative_ambiguous"),
        ("来春に10%へ", "relative_ambiguous"),
        ("今期は情報共有を活性化", "relative_ambiguous"),
        ("Within six weeks of go-live, 80% of reps log in weekly", "relative_ambiguous"),
        ("Errors to 10. Checked each quarter-end", "none"),
        ("10月の反省会で振り返り、10%へ", "none"),
    ],
)
def test_the_day_it_is_due(text: str, kind: str) -> None:
    assert _read(text).due.kind == kind


def test_a_look_now_and_then_names_no_source() -> None:
    assert _read("解約率を3%へ。部長が毎月数字をチェック").method is None
    assert _read("欠品を月20件→8件に。棚カメラで見る").method is not None


def test_levels_and_known_things_are_no_targets() -> None:
    assert _read("Lv.3の活用フェーズに移行").target is None
    assert _read("Hold a review against the 4 KPIs with the board", kind="action").target is None
