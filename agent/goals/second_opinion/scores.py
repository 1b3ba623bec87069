"""`scores_of`: the fitted weights applied to the tokens of one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agent.goals.scan import Scan
from agent.goals.second_opinion.signs import REACH, Sign, signs_of
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
"""Folder with `<language>.signs.txt` (one a line) and `<language>.weights.npy` (signs × offsets × labels, half floats;
the last two rows are goal and action, with the bias, at offset 0)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows` by sign; `table` has a row a sign, in it the labels of every offset one after the other."""

    rows: Mapping[str, int]
    table: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """`columns` by label, of the labels asked for, has a number a token: log odds that the token is part of it.

    `signs` has what was seen of each token.
    """

    tokens: list[Token]
    columns: Mapping[str, Sequence[float]]
    signs: list[list[Sign]] = field(default_factory=list)
    highest: Mapping[str, float] = field(default_factory=dict)  # by label, of any token

    def best(self, label: str) -> float:
        """The highest score of any token."""
        return self.highest.get(label, NOTHING)

    def span(self, label: str) -> tuple[int, int]:
        """Where the best token stands with its neighbours that are likelier than not part of it too."""
        column = list(self.columns[label])
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
    tokens, signs = signs_of(scan)
    if not tokens:
        return Scores([], {label: [] for label in labels}, highest=dict.fromkeys(labels, NOTHING))
    row_of = weights.rows.get
    known = [[row for sign in own if (row := row_of(sign))] for own in signs]
    most = max(map(len, known))
    rows = np.array([own + [0] * (most - len(own)) for own in known], dtype=np.intp)  # row 0 holds nothing
    many, width = len(tokens), len(labels)
    around = np.zeros((many + 2 * REACH, weights.table.shape[1]), dtype=np.float32)
    np.add.reduce(weights.table.take(rows, axis=0), axis=1, out=around[REACH : REACH + many])
    row, cell = around.strides
    shape = (
        many,
        2 * REACH + 1,
        width,
    )  # for every token what the tokens around it say of it, each at its offset
    seen = np.ndarray(shape, np.float32, around, strides=(row, row + width * cell, cell))
    kind = weights.table[-2 if scan.is_goal else -1, REACH * width : (REACH + 1) * width]
    table = seen.sum(axis=1) + kind
    highest = dict(zip(labels, table.max(axis=0).tolist(), strict=True))
    return Scores(tokens, dict(zip(labels, table.T, strict=True)), signs, highest)


@cache
def load(language: str, folder: Path, labels: tuple[str, ...] = LABELS) -> Weights:
    """The weights of one language for the labels. Raises FileNotFoundError where the folder has none."""
    import numpy as np

    names = (folder / f"{language}.signs.txt").read_text(encoding="utf-8").split("\n")
    with (folder / f"{language}.weights.npy").open("rb") as file:
        table = np.load(file, allow_pickle=False).astype(np.float32)
    columns = table[:, :, [LABELS.index(label) for label in labels]]
    return Weights({name: row for row, name in enumerate(names)}, columns.reshape(len(table), -1))
