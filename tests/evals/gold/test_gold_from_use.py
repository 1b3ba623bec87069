"""Golds from approved plans, anonymised on request; disagreements of reviewers; older versions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from agent.models.gold import GOLD_VERSION, Gold
from evals.gold.disagreements import adjudicated, carry_over, disagreements
from evals.gold.from_plan import gold_from_plan
from evals.gold.migrate import GoldVersionError, migrate
from evals.gold.pack import Alternatives, Pack, load_pack
from evals.gold.perfect import perfect_run
from evals.gold.write_pack import write_pack
from evals.interface import Score

PACKS = [f"pack-0{n}" for n in range(1, 9)]


@pytest.mark.parametrize("name", PACKS)
def test_a_gold_made_from_a_plan_is_the_gold_the_plan_was_made_of(packs: dict[str, Pack], name: str) -> None:
    pack = packs[name]
    made = gold_from_plan(perfect_run(pack).plan, pack.account, ["manager"])
    assert made.expected_blank == pack.gold.expected_blank
    left = {entry.path.partition("[")[0] for entry in disagreements(pack.gold, made)}
    assert left <= {"not_people", "topics"}  # vendor people are the account's; topics need a whole day


@pytest.mark.parametrize("name", PACKS)
def test_the_plan_scores_one_against_the_gold_made_from_it(
    packs: dict[str, Pack], name: str, score_run: Callable[[Pack, Any], dict[str, Score]]
) -> None:
    pack, run = packs[name], perfect_run(packs[name])
    made = Pack(pack.folder, pack.account, gold_from_plan(run.plan, pack.account, []), Alternatives())
    wrong = {f: s.value for f, s in score_run(made, run).items() if not s.unit and s.value not in (1.0, None)}
    assert not wrong or set(wrong) == {"topics"}  # a topic dated by its month alone has no day to keep


@pytest.fixture
def account(tmp_path: Path, packs: dict[str, Pack]) -> Path:
    """An account folder with an approved plan in it."""
    folder = tmp_path / "account"
    shutil.copytree(packs["pack-02"].folder, folder)
    (folder / "gold.yaml").unlink()
    plan = perfect_run(packs["pack-02"]).plan | {"approval": {"by": "部長", "on": "2026-11-21"}}
    (folder / "plan").mkdir()
    (folder / "plan" / "plan.json").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    return folder


def test_an_approved_plan_becomes_a_pack(account: Path, tmp_path: Path) -> None:
    out = tmp_path / "new-pack"
    assert write_pack(account, account / "plan" / "plan.json", out) == []
    pack = load_pack(out)
    assert pack.gold.review is not None
    assert pack.gold.review.reviewers == ["部長"]
    assert [p.name for p in pack.gold.key_people][:2] == ["経営会議", "常盤 啓介"]
    assert sorted(p.name for p in (out / "sources").iterdir()) == sorted(
        p.name for p in (account / "sources").iterdir()
    )


def test_names_are_gone_from_an_anonymised_pack(account: Path, tmp_path: Path) -> None:
    out = tmp_path / "anonymous"
    left_out = write_pack(
        account, account / "plan" / "plan.json", out, anonymise=True, also_hide=["小宮 陸", "ホトリワークス"]
    )
    written = "\n".join(
        p.read_bytes().decode("utf-8", "replace") + p.read_bytes().decode("cp932", "replace")
        for p in sorted(out.rglob("*"))
        if p.is_file()
    )
    for name in (
        "佐々木",
        "常盤",
        "五十嵐",
        "田島",
        "岩永",
        "柏木",
        "東嶺",
        "三枝",
        "小宮",
        "ホトリワークス",
    ):
        assert name not in written, name
    assert all(name.endswith(".eml") for name in left_out)  # encoded mail cannot be rewritten
    pack = load_pack(out)
    people = {p.name: p for p in pack.gold.key_people}
    assert len(people) >= 6
    families = [name.split()[0] for name in people if " " in name]
    assert len(families) - len(set(families)) == 1  # the two of one family name still share it
    for person in people.values():
        for evidence in (e for e in person.evidence if e.quote != person.name):
            source = (out / "sources" / evidence.source).read_text(encoding="utf-8", errors="replace")
            assert evidence.quote in source or not evidence.source.endswith((".md", ".txt", ".vtt"))


def test_disagreements_are_listed_and_decisions_kept(packs: dict[str, Pack]) -> None:
    a = packs["pack-02"].gold
    other = a.model_dump(mode="json")
    other["key_people"][1]["role"] = "economic_buyer"
    other["goals"][0]["target"] = "12分"
    other["risks"].pop(1)
    other["not_people"].append("古川 孝")
    other["budget"]["decision_body"] = "取締役会"
    b = Gold.model_validate(other)
    found = disagreements(a, b)
    assert [entry.path for entry in found] == [
        "key_people[常盤 啓介].role",
        "not_people[古川 孝]",
        "budget.decision_body",
        "goals[0].target",
        "risks[1]",
    ]
    assert disagreements(a, a) == []
    with pytest.raises(ValueError, match="not decided yet"):
        adjudicated(a, b, found)
    decided = [entry.model_copy(update={"decided": "b", "why": "looked again"}) for entry in found]
    assert [entry.decided for entry in carry_over(found, decided)] == ["b"] * 5
    settled = adjudicated(a, b, decided)
    assert disagreements(settled, b) == []
    assert settled.review is not None
    assert len(settled.review.adjudications) == 5
    kept = adjudicated(a, b, [entry.model_copy(update={"decided": "a"}) for entry in found])
    assert disagreements(kept, a) == []


def test_a_changed_side_opens_the_decision_again(packs: dict[str, Pack]) -> None:
    a = packs["pack-02"].gold
    other = a.model_dump(mode="json")
    other["goals"][0]["target"] = "12分"
    first = disagreements(a, Gold.model_validate(other))
    decided = [entry.model_copy(update={"decided": "a"}) for entry in first]
    other["goals"][0]["target"] = "13分"
    again = carry_over(disagreements(a, Gold.model_validate(other)), decided)
    assert [entry.decided for entry in again] == [None]


def test_older_golds_are_migrated_and_newer_ones_refused(packs: dict[str, Pack]) -> None:
    raw = yaml.safe_load((packs["pack-05"].folder / "gold.yaml").read_text(encoding="utf-8"))
    assert "schema_version" not in raw
    migrated = migrate(raw)
    assert migrated["schema_version"] == GOLD_VERSION
    assert migrated["budget"]["evidence"] == []
    assert migrate(migrated) == migrated
    assert "schema_version" not in raw
    with pytest.raises(GoldVersionError, match=r"9\.9"):
        migrate({"schema_version": "9.9"})


def test_every_expected_blank_has_a_slot_in_the_plan(packs: dict[str, Pack]) -> None:
    from evals.scorers.abstention import plan_slot

    for pack in packs.values():
        run = perfect_run(pack)
        for path in pack.gold.expected_blank:
            assert plan_slot(path, pack, run) is not None, (pack.name, path)


def test_every_alternative_names_something_in_the_gold(packs: dict[str, Pack]) -> None:
    for pack in packs.values():
        names = {f"key_people[{p.name}]" for p in pack.gold.key_people} | {
            f"tools[{t.name}]" for t in pack.gold.tools
        }
        names |= {f"goals[{i}]" for i in range(len(pack.gold.goals))} | {
            f"risks[{r.kind}]" for r in pack.gold.risks
        }
        names |= {f"commitments[{i}]" for i in range(len(pack.gold.commitments))}
        names |= {f"decision_path[{i}]" for i in range(len(pack.gold.decision_path))}
        for path in [*pack.alternatives.accept, *pack.alternatives.optional]:
            assert path in names or path.rpartition(".")[0] in names, (pack.name, path)


def test_unquoted_dates_numbers_and_null_lists_are_read(tmp_path: Path, packs: dict[str, Pack]) -> None:
    import datetime as dt

    raw = yaml.safe_load((packs["pack-02"].folder / "gold.yaml").read_text(encoding="utf-8"))
    raw["goals"][0] |= {"due": dt.date(2027, 3, 31), "target": 10, "missing": None}
    raw |= {"expansion": None, "traps": None, "budget": None}
    gold = Gold.model_validate(migrate(raw))
    assert (gold.goals[0].due, gold.goals[0].target, gold.goals[0].missing) == ("2027-03-31", "10", [])
    assert (gold.expansion, gold.budget.decision_body) == ([], None)


def test_a_broken_gold_is_named(tmp_path: Path, packs: dict[str, Pack]) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    shutil.copy(packs["pack-05"].folder / "account.yaml", pack)
    (pack / "gold.yaml").write_text("language: fr\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.yaml"):
        load_pack(pack)
