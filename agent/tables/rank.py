"""Which cell, or which table, answers a question: a linear score with fitted weights, and how sure it is.

The weights (weights.toml) are those of a conditional logit: the probability of a cell among the cells looked at is
the softmax of its score. `python -m evals.fits.tables` fits them on the train split of the table questions.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import numpy as np

from agent.tables.features import NAMES, Asked
from agent.tables.index import TableIndex
from agent.tables.question import TableQuestion

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float64]

Where = Literal["table", "filing"]
SURE = 0.87
"""Least probability of the best cell from which it is an answer.

By cross-validation over the filings of the train split: 88 % (U4) and 90 % (UFO) of the questions are answered,
99.8 % of them with the gold cell in both.
"""
LIKELY = 250
"""Cells of a filing that are looked at closely; the gold cell of 99.6 % of the train questions is among them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells looked at, the best one first, with the probability of each."""

    cells: list[int]
    probabilities: list[float]

    @property
    def sure(self) -> float:
        """Probability of the best cell, 0 without any."""
        return self.probabilities[0] if self.probabilities else 0.0


def rank_cells(index: TableIndex, question: TableQuestion, table: int | None = None) -> Choice:
    """Cells of one table, or the likely ones of all tables, by how well they answer the question."""
    asked = Asked(index, question)
    if table is None:
        cells, where = asked.likely(LIKELY), "filing"
    else:
        cells, where = index.cells_of(table), "table"
    if not len(cells):
        return Choice([], [])
    chances = softmax(asked.features(cells) @ _weights()[where])
    order = np.argsort(-chances, kind="stable")
    return Choice([int(c) for c in cells[order]], [float(p) for p in chances[order]])


def rank_tables(index: TableIndex, question: TableQuestion) -> list[tuple[int, float]]:
    """Tables by their best cell, each with the probability of its cells together."""
    choice = rank_cells(index, question)
    sums: dict[int, float] = {}
    for cell, chance in zip(choice.cells, choice.probabilities, strict=True):
        table = int(index.table[cell])
        sums[table] = sums.get(table, 0.0) + chance
    return list(sums.items())


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities."""
    powers = np.exp(scores - scores.max())
    found: Floats = powers / powers.sum()
    return found


@cache
def _weights() -> dict[str, Floats]:
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return {where: np.array([table[where].get(name, 0.0) for name in NAMES]) for where in ("table", "filing")}
