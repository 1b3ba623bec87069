"""The one way all weights are fitted: features that occur often enough and hold no name, then a logistic regression."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from agent.sentence_kinds.features import plain

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
SEPARATES = re.compile(r"[\t\n\r]")


def kept_features(
    seen: Iterable[tuple[str, Iterable[str]]], seen_in: int, names: Collection[str] = ()
) -> list[str]:
    """Features that `seen_in` notes or more have and that hold none of `names`, in order.

    Nor a tab or a line break, which separate features in the files of weights.

    `seen` gives the note (or account, or row) and the features of each row. A feature of one account alone tells
    nothing of another.
    """
    notes: dict[str, set[str]] = {}
    for note, features in seen:
        for feature in features:
            notes.setdefault(feature, set()).add(note)
    folded = {plain(name) for name in names}
    return sorted(
        feature
        for feature, where in notes.items()
        if len(where) >= seen_in and not SEPARATES.search(feature) and not holds_a_name(feature, folded)
    )


def holds_a_name(feature: str, names: Collection[str]) -> bool:
    """One of the folded names lies in the feature; a Latin one as a whole word."""
    text = feature[1:]
    pieces = (text[start:end] for start in range(len(text)) for end in range(start + 2, len(text) + 1))
    return any(word in names for word in text.split()) or any(
        piece in names for piece in pieces if not piece.isascii()
    )


def matrix_of(
    rows: Sequence[Iterable[str] | Mapping[str, float]],
    kept: Sequence[str],
    values: Mapping[str, float] | None = None,
) -> csr_matrix:
    """Rows × kept features. A row's mapping gives its values; else the first letter's in `values`, or 1."""
    from scipy.sparse import csr_matrix

    place = {name: at for at, name in enumerate(kept)}
    down, across, held = [], [], []
    for at, row in enumerate(rows):
        for name in row if isinstance(row, Mapping) else sorted(row):
            if name in place:
                down.append(at)
                across.append(place[name])
                held.append(row[name] if isinstance(row, Mapping) else values[name[0]] if values else 1.0)
    return csr_matrix((held, (down, across)), shape=(len(rows), len(kept)))


def logistic(
    matrix: csr_matrix, wanted: Sequence[bool] | NDArray[np.bool_], strength: float,
    counts: Sequence[float] | Floats | None = None, tolerance: float = 1e-4,
) -> tuple[Floats, float]:  # fmt: skip
    """Weights of the features and the constant. `strength` is the inverse of the L2 penalty, `counts` weighs rows."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, solver="liblinear", tol=tolerance, random_state=0)
    model.fit(matrix, np.asarray(wanted), sample_weight=counts)
    return model.coef_[0], float(model.intercept_[0])
