"""`scores_of`: the fitted weights applied to the tokens of one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agent.goals.scan import Scan
from agent.goals.second_opinion.signs import REACH, signs_of
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
    rows: Mapping[str, int]
    table: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """`table` has a row a token and a column a label: log odds that the token is part of it."""

    tokens: list[Token]
    table: NDArray[np.float32]

    def best(self, label: str) -> float:
        """The highest score of any token."""
        return float(self.table[:, LABELS.index(label)].max()) if self.tokens else NOTHING

    def span(self, label: str) -> tuple[int, int]:
        """Where the best token stands with its neighbours that are likelier than not part of it too."""
        column = self.table[:, LABELS.index(label)].tolist()
        first = last = max(range(len(column)), key=column.__getitem__)
        while first > 0 and column[first - 1] > 0:
            first -= 1
        while last + 1 < len(column) and column[last + 1] > 0:
            last += 1
        return self.tokens[first].start, self.tokens[last].end


def scores_of(scan: Scan, folder: Path = WEIGHTS) -> Scores:
    """Scores of every token for every label; `folder` holds other weights than the shipped ones."""
    import numpy as np

    weights = load(scan.language, folder)
    tokens, signs = signs_of(scan)
    rows: list[int] = []
    first: list[int] = []
    for own in signs:
        first.append(len(rows))
        rows.append(0)  # row 0 holds nothing, so that a token without a known sign has one
        rows += [weights.rows[sign] for sign in own if sign in weights.rows]
    if not tokens:
        return Scores([], np.zeros((0, len(LABELS)), dtype=np.float32))
    blocks = np.add.reduceat(weights.table[rows], first, axis=0)
    table = np.repeat(weights.table[-2 if scan.is_goal else -1, REACH][None, :], len(tokens), axis=0)
    for offset in range(-REACH, REACH + 1):  # a token's signs count for the tokens around it
        low, high = max(0, -offset), min(len(tokens), len(tokens) - offset)
        if low < high:
            table[low:high] += blocks[low + offset : high + offset, offset + REACH]
    return Scores(tokens, table)


@cache
def load(language: str, folder: Path) -> Weights:
    """The weights of one language. Raises FileNotFoundError where the folder has none."""
    import numpy as np

    names = (folder / f"{language}.signs.txt").read_text(encoding="utf-8").split("\n")
    with (folder / f"{language}.weights.npy").open("rb") as file:
        table = np.load(file, allow_pickle=False).astype(np.float32)
    return Weights({name: row for row, name in enumerate(names)}, table)
