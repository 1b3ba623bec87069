"""What a small damage to the perfect plan of a pack lowers."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import evals.datasets.load
from evals.gold.pack import Pack, load_packs
from evals.gold.perfect import perfect_run
from evals.interface import Sample, Score
from evals.scorers.plan_run import PlanRun
from evals.scorers.registry import PLAN_SCORERS

PACKS = Path(evals.datasets.load.HERE) / "packs"
Damage = Callable[[dict[str, Any]], object]


@cache
def _packs() -> dict[str, Pack]:
    return {pack.number: pack for pack in load_packs(PACKS)}


@cache
def _perfect(name: str) -> PlanRun:
    return perfect_run(_packs()[name])


def _scores(pack: Pack, run: PlanRun) -> dict[str, Score]:
    sample = Sample(pack.name, pack.name, pack)
    scorers = [scorer for group in PLAN_SCORERS.values() for scorer in group]
    return {score.field: score for scorer in scorers for score in scorer(sample, run)}


@cache
def _perfect_scores(name: str) -> dict[str, Score]:
    return _scores(_packs()[name], _perfect(name))


@pytest.fixture
def packs() -> dict[str, Pack]:
    """The embedded packs by "pack-01", "pack-02" …."""
    return _packs()


@pytest.fixture
def score_run() -> Callable[[Pack, PlanRun], dict[str, Score]]:
    """Every score of a run by field."""
    return _scores


@pytest.fixture
def lowered() -> Callable[[str, Damage], set[str]]:
    """Fields that a damage to the perfect plan of a pack changes; all of them must have gone down."""

    def measure(name: str, damage: Damage) -> set[str]:
        pack, perfect = _packs()[name], _perfect(name)
        plan = copy.deepcopy(perfect.plan)
        damage(plan)
        assert plan != perfect.plan, "the damage did nothing"
        before = _perfect_scores(name)
        after = _scores(pack, PlanRun(plan, perfect.texts, 0.0, perfect.files))
        changed = set()
        for field, score in before.items():
            new = after[field]
            if score.unit or new.value in (score.value, None):
                continue
            assert new.value < (1.0 if score.value is None else score.value), (field, new.value)
            assert any(not d.right for d in new.details) or new.why, f"{field}: no reason"
            changed.add(field)
        return changed

    return measure
