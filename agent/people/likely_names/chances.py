"""The fitted weights applied to candidates: how likely each is a name, and whose."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from agent.people.likely_names.types import Candidate, Language
from agent.sentence_kinds.chances import Weights, load

Chances = Mapping[str, float]
"""Kind → chance. Kinds: `person` (anybody's name), `theirs` (a name of the customer's side)."""

WEIGHTS = Path(__file__).parent / "data"
"""Folder with the files `agent.sentence_kinds.chances.load` reads, written by `evals.fits.names`, and `bounds.toml`."""

VALUES = {"<": 0.7, ">": 0.7, "#": 1.0, "=": 1.0, "@": 1.0, "!": 1.0}
"""Of what stands before, behind, the word's shape, where it stands, what the dictionary knows, what rules saw."""


def chances_of(candidates: Sequence[Candidate], folder: Path | None = None) -> list[Chances]:
    """Chances of every candidate, in order; a language without weights gives no chances."""
    return [_of(candidate, folder or WEIGHTS) for candidate in candidates]


@cache
def bounds(language: Language) -> Mapping[str, float]:
    """Chances from which a name is taken (`add`), and under which one that rules saw is dropped (`drop`)."""
    held = tomllib.loads((WEIGHTS / "bounds.toml").read_text(encoding="utf-8"))
    return dict(held.get(language, {}))


def _of(candidate: Candidate, folder: Path) -> Chances:
    if not (folder / f"{candidate.language}.kinds.tsv").exists():
        return {}
    weights: Weights = load(candidate.language, folder)
    rows = {weights.rows[feature] for feature in candidate.features if feature in weights.rows}
    total = weights.table[sorted(rows)].sum(axis=0, dtype=float) + weights.bias
    return {kind: 1 / (1 + exp(-score)) for kind, score in zip(weights.kinds, total.tolist(), strict=True)}
