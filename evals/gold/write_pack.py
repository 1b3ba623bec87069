"""Writing an account folder and its approved plan as a gold pack."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from evals.gold.anonymise import disguise_for, disguised_source, without_sources
from evals.gold.from_plan import gold_from_plan


def write_pack(
    account_folder: Path,
    plan_file: Path,
    out: Path,
    reviewer: str | None = None,
    anonymise: bool = False,
    also_hide: Sequence[str] = (),
) -> list[str]:
    """Writes account.yaml, sources/ and gold.yaml to `out`; names of the sources that were left out.

    The approval inside the plan (`approval: {by, on}`) names the reviewer, else the argument does.
    """
    plan = json.loads(plan_file.read_text(encoding="utf-8"))
    account: dict[str, Any] = yaml.safe_load((account_folder / "account.yaml").read_text(encoding="utf-8"))
    account.setdefault("as_of", plan["as_of"])
    approval = plan.get("approval") or {}
    reviewers = [str(name) for name in (approval.get("by"), reviewer) if name]
    gold = gold_from_plan(plan, account, reviewers, approval.get("on"))
    files = {
        p.relative_to(account_folder / "sources"): p
        for p in sorted((account_folder / "sources").rglob("*"))
        if p.is_file()
    }
    left_out: list[str] = []
    data = gold.model_dump(mode="json")
    if anonymise:
        disguise = disguise_for(gold, account, also_hide)
        sources = {
            name: disguised_source(name.name, path.read_bytes(), disguise) for name, path in files.items()
        }
        left_out = [name.as_posix() for name, content in sources.items() if content is None]
        data = disguise.data(without_sources(data, [Path(name).name for name in left_out]))
        data["review"]["reviewers"] = ["reviewer" for _ in data["review"]["reviewers"]]
        account = _plain_account(disguise.data(json.loads(json.dumps(account, default=str))))
    else:
        sources = {name: path.read_bytes() for name, path in files.items()}
    for name, content in sources.items():
        if content is not None:
            target = out / "sources" / (disguise.text(name.as_posix()) if anonymise else name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    out.mkdir(parents=True, exist_ok=True)
    _write(out / "account.yaml", account)
    _write(out / "gold.yaml", data)
    return left_out


def _plain_account(account: dict[str, Any]) -> dict[str, Any]:
    """Without the numbers that name the company by themselves."""
    hidden = {"corporate_number": None, "sec_code": None, "edinet_code": None, "id": "ACC-ANON"}
    vendor = account.get("vendor")
    return (
        account
        | hidden
        | ({"vendor": vendor | {"domains": ["example.com"]}} if isinstance(vendor, dict) else {})
    )


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")
