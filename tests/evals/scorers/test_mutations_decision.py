"""Twenty small damages to decision path, persona and budget lower exactly the scores they should."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

Plan = dict[str, Any]


def steps(plan: Plan) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = plan["decision_path"]["steps"]
    return found


def swap_order(plan: Plan, one: int, two: int) -> None:
    a, b = steps(plan)[one], steps(plan)[two]
    a["order"], b["order"] = b["order"], a["order"]


def invent_step(plan: Plan) -> None:
    step = copy.deepcopy(steps(plan)[0])
    step.update(order=9, step="監査役会で承認する", approver="監査役会", when="2027-03-03", citations=[])
    steps(plan).append(step)


def set_budget(slot: str, words: str) -> Callable[[Plan], object]:
    def damage(plan: Plan) -> None:
        value = plan["budget"][slot] or copy.deepcopy(plan["budget"]["decision_body"]) or {"unit": None}
        plan["budget"][slot] = value | {"value": words}

    return damage


STEP = "decision_path.steps"
MUTATIONS: list[tuple[str, str, Callable[[Plan], object], set[str]]] = [
    ("a step missing", "pack-02", lambda p: steps(p).pop(1), {STEP}),
    ("the last step missing", "pack-02", lambda p: steps(p).pop(), {STEP, "citations.gold_passages"}),
    ("an invented step", "pack-02", invent_step, {STEP, "citations.exact"}),
    ("all steps missing", "pack-01", lambda p: steps(p).clear(), set()),
    ("approver of another step", "pack-02", lambda p: steps(p)[0].update(approver="佐々木 和子"), {"decision_path.approver"}),
    ("approver of the same family name", "pack-02", lambda p: steps(p)[1].update(approver="佐々木 亮介"), {"decision_path.approver"}),
    ("approver left out", "pack-02", lambda p: steps(p)[3].update(approver=None), {"decision_path.approver"}),
    ("approver invented", "pack-02", lambda p: steps(p)[4].update(approver="常盤 啓介"), {"decision_path.approver"}),
    (
        "approver invented where blank is expected",
        "pack-03",
        lambda p: steps(p)[0].update(approver="齋藤 由美子"),
        {"decision_path.approver", "abstention.left_blank", "abstention.met"},
    ),
    ("a day later", "pack-02", lambda p: steps(p)[3].update(when="2027-01-28"), {"decision_path.when"}),
    ("a year earlier", "pack-02", lambda p: steps(p)[3].update(when="2026-01-27"), {"decision_path.when"}),
    ("another month", "pack-02", lambda p: steps(p)[5].update(when="2027-05"), {"decision_path.when"}),
    ("date left out", "pack-02", lambda p: steps(p)[0].update(when=None), {"decision_path.when"}),
    (
        "date invented where blank is expected",
        "pack-08",
        lambda p: steps(p)[1].update(when="2026-04-01"),
        {"decision_path.when", "abstention.left_blank", "abstention.met"},
    ),
    ("two steps in the wrong order", "pack-02", lambda p: swap_order(p, 0, 1), {"decision_path.order"}),
    ("first and last in the wrong order", "pack-08", lambda p: swap_order(p, 0, 2), {"decision_path.order"}),
    ("persona left out", "pack-02", lambda p: p["decision_path"].update(decider_persona=None), {"decision_path.decider_persona"}),
    (
        "persona of nobody",
        "pack-02",
        lambda p: p["decision_path"]["decider_persona"].update(text="何でも即決する人", citations=[]),
        {"decision_path.decider_persona", "citations.exact"},
    ),
    (
        "persona where nobody knows",
        "pack-05",
        lambda p: p["decision_path"].update(decider_persona={"id": "x", "text": "即決する", "kind": "human", "citations": []}),
        {"decision_path.decider_persona", "abstention.left_blank", "abstention.met"},
    ),
    ("budget decided a day later", "pack-02", set_budget("decision_date", "2027-01-28"), {"budget.decision_date"}),
    ("budget decided by another body", "pack-02", set_budget("decision_body", "取締役会"), {"budget.decision_body"}),
    ("request window a month early", "pack-02", set_budget("request_window", "2026-11-11"), {"budget.request_window"}),
    ("another last approver", "pack-01", set_budget("last_renewal_approver", "仁科 剛"), {"budget.last_renewal_approver"}),
    (
        "request window invented",
        "pack-01",
        set_budget("request_window", "2026-12-01"),
        {"budget.request_window", "abstention.left_blank", "abstention.met"},
    ),
    ("decision date left out", "pack-04", lambda p: p["budget"].update(decision_date=None), {"budget.decision_date"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pack", "damage", "expected"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_damage_to_the_decision(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    damage: Callable[[Plan], object],
    expected: set[str],
) -> None:
    found = lowered(pack, damage)
    if name == "all steps missing":
        assert found >= {STEP, "decision_path.approver", "decision_path.when", "decision_path.order"}
    else:
        assert found == expected
