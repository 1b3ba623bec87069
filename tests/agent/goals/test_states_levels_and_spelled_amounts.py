"""Ended and absent things, levels, clock times, ranks and spelled amounts are targets; what is only felt is loose."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, labels_of, read_item

LABELS = ("vague", "qualitative_without_scale", "metric", "target")
STATE, LOOSE, MEASURED, UNDEFINED = (0, 0, 0, 1), (1, 1, 0, 0), (0, 0, 1, 1), (0, 1, 0, 0)
LOOSELY_MOVED, COUNTED, DONE, LOOSE_ACT = (1, 0, 1, 0), (0, 0, 1, 1), (0, 0, 0, 1), (1, 0, 0, 0)
GOALS = [
    (STATE, "Old phone switch unplugged by 30 June 2026"),
    (STATE, "Payroll interface live before the next contract year"),
    (STATE, "The old intranet is history by December 2026"),
    (STATE, "We no longer print payslips from January 2027"),
    (LOOSE, "Barriers between departments gone"),
    (LOOSE, "Trust rebuilt after the outage"),
    (LOOSE, "Make the sorting hall less frantic"),
    (MEASURED, "An hour and a half saved per buyer per week, from timesheets"),
    (MEASURED, "Changeover in three quarters of an hour"),
    (MEASURED, "Ranking in the airport punctuality league: 9th, aim for 4th"),
    (MEASURED, "Last truck leaves at 17:30 instead of 18:45"),
    (MEASURED, "Chargebacks recovered in full by 30 June 2026"),
    (MEASURED, "Grade in the supplier audit (A/B/C): A, was B"),
    (UNDEFINED, 'Tier "Gold" on the partner ladder by June 2026'),
    (LOOSELY_MOVED, "Plant controller: scrap cost noticeably lower"),
    (STATE, "FAX受注が終わっている。2026年9月末"),
    (STATE, "手書き伝票にさよならする（2026年9月末、経理課）"),
    (STATE, "一晩で切り替わっている。診療は止めない。9月末"),
    (LOOSE, "部門の壁がなくなっている"),
    (LOOSE, "歩みを止めない組織へ"),
    (LOOSE, "会議が前向きに終わる"),
    (MEASURED, "夜間バッチの終了時刻：5:40から4:00へ前倒し（情シス課長）"),
    (MEASURED, "最終便の出発を午後7時30分から午後6時へ早める（2026年9月末）"),
    (MEASURED, "棚卸しを丸一日から半日に"),
    (MEASURED, "問い合わせの返信、2日以内に全件。営業課が台帳で点検"),
    (MEASURED, "定着度をBに（A＝全員が毎日使う／B＝半数が毎日使う／C＝一部のみ）、現状C"),
    (UNDEFINED, "成熟度「ゴールド」に届く"),
    (LOOSELY_MOVED, "離職率が見違えるように"),
]
ACTIONS = [
    (COUNTED, "CSM: train-the-trainer days, 3, by 30 June 2026"),
    (COUNTED, "Mara runs the fire drill twice, 6 and 20 May 2026"),
    (COUNTED, "操作研修を7つの営業所で開催（11月末、総務部）"),
    (DONE, "Draft the tariff sheet; CFO approves it by 12 June 2026"),
    (DONE, "引継書を工場長承認まで持っていく（1月15日）"),
    ((0, 0, 0, 0), "Send the price book some time after the sale"),
    ((0, 0, 0, 0), "店舗にてマニュアルを用意（棚替えが落ち着いたら）"),
    (LOOSE_ACT, "Send the price book at some point"),
    (LOOSE_ACT, "配車ルールの見直し案を揉む　配車課長"),
    (LOOSE_ACT, "落ち着いたらご相談"),
]


def _read(text: str, kind: str) -> tuple[bool | str | None, ...]:
    language = "en" if text.isascii() else "ja"
    context = GoalContext(
        dt.date(2026, 4, 10), "action" if kind == "action" else "goal", 3, 12, None, dt.date(2027, 12, 31)
    )
    found = labels_of(read_item(text, language, context))
    return tuple(found[label] for label in LABELS)


@pytest.mark.parametrize(("said", "text"), GOALS)
def test_goal(said: tuple[int, ...], text: str) -> None:
    assert _read(text, "goal") == tuple(map(bool, said))


@pytest.mark.parametrize(("said", "text"), ACTIONS)
def test_action(said: tuple[int, ...], text: str) -> None:
    assert _read(text, "action") == tuple(map(bool, said))


def test_opening_hours_do_not_move() -> None:
    assert _read("受付は9:00から17:00まで、心地よく迎える", "goal")[3] is False
    assert _read("Service counter open from 8:00 to 18:00 with a friendlier welcome", "goal")[3] is False
