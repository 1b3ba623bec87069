"""Retrieval: is the gold passage, table or page among the first 1, 5, 10, for each way of searching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.datasets.load import shared_folder
from evals.interface import Dataset, Detail, Sample, Score, Settings, Task
from evals.retrieval_rank import WAYS, Searcher
from evals.retrieval_sets import (
    Collection,
    csm_collections,
    page_collections,
    squad_collections,
    table_collections,
)

DEPTHS = (1, 5, 10)
SINGLE = ("lexical", "lexical_no_lexicon", "vector")


@dataclass(frozen=True)
class Ranked:
    """Ranks of one collection's questions by way of searching."""

    set_name: str
    collection: Collection
    ranks: list[dict[str, int | None]]


def retrieval_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """One sample a collection: our set always, public ones where their files lie in the shared folder."""
    packs, own = datasets["packs"].location, datasets["retrieval"].location
    small = settings.size is not None
    for name, collections in _sets(own, packs, shared_folder(settings), small):
        for collection in collections:
            yield Sample(f"{name}/{collection.name}", collection.name, (name, collection), (name,))


def _sets(own: Path, packs: Path, shared: Path, small: bool) -> Iterator[tuple[str, Iterator[Collection]]]:
    yield "csm", csm_collections(own / "questions.jsonl", packs, shared)
    if small:
        return
    data = shared / "data"
    for name in ("u4", "ufo"):
        archive = data / "gold" / f"{name}.zip"
        if archive.is_file():
            yield name, table_collections(archive, data / "edinet" / "yuho_html" / name)
    if (data / "english" / "financebench").is_dir():
        yield "financebench", page_collections(data / "english" / "financebench")
    for name in ("jaquad", "jsquad"):
        if (data / name).is_dir():
            yield name, squad_collections(data / name)


def search(sample: Sample, settings: Settings) -> Ranked:
    """Ranks of the gold for every question of the collection."""
    name, collection = sample.data
    searcher = Searcher(collection)
    return Ranked(name, collection, [searcher.ranks(q.text, q.gold) for q in collection.questions])


def scored(sample: Sample, output: Ranked) -> list[Score]:
    """Recall at 1, 5, 10 and the reciprocal rank, for plain and paraphrased questions apart."""
    scores: list[Score] = []
    questions = output.collection.questions
    for kind in sorted({question.kind for question in questions}):
        chosen = [
            (question, ranks)
            for question, ranks in zip(questions, output.ranks, strict=True)
            if question.kind == kind
        ]
        for way in WAYS:
            ranks = [found[way] for _, found in chosen]
            details = tuple(
                Detail(question.text, f"rank {found[way]}", (found[way] or 99) <= 10, way, question.id)
                for question, found in chosen
                if way == "reranked"
            )
            name = f"retrieval.{output.set_name}.{kind}.{way}"
            for depth in DEPTHS:
                shown = details if depth == DEPTHS[-1] else ()
                share = _recall(ranks, depth)
                scores.append(Score(f"{name}.r{depth}", share, weight=len(ranks), details=shown))
            scores.append(Score(f"{name}.mrr", _reciprocal(ranks), weight=len(ranks)))
        scores += _margins(f"retrieval.{output.set_name}.{kind}", [found for _, found in chosen])
    return scores


def _margins(name: str, ranks: list[dict[str, int | None]]) -> list[Score]:
    """How far the second look is ahead of each single way on the same questions, in points of the reciprocal rank and
    of recall at 10; the run's intervals resample the collections."""
    scores: list[Score] = []
    for way in SINGLE:
        ahead = {
            "mrr": _reciprocal([found["reranked"] for found in ranks])
            - _reciprocal([found[way] for found in ranks]),
            "r10": _recall([found["reranked"] for found in ranks]) - _recall([found[way] for found in ranks]),
        }
        scores += [
            Score(f"{name}.reranked_over_{way}.{measure}", value, weight=len(ranks), unit="points")
            for measure, value in ahead.items()
        ]
    return scores


def _reciprocal(ranks: list[int | None]) -> float:
    return sum(1 / rank for rank in ranks if rank is not None and rank <= 10) / len(ranks)


def _recall(ranks: list[int | None], depth: int = 10) -> float:
    return sum(rank is not None and rank <= depth for rank in ranks) / len(ranks)


TASK = Task(
    "retrieval",
    "Retrieval: the right passage among the first 1, 5 and 10",
    ("packs", "retrieval"),
    retrieval_samples,
    search,
    (scored,),
    fast=True,
)
