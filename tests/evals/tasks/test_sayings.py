"""A saying becomes an account with partial gold; only what its `expect` gives is scored, held-out texts stay hidden."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import evals.datasets.load
from evals.gold.pack import Pack
from evals.gold.perfect import perfect_run
from evals.interface import Sample, Score, Settings
from evals.sayings import SETS, gold_of, saying_items, write_account
from evals.tasks.sayings import ATTRIBUTES, TASK, Drafted, score_saying

FOLDER = Path(evals.datasets.load.HERE) / "sayings"
ITEM: dict[str, Any] = {
    "id": "T-1",
    "lang": "ja",
    "area": "roles",
    "as_of": "2026-05-20",
    "product": "試し帳",
    "sources": [{"file": "memo.txt", "text": "島袋課長は毎週ほかの課に使い方を教えている。\n予算は比嘉常務が決める。\n"}],
    "customers": ["島袋", "比嘉"],
    "outsiders": ["我那覇"],
    "expect": {
        "economic_buyer": "比嘉",
        "roles": {"島袋": "champion"},
        "title": {"島袋": "課長", "比嘉": "常務"},
        "department": {"島袋": None},
        "risks": [],
        "contradictions": [],
    },
}  # fmt: skip


def scored(item: dict[str, Any], drafted: Drafted) -> dict[str, Score]:
    return {score.field: score for score in score_saying(Sample("T-1", "T-1", item), drafted)}


@pytest.fixture
def perfect(tmp_path: Path) -> Drafted:
    pack = write_account(ITEM, tmp_path / "account")
    return Drafted(pack, perfect_run(pack))


@pytest.mark.parametrize("name", ["development", "held_out"])
def test_a_perfect_plan_scores_one_and_only_what_is_given(perfect: Drafted, name: str) -> None:
    scores = scored({**ITEM, "set": name}, perfect)
    fields = {
        "found",
        "no_outsider",
        "economic_buyer",
        "no_wrong_economic_buyer",
        "role",
        "title",
        "department",
    }
    assert set(scores) == {f"{name}.people.{field}" for field in fields} | {
        f"{name}.risks.kind", f"{name}.contradictions"
    }  # fmt: skip
    silent = {f"{name}.risks.kind", f"{name}.contradictions"}
    assert {field for field, score in scores.items() if score.value is None} == silent
    assert {score.value for field, score in scores.items() if field not in silent} == {1.0}
    assert any(score.details for score in scores.values()) == (name == "development")


def test_damage_lowers_its_score(perfect: Drafted) -> None:
    people = perfect.run.plan["key_people"]
    next(p for p in people if p["name"] == "島袋")["role"] = "user"
    next(p for p in people if p["name"] == "比嘉")["title"] = "専務"
    perfect.run.plan["policy"]["risks"] = [{"kind": "price", "text": "高いと言われた"}]
    scores = scored({**ITEM, "set": "development"}, perfect)
    assert scores["development.people.role"].value == 0
    assert scores["development.people.title"].value == 0.5
    assert scores["development.risks.kind"].value == 0
    assert scores["development.people.economic_buyer"].value == 1


def test_a_decider_beside_the_list_of_customers_is_gold_too() -> None:
    gold = gold_of({**ITEM, "customers": ["島袋"]})
    assert [(p.name, p.role) for p in gold.key_people] == [("島袋", "champion"), ("比嘉", "economic_buyer")]


def test_the_task_drafts_the_note(tmp_path: Path) -> None:
    drafted = TASK.solve(Sample("T-1", "T-1", {**ITEM, "set": "development"}), Settings())
    assert isinstance(drafted.pack, Pack)
    assert any(person["name"].startswith("比嘉") for person in drafted.run.plan["key_people"])


@pytest.mark.parametrize("name", SETS)
def test_names_and_quotes_of_the_set_stand_in_its_sources(name: str) -> None:
    seen = set()
    for item in saying_items(FOLDER / f"{name}.jsonl"):
        assert item["id"] not in seen
        seen.add(item["id"])
        printed = "".join("".join(source["text"].split()) for source in item["sources"])
        expect = item["expect"]
        named = [name for key in ATTRIBUTES for name in expect.get(key) or {}] + list(item["customers"])
        missing = [n for n in named if "".join(n.split()) not in printed]
        assert not missing, (item["id"], missing)
        for entry in expect.get("contradictions") or []:
            assert "".join(entry["a"].split()) in printed, item["id"]
            assert "".join(entry["b"].split()) in printed, item["id"]
        assert gold_of(item).language == item["lang"]
    assert seen
