"""Whether a citation lies on the gold's words: span overlap, and twenty ways to miss the passage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from agent.models.gold import Evidence
from evals.scorers.plan_run import PlanRun
from evals.scorers.words import covered

GOLD = "予算申請は12月11日（金）17時までです。承認は1月の経営会議で行います。"
FIRST, SECOND = "予算申請は12月11日（金）17時までです。", "承認は1月の経営会議で行います。"


def share(quote: str, file: str = "a.md") -> float:
    run = PlanRun({}, {}, None, {"s1": file})
    entry = {"citations": [{"source_id": "s1", "start": 0, "end": len(quote), "quote": quote}]}
    return run.passage_share([Evidence(source="a.md", quote=GOLD)], entry)


@pytest.mark.parametrize(
    "quote",
    [
        GOLD,
        GOLD.replace("（", "(").replace("）", ")"),
        f"連絡です。{GOLD}以上です。",
        GOLD.replace("。", "。\n"),
        FIRST,
        SECOND,
    ],
)
def test_the_passage_is_found(quote: str) -> None:
    assert share(quote) >= 0.6


@pytest.mark.parametrize(
    ("name", "quote", "file"),
    [
        ("another source", GOLD, "b.md"),
        ("another sentence", "来期の話はまだしていません。次回にお願いします。", "a.md"),
        ("a like sentence of another day", "予算の話は次の定例で行う予定です。", "a.md"),
        ("a single word", "予算", "a.md"),
        ("a date alone", "12月11日", "a.md"),
        ("a name alone", "経営会議", "a.md"),
        ("a few characters", "までです。", "a.md"),
        ("nothing of it", "Budget requests are due", "a.md"),
        ("a heading", "予算申請", "a.md"),
        ("the day in another form", "2026/12/11", "a.md"),
    ],
)
def test_the_passage_is_missed(name: str, quote: str, file: str) -> None:
    assert share(quote, file) < 0.6


def uncite(*path: Any) -> Callable[[dict[str, Any]], object]:
    def damage(plan: dict[str, Any]) -> None:
        node: Any = plan
        for key in path:
            node = node[key]
        words = {citation["quote"] for citation in node["citations"]}
        _drop(plan, words)

    return damage


def _drop(node: Any, words: set[str]) -> None:
    """Takes every citation of the words out of the plan, as if the passage had been overlooked."""
    if isinstance(node, dict):
        if isinstance(node.get("citations"), list):
            node["citations"] = [c for c in node["citations"] if c["quote"] not in words]
        for child in node.values():
            _drop(child, words)
    elif isinstance(node, list):
        for child in node:
            _drop(child, words)


PLACES = [
    ("pack-02", "key_people", 3),
    ("pack-02", "key_people", 5),
    ("pack-02", "decision_path", "steps", 4),
    ("pack-02", "decision_path", "steps", 5),
    ("pack-02", "cs_setup", "tools", 2),
    ("pack-02", "cs_setup", "tools", 3),
    ("pack-02", "goals", 0),
    ("pack-02", "goals", 2),
    ("pack-02", "policy", "promises_at_purchase", 1),
    ("pack-02", "policy", "risks", 1),
    ("pack-02", "policy", "expansion", 0),
    ("pack-02", "policy", "risks", 4),
    ("pack-02", "policy", "expansion", 1),
    ("pack-02", "account_information", "topics", 1),
    ("pack-02", "account_information", "topics", 2),
    ("pack-02", "commitments", 1),
    ("pack-02", "commitments", 2),
    ("pack-02", "commitments", 4),
    ("pack-02", "commitments", 7),
    ("pack-08", "policy", "risks", 6),
    ("pack-08", "commitments", 8),
    ("pack-08", "account_information", "topics", 2),
]


@pytest.mark.parametrize("place", PLACES, ids=[".".join(map(str, place)) for place in PLACES])
def test_an_overlooked_passage_is_counted(
    lowered: Callable[[str, Callable[[dict[str, Any]], object]], set[str]], place: tuple[Any, ...]
) -> None:
    fields = lowered(place[0], uncite(*place[1:]))
    assert "citations.gold_passages" in fields
    assert not fields & {"people.title", "people.stance", "people.department", "fiscal_year_end_month"}


def test_covered_is_a_share() -> None:
    assert covered("abcdef", "xxabcdefxx") == 1.0
    assert covered("abcdef", "uvwxyz") == 0.0
    assert 0.2 < covered("abcdefgh", "abcdxxxx") < 0.6
    assert covered("", "abc") == 0.0
