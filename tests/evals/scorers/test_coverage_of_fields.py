"""Every field of the plan's register is judged by a score, or it is said why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agent.drafting.fields import FIELDS
from agent.models.gold import GoldAccountInformation
from evals.gold.pack import Pack
from evals.gold.perfect import perfect_run
from evals.interface import Sample, Score
from evals.scorers.coverage import NOT_SCORED, SCORED
from evals.scorers.filings import score_filing
from evals.scorers.plan_run import PlanRun


def test_no_field_is_forgotten() -> None:
    register = {field.path for field in FIELDS}
    assert set(SCORED) | set(NOT_SCORED) == register
    assert not set(SCORED) & set(NOT_SCORED)
    assert all(NOT_SCORED.values())


def test_every_named_score_is_given(
    packs: dict[str, Pack], score_run: Callable[[Pack, Any], dict[str, Score]]
) -> None:
    given = set(score_run(packs["pack-02"], perfect_run(packs["pack-02"])))
    filing = Sample("d", "d", GoldAccountInformation())
    given |= {score.field for score in score_filing(filing, PlanRun({}, {}))}
    assert set(SCORED.values()) <= given
