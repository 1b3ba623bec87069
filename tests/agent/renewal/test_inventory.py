"""The half-term inventory names who is known, who is going, and what is not known."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.models.plan import DecisionPath, KeyPerson
from agent.renewal.inventory import read_inventory

TODAY = dt.date(2026, 11, 1)


def _champion(status: str) -> KeyPerson:
    return KeyPerson.model_validate(
        {"id": "kp-1", "name": "仁科 いさむ", "role": "champion", "status": status, "citations": []}
    )


@pytest.mark.parametrize(
    ("status", "state", "words"),
    [
        ("active", "fresh", "チャンピオン: 仁科 いさむ(2026-10-01時点)"),
        ("leaving", "unknown", "チャンピオン: 仁科 いさむ(異動・退任の予定)。後を継ぐ方は分かっていません。"),
        ("left", "unknown", "チャンピオン: 分かっていません。"),
    ],
)
def test_a_champion_who_goes_is_named_and_asked_after(status: str, state: str, words: str) -> None:
    said = {"champion": dt.date(2026, 10, 1)}
    items = read_inventory([_champion(status)], DecisionPath(), said, TODAY, "ja")
    champion = next(item for item in items if item.topic == "champion")
    assert (champion.state, champion.text) == (state, words)
