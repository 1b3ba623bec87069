"""Twenty small damages to people lower exactly the scores they should."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

Plan = dict[str, Any]


def person(plan: Plan, name: str) -> dict[str, Any]:
    return next(p for p in plan["key_people"] if p["name"] == name)


def drop(plan: Plan, name: str) -> None:
    plan["key_people"].remove(person(plan, name))


def add(plan: Plan, name: str, **more: Any) -> None:
    entry = copy.deepcopy(plan["key_people"][0])
    entry.update(id="kp-x", name=name, aliases=[], role="unknown", also_roles=[], kind="person", **more)
    plan["key_people"].append(entry)


def merge(plan: Plan, kept: str, lost: str) -> None:
    entry = person(plan, lost)
    person(plan, kept)["aliases"].append(entry["name"])
    person(plan, kept)["citations"] += entry["citations"]
    plan["key_people"].remove(entry)


MUTATIONS: list[tuple[str, str, Callable[[Plan], object], set[str]]] = [
    (
        "one person missing",
        "pack-02",
        lambda p: drop(p, "五十嵐 恵"),
        {"people.found", "people.role"},
    ),
    (
        "the body missing",
        "pack-02",
        lambda p: drop(p, "経営会議"),
        {"people.found", "people.role", "people.economic_buyer", "citations.gold_passages"},
    ),
    ("an invented person", "pack-02", lambda p: add(p, "山田 花子"), {"people.found", "people.role", "citations.exact"}),
    (
        "our own person listed",
        "pack-02",
        lambda p: add(p, "三枝 彩"),
        {"people.found", "people.role", "people.no_outsider", "citations.exact"},
    ),
    (
        "our own person by family name",
        "pack-02",
        lambda p: add(p, "三枝"),
        {"people.found", "people.role", "people.no_outsider", "citations.exact"},
    ),
    (
        "a contractor listed",
        "pack-03",
        lambda p: add(p, "佐伯 奈緒"),
        {"people.found", "people.role", "people.no_outsider", "citations.exact"},
    ),
    (
        "two of one family name merged",
        "pack-02",
        lambda p: merge(p, "佐々木 亮介", "佐々木 和子"),
        {"people.found", "people.role", "people.no_wrong_merge"},
    ),
    (
        "one person twice",
        "pack-03",
        lambda p: add(p, "小林 美穂"),
        {"people.found", "people.role", "citations.exact"},
    ),
    ("champion called user", "pack-01", lambda p: person(p, "久保田 千尋").update(role="user"), {"people.role", "people.champion"}),
    (
        "daily contact called decider",
        "pack-01",
        lambda p: person(p, "久保田 千尋").update(role="economic_buyer"),
        {"people.role", "people.champion", "people.economic_buyer", "people.no_wrong_economic_buyer"},
    ),
    (
        "decider called unknown",
        "pack-01",
        lambda p: person(p, "仁科 剛").update(role="unknown"),
        {"people.role", "people.economic_buyer"},
    ),
    (
        "a decider where nobody knows",
        "pack-07",
        lambda p: person(p, "飛田 昌平").update(role="economic_buyer"),
        {
            "people.role", "people.economic_buyer", "people.no_wrong_economic_buyer",
            "abstention.left_blank", "abstention.met",
        },
    ),
    (
        "a second champion beside the right one",
        "pack-01",
        lambda p: person(p, "相沢").update(also_roles=["champion"]),
        {"people.no_wrong_champion"},
    ),
    (
        "a warm user called champion",
        "pack-02",
        lambda p: person(p, "田島 結衣").update(role="champion"),
        {"people.role", "people.champion", "people.no_wrong_champion"},
    ),
    ("blocker called user", "pack-08", lambda p: person(p, "Chris Tan").update(role="user"), {"people.role"}),
    ("leaving called active", "pack-03", lambda p: person(p, "榎本 修").update(status="active"), {"people.status"}),
    ("stance made warmer", "pack-02", lambda p: person(p, "佐々木 和子").update(stance="推進"), {"people.stance"}),
    (
        "stance invented where it is blank",
        "pack-02",
        lambda p: person(p, "岩永 正人").update(stance="中立"),
        {"people.stance", "abstention.left_blank", "abstention.met"},
    ),
    ("副 added to the title", "pack-02", lambda p: person(p, "柏木 徹").update(title="副部長"), {"people.title"}),
    ("title of somebody else", "pack-02", lambda p: person(p, "柏木 徹").update(title="課長"), {"people.title"}),
    (
        "title invented where it is blank",
        "pack-02",
        lambda p: person(p, "田島 結衣").update(title="課長"),
        {"people.title", "abstention.left_blank", "abstention.met"},
    ),
    ("other department", "pack-02", lambda p: person(p, "柏木 徹").update(department="品質保証部"), {"people.department"}),
    ("body called a person", "pack-02", lambda p: person(p, "経営会議").update(kind="person"), {"people.kind"}),
    (
        "full name reduced to the family name",
        "pack-02",
        lambda p: person(p, "五十嵐 恵").update(name="五十嵐"),
        {"people.name"},
    ),
    (
        "a given name invented",
        "pack-01",
        lambda p: person(p, "相沢").update(name="相沢 健一"),
        {"people.name", "citations.exact", "abstention.left_blank", "abstention.met"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pack", "damage", "expected"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_damage_to_people(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    damage: Callable[[Plan], object],
    expected: set[str],
) -> None:
    assert lowered(pack, damage) == expected


def test_accepted_second_readings_are_no_loss(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
) -> None:
    assert lowered("pack-02", lambda p: person(p, "佐々木 和子").update(role="blocker")) == set()
    assert lowered("pack-01", lambda p: person(p, "仁科 剛").update(stance="不明")) == set()
