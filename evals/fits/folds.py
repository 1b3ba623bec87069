"""Parts of the material that are left out in turn, and weights of kinds of sentences fitted without each of them.

Chances of sentences a reader was fitted on are better than any it will give again: whatever is fitted on chances reads
each account with the weights that have not seen it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.fits import sentence_kinds
from evals.fits.material import LANGUAGES, PACKS, Material
from evals.fits.weight_files import write


@dataclass(frozen=True)
class Fold:
    """Notes of some writers (one letter each), or packs of some numbers: packs of one writer have numbers in a row.

    Small accounts are numbered from 900 on.
    """

    name: str
    writers: str = ""
    packs: range = range(0)

    def holds(self, writer: str, account: str) -> bool:
        """The account is of this fold; `account` is a note's id or a pack's folder name."""
        if writer == PACKS:
            return int(account.split("-")[1]) in self.packs
        return writer in self.writers


FOLDS = (
    Fold("abc", "abc"),
    Fold("def", "def"),
    Fold("ijkl", "ijkl"),
    Fold("packs-1", packs=range(1, 63)),
    Fold("packs-63", packs=range(63, 87)),
    Fold("packs-87", packs=range(87, 112)),
    Fold("packs-112", packs=range(112, 136)),
    Fold("packs-136", packs=range(136, 900)),
    Fold("small", packs=range(900, 10_000)),
)


def fold_of(writer: str, account: str) -> Fold:
    """The fold an account is of. Raises StopIteration for a writer of none."""
    return next(fold for fold in FOLDS if fold.holds(writer, account))


def without(folds: Path, writer: str, account: str) -> Path:
    """Folder of the sentence weights that have not seen the account."""
    return folds / fold_of(writer, account).name


def sentence_weights(folds: Path, material: Material) -> None:
    """Weights of kinds of sentences without each fold, for those that `folds` does not hold yet."""
    missing = [fold for fold in FOLDS if not (folds / fold.name / "en.kinds.tsv").exists()]
    rows: Sequence[sentence_kinds.Labelled] = []
    if missing:
        rows = list(sentence_kinds.labelled_sentences(material))
    for fold in missing:
        others = [row for row in rows if not fold.holds(row.writer, row.note)]
        for language in LANGUAGES:
            write(sentence_kinds.fit(others, language), language, folds / fold.name)
