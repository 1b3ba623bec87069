"""The embedded golds: every quote is an exact piece of its source, and a perfect plan scores 1.0 everywhere."""

from __future__ import annotations

import csv
import email
import email.policy
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.models.gold import Gold
from agent.models.plan import SuccessPlan
from evals.datasets.load import load_dataset
from evals.gold.pack import Pack, load_packs
from evals.gold.perfect import empty_run, perfect_run
from evals.interface import Score, Settings
from evals.tasks.plan import pack_samples

PACKS = sorted(pack.number for pack in load_packs(load_dataset("packs", Settings()).location))
NEARLY_EMPTY = ("pack-24", "pack-40")
"""Packs whose sources say almost nothing: fewer quotes than the others, on purpose."""
BLANKS = {
    "abstention.left_blank", "abstention.asked", "abstention.met", "language.plan", "language.fields",
}  # fmt: skip


def pieces(path: Path) -> Iterator[str]:
    """Texts of a source in which a quote may stand, read with the standard library alone."""
    raw = path.read_bytes()
    if path.suffix == ".eml":
        message = email.message_from_bytes(raw, policy=email.policy.default)
        yield from (str(value) for value in message.values())
        bodies = (p.get_content() for p in message.walk() if p.get_content_maintype() == "text")
        yield from (body.replace("\r\n", "\n") for body in bodies)
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp932")
    if path.suffix == ".csv":
        yield from (cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row)
    elif path.suffix == ".json":
        yield from _strings(json.loads(text))
    elif path.suffix in {".html", ".xml"}:
        visible = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.S)
        visible = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", visible, flags=re.S)
        for joint in ("", " "):
            yield re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", joint, visible)))
    else:
        yield text.replace("\r\n", "\n")


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _strings(child)


def evidence(gold: Gold) -> Iterator[dict[str, str]]:
    stack: list[Any] = [gold.model_dump()]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if node.keys() == {"source", "quote"}:
                yield node
            stack += node.values()
        elif isinstance(node, list):
            stack += node


@pytest.mark.parametrize("name", PACKS)
def test_every_quote_stands_in_its_source(packs: dict[str, Pack], name: str) -> None:
    pack = packs[name]
    texts: dict[str, list[str]] = {}
    count = 0
    for entry in evidence(pack.gold):
        found = texts.setdefault(entry["source"], list(pieces(pack.folder / "sources" / entry["source"])))
        assert any(entry["quote"] in text for text in found), entry
        count += 1
    assert count >= (8 if name in NEARLY_EMPTY else 10)


def test_the_descriptor_and_the_task_split_the_packs_alike(packs: dict[str, Pack]) -> None:
    """`split` in packs.toml ("01-05, 10 development; 06-09 held out") against the tags of the samples."""
    dataset = load_dataset("packs", Settings())
    tags = {sample.data.number: sample.tags for sample in pack_samples({"packs": dataset}, Settings())}
    told: dict[str, str] = {}
    for part in dataset.split.split("; "):
        numbers, words = re.fullmatch(r"([\d, -]+) (development|held out)", part).groups()  # type: ignore[union-attr]
        for run in numbers.split(", "):
            first, _, last = run.partition("-")
            told |= {
                f"pack-{n:02}": words.replace(" ", "_") for n in range(int(first), int(last or first) + 1)
            }
    assert {name: part for name, (_, part) in tags.items()} == told
    assert {name: language for name, (language, _) in tags.items()} == {
        name: pack.gold.language for name, pack in packs.items()
    }


@pytest.mark.parametrize("name", PACKS)
def test_the_perfect_plan_scores_one_in_every_field(
    packs: dict[str, Pack], name: str, score_run: Callable[[Pack, Any], dict[str, Score]]
) -> None:
    run = perfect_run(packs[name])
    SuccessPlan.model_validate(run.plan)
    scores = score_run(packs[name], run)
    assert {f: s.value for f, s in scores.items() if not s.unit and s.value not in (1.0, None)} == {}


@pytest.mark.parametrize("name", PACKS)
def test_the_empty_plan_scores_nothing_but_its_blanks(
    packs: dict[str, Pack], name: str, score_run: Callable[[Pack, Any], dict[str, Score]]
) -> None:
    pack = packs[name]
    SuccessPlan.model_validate(empty_run(pack).plan)
    scores = score_run(pack, empty_run(pack))
    for field in ("abstention.left_blank", "abstention.asked", "abstention.met"):
        assert scores[field].value == 1.0
    earned = {f for f, s in scores.items() if not s.unit and s.value not in (0.0, None)} - BLANKS
    rightly_blank = {f"budget.{slot.replace('_or_month', '')}" for slot, v in pack.gold.budget if v is None}
    rightly_blank |= {"fiscal_year_end_month"} if pack.gold.fiscal_year_end_month is None else set()
    rightly_blank |= {"decision_path.decider_persona"} if pack.gold.decider_persona is None else set()
    for role in ("economic_buyer", "champion"):
        if not any(p.role == role for p in pack.gold.key_people):
            rightly_blank.add(f"people.{role}")
    assert earned <= rightly_blank
