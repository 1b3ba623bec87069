"""Promises and plans in pairs: what contradicts by arithmetic, hours, days or acts, and what keeps the promise."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from agent.goals import GoalContext, read_item
from agent.goals.promised.measures import measures
from agent.goals.scan import Scan

PAIRS = Path(__file__).parent / "pairs.txt"
LEAST_FOUND, LEAST_KEPT = 0.94, 0.99
"""Shares of the contradicted and of the kept pairs that must be read so; the rest is known and in the file."""


def _pairs(sign: str) -> list[list[str]]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line.startswith(sign + " | ")]


def _context(kind: str, promise: str | None) -> GoalContext:
    kinds = {"action": "action", "goal": "goal"}
    return GoalContext(dt.date(2026, 4, 10), kinds[kind], 3, 12, None, dt.date(2027, 3, 31), promise)  # type: ignore[arg-type]


def _contradicts(kind: str, promise: str, plan: str) -> bool:
    language = "ja" if any("\u3040" < letter < "\u9fff" for letter in plan) else "en"
    return read_item(plan, language, _context(kind, promise)).contradicts_promise is not None


@pytest.mark.parametrize(("sign", "least"), [("+", LEAST_FOUND), ("-", LEAST_KEPT)])
def test_pairs(sign: str, least: float) -> None:
    pairs = _pairs(sign)
    wrong = [pair for pair in pairs if _contradicts(*pair[1:]) != (sign == "+")]
    assert len(pairs) > 120
    assert 1 - len(wrong) / len(pairs) >= least, wrong


@pytest.mark.parametrize(
    ("text", "language", "value", "kind"),
    [
        ("締め作業を2時間15分に", "ja", 135.0, "time"),
        ("an hour and a quarter per shift", "en", 75.0, "time"),
        ("ready in 1 h 50, signed", "en", 110.0, "time"),
        ("午後7時半に閉門", "ja", 1170.0, "clock"),
        ("close at 9.30 p.m.", "en", 1290.0, "clock"),
        ("40室のうち36室", "ja", 90.0, "share"),
        ("nine out of ten keepers", "en", 90.0, "share"),
        ("3億2,000万円を投じる", "ja", 3.2e8, "money"),
        ("runner-up in the league", "en", 2.0, "rank"),
        ("清掃に0.5人時", "ja", 30.0, "effort"),
        ("stock turns over eight times a year", "en", 8.0, "turns"),
        ("第6営業日に締める", "ja", 8640.0, "time"),
    ],
)
def test_measures_are_in_base_units(text: str, language: str, value: float, kind: str) -> None:
    found = measures(Scan(text, language, _context("goal", None)))
    assert (found[0].value, found[0].kind) == (pytest.approx(value), kind)


@pytest.mark.parametrize(
    ("plan", "against"),
    [
        ("検品の時間を1日25分短縮", True),
        ("検品の時間を1日45分短縮", False),
        ("FAX注文の受付を10月で廃止する", True),
        ("新人の定着率を70%から85%に", False),
    ],
)
def test_of_several_promises_the_one_the_plan_speaks_of_counts(plan: str, against: bool) -> None:
    promises = "検品の時間を1日40分短縮\nFAX注文の受付は残す"
    assert _contradicts("goal", promises, plan) is against
