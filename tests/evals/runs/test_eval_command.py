"""`banso eval` and `banso gold` as a person types them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.cli import app
from evals.datasets.load import HERE, dataset_names, digest_of, load_dataset
from evals.gold.cli import app as gold_app
from evals.gold.pack import Pack
from evals.gold.perfect import perfect_run
from evals.interface import NotScored, Settings
from evals.runs.log import read_run


@pytest.fixture
def drafts(tmp_path: Path, packs: dict[str, Pack]) -> Path:
    """Perfect drafts of all packs, as `banso draft` would have written them."""
    for pack in packs.values():
        perfect_run(pack).write(tmp_path / "drafts" / pack.name)
    return tmp_path / "drafts"


def call(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_run_compare_report_and_gate(drafts: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    code, out, err = call("people", "--drafts", str(drafts), "--log", str(first), "--json")
    assert code == 0
    assert {f["value"] for f in json.loads(out)["figures"]} == {1.0}
    assert "people 185/185" in err
    plan_file = drafts / "pack-02-budget-before-renewal" / "plan.json"
    plan = json.loads(plan_file.read_text(encoding="utf-8"))
    plan["key_people"][3]["role"] = "economic_buyer"
    plan_file.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    call("people", "--drafts", str(drafts), "--log", str(second), "--quiet")
    code, out, _ = call("compare", str(first), str(second))
    assert re.search(r"people\.no_wrong_economic_buyer: 1\.000 → 0\.9\d\d .* 1 of \d+ items", out)
    assert out.count("pack-") == out.count("pack-02-budget-before-renewal")
    code, out, _ = call("gate", "--log", str(second), "--baseline", str(first))
    assert code == 1
    assert "broken: people/pack-02-budget-before-renewal people.no_wrong_economic_buyer" in out
    code, out, _ = call("gate", "--log", str(first), "--baseline", str(first))
    assert (code, out.strip()) == (0, "the gate holds: nothing got certainly worse, nothing broke")
    page = tmp_path / "page.html"
    code, out, _ = call("report", str(second), "--against", str(first), "--out", str(page), "--lang", "ja")
    assert code == 0
    assert "誤った決裁者を書いていない" in page.read_text(encoding="utf-8")


def test_figures_go_to_a_file(drafts: Path, tmp_path: Path) -> None:
    target = tmp_path / "figures.json"
    log = str(tmp_path / "l.jsonl")
    code, out, _ = call(
        "goals", "--drafts", str(drafts), "--sample", "2", "--json", str(target), "--log", log
    )
    assert code == 0
    data = json.loads(target.read_text(encoding="utf-8"))
    assert len({item["item"] for item in data["items"]}) == 2
    assert "goals.found" in out


def test_other_packs_than_the_embedded_ones(drafts: Path, tmp_path: Path, packs: dict[str, Pack]) -> None:
    import shutil

    mine = tmp_path / "mine"
    shutil.copytree(packs["pack-05"].folder, mine / packs["pack-05"].name)
    log = tmp_path / "l.jsonl"
    call("people", "--packs", str(mine), "--drafts", str(drafts), "--log", str(log), "--quiet")
    assert [item.item for item in read_run(log).items] == [packs["pack-05"].name]


def test_unknown_tasks_and_files_are_told_in_one_line(tmp_path: Path) -> None:
    from agent.errors import UsageError

    with pytest.raises(UsageError, match="no task 'peopel'"):
        call("peopel")
    with pytest.raises(UsageError, match=r"none\.jsonl"):
        call("compare", str(tmp_path / "none.jsonl"), str(tmp_path / "none.jsonl"))


def test_every_dataset_is_described_and_the_embedded_ones_are_there(tmp_path: Path) -> None:
    assert {"packs", "smart", "filings"} <= set(dataset_names())
    for name in dataset_names():
        described = (HERE / f"{name}.toml").read_text(encoding="utf-8")
        if 'location = "shared:' in described:
            with pytest.raises(NotScored, match="is not there"):
                load_dataset(name, Settings(shared=tmp_path / "nowhere"))
            continue
        dataset = load_dataset(name, Settings())
        assert dataset.digest.startswith("sha256:")
        assert dataset.licence
        assert not dataset.changed, f"{name}: digest is now {dataset.digest}; raise the version"


def test_a_digest_tells_names_and_bytes_apart(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    first = digest_of(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = digest_of(tmp_path)
    (tmp_path / "b").write_text("2", encoding="utf-8")
    assert len({first, second, digest_of(tmp_path)}) == 3
    assert digest_of(HERE / "smart") == digest_of(HERE / "smart")


def test_gold_review_and_migrate(tmp_path: Path, packs: dict[str, Pack]) -> None:
    source = (packs["pack-05"].folder / "gold.yaml").read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(source.replace("role: unknown", "role: user", 1), encoding="utf-8")
    kept = tmp_path / "decisions.yaml"
    arguments = ["review", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"), "--decisions", str(kept)]
    first = CliRunner().invoke(gold_app, arguments)
    assert first.exit_code == 1
    assert "open  key_people[梶原 恭平].role: 'unknown' / 'user'" in first.stdout
    kept.write_text(kept.read_text(encoding="utf-8").replace("decided: null", "decided: b"), encoding="utf-8")
    again = CliRunner().invoke(gold_app, [*arguments, "--apply", str(tmp_path / "settled.yaml")])
    assert again.exit_code == 0
    assert "role: user" in (tmp_path / "settled.yaml").read_text(encoding="utf-8")
    assert CliRunner().invoke(gold_app, ["migrate", str(tmp_path / "a.yaml")]).exit_code == 0
    assert "schema_version: '1.1'" in (tmp_path / "a.yaml").read_text(encoding="utf-8")


def test_from_approved_refuses_to_overwrite(tmp_path: Path, packs: dict[str, Pack]) -> None:
    import shutil

    from agent.errors import UsageError

    account = tmp_path / "account"
    shutil.copytree(packs["pack-05"].folder, account)
    perfect_run(packs["pack-05"]).write(account / "plan")
    arguments = ["from-approved", str(account), "--out", str(tmp_path / "pack"), "--reviewer", "me"]
    assert CliRunner().invoke(gold_app, arguments).exit_code == 0
    result = CliRunner().invoke(gold_app, arguments)
    assert isinstance(result.exception, UsageError)
    assert "exists already" in str(result.exception)
