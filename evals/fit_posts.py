"""Fits the weights of agent/people/likely_names/posts on annotated notes and packs: `python -m evals.fit_posts`.

One logistic regression a language over unnamed posts and bodies: do they belong in the plan? `--scores` prints what
rules and reader list on each writer left out. Needs the dependency group `fit`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.company.ownership import attribute
from agent.people import reading
from agent.people.fold import name_key
from agent.people.likely_names.posts import POST_VALUES, POSTS, Key, likely_posts
from agent.people.likely_names.types import Language
from agent.sentence_kinds.features import plain
from agent.store.account_folder import open_account
from connectors.registry import read_folder
from evals.datasets.load import load_dataset
from evals.fit_names import PACKS
from evals.fit_sentence_kinds import Fitted, holds_a_name, sample_names, write
from evals.gold.pack import load_pack
from evals.interface import Settings
from evals.labelled_notes import labelled_notes, labelled_people, saying_of
from evals.sayings import write_account
from evals.tasks.plan import HELD_OUT

STRENGTH = 0.3
"""Inverse of the L2 penalty."""
SEEN_IN = 3
"""Posts that have a feature that counts."""
LANGUAGES: tuple[Language, ...] = ("ja", "en")
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


def read_posts(notes: Path, packs: Path) -> Iterator[Post]:
    """Unnamed posts and bodies of the annotated notes and the development packs."""
    marked = labelled_people(notes)
    for writer, note in labelled_notes(notes):
        if note["id"] in marked:
            listed = [p["name"] for p in marked[note["id"]]["people"] if p.get("key", True)]
            with tempfile.TemporaryDirectory() as scratch:
                pack = write_account(saying_of(note), Path(scratch) / "account")
                yield from _posts_of(pack.folder, writer, listed)
    for folder in sorted(path.parent for path in packs.glob("*/gold.yaml")):
        if not folder.name.startswith(HELD_OUT):
            people = load_pack(folder).gold.key_people
            yield from _posts_of(folder, PACKS, [n for p in people for n in (p.name, *(p.aliases or []))])


def _posts_of(folder: Path, writer: str, listed: Sequence[str]) -> Iterator[Post]:
    opened = open_account(folder)
    documents = read_folder(opened.sources).documents
    about = attribute(documents, opened.account).about
    own = [d for d in documents if about[d.source_id] != "other"]
    read = reading.read(opened.account, own, opened.account.as_of)
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
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(feature for row in rows for feature in row.features)
    folded = {plain(name) for name in names}
    kept = sorted(f for f, times in counts.items() if times >= SEEN_IN and not holds_a_name(f, folded))
    place = {name: at for at, name in enumerate(kept)}
    values = np.array([POST_VALUES[name[0]] for name in kept])
    pairs = [(at, place[f]) for at, row in enumerate(rows) for f in sorted(row.features) if f in place]
    across = np.array([pair[1] for pair in pairs])
    matrix = csr_matrix(
        (values[across], (np.array([pair[0] for pair in pairs]), across)), shape=(len(rows), len(kept))
    )
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    model.fit(matrix, [row.wanted for row in rows])
    return Fitted(["belongs"], kept, (model.coef_[0] * values)[:, None], model.intercept_)


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
        print(language, len(ordered), "rules as they are now", _shown(wanted, ruled))
        for add in ADDED:
            given = [_shown(wanted, (chance >= add) | (ruled & (chance >= drop))) for drop in DROPPED]
            print(
                f"  add {add}:", " | ".join(f"drop {d}: {one}" for d, one in zip(DROPPED, given, strict=True))
            )


def _shown(wanted: np.typing.NDArray[np.bool_], given: np.typing.NDArray[np.bool_]) -> str:
    right = int((wanted & given).sum())
    return f"P {right / max(int(given.sum()), 1):.3f} R {right / max(int(wanted.sum()), 1):.3f}"


def main() -> None:
    """Fit all, or all but some writers, and write; or print scores on writers left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], metavar="WRITER")
    parser.add_argument("--to", type=Path, default=POSTS)
    parser.add_argument("--scores", action="store_true")
    given = parser.parse_args()
    settings = Settings()
    notes = load_dataset("labelled_notes", settings).location
    packs = load_dataset("packs", settings).location
    rows = list(read_posts(notes, packs))
    if given.scores:
        print_scores(rows)
        return
    names = sample_names(notes, packs)
    for language in LANGUAGES:
        mine = [row for row in rows if row.language == language and row.writer not in given.without]
        write(fit(mine, names), language, given.to)


if __name__ == "__main__":
    main()
