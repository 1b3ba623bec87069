"""Fits the weights of agent/people/likely_roles on labelled notes and packs: `python -m evals.fit_roles`.

One logistic regression a role, stance and language (scikit-learn, liblinear: deterministic). The chances of sentences
that a candidate's features rest on come from weights fitted without the writers read (`--folds FOLDER` keeps them from
one run to the next), since chances of sentences a reader was fitted on are better than any it will give again.
`--scores` prints how often the likeliest role and stance is right on writers left out. Needs the dependency group `fit`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from agent.company.ownership import attribute
from agent.models.gold import Gold
from agent.people.assemble import Assembler
from agent.people.likely_roles import WEIGHTS, Seen, features_of
from agent.people.likely_roles.chances import ROLE, STANCE
from agent.people.likely_roles.features import Features
from agent.people.reading import gather
from agent.sentence_kinds.concepts import Language
from agent.sentence_kinds.features import plain
from agent.store.account_folder import open_account
from connectors.registry import read_folder
from evals import fit_sentence_kinds as kinds
from evals.datasets.load import load_dataset
from evals.gold.pack import load_pack
from evals.interface import Settings
from evals.labelled_notes import labelled_notes, labelled_people, saying_of
from evals.sayings import write_account
from evals.scorers.people_match import match_people
from evals.tasks.plan import HELD_OUT

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

STRENGTH = 0.08
"""Inverse of the L2 penalty."""
SEEN_IN = 3
"""A feature counts when this many accounts have it."""
OF_A_PACK = 3.0
"""Weight of a pack's people: whole accounts are what is read in earnest, notes are many."""
FOLDS = ("packs", "abc", "def", "ijkl")
"""Writers whose sentences are read with weights fitted without them."""


@dataclass(frozen=True)
class Labelled:
    """One candidate of an account with the role and stance a careful reader gives them."""

    writer: str
    account: str
    language: Language
    features: Features
    role: str
    stance: str


def sentence_weights(folds: Path, notes: Path, packs: Path) -> None:
    """Weights of kinds of sentences for every fold that `folds` does not hold yet."""
    missing = [fold for fold in FOLDS if not (folds / fold / "en.kinds.tsv").exists()]
    rows = list(kinds.labelled_sentences(notes, packs)) if missing else []
    for fold in missing:
        others = [row for row in rows if row.writer not in writers_of(fold)]
        for language in kinds.LANGUAGES:
            kinds.write(kinds.fit(others, language), language, folds / fold)


def writers_of(fold: str) -> Collection[str]:
    """Its writers: one letter each, or the packs."""
    return [kinds.PACKS] if fold == kinds.PACKS else list(fold)


def labelled_candidates(notes: Path, packs: Path, folds: Path) -> Iterator[Labelled]:
    """Every candidate of the labelled notes and development packs whom the annotation or gold knows."""
    people = labelled_people(notes)
    fold_of = {writer: fold for fold in FOLDS for writer in writers_of(fold)}
    for writer, note in labelled_notes(notes):
        with tempfile.TemporaryDirectory() as scratch:
            pack = write_account(saying_of(note), Path(scratch) / "account")
            known = [
                {name: entry[name] for name in ("name", "role", "stance", "status")}
                for entry in people[note["id"]]["people"]
            ]
            gold = Gold.model_validate({"language": note["lang"], "key_people": known})
            yield from _candidates(pack.folder, gold, writer, note["id"], folds / fold_of[writer])
    for folder in sorted(path.parent for path in packs.glob("*/gold.yaml")):
        if not folder.name.startswith(HELD_OUT):
            gold = load_pack(folder).gold
            yield from _candidates(folder, gold, kinds.PACKS, folder.name, folds / kinds.PACKS)


def _candidates(folder: Path, gold: Gold, writer: str, name: str, weights: Path) -> Iterator[Labelled]:
    opened = open_account(folder)
    documents = read_folder(opened.sources).documents
    about = attribute(documents, opened.account).about
    own = [document for document in documents if about[document.source_id] != "other"]
    assembler = gather(opened.account, own, opened.account.as_of, weights).assembler
    seen = assembler.seen()
    found = features_of(seen, assembler.language)
    drafted = [_named(assembler, one) for one in seen]
    for known, place in match_people(gold, drafted):
        person = gold.key_people[known]
        yield Labelled(writer, name, assembler.language, found[place], person.role, person.stance)


def _named(assembler: Assembler, one: Seen) -> dict[str, Any]:
    """Name, aliases and kind of a candidate, as a plan would give them."""
    kind, index = one.key
    if kind == "body":
        body = assembler.bodies[index]
        return {"name": body.name, "aliases": sorted(body.aliases), "kind": "body"}
    if kind == "title":
        return {"name": assembler.holders[index].mention.surface, "aliases": [], "kind": "person"}
    spellings = sorted({mention.surface for mention in one.mentions})
    return {"name": assembler.persons[index].name, "aliases": spellings, "kind": "person"}


def fit(rows: Sequence[Labelled], names: Collection[str] = ()) -> kinds.Fitted:
    """Weights of every role and stance for the people of one language; a feature that holds one of `names` is none."""
    from sklearn.linear_model import LogisticRegression

    accounts: dict[str, set[str]] = {}
    for row in rows:
        for feature in row.features:
            accounts.setdefault(feature, set()).add(row.account)
    folded = {plain(name) for name in names}
    kept = sorted(
        feature
        for feature, where in accounts.items()
        if len(where) >= SEEN_IN and not kinds.holds_a_name(feature, folded)
    )
    matrix = _matrix(rows, kept)
    counts = [OF_A_PACK if row.writer == kinds.PACKS else 1.0 for row in rows]
    columns, weights, bias = [], [], []
    for mark, values in (
        (ROLE, [row.role for row in rows]),
        (STANCE, [row.stance for row in rows]),
    ):
        for value in sorted(set(values)):
            model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
            model.fit(matrix, np.array([given == value for given in values]), sample_weight=counts)
            columns.append(mark + value)
            weights.append(model.coef_[0])
            bias.append(model.intercept_[0])
    return kinds.Fitted(columns, kept, np.array(weights).T, np.array(bias))


def _matrix(rows: Sequence[Labelled], kept: Sequence[str]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    place = {feature: at for at, feature in enumerate(kept)}
    triples = [
        (value, at, place[feature])
        for at, row in enumerate(rows)
        for feature, value in row.features.items()
        if feature in place
    ]
    values, down, across = zip(*triples, strict=True)
    return csr_matrix((values, (down, across)), shape=(len(rows), len(kept)))


def print_scores(rows: Sequence[Labelled]) -> None:
    """How often the rules' and the likeliest role and stance are right on people of writers left out."""
    for language in kinds.LANGUAGES:
        mine = [row for row in rows if row.language == language]
        right: Counter[str] = Counter()
        read: list[Labelled] = []
        for fold in FOLDS:
            left_out = [row for row in mine if row.writer in writers_of(fold)]
            fitted = fit([row for row in mine if row.writer not in writers_of(fold)])
            scores = _matrix(left_out, fitted.names) @ fitted.weights + fitted.bias
            for row, score in zip(left_out, scores, strict=True):
                read.append(row)
                right["role"] += _best(fitted.kinds, score, ROLE) == row.role
                right["stance"] += _best(fitted.kinds, score, STANCE) == row.stance
                right["rules' role"] += f"!{row.role}" in row.features
                right["rules' stance"] += f"!stance {row.stance}" in row.features
        shares = " ".join(f"{name} {count / len(read):.3f}" for name, count in sorted(right.items()))
        print(f"{language}: {len(read)} people: {shares}")


def _best(columns: Sequence[str], scores: NDArray[np.float64], mark: str) -> str:
    pairs = [(score, name) for name, score in zip(columns, scores, strict=True) if name.startswith(mark)]
    return max(pairs)[1].removeprefix(mark)


def main() -> None:
    """Fit and write, or print scores on writers left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--folds", type=Path, help="folder that keeps sentence weights fitted without some writers"
    )
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    parser.add_argument("--scores", action="store_true")
    given = parser.parse_args()
    settings = Settings()
    notes = load_dataset("labelled_notes", settings).location
    packs = load_dataset("packs", settings).location
    with tempfile.TemporaryDirectory() as scratch:
        folds = given.folds or Path(scratch)
        sentence_weights(folds, notes, packs)
        rows = list(labelled_candidates(notes, packs, folds))
    if given.scores:
        print_scores(rows)
        return
    names = kinds.sample_names(notes, packs)
    for language in kinds.LANGUAGES:
        kinds.write(fit([row for row in rows if row.language == language], names), language, given.to)


if __name__ == "__main__":
    main()
