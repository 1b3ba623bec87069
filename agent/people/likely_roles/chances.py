"""`role_chances`: the fitted weights applied to candidates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from agent.people.likely_roles.features import Features, Seen, features_of
from agent.sentence_kinds.chances import load
from agent.sentence_kinds.concepts import Language

WEIGHTS = Path(__file__).parent / "data"
"""Folder with the three files a language that `agent.sentence_kinds.chances.load` reads; columns are `role <role>` and
`stance <stance>`."""
ROLE, STANCE = "role ", "stance "


@dataclass(frozen=True, slots=True)
class RoleChances:
    """Chances between 0 and 1 of each role and each stance of one candidate."""

    roles: Mapping[str, float]
    stances: Mapping[str, float]


def role_chances(seen: Sequence[Seen], language: Language, folder: Path | None = None) -> list[RoleChances]:
    """Chances for every candidate of one account, in order; `folder` holds other weights than the shipped ones."""
    return [_of(features, language, folder or WEIGHTS) for features in features_of(seen, language)]


def _of(features: Features, language: Language, folder: Path) -> RoleChances:
    weights = load(language, folder)
    scores = weights.bias.copy()
    for name, value in features.items():
        row = weights.rows.get(name)
        if row is not None:
            scores += value * weights.table[row]
    chances = {
        kind: 1 / (1 + exp(-score)) for kind, score in zip(weights.kinds, scores.tolist(), strict=True)
    }
    return RoleChances(_under(ROLE, chances), _under(STANCE, chances))


def _under(mark: str, chances: Mapping[str, float]) -> dict[str, float]:
    return {name.removeprefix(mark): chance for name, chance in chances.items() if name.startswith(mark)}
