"""A bracket that says how a figure was counted gives no figure of the goal; one that says where things stand does."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.drafting.notes.goals.figures import read_figures
from agent.goals import GoalContext

CONTEXT = GoalContext(as_of=dt.date(2026, 5, 15))


@pytest.mark.parametrize(
    ("language", "text", "baseline", "target"),
    [
        ("en", "Late dispatches: 40 a month (mean of 6 months, log sheet 12) down to 15 a month.", "40 a month", "15 a month"),
        ("en", "Cut rework (now 12%) to 6% by June", "12%", "6%"),
        ("ja", "差し戻し率18%（2026年度上期、台帳の6行）を10%に下げる", "18%", "10%"),
        ("ja", "待ち時間を25分に(現状40分)", "40分", "25分"),
    ],
)  # fmt: skip
def test_asides(language: str, text: str, baseline: str, target: str) -> None:
    found = read_figures([text], language, CONTEXT)
    assert (found.baseline and found.baseline.words, found.target and found.target.words) == (
        baseline,
        target,
    )
