"""Promises a plan replaces, keeps in part, or meets to a share of today's amount."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, read_item
from agent.goals.often import times_a_year
from agent.goals.quantities import quantities


def _contradiction(promise: str, plan: str, kind: str = "goal") -> str | None:
    context = GoalContext(
        dt.date(2026, 5, 11),
        "action" if kind == "action" else "goal",
        3,
        12,
        dt.date(2026, 4, 1),
        dt.date(2027, 3, 31),
        promise,
    )
    return read_item(plan, "en" if plan.isascii() else "ja", context).contradicts_promise


@pytest.mark.parametrize(
    ("promise", "plan", "rule"),
    [
        ("講師が来社して操作研修", "来社研修の代わりに録画を7月末までに配布", "against_words"),
        ("導入研修は集合形式で実施", "集合研修を動画へ切り替える設定", "against_words"),
        (
            "Two days of classroom training",
            "Share a recording instead of the classroom training",
            "against_words",
        ),
        ("weekly service calls", "Monthly service call instead of the weekly one by 1 June", "lower_target"),
        ("Portal in English and French", "Launch the portal in English only", "against_words"),
        ("Portal in English and French", "Launch the portal in English and French", None),
        ("検索時間を3分の1に", "検索時間を30分から15分にする", "lower_target"),
        ("検索時間を3分の1に", "検索時間を30分から9分にする", None),
        ("転記の工数を半分に", "転記の工数を2割削減", "lower_target"),
        ("転記の工数を半分に", "転記の工数を40時間から18時間に", None),
        ("記録を1人1日30分削減", "記録を1日▲20分", "lower_target"),
    ],
)
def test_a_promise_replaced_or_met_in_part(promise: str, plan: str, rule: str | None) -> None:
    found = _contradiction(promise, plan, "action" if rule == "against_words" or "call" in plan else "goal")
    assert found == rule


def test_how_long_is_not_how_often() -> None:
    assert times_a_year("導入後1年間は毎週訪問") == 52
    assert times_a_year("月2回の訪問") == 24


def test_each_day_is_no_amount_of_a_day() -> None:
    assert [(q.value, q.unit) for q in quantities("記録を1日20分に", "ja")] == [(20.0, "分")]
    assert [(q.value, q.unit) for q in quantities("2日3時間で納品", "ja")] == [(2.125, "日")]
