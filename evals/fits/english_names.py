"""Fits the weights of agent/people/english_names on labelled notes: `python -m evals.fits.english_names`.

One logistic regression (scikit-learn, liblinear: deterministic) over the capitalised words of English notes: is the
word (part of) the name of somebody of the customer's? Names of our people are left out, as account.yaml tells them.
`--without WRITER… --to FILE` leaves writers out, so that the reading of these can be scored honestly. Needs the
dependency group `fit`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from agent.people.english_names.spellings import WEIGHTS, Seen, seen_words
from agent.people.parties import find_parties
from agent.people.units import read_units
from agent.store.account_folder import open_account
from connectors.registry import read_folder
from evals.fits.material import PACKS, Material, arguments
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.gold.pack import load_pack
from evals.labelled_notes import labelled_people

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


def rows(material: Material) -> Iterator[Row]:
    """Every capitalised word of the English labelled notes and development packs, our own people's names left out."""
    people = labelled_people(material.notes)
    for writer, note, folder in material.note_folders():
        if note["lang"] != "en" or note["id"] not in people:
            continue
        label = people[note["id"]]
        named = _words(p["name"] for p in label["people"] if not NO_NAME.search(p["name"]))
        named -= _words(label.get("outsiders") or [])
        yield from _rows(writer, note["id"], folder, named, _words(note.get("ours") or []))
    for folder in material.pack_folders():
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
    seen = [row.seen.features for row in found]
    names = kept_features(((row.note, row.seen.features) for row in found), SEEN_IN)
    given, bias = logistic(matrix_of(seen, names), [row.named for row in found], strength)
    weights = {name: float(w) for name, w in zip(names, given, strict=True) if abs(w) >= LEAST}
    return {"": bias, **weights}


def write(weights: Mapping[str, float], path: Path) -> None:
    """The file `agent.people.english_names` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{name}\t{w:.3f}\n" for name, w in sorted(weights.items())), encoding="utf-8")


def main() -> None:
    """Fit all writers, or all but some, and write."""
    given = arguments(__doc__, WEIGHTS).parse_args()
    write(fit([row for row in rows(Material.shipped()) if row.writer not in given.without]), given.to)


if __name__ == "__main__":
    main()
