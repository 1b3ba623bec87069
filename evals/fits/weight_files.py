"""Weights of several kinds over one set of features, and the three files that agent's readers of them open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.fits.regression import Floats


@dataclass(frozen=True)
class Fitted:
    """Weights of one language before they are written: rows follow `names`, columns `kinds`."""

    kinds: list[str]
    names: list[str]
    weights: Floats
    bias: Floats

    def largest(self, kept: int) -> Fitted:
        """Only the `kept` features with the largest weight for any kind."""
        best = np.sort(np.argsort(-np.abs(self.weights).max(axis=1), kind="stable")[:kept])
        return Fitted(self.kinds, [self.names[at] for at in best], self.weights[best], self.bias)


def write(fitted: Fitted, language: str, folder: Path) -> None:
    """`<language>.features.txt`, `.weights.npy` and `.kinds.tsv`, as `agent.sentence_kinds.chances` reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.features.txt").write_text("\n".join(fitted.names), encoding="utf-8")
    np.save(folder / f"{language}.weights.npy", fitted.weights.astype(np.float16))
    (folder / f"{language}.kinds.tsv").write_text(
        "".join(f"{kind}\t{bias:.4f}\n" for kind, bias in zip(fitted.kinds, fitted.bias, strict=True)),
        encoding="utf-8",
    )
