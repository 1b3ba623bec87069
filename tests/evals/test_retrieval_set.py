"""Our question set is what its README says, and ranks are counted by target."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from agent.evidence.tokens import words
from evals.datasets.load import HERE
from evals.retrieval_rank import WAYS, Searcher
from evals.retrieval_sets import (
    Collection,
    Question,
    account_documents,
    account_path,
    csm_collections,
    gold_places,
    squad_collections,
)

ROWS = [
    json.loads(line)
    for line in (HERE / "retrieval" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_eighty_plain_and_forty_paraphrased() -> None:
    assert Counter(row["kind"] for row in ROWS) == {"plain": 80, "paraphrase": 40}
    assert len({row["id"] for row in ROWS}) == 120
    assert {row["language"] for row in ROWS} == {"ja", "en"}


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["account"].startswith("packs:")], ids=lambda row: row["id"]
)
def test_gold_of_packs_stands_there(row: dict[str, str]) -> None:
    path = account_path(row["account"], HERE / "packs", Path())
    assert any(gold_places(row, document) for document in account_documents(path))


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["kind"] == "paraphrase" and "gold_quote" in row], ids=lambda r: r["id"]
)
def test_paraphrases_share_no_content_word(row: dict[str, str]) -> None:
    assert not set(words(row["question"])) & set(words(row["gold_quote"]))


@pytest.mark.realdata
def test_gold_of_filings_stands_there(shared_data: Path) -> None:
    questions = HERE / "retrieval" / "questions.jsonl"
    found = [
        (question, collection)
        for collection in csm_collections(questions, Path("absent"), shared_data.parent)
        for question in collection.questions
    ]
    assert len(found) == sum(row["account"].startswith("shared:") for row in ROWS)
    assert [question.id for question, _ in found if not question.gold] == []


def squad(folder: Path, contexts: list[str]) -> Collection:
    folder.mkdir()
    paragraphs = [
        {"context": context, "qas": [{"id": f"q{n}", "question": context[:12]}]}
        for n, context in enumerate(contexts)
    ]
    data = {"data": [{"title": "題", "paragraphs": paragraphs}]}
    (folder / "valid.json").write_text(json.dumps(data), encoding="utf-8")
    return next(squad_collections(folder))


def test_squad_layout_is_read_and_ranked(tmp_path: Path) -> None:
    contexts = ["設備投資額は五百億円でした。", "従業員数は三千人です。", "研究開発費は増加しました。"]
    collection = squad(tmp_path / "jsquad", contexts)
    searcher = Searcher(collection)
    for question in collection.questions:
        assert searcher.ranks(question.text, question.gold) == dict.fromkeys(WAYS, 1)


def test_passages_of_one_target_count_once(tmp_path: Path) -> None:
    made = squad(tmp_path / "set", ["予算の申請。予算。", "予算の申請と予算。", "申請は予算のあと来月です。"])
    asked = Question("q", "予算の申請", frozenset(["b"]))
    searcher = Searcher(Collection("c", made.passages, ["a", "a", "b"], [asked]))
    assert searcher.ranks(asked.text, asked.gold)["lexical"] == 2
    assert searcher.ranks(asked.text, frozenset(["absent"]))["lexical"] is None
