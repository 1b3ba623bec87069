"""Fits the weights of agent/people/english_names on labelled notes: `python -m evals.fit_english_names`.

One logistic regression (scikit-learn, liblinear: deterministic) over the capitalised words of English notes: is the
word (part of) the name of somebody of the customer's? Names of our people are left out, as account.yaml tells them.
`--without WRITER… --to FILE` leaves writers out, so that the reading of these can be scored honestly. Needs the
dependency group `fit`.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.people.english_names.spellings import WEIGHTS, Seen, seen_words
from agent.people.parties import find_parties
from agent.people.units import read_units
from agent.store.account_folder import open_account
from connectors.registry import read_folder
from evals.datasets.load import load_dataset
from evals.gold.pack import load_pack
from evals.interface import Settings
from evals.labelled_notes import labelled_notes, labelled_people, saying_of
from evals.sayings import write_account
from evals.tasks.plan import HELD_OUT

PACKS = "packs"
"""Their writer's name."""
STRENGTH = 0.5
"""Inverse of the L2 penalty."""
SEEN_IN = 3
"""A feature counts when this many notes have it: a name of one account does not."""
LEAST = 0.02
"""Smallest weight that is kept."""
NO_NAME = re.compile(
    r"(?i)\b(?:committee|board|council|team|panel|group|meeting|management|leadership|vestry|trustees|family|office|"
    r"finance|procurement|legal|compliance|security|forum|review|analysis|department|unit|session|owners|partners|"
    r"director|manager|ceo|cfo|president|chief|head|nurse|treasurer|matron|commissioner|chairman|chair)\b"
)
"""Bodies and titles listed in place of a name."""


@dataclass(frozen=True)
class Row:
    """A capitalised word of a note; `named`: part of the name of somebody of the customer's."""

    writer: str
    note: str
    seen: Seen
    named: bool


def rows(notes: Path, packs: Path) -> Iterator[Row]:
    """Every capitalised word of the English labelled notes and development packs, our own people's names left out."""
    people = labelled_people(notes)
    for writer, note in labelled_notes(notes):
        if note["lang"] != "en" or note["id"] not in people:
            continue
        label = people[note["id"]]
        named = _words(p["name"] for p in label["people"] if not NO_NAME.search(p["name"]))
        named -= _words(label.get("outsiders") or [])
        with tempfile.TemporaryDirectory() as scratch:
            folder = write_account(saying_of(note), Path(scratch) / "account").folder
            yield from _rows(writer, note["id"], folder, named, _words(note.get("ours") or []))
    for folder in sorted(path.parent for path in packs.glob("*/gold.yaml")):
        if not folder.name.startswith(HELD_OUT):
            gold = load_pack(folder).gold
            listed = [name for p in gold.key_people if p.kind == "person" for name in (p.name, *p.aliases)]
            yield from _rows(
                PACKS, folder.name, folder, _words(n for n in listed if not NO_NAME.search(n)), set()
            )


def _rows(
    writer: str, note: str, folder: Path, named: Collection[str], ours: Collection[str]
) -> Iterator[Row]:
    """The account's capitalised words; `ours` and people of account.yaml are left out."""
    opened = open_account(folder)
    sources = read_units(read_folder(opened.sources).documents)
    parties = find_parties(opened.account, sources)
    known = {word for name in parties.our_names for word in name}
    for seen in seen_words(sources, parties):
        if seen.word not in ours and seen.word.casefold() not in known:
            yield Row(writer, note, seen, seen.word in named)


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in re.findall(r"[^\W\d_][\w'’-]*", name)}


def fit(found: Collection[Row], strength: float = STRENGTH) -> dict[str, float]:
    """Weight of every feature kept; "" holds the constant."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    notes: dict[str, set[str]] = defaultdict(set)
    for row in found:
        for feature in row.seen.features:
            notes[feature].add(row.note)
    names = sorted(feature for feature, where in notes.items() if len(where) >= SEEN_IN)
    place = {name: at for at, name in enumerate(names)}
    pairs = [(at, place[f]) for at, row in enumerate(found) for f in sorted(row.seen.features) if f in place]
    at, column = np.array(pairs).T
    matrix = csr_matrix((np.ones(len(pairs)), (at, column)), shape=(len(found), len(names)))
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    model.fit(matrix, np.array([row.named for row in found]))
    weights = {n: float(w) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= LEAST}
    return {"": float(model.intercept_[0]), **weights}


def write(weights: Mapping[str, float], path: Path) -> None:
    """The file `agent.people.english_names` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{name}\t{w:.3f}\n" for name, w in sorted(weights.items())), encoding="utf-8")


def main() -> None:
    """Fit all writers, or all but some, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], metavar="WRITER")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    settings = Settings()
    notes, packs = (load_dataset(name, settings).location for name in ("labelled_notes", "packs"))
    found = [row for row in rows(notes, packs) if row.writer not in given.without]
    write(fit(found), given.to)


if __name__ == "__main__":
    main()
