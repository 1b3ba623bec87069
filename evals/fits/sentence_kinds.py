"""Fits the weights of agent/sentence_kinds on labelled notes and packs: `python -m evals.fits.sentence_kinds`.

One logistic regression a kind and language (scikit-learn, liblinear: deterministic), L2 penalty, then the features
with the largest weights, rounded to whole steps. `--without WRITER --to FOLDER` leaves one writer's notes out, so that
the reading of that writer can be scored honestly; `--scores` does so for every writer in turn and prints what comes
out. Needs the dependency group `fit`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.sentence_kinds.chances import WEIGHTS, chances_of
from agent.sentence_kinds.concepts import Language
from agent.sentence_kinds.features import VALUES, Sentence, features
from evals.fits.material import LANGUAGES, PACKS, Material, arguments
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.fits.weight_files import Fitted, write
from evals.gold.pack import load_pack
from evals.labelled_notes import kinds_of
from evals.note_remarks import kinds_labelled, kinds_quoted, quoted_kinds, sentences_in, squeezed

STRENGTH = 0.3
"""Inverse of the L2 penalty."""
SEEN_IN = 3
"""A feature counts when this many notes have it: a name of one account does not."""
KEPT = 20_000
"""Features kept a language: those with the largest weight for any kind."""
BOUNDS = (0.03, 0.05, 0.07, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
FEWEST = 12
"""Sentences a kind needs in a language to be fitted."""

REVIEWED = "=reviewed pack"
"""Packs were reviewed with the rules at hand and give fewer entries a note: what the rules saw in them is left out
of the fit, and they have a feature of their own, which no note to be read has."""


@dataclass(frozen=True)
class Labelled:
    """A sentence of a note with its kinds. `judged` are the kinds its source labels at all."""

    writer: str
    note: str
    sentence: Sentence
    kinds: frozenset[str]
    judged: frozenset[str] | None = None  # None: all of them


PACK_KINDS = frozenset(
    ("goal", "promise", "tool", "expansion", "step", "theme", "commit_us", "commit_them", "persona", "budget")
)
"""Kinds that a pack's gold judges with its evidence; its people's roles and stances are quoted too loosely."""


def labelled_sentences(material: Material) -> Iterator[Labelled]:
    """Every sentence of the labelled notes and the development packs, as the program reads them."""
    for writer, note, folder in material.note_folders():
        lines = {squeezed(line["t"]): kinds_of(line) for line in note["lines"]}
        for remark, sentence in sentences_in(folder):
            yield Labelled(writer, note["id"], sentence, frozenset(kinds_labelled(remark.text, lines)))
    for folder in material.pack_folders():
        pack = load_pack(folder)
        quoted = quoted_kinds(pack)
        for remark, sentence in sentences_in(folder):
            file = Path(remark.document.path).name
            kinds = frozenset(kinds_quoted(remark.text, file, quoted))
            yield Labelled(PACKS, folder.name, replace(sentence, seen_as=()), kinds, PACK_KINDS)


def fit(rows: Sequence[Labelled], language: Language, names: Collection[str] = ()) -> Fitted:
    """Weights for every kind with enough sentences in this language; a feature that holds one of `names` is none."""
    rows = [row for row in rows if row.sentence.language == language]
    seen = [_features(row.sentence) | ({REVIEWED} if row.judged else set()) for row in rows]
    notes = [row.note for row in rows]
    names_kept = kept_features(zip(notes, seen, strict=True), SEEN_IN, names)
    matrix = matrix_of(seen, names_kept, VALUES)
    values = np.array([VALUES[name[0]] for name in names_kept])
    counts = Counter(kind for row in rows for kind in row.kinds if row.judged is None or kind in row.judged)
    kinds = sorted(kind for kind, count in counts.items() if count >= FEWEST)
    weights = np.zeros((len(names_kept), len(kinds)))
    bias = np.zeros(len(kinds))
    for column, kind in enumerate(kinds):
        judged = np.array([row.judged is None or kind in row.judged for row in rows])
        wanted = np.array([kind in row.kinds for row in rows])
        found, bias[column] = logistic(matrix[judged], wanted[judged], STRENGTH)
        weights[:, column] = found * values
    return Fitted(kinds, names_kept, weights, bias).largest(KEPT)


@cache
def _features(sentence: Sentence) -> frozenset[str]:
    return frozenset(features(sentence))


def print_scores(rows: Sequence[Labelled], folder: Path) -> None:
    """What rules and reader find on the notes of writers left out of the fit, one after another, kind by kind.

    The weights without each writer stay in `folder`/<writer>. The bounds printed are those with the best F1 of
    sentences that a rule saw and that reach `keep`, and all that reach `add`.
    """
    found: dict[tuple[Language, str], list[tuple[float, bool, bool]]] = {}
    for writer in sorted({row.writer for row in rows} - {PACKS}):
        others = [row for row in rows if row.writer != writer]
        for language in LANGUAGES:
            write(fit(others, language), language, folder / writer)
        mine = [row for row in rows if row.writer == writer]
        for row, chances in zip(
            mine, chances_of([row.sentence for row in mine], folder / writer), strict=True
        ):
            for kind, chance in chances.items():
                seen = kind in row.sentence.seen_as
                found.setdefault((row.sentence.language, kind), []).append((chance, kind in row.kinds, seen))
    print("language kind  sentences | rules: precision recall F1 | with the reader: F1 (P R) at keep, add")
    for (language, kind), triples in sorted(found.items()):
        chance_of = np.array([chance for chance, _, _ in triples])
        wanted = np.array([is_wanted for _, is_wanted, _ in triples])
        saw = np.array([is_seen for _, _, is_seen in triples])
        if not wanted.any():
            continue
        best = max(
            (_f1(wanted, (saw & (chance_of >= keep)) | (chance_of >= add)), keep, add)
            for add in BOUNDS
            for keep in BOUNDS
            if keep <= add
        )
        print(
            f"{language} {kind:22s} {int(wanted.sum()):4d} | {_shown(_f1(wanted, saw))} | "
            f"{_shown(best[0])} at {best[1]:.2f} {best[2]:.2f}"
        )


def _f1(wanted: NDArray[np.bool_], given: NDArray[np.bool_]) -> tuple[float, float, float]:
    """F1, precision, recall."""
    right = int((wanted & given).sum())
    precision, recall = right / max(int(given.sum()), 1), right / int(wanted.sum())
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def _shown(scores: tuple[float, float, float]) -> str:
    return f"{scores[0]:.2f} (P {scores[1]:.2f} R {scores[2]:.2f})"


def main() -> None:
    """Fit all, or all but one writer, and write; or print scores on writers left out."""
    given = arguments(__doc__, WEIGHTS).parse_args()
    material = Material.shipped()
    rows = list(labelled_sentences(material))
    if given.scores:
        print_scores(rows, given.to)
        return
    rows = [row for row in rows if row.writer not in given.without]
    names = material.sample_names()
    for language in LANGUAGES:
        write(fit(rows, language, names), language, given.to)


if __name__ == "__main__":
    main()
