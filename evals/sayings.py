"""Sayings: a note or two with what a careful reader finds in them, as a small account pack with partial gold.

A line of `datasets/sayings/<set>.jsonl` holds `sources`, `customers`, `outsiders` and `expect`. A key of `expect`
that is given is complete: an empty list says that nothing of its kind stands there. Keys left out are not judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from agent.models.gold import Gold
from evals.gold.pack import Pack

SETS = ("development", "held_out", "held_out_2")
TEXTS = ("promises", "expansion")
"""Keys whose entries are plain statements."""


def saying_items(path: Path) -> Iterable[dict[str, Any]]:
    """The items of one set in file order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def write_account(item: Mapping[str, Any], folder: Path) -> Pack:
    """The item as an account folder below `folder`, with the gold that its `expect` gives."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    account = {
        "id": item["id"],
        "name": item.get("account", "株式会社仮名" if item["lang"] == "ja" else "Placeholder Ltd"),
        "product": item.get("product"),
        "contract_end": item.get("contract_end"),
        "csm": item.get("csm"),
        "vendor": item.get("vendor") or {},
        "as_of": item["as_of"],
    }
    (folder / "account.yaml").write_text(yaml.safe_dump(account, allow_unicode=True), encoding="utf-8")
    for source in item["sources"]:
        (sources / Path(source["file"]).name).write_text(source["text"], encoding="utf-8")
    return Pack(folder, account, gold_of(item))


def gold_of(item: Mapping[str, Any]) -> Gold:
    """Gold of what `expect` gives. Statements that are whole pieces of a source carry it as evidence."""
    expect = item["expect"]
    budget = expect.get("budget") or {}
    return Gold.model_validate(
        {
            "language": item["lang"],
            "fiscal_year_end_month": expect.get("fiscal_year_end_month"),
            "key_people": [_person(name, item) for name in _people(item)],
            "not_people": item.get("outsiders") or [],
            "decision_path": [
                {"order": order, **step, "evidence": _evidence(item, step["step"])}
                for order, step in enumerate(expect.get("steps") or [], start=1)
            ],
            "budget": {key: value for key, value in budget.items() if value is not None},
            "tools": [
                {"name": tool["name"], "department": tool.get("department"), "overlap_with_us": tool.get("overlap")}
                for tool in expect.get("tools") or []
            ],
            "goals": [
                {**goal, "evidence": _evidence(item, goal["statement"])} for goal in expect.get("goals") or []
            ],
            "promises_at_purchase": [_statement(item, text) for text in expect.get("promises") or []],
            "expansion": [_statement(item, text) for text in expect.get("expansion") or []],
            "risks": [{"kind": kind, "text": kind} for kind in expect.get("risks") or []],
            "commitments": [
                {**entry, "evidence": _evidence(item, entry["text"])} for entry in expect.get("commitments") or []
            ],
            "contradictions": [
                {"text": entry["text"], "a": _evidence(item, entry["a"]), "b": _evidence(item, entry["b"])}
                for entry in expect.get("contradictions") or []
            ],
        }
    )  # fmt: skip


def _people(item: Mapping[str, Any]) -> list[str]:
    """Everybody the item says something of, the economic buyer included, each once."""
    expect = item["expect"]
    names = list(item.get("customers") or [])
    names += [
        name for key in ("roles", "stance", "status", "title", "department") for name in expect.get(key) or {}
    ]
    names += [expect["economic_buyer"]] if expect.get("economic_buyer") else []
    return list(dict.fromkeys(names))


def _person(name: str, item: Mapping[str, Any]) -> dict[str, Any]:
    expect = item["expect"]
    buyer = expect.get("economic_buyer") == name
    return {
        "name": name,
        "role": "economic_buyer" if buyer else (expect.get("roles") or {}).get(name, "unknown"),
        "stance": (expect.get("stance") or {}).get(name, "不明"),
        "status": (expect.get("status") or {}).get(name, "active"),
        "title": (expect.get("title") or {}).get(name),
        "department": (expect.get("department") or {}).get(name),
        "evidence": _evidence(item, name),
    }


def _statement(item: Mapping[str, Any], text: str) -> dict[str, Any]:
    return {"text": text, "evidence": _evidence(item, text)}


def _evidence(item: Mapping[str, Any], words: str) -> list[dict[str, str]]:
    """The source that prints the words, whitespace apart; none where they are a writer's summary."""
    wanted = re.sub(r"\s+", "", words)
    return [
        {"source": Path(source["file"]).name, "quote": words}
        for source in item["sources"]
        if wanted in re.sub(r"\s+", "", source["text"])
    ][:1]
