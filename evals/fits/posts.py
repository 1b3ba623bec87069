"""Fits the weights of agent/people/likely_names/posts on annotated notes and packs: `python -m evals.fits.posts`.

One logistic regression a language over unnamed posts and bodies: do they belong in the plan? `--scores` prints what
rules and reader list on each writer left out. Needs the dependency group `fit`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.people import reading
from agent.people.fold import name_key
from agent.people.likely_names.posts import POST_VALUES, POSTS, Key, likely_posts
from agent.people.likely_names.types import Language
from evals.fits.material import LANGUAGES, PACKS, Material, arguments, own_documents
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.fits.scores import precision_and_recall
from evals.fits.weight_files import Fitted, write
from evals.gold.pack import load_pack
from evals.labelled_notes import labelled_people

STRENGTH = 0.3
"""Inverse of the L2 penalty."""
SEEN_IN = 3
"""Posts that have a feature that counts."""
ADDED = (0.4, 0.45, 0.5, 0.6)
DROPPED = (0.1, 0.2, 0.3, 0.4)


@dataclass(frozen=True)
class Post:
    """One unnamed post or body of one account; `ruled`: the rules list it, `wanted`: an annotator does."""

    writer: str
    language: Language
    key: Key
    features: frozenset[str]
    wanted: bool
    ruled: bool


def read_posts(material: Material) -> Iterator[Post]:
    """Unnamed posts and bodies of the annotated notes and the development packs."""
    marked = labelled_people(material.notes)
    for writer, note, folder in material.note_folders():
        if note["id"] in marked:
            listed = [p["name"] for p in marked[note["id"]]["people"] if p.get("key", True)]
            yield from _posts_of(folder, writer, listed)
    for folder in material.pack_folders():
        people = load_pack(folder).gold.key_people
        yield from _posts_of(folder, PACKS, [n for p in people for n in (p.name, *(p.aliases or []))])


def _posts_of(folder: Path, writer: str, listed: Sequence[str]) -> Iterator[Post]:
    account, own = own_documents(folder)
    read = reading.read(account, own, account.as_of)
    language: Language = "en" if reading.majority_language(own) == "en" else "ja"
    ruled = {person.name.casefold() for person in read.people}
    golds = {name_key(name) for name in listed}
    for key, features in read.unnamed.items():
        wanted = _is_one_of(name_key(key[1]), golds)
        yield Post(writer, language, key, frozenset(features), wanted, key[1].casefold() in ruled)


def _is_one_of(name: str, golds: Collection[str]) -> bool:
    """The same name, or one the other holds: 経営会議 in 本社の経営会議."""
    return name in golds or any(
        len(name) > 1 < len(gold) and (name in gold or gold in name) for gold in golds
    )


def fit(rows: Sequence[Post], names: Collection[str] = ()) -> Fitted:
    """Weights over the posts of one language; a feature that holds one of `names` is none."""
    names_kept = kept_features(((str(at), row.features) for at, row in enumerate(rows)), SEEN_IN, names)
    matrix = matrix_of([row.features for row in rows], names_kept, POST_VALUES)
    values = np.array([POST_VALUES[name[0]] for name in names_kept])
    weights, bias = logistic(matrix, [row.wanted for row in rows], STRENGTH)
    return Fitted(["belongs"], names_kept, (weights * values)[:, None], np.array([bias]))


def print_scores(rows: Sequence[Post]) -> None:
    """Precision and recall of listed posts on writers left out, for rules and for reader and rules at several bounds."""
    for language in LANGUAGES:
        held = [row for row in rows if row.language == language]
        chances: list[float] = []
        ordered: list[Post] = []
        for writer in sorted({row.writer for row in held}):
            mine = [row for row in held if row.writer == writer]
            with tempfile.TemporaryDirectory() as scratch:
                write(fit([row for row in held if row.writer != writer]), language, Path(scratch))
                seen: Mapping[Key, set[str]] = {
                    (str(at), ""): set(row.features) for at, row in enumerate(mine)
                }
                chances += likely_posts(seen, language, Path(scratch)).values()
            ordered += mine
        wanted = np.array([row.wanted for row in ordered])
        ruled = np.array([row.ruled for row in ordered])
        chance = np.array(chances)
        print(language, len(ordered), "rules as they are now", precision_and_recall(wanted, ruled))
        for add in ADDED:
            given = [
                precision_and_recall(wanted, (chance >= add) | (ruled & (chance >= drop))) for drop in DROPPED
            ]
            print(
                f"  add {add}:", " | ".join(f"drop {d}: {one}" for d, one in zip(DROPPED, given, strict=True))
            )


def main() -> None:
    """Fit all, or all but some writers, and write; or print scores on writers left out."""
    given = arguments(__doc__, POSTS).parse_args()
    material = Material.shipped()
    rows = list(read_posts(material))
    if given.scores:
        print_scores(rows)
        return
    names = material.sample_names()
    for language in LANGUAGES:
        mine = [row for row in rows if row.language == language and row.writer not in given.without]
        write(fit(mine, names), language, given.to)


if __name__ == "__main__":
    main()
