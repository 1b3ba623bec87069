"""Twenty small damages to goals lower exactly the scores they should."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

Plan = dict[str, Any]


def part(goal: int, name: str, value: object, unit: str | None = None) -> Callable[[Plan], object]:
    def damage(plan: Plan) -> None:
        old = plan["goals"][goal][name]
        if isinstance(old, dict) and value is not None:
            plan["goals"][goal][name] = old | {"value": value, "unit": unit}
        else:
            plan["goals"][goal][name] = value

    return damage


def invent(plan: Plan) -> None:
    goal = copy.deepcopy(plan["goals"][0])
    goal.update(id="g-x", statement="解約率を半分にする", metric="解約率", citations=[])
    goal.update(baseline=None, target=None, due=None, owner=None)
    plan["goals"].append(goal)


def invent_value(goal: int, name: str, words: str) -> Callable[[Plan], object]:
    def damage(plan: Plan) -> None:
        value = {"value": words, "unit": None, "citations": plan["goals"][goal]["citations"][:1]}
        plan["goals"][goal][name] = value | {"check": "computed", "derived": {"rule": "guess", "inputs": []}}

    return damage


BLANK = {"abstention.left_blank", "abstention.met"}
PARTS = "goals.parts"
MUTATIONS: list[tuple[str, str, Callable[[Plan], object], set[str]]] = [
    ("one digit of the target", "pack-02", part(0, "target", "12分"), {PARTS, "goals.target"}),
    ("another unit of the target", "pack-02", part(0, "target", 10, "時間"), {PARTS, "goals.target"}),
    ("target and baseline swapped", "pack-02", part(0, "target", "25分"), {PARTS, "goals.target"}),
    ("target ten times", "pack-06", part(1, "target", "1,000本"), {PARTS, "goals.target"}),
    ("target left out", "pack-02", part(1, "target", None), {PARTS, "goals.target"}),
    ("percent for a share", "pack-02", part(1, "target", "6%"), {PARTS, "goals.target"}),
    ("one digit of the baseline", "pack-02", part(0, "baseline", "35分"), {PARTS, "goals.baseline"}),
    ("a later figure as baseline", "pack-02", part(1, "baseline", "38.6%"), {PARTS, "goals.baseline"}),
    ("baseline left out", "pack-04", part(0, "baseline", None), {PARTS, "goals.baseline"}),
    ("a day later", "pack-02", part(0, "due", "2027-04-01"), {PARTS, "goals.due"}),
    ("contract end for year-end", "pack-02", part(0, "due", "2027-06-30"), {PARTS, "goals.due"}),
    ("a year earlier", "pack-04", part(0, "due", "2026-03-31"), {PARTS, "goals.due"}),
    ("due left out", "pack-03", part(0, "due", None), {PARTS, "goals.due"}),
    ("owner of another goal", "pack-02", part(0, "owner", "佐々木 亮介"), {PARTS, "goals.owner"}),
    ("owner of the same family name", "pack-02", part(1, "owner", "佐々木 和子"), {PARTS, "goals.owner"}),
    ("owner left out", "pack-08", part(0, "owner", None), {PARTS, "goals.owner"}),
    ("another metric", "pack-02", part(0, "metric", "ログイン人数"), {PARTS, "goals.metric"}),
    ("metric left out", "pack-02", part(1, "metric", None), {PARTS, "goals.metric"}),
    ("due invented", "pack-08", invent_value(1, "due", "2026-06-30"), {PARTS, "goals.due", *BLANK}),
    ("target invented", "pack-02", invent_value(2, "target", "80%"), {PARTS, "goals.target", *BLANK}),
    ("owner invented", "pack-01", part(0, "owner", "久保田 千尋"), {PARTS, "goals.owner", *BLANK}),
    ("an invented goal", "pack-02", invent, {"goals.found", "citations.exact"}),
    (
        "a lack forgotten",
        "pack-02",
        lambda p: p["goals"][2]["missing"].remove("owner"),
        {"goals.missing"},
    ),
    (
        "a figure in the statement changed",
        "pack-06",
        lambda p: p["goals"][1].update(statement="動画手順を150本登録する"),
        {"goals.found"},
    ),
    (
        "a goal missing",
        "pack-04",
        lambda p: p["goals"].pop(0),
        {"goals.found", PARTS, "goals.metric", "goals.baseline", "goals.target", "goals.due", "goals.owner"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pack", "damage", "expected"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_damage_to_goals(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    damage: Callable[[Plan], object],
    expected: set[str],
) -> None:
    assert lowered(pack, damage) - {"citations.gold_passages"} == expected


@pytest.mark.parametrize(
    ("goal", "name", "value", "unit"),
    [
        (0, "target", 10, "分"),
        (0, "target", "１０分", None),
        (0, "baseline", "25分", None),
        (0, "baseline", 25, "分/件"),
        (1, "target", "60%", None),
        (1, "baseline", 31, "%"),
        (0, "owner", "五十嵐", None),
        (0, "owner", "五十嵐恵様", None),
        (0, "metric", "平均検索時間", None),
    ],
)
def test_other_ways_to_say_it_are_no_loss(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
    goal: int,
    name: str,
    value: object,
    unit: str | None,
) -> None:
    assert lowered("pack-02", part(goal, name, value, unit)) == set()
