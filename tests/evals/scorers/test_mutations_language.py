"""Twenty kinds of a wrong language lower the language scores and nothing else; quotes and names may stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evals.scorers.whole_plan import in_language

Plan = dict[str, Any]
ENGLISH = "The customer has not told us about this yet."
JAPANESE = "まだ顧客から聞いていません。"
FINDING = {"rule": "x", "severity": "info", "path": "", "message": "確認してください", "question": None}


def blank(slot: str, words: str) -> Callable[[Plan], object]:
    return lambda p: p["blanks"][0].update({slot: words})


def how(slot: str, words: str) -> Callable[[Plan], object]:
    return lambda p: p["blanks"][0]["how"].update({slot: words})


def finding(words: str, slot: str = "message") -> Callable[[Plan], object]:
    return lambda p: p["findings"].append(FINDING | {slot: words})


def clock(words: str) -> Callable[[Plan], object]:
    return lambda p: p["budget"]["clocks"].update(budget={"date": None, "text": words})


FIELDS = {"language.fields"}
MUTATIONS: list[tuple[str, str, Callable[[Plan], object], set[str]]] = [
    ("plan marked English", "pack-02", lambda p: p.update(language="en"), {"language.plan"}),
    ("plan marked Japanese", "pack-08", lambda p: p.update(language="ja"), {"language.plan"}),
    ("English question", "pack-02", blank("question", ENGLISH), FIELDS),
    ("English reason", "pack-02", blank("reason", ENGLISH), FIELDS),
    ("English addressee", "pack-02", blank("ask", "the customer success manager"), FIELDS),
    ("English close form", "pack-02", how("close", ENGLISH), FIELDS),
    ("English normal form", "pack-02", how("normal", ENGLISH), FIELDS),
    ("English distant form", "pack-02", how("distant", ENGLISH), FIELDS),
    ("English finding", "pack-02", finding(ENGLISH), FIELDS),
    ("English hint", "pack-02", finding(ENGLISH, "hint"), FIELDS),
    ("English question of a finding", "pack-02", finding(ENGLISH, "question"), FIELDS),
    ("English clock", "pack-02", clock(ENGLISH), FIELDS),
    ("English clash", "pack-02", lambda p: p["budget"].update(clash={"text": ENGLISH, "days": 1}), FIELDS),
    (
        "English reason of a contradiction",
        "pack-02",
        lambda p: p["contradictions"][0].update(why=ENGLISH),
        FIELDS,
    ),
    ("English response", "pack-02", lambda p: p["policy"]["risks"][0].update(response=ENGLISH), FIELDS),
    ("English schedule", "pack-02", lambda p: p["schedule"].append({"text": ENGLISH}), FIELDS),
    (
        "English posture",
        "pack-02",
        lambda p: p["account_information"].update(
            posture={"rule": ENGLISH, "would_be_disproved_by": JAPANESE}
        ),
        FIELDS,
    ),
    ("Japanese question", "pack-08", blank("question", JAPANESE), FIELDS),
    ("Japanese reason", "pack-08", blank("reason", JAPANESE), FIELDS),
    ("Japanese distant form", "pack-08", how("distant", JAPANESE), FIELDS),
    ("Japanese finding", "pack-08", finding(JAPANESE), FIELDS),
    ("Japanese clock", "pack-08", clock(JAPANESE), FIELDS),
    ("half Japanese", "pack-08", blank("question", "Who is the 決裁者?"), FIELDS),
]


@pytest.mark.parametrize(("name", "pack", "damage", "expected"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_damage_to_the_language(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    damage: Callable[[Plan], object],
    expected: set[str],
) -> None:
    assert lowered(pack, damage) - {"citations.exact"} == expected


@pytest.mark.parametrize(
    ("words", "language", "right"),
    [
        ("SaaSの費用は誰が決めますか", "ja", True),
        ("「Spend Review Committee」はいつ開かれますか", "ja", True),
        ("Spend Review Committeeはいつ開かれますか", "ja", True),  # stands in the sources
        ("Please ask the owner about this", "ja", False),
        ("Who is 経営会議?", "en", False),
        ('Who is "経営会議"?', "en", True),
        ("Who decides?", "en", True),
    ],
)
def test_names_and_quotes_keep_their_language(words: str, language: str, right: bool) -> None:
    assert in_language(words, language, "spendreviewcommittee") is right
