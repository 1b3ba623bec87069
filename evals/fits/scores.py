"""How the scores of writers left out are printed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def precision_and_recall(wanted: NDArray[np.bool_], given: NDArray[np.bool_]) -> str:
    """P and R of what is given against what is wanted."""
    right = int((wanted & given).sum())
    return f"P {right / max(int(given.sum()), 1):.3f} R {right / max(int(wanted.sum()), 1):.3f}"
