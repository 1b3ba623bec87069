"""`banso ask` on the retrieval questions: answered with the gold sentence, silent, or wrong; silent where unknown.

Each plain question is also asked of an account of the other sort (a pack's question of a filing and the other way
round), which cannot know. A paraphrase that finds nothing should end in silence, not in another sentence. And 40
questions over our packs have no answer there although their words do: another year, another company or place, a
detail nobody gave (`retrieval/unanswerable.jsonl`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from evals.datasets.load import shared_folder
from evals.interface import Dataset, Detail, Sample, Score, Settings, Task
from evals.retrieval_sets import account_documents, account_path, gold_places

if TYPE_CHECKING:
    from agent.evidence.ask import Answer
    from agent.evidence.retrieve import Retriever
    from agent.models.plan import SuccessPlan
    from connectors.interface import Document


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer where the gold is, whether it holds the gold, and the answer of an account that cannot know."""

    own: Answer
    right: bool
    other: Answer | None


UNANSWERABLE = "unanswerable"
LIMIT = 5
"""Items of an answer, as `banso ask` gives without `--limit`."""


def answer_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """One sample a question whose account is there."""
    folders = datasets["packs"].location, shared_folder(settings)
    lines = (datasets["retrieval"].location / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for line in lines if account_path((row := json.loads(line))["account"], *folders).exists()]
    accounts = sorted({row["account"] for row in rows})
    rng = Random(settings.seed)
    for row in rows:
        sort = row["account"].partition(":")[0]
        others = [account for account in accounts if not account.startswith(sort)]
        other = account_path(rng.choice(others), *folders) if others and row["kind"] == "plain" else None
        place = account_path(row["account"], *folders)
        yield Sample(row["id"], row["account"], (row, place, other), (row["kind"], row["language"]))
    lines = (datasets["retrieval"].location / "unanswerable.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        place = account_path(row["account"], *folders)
        if place.exists():
            row |= {"kind": UNANSWERABLE}
            yield Sample(row["id"], row["account"], (row, place, None), (row["trap"], row["language"]))


def solve(sample: Sample, settings: Settings) -> Asked:
    """Both answers to the question."""
    row, place, other = sample.data
    own = _answer(place, row["question"])
    elsewhere = _answer(other, row["question"]) if other is not None else None
    right = row["kind"] != UNANSWERABLE and _holds_gold(row, _opened(place)[0], own)
    return Asked(own, right, elsewhere)


def _answer(place: Path, question: str) -> Answer:
    """What `banso ask` answers: tables, sentences, and of an account folder the plan's fields."""
    from agent.drafting.answers import with_plan
    from agent.drafting.asked_fields import asked_field
    from agent.tables.ask import ask

    documents, retriever = _opened(place)
    said = ask(documents, question, retriever=retriever)
    if place.is_dir() and asked_field(question) is not None:
        return with_plan(said, _plan(place), documents, LIMIT)
    return said


@lru_cache(maxsize=64)
def _plan(place: Path) -> SuccessPlan:
    from agent.pipeline import draft

    return draft(place).plan


def scored(sample: Sample, output: Asked) -> list[Score]:
    """Right, wrong and silent of the own account; silence of the other."""
    row: dict[str, Any] = sample.data[0]
    if row["kind"] == UNANSWERABLE:
        return [_silence("answers.silent_where_not_stated", row, output.own)]
    said = output.own.items[0].citation.quote if output.own.items else output.own.status
    answered = output.own.status == "answered"
    shown = (Detail(row["question"], said, output.right, ref=row["id"]),)
    name = f"answers.{row['kind']}"
    scores = [
        Score(f"{name}.right", float(output.right), details=shown),
        Score(f"{name}.wrong", float(answered and not output.right), lower_is_better=True),
    ]
    if output.other is not None:
        scores.append(_silence("answers.silent_where_unknown", row, output.other))
    if answered:  # of the answers given, how many hold the gold
        scores.append(Score(f"{name}.precision", float(output.right)))
    return scores


def _silence(name: str, row: dict[str, Any], answer: Answer) -> Score:
    silent = answer.status == "not_stated"
    said = answer.items[0].citation.quote if answer.items else ""
    return Score(
        name, float(silent), details=(Detail("not stated", said, silent, row["question"], row["id"]),)
    )


@lru_cache(maxsize=16)
def _opened(path: Path) -> tuple[list[Document], Retriever]:
    from agent.evidence.retrieve import in_memory
    from agent.pipeline import own_documents
    from agent.store.account_folder import open_account

    documents = own_documents(open_account(path)) if path.is_dir() else account_documents(path)
    return documents, in_memory(documents)


def _holds_gold(row: dict[str, Any], documents: list[Document], answer: Answer) -> bool:
    places = {document.source_id: gold_places(row, document) for document in documents}
    return any(
        start < item.citation.end and item.citation.start < end
        for item in answer.items
        for start, end in places[item.citation.source_id]
    )


TASK = Task(
    "answers",
    "Questions to the sources: answered with the right sentence, silent where they do not say",
    ("packs", "retrieval"),
    answer_samples,
    solve,
    (scored,),
    fast=True,
)
