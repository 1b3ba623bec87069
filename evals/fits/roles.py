"""Fits the weights of agent/people/likely_roles on labelled notes and packs: `python -m evals.fits.roles`.

One logistic regression a role, stance and language (scikit-learn, liblinear: deterministic). The chances of sentences
that a candidate's features rest on come from weights fitted without the writers read (`--folds FOLDER` keeps them from
one run to the next), since chances of sentences a reader was fitted on are better than any it will give again.
`--scores` prints how often the likeliest role and stance is right on writers left out. Needs the dependency group `fit`.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agent.models.gold import Gold
from agent.people.assemble import Assembler
from agent.people.likely_roles import WEIGHTS, Seen, features_of
from agent.people.likely_roles.chances import ROLE, STANCE
from agent.people.likely_roles.features import Features
from agent.people.reading import gather
from agent.sentence_kinds.concepts import Language
from evals.fits.folds import FOLDS, sentence_weights, without
from evals.fits.material import LANGUAGES, PACKS, Material, arguments, own_documents
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.fits.weight_files import Fitted, write
from evals.gold.pack import load_pack
from evals.labelled_notes import labelled_people
from evals.scorers.people_match import match_people

STRENGTH = 0.02
"""Inverse of the L2 penalty. On packs of writers left out, .680 of the roles are right with this and the counts below,
.661 with .04, 4 and people of one language only."""
SEEN_IN = 3
"""A feature counts when this many accounts have it."""
OF_A_PACK = 2.0
"""Weight of a pack's people: whole accounts are what is read in earnest, notes are many."""
OF_ANOTHER_LANGUAGE = 0.5
"""Weight of people of the other language: ranks, places and kinds of sentences tell of roles there as well."""
NOBODY = ""
"""Role and stance of a candidate whom a pack's gold does not know: one more who is not the champion."""
OF_ONE = frozenset((ROLE + "economic_buyer", ROLE + "champion"))
"""Roles of one of an account, told from everybody else. Roles of several are fitted on people of the plan alone: fitted
on all others as well, who was given a chance of .2 of `unknown` was it in half the cases."""


@dataclass(frozen=True)
class Labelled:
    """One candidate of an account with the role and stance a careful reader gives them."""

    writer: str
    account: str
    language: Language
    features: Features
    role: str
    stance: str


def labelled_candidates(material: Material, folds: Path) -> Iterator[Labelled]:
    """Every candidate of the labelled notes, development packs and small accounts whom the annotation or gold knows."""
    people = labelled_people(material.notes)
    for writer, note, folder in material.note_folders():
        known = [
            {name: entry[name] for name in ("name", "role", "stance", "status")}
            for entry in people[note["id"]]["people"]
        ]
        gold = Gold.model_validate({"language": note["lang"], "key_people": known})
        yield from _candidates(folder, gold, writer, note["id"], without(folds, writer, note["id"]))
    for folder in material.pack_folders():
        yield from _candidates(
            folder, load_pack(folder).gold, PACKS, folder.name, without(folds, PACKS, folder.name)
        )

    for folder in material.small_folders("people"):
        name = folder.name
        yield from _candidates(folder, load_pack(folder).gold, PACKS, name, without(folds, PACKS, name))


def _candidates(folder: Path, gold: Gold, writer: str, name: str, weights: Path) -> Iterator[Labelled]:
    account, own = own_documents(folder)
    assembler = gather(account, own, account.as_of, weights).assembler
    seen = assembler.seen()
    found = features_of(seen, assembler.spoken)
    drafted = [_named(assembler, one) for one in seen]
    known_as = {place: gold.key_people[known] for known, place in match_people(gold, drafted)}
    for place, features in enumerate(found):
        person = known_as.get(place)
        if person is not None:
            yield Labelled(writer, name, assembler.spoken, features, person.role, person.stance)
        elif writer == PACKS:
            yield Labelled(writer, name, assembler.spoken, features, NOBODY, NOBODY)


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


def fit(rows: Sequence[Labelled], language: Language, names: Collection[str] = ()) -> Fitted:
    """Weights of every role and stance for the people of one language, fitted on those of both.

    A feature that holds one of `names` is none; features that no one of the language has are left out of what is given.
    """
    kept = kept_features(((row.account, row.features) for row in rows), SEEN_IN, names)
    matrix = matrix_of([row.features for row in rows], kept)
    counts = [
        (OF_A_PACK if row.writer == PACKS else 1.0)
        * (1.0 if row.language == language else OF_ANOTHER_LANGUAGE)
        for row in rows
    ]
    listed = np.array([row.role != NOBODY for row in rows])
    columns, weights, bias = [], [], []
    for mark, values in (
        (ROLE, [row.role for row in rows]),
        (STANCE, [row.stance for row in rows]),
    ):
        for value in sorted(set(values) - {NOBODY}):
            column = mark + value
            of_anybody = mark == STANCE or column in OF_ONE
            read = np.flatnonzero(listed | of_anybody)
            wanted = [values[place] == value for place in read]
            found, constant = logistic(matrix[read], wanted, STRENGTH, np.array(counts)[read])
            columns.append(column)
            weights.append(found)
            bias.append(constant)
    own = {name for row in rows if row.language == language for name in row.features}
    held = [place for place, name in enumerate(kept) if name in own]
    return Fitted(columns, [kept[place] for place in held], np.array(weights).T[held], np.array(bias))


def print_scores(rows: Sequence[Labelled]) -> None:
    """How often the rules' and the likeliest role and stance are right on people of writers left out."""
    for language in LANGUAGES:
        mine = [row for row in rows if row.language == language]
        right: Counter[str] = Counter()
        read: list[Labelled] = []
        for fold in FOLDS:
            left_out = [row for row in mine if fold.holds(row.writer, row.account)]
            if not left_out:
                continue
            fitted = fit([row for row in rows if not fold.holds(row.writer, row.account)], language)
            scores = (
                matrix_of([row.features for row in left_out], fitted.names) @ fitted.weights + fitted.bias
            )
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
    parser = arguments(__doc__, WEIGHTS)
    parser.add_argument(
        "--folds", type=Path, help="folder that keeps sentence weights fitted without some writers"
    )
    given = parser.parse_args()
    material = Material.shipped()
    with tempfile.TemporaryDirectory() as scratch:
        folds = given.folds or Path(scratch)
        sentence_weights(folds, material)
        rows = list(labelled_candidates(material, folds))
    if given.scores:
        print_scores(rows)
        return
    names = material.sample_names()
    rows = [row for row in rows if row.writer not in given.without]
    for language in LANGUAGES:
        write(fit(rows, language, names), language, given.to)


if __name__ == "__main__":
    main()
