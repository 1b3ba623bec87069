"""`chances_of`: the fitted weights applied to sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from agent.sentence_kinds.concepts import Language
from agent.sentence_kinds.features import Sentence, features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Chances = Mapping[str, float]
"""Kind → chance between 0 and 1 that the sentence makes a statement of that kind; kinds do not exclude each other."""

WEIGHTS = Path(__file__).parent / "data"
"""Folder with `<language>.features.txt` (one a line), `<language>.weights.npy` (features × kinds, half floats)
and `<language>.kinds.tsv` (kind, bias)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Rows of `table` follow `rows`, columns `kinds`."""

    kinds: tuple[str, ...]
    rows: Mapping[str, int]
    table: NDArray[np.float32]
    bias: NDArray[np.float64]


def chances_of(sentences: Sequence[Sentence], folder: Path | None = None) -> list[Chances]:
    """Chances of every kind for every sentence, in order; `folder` holds other weights than the shipped ones."""
    return [_of(sentence, folder or WEIGHTS) for sentence in sentences]


@cache
def load(language: Language, folder: Path) -> Weights:
    """The weights of one language. Raises FileNotFoundError where the folder has none."""
    import numpy as np

    names = (folder / f"{language}.features.txt").read_text(encoding="utf-8").split("\n")
    table = [line.split("\t") for line in (folder / f"{language}.kinds.tsv").read_text("utf-8").splitlines()]
    with (folder / f"{language}.weights.npy").open("rb") as file:
        weights = np.load(file, allow_pickle=False).astype(np.float32)
    return Weights(
        kinds=tuple(row[0] for row in table),
        rows={name: place for place, name in enumerate(names)},
        table=weights,
        bias=np.array([float(row[1]) for row in table]),
    )


def _of(sentence: Sentence, folder: Path) -> Chances:
    weights = load(sentence.language, folder)
    rows = weights.rows
    seen = {rows[feature] for feature in features(sentence) if feature in rows}
    total = weights.table[sorted(seen)].sum(axis=0, dtype=float) + weights.bias
    return {kind: 1 / (1 + exp(-score)) for kind, score in zip(weights.kinds, total.tolist(), strict=True)}
