"""Fits the weights of agent/people/likely_names on notes with everybody printed marked: `python -m evals.fit_names`.

One logistic regression a kind and language, as in `evals.fit_sentence_kinds`: `person` over all candidates, `theirs`
over those that are somebody's name. `--without WRITER… --to FOLDER` leaves writers out; `--scores` prints what is
found on the notes of each writer left out. Needs the dependency group `fit`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.company.ownership import attribute
from agent.people.likely_names.candidates import LANGUAGES, candidates_of
from agent.people.likely_names.chances import VALUES, WEIGHTS, chances_of
from agent.people.likely_names.types import Candidate, Language
from agent.people.parties import find_parties
from agent.people.reading import majority_language, ruled_mentions
from agent.people.units import read_units
from agent.sentence_kinds.features import plain
from agent.store.account_folder import open_account
from connectors.registry import read_folder
from evals.datasets.load import load_dataset
from evals.fit_sentence_kinds import Fitted, holds_a_name, sample_names, write
from evals.gold.pack import load_pack
from evals.interface import Settings
from evals.labelled_notes import labelled_notes, labelled_people, saying_of
from evals.labelled_people import Printed, names_printed, printed_names
from evals.sayings import write_account
from evals.tasks.plan import HELD_OUT

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


PACKS = "packs"
"""Writer's name of the development packs."""


def read_packs(packs: Path) -> Iterator[Read]:
    """Every development pack with the people its gold lists, and those it says are no stakeholders."""
    for folder in sorted(path.parent for path in packs.glob("*/gold.yaml")):
        if folder.name.startswith(HELD_OUT):
            continue
        gold = load_pack(folder).gold
        documents = read_folder(open_account(folder).sources).documents
        language: Language = "en" if majority_language(documents) == "en" else "ja"
        names = [name for person in gold.key_people for name in (person.name, *(person.aliases or []))]
        printed = printed_names(names, gold.not_people, language)
        yield _read(folder, PACKS, folder.name, language, printed)


def read_notes(notes: Path) -> Iterator[Read]:
    """Every labelled note in which people are marked."""
    marked = labelled_people(notes)
    for writer, note in labelled_notes(notes):
        if note["id"] not in marked:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            pack = write_account(saying_of(note), Path(scratch) / "account")
            yield _read(
                pack.folder, writer, note["id"], note["lang"], names_printed(marked[note["id"]], note)
            )


def _read(folder: Path, writer: str, note: str, language: Language, printed: Printed) -> Read:
    opened = open_account(folder)
    documents = read_folder(opened.sources).documents
    about = attribute(documents, opened.account).about
    sources = read_units([d for d in documents if about[d.source_id] != "other"])
    parties = find_parties(opened.account, sources)
    known = [mention for found in ruled_mentions(sources, parties) for mention in found]
    held = candidates_of(language, sources, parties, known)
    ruled = frozenset(m.family for m in known if m.family)
    return Read(writer, note, language, held, printed, ruled)


def fit(rows: Sequence[Read], language: Language, names: Collection[str] = ()) -> Fitted:
    """Weights of both kinds; a feature that holds one of `names` is none."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [row for row in rows if row.language == language]
    notes: Counter[str] = Counter()
    for row in rows:
        notes.update(set().union(*(c.features for c in row.candidates)))
    folded = {plain(name) for name in names}
    kept_in = sorted(n for n, times in notes.items() if times >= SEEN_IN and not holds_a_name(n, folded))
    place = {name: at for at, name in enumerate(kept_in)}
    values = np.array([VALUES[name[0]] for name in kept_in])
    held = [candidate for row in rows for candidate in row.candidates]
    pairs = [(at, place[f]) for at, c in enumerate(held) for f in sorted(c.features) if f in place]
    across = np.array([pair[1] for pair in pairs])
    matrix = csr_matrix(
        (values[across], (np.array([pair[0] for pair in pairs]), across)), shape=(len(held), len(kept_in))
    )
    theirs = np.array([c.word in row.printed.theirs for row in rows for c in row.candidates])
    anybody = theirs | np.array([c.word in row.printed.others for row in rows for c in row.candidates])
    weights, bias = np.zeros((len(kept_in), len(KINDS))), np.zeros(len(KINDS))
    for column, (wanted, judged) in enumerate(((anybody, np.ones(len(held), bool)), (theirs, anybody))):
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        model.fit(matrix[judged], wanted[judged])
        weights[:, column] = model.coef_[0] * values
        bias[column] = model.intercept_[0]
    kept = np.sort(np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:KEPT])
    return Fitted(list(KINDS), [kept_in[at] for at in kept], weights[kept], bias)


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
        print(language, f"{int(wanted.sum())} names; rules {_shown(wanted, ruled)}")
        for bound in BOUNDS:
            print(f"  person from {bound:.2f}: {_shown(wanted, chance >= bound)}")
        side = sides[language]
        right = sum((one >= 0.5) == is_theirs for one, is_theirs in side)
        print(f"  side of {len(side)} names right: {right / len(side):.3f}")


def _shown(wanted: np.typing.NDArray[np.bool_], given: np.typing.NDArray[np.bool_]) -> str:
    right = int((wanted & given).sum())
    return f"P {right / max(int(given.sum()), 1):.3f} R {right / max(int(wanted.sum()), 1):.3f}"


def main() -> None:
    """Fit all, or all but some writers, and write; or print scores on writers left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], metavar="WRITER")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    parser.add_argument("--scores", action="store_true")
    given = parser.parse_args()
    settings = Settings()
    notes = load_dataset("labelled_notes", settings).location
    packs = load_dataset("packs", settings).location
    rows = [*read_notes(notes), *read_packs(packs)]
    if given.scores:
        print_scores(rows, given.to)
        return
    rows = [row for row in rows if row.writer not in given.without]
    names = sample_names(notes, packs)
    for language in LANGUAGES:
        write(fit(rows, language, names), language, given.to)


if __name__ == "__main__":
    main()
