"""Fits the weights of agent/tables on the train split of U4 and UFO: `python -m evals.fits.tables [FOLDER]`.

A conditional logit by Newton's method with an L2 penalty; deterministic. Questions whose gold cell is not in the
HTML or not among the cells looked at are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agent.tables.features import NAMES, Asked
from agent.tables.index import index_tables
from agent.tables.question import read_question
from agent.tables.rank import LIKELY, Where, softmax
from evals.datasets.load import shared_folder
from evals.interface import Settings
from evals.table_sets import read_report, table_questions

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Example = tuple[NDArray[np.float32], int]

PENALTY = 1.0
_STEPS = 12


def fit(examples: Sequence[Example], penalty: float = PENALTY, steps: int = _STEPS) -> Floats:
    """Weights that make the gold rows likeliest; an example is the features of its cells and the gold row."""
    count = examples[0][0].shape[1]
    weights = np.zeros(count)
    for _ in range(steps):
        slope = -penalty * weights
        curve = penalty * np.eye(count)
        for rows, gold in examples:
            chances = softmax(rows @ weights)
            mean = chances @ rows
            slope += rows[gold] - mean
            half = rows * np.sqrt(chances)[:, None].astype(np.float32)
            curve += half.T @ half - np.outer(mean, mean)
        step = np.clip(np.linalg.solve(curve, slope), -3, 3)
        weights = weights + step
        if np.abs(step).max() < 0.02:
            break
    return weights


def examples_of(data: Path) -> Iterator[tuple[Where, Example]]:
    """Features and gold of the train questions, in the table given and in the whole filing."""
    for name in ("u4", "ufo"):
        reports = data / "edinet" / "yuho_html" / name
        questions = table_questions(data / "gold" / f"{name}.zip", "table_qa", "train", reports)
        for report in sorted({question.report for question in questions}):
            read = read_report(reports / f"{report}.zip")
            index = index_tables([read.document])
            numbers = {read.cells.get(cell.span, ""): at for at, cell in enumerate(index.cells)}
            for question in (q for q in questions if q.report == report):
                gold = numbers.get(question.cell)
                if gold is None:
                    continue
                asked = Asked(index, read_question(question.text))
                looked_at: dict[Where, NDArray[np.int32]] = {
                    "table": index.cells_of(int(index.table[gold])),
                    "filing": asked.likely(LIKELY),
                }
                for where, cells in looked_at.items():
                    at = np.flatnonzero(cells == gold)
                    if len(at):
                        yield where, (asked.features(cells), int(at[0]))


def main(folder: Path | None) -> None:
    """Print the weights as TOML."""
    found: dict[Where, list[Example]] = {"table": [], "filing": []}
    for where, example in examples_of((folder or shared_folder(Settings())) / "data"):
        found[where].append(example)
    print("# Fitted by `python -m evals.fits.tables`: what each measure of agent/tables/features.py counts.")
    for where, examples in found.items():
        print(f"\n[{where}]")
        for name, weight in zip(NAMES, fit(examples), strict=True):
            print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
