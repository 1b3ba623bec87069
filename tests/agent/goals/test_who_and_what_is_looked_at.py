"""Words that name who owns, judges or looks, and records that are made and no source."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest

from agent.goals import GoalContext, labels_of, read_item


def _labels(text: str, kind: Literal["goal", "action"]) -> dict[str, object]:
    context = GoalContext(dt.date(2026, 6, 1), kind, 3, 12, None, dt.date(2027, 3, 31))
    return dict(labels_of(read_item(text, "en" if text.isascii() else "ja", context)))


@pytest.mark.parametrize(
    ("kind", "text", "owner"),
    [
        ("goal", "Ingrid Aasen: 4 of the 9 kilns on the new planner by 30 Sep 2026", "person"),
        ("action", "The ferry depot labels all 60 spare bins by 30 September", "team"),
        ("goal", "配車長として、空車の回送を月9回から3回に", "role"),
        ("action", "10月1日以降、専任CSMは置かずFAQのご案内のみとする", "none"),
        ("goal", "村瀬です。日報の転記（1日2時間）を30分にしたいです", "person"),
        ("action", "学部説明会を実施（教務・経理の両課）", "team"),
    ],
)
def test_owner(kind: Literal["goal", "action"], text: str, owner: str) -> None:
    assert _labels(text, kind)["owner"] == owner


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("action", "窯の温度試験を2回まわし、逸脱ゼロを製造課長が確認する", True),
        ("action", "移行リストを10/9までに作る。結果は総務課長がハンコを押す", True),
        ("action", "2路線で試運転をして記録計の波形で合否を付ける", True),
        ("action", "出荷一覧を作り、納品書と照らし合わせる", True),
        ("action", "仕様書の承認を1月22日に得る", False),
        ("action", "Procurement to sign off the test protocol by 17 July", False),
        ("action", "Mark tests 40 gauges against the reference bench by 10 June", True),
        ("goal", "Kiln losses under 11% in March, 16% in the last audit", False),
        ("goal", "Single chain of purchase signed off by both unions, 31 July 2026", True),
    ],
)
def test_method(kind: Literal["goal", "action"], text: str, said: bool) -> None:
    assert _labels(text, kind)["method"] is said


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("Slips under 3 a month by 31 Oct 2026, from 9. The Monday yard call looks at it.", False),
        ("Stock team: slips from 9 to 3 a month, and that is the finish line", False),
        ("(1) 300 drivers trained (2) a healthier safety culture", True),
        ("停電を減らす。誰がいつ、は決まっていない", False),
        ("手間を減らす", True),
        ("空車率を41%から28%まで縮めます。契約満了日を期限とします。", False),
        ("安全推進の志村さん：ヒヤリ報告を週100件（今は15件）", False),
    ],
)
def test_loose(text: str, loose: bool) -> None:
    assert _labels(text, "goal")["vague"] is loose


@pytest.mark.parametrize(
    "text",
    [
        "誤配 21件→10件（期央に一度レビュー）",
        "誤配 21件→10件、訓練ごとに講評",
        "Misroutes from 52 to 15 a month, review at half-year.",
        "Misroutes from 52 to 15 a month, look-back after every run",
    ],
)
def test_review(text: str) -> None:
    assert _labels(text, "goal")["review"] is True
