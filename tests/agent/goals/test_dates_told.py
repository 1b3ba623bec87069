"""Dates of what has been, of terms and eras, and dates that a source is looked at on."""

import datetime as dt

import pytest

from agent.goals import GoalContext, read_item

CONTEXT = GoalContext(dt.date(2026, 10, 5), "goal", 3, 12, dt.date(2026, 4, 1), dt.date(2027, 9, 30))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026年4月に下がった評点(3.5)を4.2まで戻す", "none"),
        ("連休中に起きた取り違えを二度と出さない", "none"),
        ("Following the outage of 4 May 2026, answer every ticket within the hour", "none"),
        ("Requests from 2 July 2026 minutes: keep them in one list", "none"),
        ("電子申請の割合を30%から60%へ(2027年6月末時点の受付台帳)", "absolute"),
        ("相談員が自信を持って応対できる(R9.6月末)", "absolute"),
        ("Late payments 5% by Reiwa 9.6.30", "absolute"),
        ("All campuses use the app by the start of Term 3", "relative_ambiguous"),
        ("来期の半ばには独り立ちさせる", "relative_ambiguous"),
    ],
)
def test_due(text: str, kind: str) -> None:
    assert read_item(text, "en" if text.isascii() else "ja", CONTEXT).due.kind == kind


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("予測の外れを8%までに収めることを、需給グループの目標として掲げる", "team"),
        ("受講者24名の講座を、教育課長の取りまとめで開く", "role"),
        ("証明書は計量室のほうで電子保管庫へ登録いただく", "team"),
    ],
)
def test_whose_it_is_inside_a_sentence(text: str, owner: str) -> None:
    read = read_item(text, "ja", CONTEXT)
    assert read.owner.kind == owner
