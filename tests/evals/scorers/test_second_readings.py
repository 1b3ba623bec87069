"""What the packs' review lets pass costs nothing, and only so far as the review says."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from evals.gold.pack import Pack
from evals.gold.perfect import perfect_run
from evals.interface import Score
from evals.scorers.plan_run import PlanRun

Plan = dict[str, Any]
UNTOUCHED = {"citations.exact", "citations.gold_passages"}
"""Scores of citations, which no second reading frees."""


def former(plan: Plan, status: str, **more: Any) -> None:
    person = copy.deepcopy(plan["key_people"][0])
    person.update(id="kp-x", name="江波 晃", kind="person", role="unknown", status=status, aliases=[], **more)
    plan["key_people"].append(person)


def tool(plan: Plan, name: str) -> None:
    plan["cs_setup"]["tools"].append(copy.deepcopy(plan["cs_setup"]["tools"][0]) | {"name": name})


def wish(plan: Plan, text: str) -> None:
    claim = copy.deepcopy(plan["policy"]["risks"][0]) | {"text": text}
    plan["policy"]["expansion"].append(claim)


def no_steps(plan: Plan) -> None:
    plan["decision_path"]["steps"] = []


PASSES: list[tuple[str, str, Callable[[Plan], object]]] = [
    ("a former post holder who left", "pack-12", lambda p: former(p, "left")),
    ("a competitor as candidate tool", "pack-12", lambda p: tool(p, "ミマモリ設備")),
    ("a competitor as candidate tool, English", "pack-10", lambda p: tool(p, "Shiftfold")),
    ("a roll-out as expansion", "pack-11", lambda p: wish(p, "砂原リハへの展開")),
    ("steps that are the budget's", "pack-09", no_steps),
    ("requests left out", "pack-10", lambda p: p["commitments"].__delitem__(slice(2, 7))),
    ("an owner who only wants it", "pack-09", lambda p: p["goals"][1].update(owner="Jem Pascoe")),
]
FAILS: list[tuple[str, str, Callable[[Plan], object], set[str]]] = [
    ("a former post holder as active", "pack-12", lambda p: former(p, "active"), {"people.no_outsider"}),
    (
        "a former post holder as decider",
        "pack-12",
        lambda p: former(p, "left", also_roles=["economic_buyer"]),
        {"people.no_wrong_economic_buyer"},
    ),
    ("another tool", "pack-12", lambda p: tool(p, "ホカノ台帳"), {"tools.found"}),
    ("another expansion", "pack-11", lambda p: wish(p, "全館への展開"), {"abstention.left_blank"}),
    (
        "a tolerated expansion beside another",
        "pack-11",
        lambda p: (wish(p, "砂原リハへの展開"), wish(p, "全館への展開")),
        {"abstention.left_blank"},
    ),
    ("needed steps left out", "pack-10", no_steps, {"decision_path.steps", "decision_path.order"}),
    ("another owner", "pack-09", lambda p: p["goals"][1].update(owner="Siobhan Keele"), {"goals.owner"}),
]


@pytest.fixture
def fallen(
    packs: dict[str, Pack], score_run: Callable[[Pack, PlanRun], dict[str, Score]]
) -> Callable[[str, Callable[[Plan], object]], set[str]]:
    """Fields that are below 1.0 after a change to the perfect plan."""

    def measure(name: str, change: Callable[[Plan], object]) -> set[str]:
        perfect = perfect_run(packs[name])
        plan = copy.deepcopy(perfect.plan)
        change(plan)
        assert plan != perfect.plan
        scores = score_run(packs[name], PlanRun(plan, perfect.texts, 0.0, perfect.files))
        return {f for f, s in scores.items() if not s.unit and s.value not in (1.0, None)} - UNTOUCHED

    return measure


@pytest.mark.parametrize(("name", "pack", "change"), PASSES, ids=[p[0] for p in PASSES])
def test_a_tolerated_reading_costs_nothing(
    fallen: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    change: Callable[[Plan], object],
) -> None:
    assert fallen(pack, change) == set()


@pytest.mark.parametrize(("name", "pack", "change", "fields"), FAILS, ids=[f[0] for f in FAILS])
def test_what_the_review_does_not_say_still_costs(
    fallen: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    change: Callable[[Plan], object],
    fields: set[str],
) -> None:
    assert fields <= fallen(pack, change)
