"""Twenty small damages to blanks lower exactly the abstention scores."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Plan = dict[str, Any]
ASKED = {"abstention.asked", "abstention.met"}


def forget(path: str) -> Callable[[Plan], object]:
    def damage(plan: Plan) -> None:
        left = [blank for blank in plan["blanks"] if blank["field"] != path]
        assert len(left) == len(plan["blanks"]) - 1, path
        plan["blanks"] = left

    return damage


def rename(path: str, other: str) -> Callable[[Plan], object]:
    def damage(plan: Plan) -> None:
        next(blank for blank in plan["blanks"] if blank["field"] == path)["field"] = other

    return damage


MUTATIONS: list[tuple[str, str, Callable[[Plan], object]]] = [
    ("request window not asked", "pack-01", forget("budget.request_window")),
    ("goal's owner not asked", "pack-01", forget("goals[g-0].owner")),
    ("goal's due date not asked", "pack-01", forget("goals[g-1].due")),
    ("goal's metric not asked", "pack-01", forget("goals[g-2].metric")),
    ("goal's baseline not asked", "pack-02", forget("goals[g-2].baseline")),
    ("goal's target not asked", "pack-02", forget("goals[g-2].target")),
    ("stance not asked", "pack-02", forget("key_people[kp-7].stance")),
    ("title not asked", "pack-02", forget("key_people[kp-6].title")),
    ("full name not asked", "pack-01", forget("key_people[kp-3].full_name")),
    ("decision body not asked", "pack-03", forget("budget.decision_body")),
    ("decision date not asked", "pack-03", forget("budget.decision_date")),
    ("approver not asked", "pack-03", forget("decision_path.steps[0].approver")),
    ("date of a step not asked", "pack-03", forget("decision_path.steps[1].when")),
    ("role not asked", "pack-03", forget("key_people[kp-2].role")),
    ("fiscal year-end not asked", "pack-05", forget("account_information.fiscal_year_end")),
    ("decision path not asked", "pack-05", forget("decision_path.steps")),
    ("persona not asked", "pack-05", forget("decision_path.decider_persona")),
    ("decider not asked", "pack-05", forget("key_people.economic_buyer")),
    ("champion not asked", "pack-05", forget("key_people.champion")),
    ("last approver not asked", "pack-05", forget("budget.last_renewal_approver")),
    ("expansion not asked", "pack-08", forget("policy.expansion")),
    ("asked for another goal", "pack-01", rename("goals[g-0].owner", "goals[g-9].owner")),
    ("asked for another person", "pack-02", rename("key_people[kp-7].stance", "key_people[kp-1].stance")),
]


@pytest.mark.parametrize(("name", "pack", "damage"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_damage_to_blanks(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    damage: Callable[[Plan], object],
) -> None:
    assert lowered(pack, damage) == ASKED
