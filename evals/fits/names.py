"""Fits the weights of agent/people/likely_names on notes with everybody printed marked: `python -m evals.fits.names`.

One logistic regression a kind and language, as in `evals.fits.sentence_kinds`: `person` over all candidates, `theirs`
over those that are somebody's name. `--without WRITER… --to FOLDER` leaves writers out; `--scores` prints what is
found on the notes of each writer left out. Needs the dependency group `fit`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.models.account import Account
from agent.people.likely_names.candidates import LANGUAGES, candidates_of
from agent.people.likely_names.chances import VALUES, WEIGHTS, chances_of
from agent.people.likely_names.types import Candidate, Language
from agent.people.parties import find_parties
from agent.people.reading import majority_language, ruled_mentions
from agent.people.units import read_units
from connectors.interface import Document
from evals.fits.material import PACKS, Material, arguments, own_documents
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.fits.scores import precision_and_recall
from evals.fits.weight_files import Fitted, write
from evals.gold.pack import load_pack
from evals.labelled_notes import labelled_people
from evals.labelled_people import Printed, names_printed, printed_names

STRENGTH = 0.3
"""Inverse of the L2 penalty."""
SEEN_IN = 4
"""Notes that have a feature that counts."""
KEPT = 12_000
"""Features kept a language."""
KINDS = ("person", "theirs")
BOUNDS = (0.2, 0.3, 0.35, 0.4, 0.5, 0.6)


@dataclass(frozen=True)
class Read:
    """The candidates of one note with who is printed in it, and the names the rules found."""

    writer: str
    note: str
    language: Language
    candidates: Sequence[Candidate]
    printed: Printed
    ruled: frozenset[str]


def read_packs(material: Material) -> Iterator[Read]:
    """Every development pack with the people its gold lists, and those it says are no stakeholders."""
    for folder in material.pack_folders():
        gold = load_pack(folder).gold
        names = [name for person in gold.key_people for name in (person.name, *(person.aliases or []))]
        account, documents = own_documents(folder)
        language: Language = "en" if majority_language(documents) == "en" else "ja"
        printed = printed_names(names, gold.not_people, language)
        yield _read(account, documents, PACKS, folder.name, language, printed)


def read_notes(material: Material) -> Iterator[Read]:
    """Every labelled note in which people are marked."""
    marked = labelled_people(material.notes)
    for writer, note, folder in material.note_folders():
        if note["id"] in marked:
            printed = names_printed(marked[note["id"]], note)
            yield _read(*own_documents(folder), writer, note["id"], note["lang"], printed)


def _read(
    account: Account,
    documents: Sequence[Document],
    writer: str,
    note: str,
    language: Language,
    printed: Printed,
) -> Read:
    sources = read_units(documents)
    parties = find_parties(account, sources)
    known = [mention for found in ruled_mentions(sources, parties) for mention in found]
    held = candidates_of(language, sources, parties, known)
    ruled = frozenset(m.family for m in known if m.family)
    return Read(writer, note, language, held, printed, ruled)


def fit(rows: Sequence[Read], language: Language, names: Collection[str] = ()) -> Fitted:
    """Weights of both kinds; a feature that holds one of `names` is none."""
    rows = [row for row in rows if row.language == language]
    seen = ((row.note, candidate.features) for row in rows for candidate in row.candidates)
    names_kept = kept_features(seen, SEEN_IN, names)
    held = [candidate for row in rows for candidate in row.candidates]
    matrix = matrix_of([candidate.features for candidate in held], names_kept, VALUES)
    values = np.array([VALUES[name[0]] for name in names_kept])
    theirs = np.array([c.word in row.printed.theirs for row in rows for c in row.candidates])
    anybody = theirs | np.array([c.word in row.printed.others for row in rows for c in row.candidates])
    weights, bias = np.zeros((len(names_kept), len(KINDS))), np.zeros(len(KINDS))
    for column, (wanted, judged) in enumerate(((anybody, np.ones(len(held), bool)), (theirs, anybody))):
        found, bias[column] = logistic(matrix[judged], wanted[judged], STRENGTH)
        weights[:, column] = found * values
    return Fitted(list(KINDS), names_kept, weights, bias).largest(KEPT)


def print_scores(rows: Sequence[Read], folder: Path) -> None:
    """Precision and recall of names on notes of writers left out: the rules', and the reader's at several bounds."""
    found: dict[Language, list[tuple[float, bool, bool]]] = {}
    sides: dict[Language, list[tuple[float, bool]]] = {}
    for writer in sorted({row.writer for row in rows}):
        others = [row for row in rows if row.writer != writer]
        for language in LANGUAGES:
            write(fit(others, language), language, folder / writer)
        for row in (row for row in rows if row.writer == writer):
            for held, chances in zip(
                row.candidates, chances_of(row.candidates, folder / writer), strict=True
            ):
                is_theirs = held.word in row.printed.theirs
                is_somebody = is_theirs or held.word in row.printed.others
                found.setdefault(row.language, []).append(
                    (chances["person"], is_somebody, held.word in row.ruled)
                )
                if is_somebody:
                    sides.setdefault(row.language, []).append((chances["theirs"], is_theirs))
    for language, triples in found.items():
        chance = np.array([one for one, _, _ in triples])
        wanted = np.array([one for _, one, _ in triples])
        ruled = np.array([one for _, _, one in triples])
        print(language, f"{int(wanted.sum())} names; rules {precision_and_recall(wanted, ruled)}")
        for bound in BOUNDS:
            print(f"  person from {bound:.2f}: {precision_and_recall(wanted, chance >= bound)}")
        side = sides[language]
        right = sum((one >= 0.5) == is_theirs for one, is_theirs in side)
        print(f"  side of {len(side)} names right: {right / len(side):.3f}")


def main() -> None:
    """Fit all, or all but some writers, and write; or print scores on writers left out."""
    given = arguments(__doc__, WEIGHTS).parse_args()
    material = Material.shipped()
    rows = [*read_notes(material), *read_packs(material)]
    if given.scores:
        print_scores(rows, given.to)
        return
    rows = [row for row in rows if row.writer not in given.without]
    names = material.sample_names()
    for language in LANGUAGES:
        write(fit(rows, language, names), language, given.to)


if __name__ == "__main__":
    main()
