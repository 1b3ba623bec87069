"""`scores_of`: the fitted weights applied to the tokens of one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agent.goals.scan import Scan
from agent.goals.second_opinion.signs import REACH, WORDS_KEPT, Sign, Word, shown
from agent.goals.second_opinion.tokens import Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LABELS = (
    "vague", "metric", "target", "baseline", "method", "review", "owner_person", "owner_role", "owner_team", "due",
)  # fmt: skip
"""What a token may be part of; columns of the weights."""
NOTHING = -9.0
"""Score of a label in a text without tokens."""
WEIGHTS = Path(__file__).parent / "data"
"""Folder with three tables a language, each as `<language>.<table>.txt` (a sign a line) and `.npy` (signs × offsets ×
labels, half floats): `signs` (the first row holds nothing, the last two are goal and action with the bias, at offset
0), `letters` (offsets -1 to 1) and `fields` (offset 0)."""
_NEAR = 1
"""Tokens to either side whose letters count for a token."""


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` by sign; `values` has a row a sign, in it the labels of every offset one after the other."""

    rows: Mapping[str, int]
    values: NDArray[np.float32]

    def known(self, signs: Sequence[Sign]) -> list[int]:
        """Rows of the signs that have one other than the first."""
        row_of = self.rows.get
        return [row for sign in signs if (row := row_of(sign))]

    def total(self, signs: Sequence[Sign]) -> NDArray[np.float32]:
        """The sum of the rows of the signs."""
        total: NDArray[np.float32] = self.values.take(self.known(signs), axis=0).sum(axis=0)
        return total


@dataclass(frozen=True, slots=True)
class Weights:
    """The tables of one language, and what words met so far are worth (`words`)."""

    signs: Table
    letters: Table
    fields: Table
    words: dict[Word, NDArray[np.float32]] = field(default_factory=dict)

    def of_word(self, word: Word) -> NDArray[np.float32]:
        """What a word and its letters say at every offset of every label."""
        said = self.words.get(word)
        if said is None:
            if len(self.words) >= WORDS_KEPT:
                self.words.clear()
            said = self.signs.total(word.signs)
            if word.letters:
                width = self.fields.values.shape[1]
                said[(REACH - _NEAR) * width : (REACH + _NEAR + 1) * width] += self.letters.total(
                    word.letters
                )
            self.words[word] = said
        return said


@dataclass(frozen=True, slots=True)
class Scores:
    """`columns` by label, of the labels asked for, has a number a token: log odds that the token is part of it.

    `signs` has what was seen of each token.
    """

    tokens: list[Token]
    columns: Mapping[str, list[float]]
    signs: list[list[Sign]] = field(default_factory=list)

    def best(self, label: str) -> float:
        """The highest score of any token."""
        return max(self.columns[label], default=NOTHING)

    def span(self, label: str) -> tuple[int, int]:
        """Where the best token stands with its neighbours that are likelier than not part of it too."""
        column = self.columns[label]
        first = last = max(range(len(column)), key=column.__getitem__)
        while first > 0 and column[first - 1] > 0:
            first -= 1
        while last + 1 < len(column) and column[last + 1] > 0:
            last += 1
        return self.tokens[first].start, self.tokens[last].end


def scores_of(scan: Scan, folder: Path = WEIGHTS, labels: tuple[str, ...] = LABELS) -> Scores:
    """Scores of every token for the labels; `folder` holds other weights than the shipped ones."""
    import numpy as np

    weights = load(scan.language, folder, labels)
    seen = shown(scan)
    if not seen.tokens:
        return Scores([], {label: [] for label in labels})
    table = weights.signs
    known = [table.known(own) for own in seen.beside]
    most = max(map(len, known))
    rows = np.array([own + [0] * (most - len(own)) for own in known], dtype=np.intp)  # row 0 holds nothing
    many, width = len(seen.tokens), len(labels)
    around = np.zeros((many + 2 * REACH, table.values.shape[1]), dtype=np.float32)
    here = around[REACH : REACH + many]
    np.add.reduce(table.values.take(rows, axis=0), axis=1, out=here)
    here += [weights.of_word(word) for word in seen.words]
    row, cell = around.strides
    shape = many, 2 * REACH + 1, width
    # for every token what the tokens around it say of it, each at its offset
    told = np.ndarray(shape, np.float32, around, strides=(row, row + width * cell, cell))
    kind = table.values[-2 if scan.is_goal else -1, REACH * width : (REACH + 1) * width]
    scores = told.sum(axis=1) + kind
    for first, last, signs in seen.fields:
        scores[first:last] += weights.fields.total(signs)
    return Scores(seen.tokens, dict(zip(labels, scores.T.tolist(), strict=True)), seen.signs)


@cache
def load(language: str, folder: Path, labels: tuple[str, ...] = LABELS) -> Weights:
    """The weights of one language for the labels. Raises FileNotFoundError where the folder has none."""
    return Weights(*(_table(language, name, folder, labels) for name in ("signs", "letters", "fields")))


def _table(language: str, name: str, folder: Path, labels: tuple[str, ...]) -> Table:
    import numpy as np

    names = (folder / f"{language}.{name}.txt").read_text(encoding="utf-8").split("\n")
    with (folder / f"{language}.{name}.npy").open("rb") as file:
        table = np.load(file, allow_pickle=False).astype(np.float32)
    columns = table[:, :, [LABELS.index(label) for label in labels]]
    return Table({sign: row for row, sign in enumerate(names)}, columns.reshape(len(table), -1))
