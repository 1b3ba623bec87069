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
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agent.calendar import fold
from agent.goals.scan import Scan
from agent.goals.second_opinion.scores import LABELS, WEIGHTS
from agent.goals.second_opinion.signs import REACH, reach_of, signs_of
from agent.goals.second_opinion.tokens import Token
from evals.datasets.load import load_dataset
from evals.fits.material import Material
from evals.fits.regression import logistic
from evals.fits.smart_bounds import Left, bounds_of, print_bounds, write_bounds
from evals.fits.smart_generated import MARKED_PARTS, generated_items
from evals.fits.smart_marked import marked_items
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
    "development_15",
    "development_16",
    "development_17",
    "development_18",
)
"""Labelled sets by their name, one writer each but for `SAME_WRITER`; the marked goals are one more."""
UNMARKED = ("development_15", "development_16", "development_17", "development_18")
"""Labelled without saying which words: nothing is fitted on them, bounds are chosen on them too."""
SAME_WRITER = ({"development", "development_8"},)
"""Sets of one writer: neither is fitted on where the other is left out."""
MARKED = "marked"
GENERATED = "generated"
GENERATED_WEIGHS = 0.8
"""What a goal of the generator counts."""
STRENGTH = 0.3
"""Inverse of the L2 penalty."""
TOLERANCE = 0.01
"""At which the fit stops: tighter changes no reading and takes ten times as long."""
SEEN_IN = 3
"""A sign counts when this many items have it."""
KEPT = {"ja": 9_000, "en": 2_600}
"""Signs kept a language: those with the largest weight for any label. The smaller half of the English ones changed no
label of four unseen sets and cost time."""
EXCHANGED = ("owner_person", "owner_role", "owner_team", "method", "review")
TIMES, SHARE, WEIGHT = 2, 0.8, 0.35
"""How often an item is fitted with parts exchanged, how many of its parts are, and what it counts then."""


@dataclass(frozen=True)
class Marked:
    """One text with its tokens' signs and labels (tokens × labels). `item` has its id, labels and language."""

    writer: str
    item: Mapping[str, Any]
    tokens: list[Token]
    signs: list[list[str]]
    parts: NDArray[np.bool_]
    weight: float = 1.0


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
        tokens, signs = signs_of(scan)
        parts = np.zeros((len(tokens), len(LABELS)), dtype=bool)
        for row, token in enumerate(tokens):
            place = folded.original(token.start, token.end)[0]
            for span in item["spans"]:
                if span["label"] in LABELS and span["start"] <= place < span["end"]:
                    parts[row, LABELS.index(span["label"])] = True
        yield Marked(writer, item, tokens, signs, parts, weight)


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


def fit(rows: Sequence[Marked], names: Iterable[str] = ()) -> tuple[list[str], NDArray[np.float64]]:
    """Names of signs and their weights (signs × offsets × labels), row 0 nothing, the last two goal and action."""
    from scipy.sparse import csr_matrix

    banned = frozenset(names)
    counts = Counter(
        sign for row in rows if row.weight == 1 for sign in {s for own in row.signs for s in own}
    )
    kept = sorted(sign for sign, count in counts.items() if count >= SEEN_IN and not _holds(sign, banned))
    width = 2 * REACH + 1
    at = {sign: place for place, sign in enumerate(kept)}
    pairs_of, columns = [0], []
    for row in rows:
        known = [[at[sign] for sign in own if sign in at] for own in row.signs]
        for place in range(len(known)):
            for other in range(max(0, place - REACH), min(len(known), place + REACH + 1)):
                offset = other - place
                columns += [
                    n * width + offset + REACH for n in known[other] if abs(offset) <= reach_of(kept[n])
                ]
            columns.append(len(kept) * width + (row.item["kind"] != "goal"))
            pairs_of.append(len(columns))
    shape = (len(pairs_of) - 1, len(kept) * width + 2)
    matrix = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(pairs_of)), shape=shape)
    wanted = np.vstack([row.parts for row in rows])
    weight = np.concatenate([np.full(len(row.tokens), row.weight) for row in rows])
    made = np.concatenate([np.full(len(row.tokens), row.writer == GENERATED) for row in rows])
    found = np.zeros((shape[1], len(LABELS)))
    bias = np.zeros(len(LABELS))
    for column, label in enumerate(LABELS):
        counts_for = weight if label in MARKED_PARTS else np.where(made, 0.0, weight)
        found[:, column], bias[column] = logistic(matrix, wanted[:, column], STRENGTH, counts_for, TOLERANCE)
    table = found[:-2].reshape(len(kept), width, len(LABELS))
    largest = np.abs(table).max(axis=(1, 2))
    best = np.sort(np.argsort(-largest, kind="stable")[: KEPT[rows[0].item["lang"]]])
    kinds = np.zeros((2, width, len(LABELS)))
    kinds[:, REACH] = found[-2:] + bias
    names_kept = ["", *(kept[n] for n in best), "=goal", "=action"]
    return names_kept, np.concatenate([np.zeros((1, width, len(LABELS))), table[best], kinds])


def by_one(name: str, writer: str) -> bool:
    """The two sets have one writer."""
    return name == writer or {name, writer} in SAME_WRITER


def _holds(sign: str, names: frozenset[str]) -> bool:
    """A word or pair of words with a name in it."""
    return sign[0] in "wb" and any(word in names for word in sign[1:].split(" "))


def write(names: Sequence[str], table: NDArray[np.float64], language: str, folder: Path) -> None:
    """The two files `agent.goals.second_opinion.scores` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.signs.txt").write_text("\n".join(names), encoding="utf-8")
    np.save(folder / f"{language}.weights.npy", table.astype(np.float16))


@cache
def _rows(folder: Path, language: str) -> Mapping[str, tuple[list[Marked], list[Marked]]]:
    """Writer → items as written, and with parts exchanged."""
    found = {}
    for seed, (writer, items) in enumerate(items_of(folder).items()):
        mine = [item for item in items if item["lang"] == language]
        found[writer] = (list(marked(writer, mine)), list(marked(writer, exchanged(mine, seed), WEIGHT)))
    made = list(generated_items(language))
    found[GENERATED] = ([], list(marked(GENERATED, made, GENERATED_WEIGHS)))
    return found


def _fitted_on(folder: Path, language: str, but: str = "") -> list[Marked]:
    """All items whose words are marked, but one writer's."""
    return [
        row
        for name, both in _rows(folder, language).items()
        if not by_one(name, but) and name not in UNMARKED
        for part in both
        for row in part
    ]


def names_marked(folder: Path) -> set[str]:
    """Words of persons' names, in lower case, and the names of all packs and notes."""
    spans = (span for items in items_of(folder).values() for item in items for span in item["spans"])
    words = (word for span in spans if span["label"] == "owner_person" for word in span["text"].split())
    marked_here = {word.strip(".,()'").lower() for word in words if word[:1].isupper() and not word.isupper()}
    return marked_here | {name.lower() for name in Material.shipped().sample_names()}


def left_out(folder: Path, language: str) -> Iterator[Left]:
    """Every item of every writer but the first with the scores of weights fitted without that writer."""
    from agent.goals.second_opinion.scores import NOTHING

    rows = _rows(folder, language)
    first = {
        (line["set"], line["id"]): line["labels"] for line in labelled_items(folder / "first_readings.jsonl")
    }
    for writer in [name for name in rows if name != GENERATED][1:]:
        names, table = fit(_fitted_on(folder, language, writer))
        at = {name: place for place, name in enumerate(names)}
        for row in rows[writer][0]:
            blocks = np.array([table[[at[s] for s in own if s in at]].sum(axis=0) for own in row.signs])
            scores = np.repeat(
                table[-2 if row.item["kind"] == "goal" else -1, REACH][None, :], len(row.tokens), 0
            )
            for offset in range(-REACH, REACH + 1):
                low, high = max(0, -offset), min(len(row.tokens), len(row.tokens) - offset)
                if low < high:
                    scores[low:high] += blocks[low + offset : high + offset, offset + REACH]
            best = scores.max(axis=0) if len(row.tokens) else np.full(len(LABELS), NOTHING)
            read = first.get((writer, row.item["id"])) or labels_read(dict(row.item), weighed=False)
            yield Left(
                writer,
                row.item["labels"],
                read,
                dict(zip(LABELS, best.tolist(), strict=True)),
                row.item["kind"] == "goal",
                len(row.tokens),
            )


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
            left = scores_left_out(folder, language, given.left)
            chosen[language] = bounds_of(left)
            print_bounds(language, left, chosen[language])
        if given.bounds:
            write_bounds(chosen, given.to)
        return
    for language in languages:
        names, table = fit(_fitted_on(folder, language), names_marked(folder))
        write(names, table, language, given.to)


def scores_left_out(folder: Path, language: str, kept: Path | None) -> list[Left]:
    """Every writer's items as `left_out` gives them, or as the folder keeps them from an earlier run."""
    left = _kept(kept, language) or list(left_out(folder, language))
    _keep(kept, language, left)
    return left


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
