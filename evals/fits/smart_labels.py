"""Fits the weights of agent/goals/second_opinion on goals whose words are marked: `python -m evals.fits.smart_labels`.

One logistic regression a label and language over tokens (scikit-learn, liblinear: deterministic), L2 penalty. A goal
is also fitted with its owner, method and review exchanged for those of other goals of the same writer, at a lower
weight. `--scores` leaves every writer out in turn and prints what rules and opinion read there, with the bounds that
do best; `--bounds` writes them. Needs the dependency group `fit`.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from agent.calendar import fold
from agent.goals.scan import Scan
from agent.goals.second_opinion.scores import LABELS, WEIGHTS
from agent.goals.second_opinion.signs import shown
from evals.datasets.load import load_dataset
from evals.fits.material import Material
from evals.fits.smart_bounds import Left, bounds_of, print_bounds, write_bounds
from evals.fits.smart_marked import marked_items
from evals.fits.smart_tables import Marked, fit, write
from evals.interface import Settings
from evals.smart_agreement import context_of, labelled_items, labels_read

LANGUAGES = ("ja", "en")
WRITERS = (
    "fitted",
    "development",
    "development_2",
    "development_3",
    "development_4",
    "development_5",
    "development_6",
    "development_7",
    "development_8",
    "development_9",
    "development_10",
    "development_11",
    "development_12",
    "development_13",
    "development_14",
)
"""Labelled sets by their name, one writer each but for `SAME_WRITER`; the marked goals are one more."""
SAME_WRITER = ({"development", "development_8"},)
"""Sets of one writer: neither is fitted on where the other is left out."""
MARKED = "marked"
EXCHANGED = ("owner_person", "owner_role", "owner_team", "method", "review")
TIMES, SHARE, WEIGHT = 2, 0.8, 0.35
"""How often an item is fitted with parts exchanged, how many of its parts are, and what it counts then."""


def items_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Every writer's items, owners' spans named by kind."""
    found = {
        name: [_kinds_named(item) for item in labelled_items(folder / f"{name}.jsonl")] for name in WRITERS
    }
    found[MARKED] = [item for name in LANGUAGES for item in marked_items(folder / f"marked_{name}.txt")]
    return found


def _kinds_named(item: dict[str, Any]) -> dict[str, Any]:
    kind = f"owner_{item['labels']['owner']}"
    return {
        **item,
        "spans": [span | {"label": kind} if span["label"] == "owner" else span for span in item["spans"]],
    }


def marked(writer: str, items: Iterable[dict[str, Any]], weight: float = 1.0) -> Iterator[Marked]:
    """The items as the second opinion sees them."""
    for item in items:
        folded = fold(item["text"].replace("\t", "|"))
        scan = Scan.of(folded.text, item["lang"], context_of(item))
        seen = shown(scan)
        parts = np.zeros((len(seen.tokens), len(LABELS)), dtype=bool)
        for row, token in enumerate(seen.tokens):
            place = folded.original(token.start, token.end)[0]
            for span in item["spans"]:
                if span["label"] in LABELS and span["start"] <= place < span["end"]:
                    parts[row, LABELS.index(span["label"])] = True
        yield Marked(writer, item, seen, parts, weight)


def exchanged(items: Sequence[dict[str, Any]], seed: int) -> Iterator[dict[str, Any]]:
    """The items with parts of other items of the same writer and language in place of their own."""
    random = Random(seed)
    pool: dict[tuple[str, str], list[str]] = {}
    for item in items:
        for span in item["spans"]:
            pool.setdefault((item["lang"], span["label"]), []).append(span["text"])
    for _ in range(TIMES):
        for item in items:
            spans = sorted(item["spans"], key=lambda span: span["start"])
            if any(a["end"] > b["start"] for a, b in itertools.pairwise(spans)):
                continue
            text, done, moved = "", 0, []
            for span in spans:
                text += item["text"][done : span["start"]]
                words = span["text"]
                if span["label"] in EXCHANGED and random.random() < SHARE:
                    words = random.choice(pool[item["lang"], span["label"]])
                moved.append({**span, "start": len(text), "end": len(text) + len(words), "text": words})
                text += words
                done = span["end"]
            text += item["text"][done:]
            if text != item["text"]:
                yield {**item, "text": text, "spans": moved}


def by_one(name: str, writer: str) -> bool:
    """The two sets have one writer."""
    return name == writer or {name, writer} in SAME_WRITER


@cache
def _rows(folder: Path, language: str) -> Mapping[str, tuple[list[Marked], list[Marked]]]:
    """Writer → items as written, and with parts exchanged."""
    found = {}
    for seed, (writer, items) in enumerate(items_of(folder).items()):
        mine = [item for item in items if item["lang"] == language]
        found[writer] = (list(marked(writer, mine)), list(marked(writer, exchanged(mine, seed), WEIGHT)))
    return found


def names_marked(folder: Path) -> set[str]:
    """Words of persons' names, in lower case, and the names of all packs and notes."""
    spans = (span for items in items_of(folder).values() for item in items for span in item["spans"])
    words = (word for span in spans if span["label"] == "owner_person" for word in span["text"].split())
    marked_here = {word.strip(".,()'").lower() for word in words if word[:1].isupper() and not word.isupper()}
    return marked_here | {name.lower() for name in Material.shipped().sample_names()}


def left_out(folder: Path, language: str) -> Iterator[Left]:
    """Every item of every writer but the first with the scores of weights fitted without that writer."""
    rows = _rows(folder, language)
    first = {
        (line["set"], line["id"]): line["labels"] for line in labelled_items(folder / "first_readings.jsonl")
    }
    for writer in list(rows)[1:]:
        others = [
            row for name, both in rows.items() if not by_one(name, writer) for part in both for row in part
        ]
        tables = fit(others)
        for row in rows[writer][0]:
            best = tables.best(row)
            read = first.get((writer, row.item["id"])) or labels_read(dict(row.item), weighed=False)
            yield Left(writer, row.item["labels"], read, dict(zip(LABELS, best, strict=True)))


def main() -> None:
    """Fit on all writers and write the weights; or leave each out, print, and with --bounds write the bounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    parser.add_argument("--scores", action="store_true")
    parser.add_argument("--bounds", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--left", type=Path, help="folder that keeps the scores of writers left out")
    given = parser.parse_args()
    folder = load_dataset("smart", Settings()).location
    languages = (given.language,) if given.language else LANGUAGES
    if given.scores or given.bounds:
        chosen = {}
        for language in languages:
            left = _kept(given.left, language) or list(left_out(folder, language))
            _keep(given.left, language, left)
            chosen[language] = bounds_of(left, language)
            print_bounds(language, left, chosen[language])
        if given.bounds:
            write_bounds(chosen, given.to)
        return
    for language in languages:
        rows = [row for both in _rows(folder, language).values() for part in both for row in part]
        write(fit(rows, names_marked(folder)), language, given.to)


def _kept(folder: Path | None, language: str) -> list[Left]:
    path = folder / f"{language}.jsonl" if folder else None
    if path is None or not path.exists():
        return []
    return [Left(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _keep(folder: Path | None, language: str, left: Sequence[Left]) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(vars(one), ensure_ascii=False, default=str) + "\n" for one in left)
        (folder / f"{language}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
