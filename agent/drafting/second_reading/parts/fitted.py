"""Fitted weights of one question and language, applied to features: the chance that the answer is yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from agent.sentence_kinds.concepts import Language

WEIGHTS = Path(__file__).parent / "data"
"""Folder with `<question>.<language>.tsv`: feature and weight a line, first of them the bias."""
BIAS = "(bias)"


@dataclass(frozen=True, slots=True)
class Model:
    """A feature that is not listed counts nothing."""

    weights: Mapping[str, float]
    bias: float

    def chance(self, features: Iterable[str]) -> float:
        """Between 0 and 1; the order of the features does not matter."""
        score = self.bias + sum(self.weights[name] for name in sorted(features) if name in self.weights)
        return 1 / (1 + exp(-max(-40.0, min(40.0, score))))


@cache
def model_of(question: str, language: Language, folder: Path = WEIGHTS) -> Model:
    """The weights as shipped. Raises FileNotFoundError where there are none."""
    lines = (folder / f"{question}.{language}.tsv").read_text(encoding="utf-8").split("\n")
    pairs = (line.rpartition("\t") for line in lines if line)
    weights = {name: float(weight) for name, _, weight in pairs}
    return Model(weights, weights.pop(BIAS))


def write_model(model: Model, question: str, language: Language, folder: Path = WEIGHTS) -> None:
    """The file that `model_of` reads, its features in order."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{BIAS}\t{model.bias:.4f}"]
    lines += [
        f"{name}\t{weight:.3f}" for name, weight in sorted(model.weights.items()) if abs(weight) >= LEAST
    ]
    (folder / f"{question}.{language}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


LEAST = 0.02
"""A weight below it changes no choice."""
