"""Which sentences a careful reader would cite for a risk, by fitted weights, and whether the account has it at all.

A sentence is weighed for every kind of risk by the chances of its kinds, its concepts, what rules saw, who says it and
when. The weights (`data/risk_signs.tsv`) are fitted on packs by evals/fits/risk_signs.py (docs/adr/0013).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from agent.drafting.notes.risks.signs import signs_in
from agent.drafting.second_reading.verdicts import overlaps
from agent.models.plan import Risk, RiskKind
from agent.renewal.remarks import Remark
from agent.sentence_kinds import Chances
from agent.sentence_kinds.concepts import concepts_in
from agent.sentence_kinds.features import plain
from connectors.interface import BlockKind
from connectors.language import language_of

KINDS: tuple[RiskKind, ...] = (
    "budget", "champion_departure", "eb_unknown", "competitor", "low_usage", "reorg", "value_unproven", "price",
    "security", "other",
)  # fmt: skip
BIAS = ""
"""Name of the constant in the file of weights."""
AGES = 4
"""Parts of the time the notes span; which part a sentence is of tells whether it still holds."""
TOLD = 0.05
"""Chance of another kind from which on it counts."""
LEAST = 0.002
WORTH = 5
"""Sentences that say together whether the account has the risk."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence with the chance that a reader cites it for the risk; `of_kind` when its own words speak of that kind."""

    remark: Remark
    chance: float
    of_kind: bool = True


Weights = Mapping[str, float]


def risk_signs(told: Sequence[tuple[Remark, Chances]], risks: Sequence[Risk]) -> dict[RiskKind, list[Sign]]:
    """Kind → all remarks as signs of it, the likeliest first; `risks` are those the rules found."""
    weights = load()
    found: dict[RiskKind, list[Sign]] = {kind: [] for kind in KINDS}
    for remark, features in sign_features(told, risks):
        for kind in KINDS:
            own = features[kind]
            speaks = "rule" in own or own["own"] >= _odds(TOLD) or kind in signs_in(remark.text)
            found[kind].append(Sign(remark, chance_of(own, weights), speaks))
    return {kind: sorted(signs, key=lambda sign: -sign.chance) for kind, signs in found.items()}


def chance_of(features: Mapping[str, float], weights: Weights) -> float:
    """Chance that a reader cites a sentence with these features for the risk."""
    score = weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-score))


def chance_of_risk(chances: Sequence[float]) -> float:
    """Chance that one of the likeliest signs is one, were they independent; the likeliest come first."""
    none = 1.0
    for chance in chances[:WORTH]:
        none *= 1 - chance
    return 1 - none


def sign_features(
    told: Sequence[tuple[Remark, Chances]], risks: Sequence[Risk]
) -> Iterator[tuple[Remark, dict[RiskKind, dict[str, float]]]]:
    """Every remark with its features as a sign of each kind: name → value."""
    days = sorted({remark.day for remark, _ in told if remark.day})
    for remark, chances in told:
        common = dict(_of_remark(remark, chances, days))
        concepts = set(concepts_in(plain(remark.text), "ja" if language_of(remark.text) == "ja" else "en"))
        common |= {f"@{concept}": 0.4 for concept in concepts}
        seen = {risk.kind for risk in risks if any(overlaps(citation, remark) for citation in risk.citations)}
        yield remark, {kind: common | dict(_of_kind(kind, chances, concepts, seen)) for kind in KINDS}


def _of_remark(remark: Remark, chances: Chances, days: Sequence[dt.date]) -> Iterator[tuple[str, float]]:
    yield "length", min(len(remark.text), 200) / 100
    yield f"side {remark.side}", 1.0
    yield f"row {remark.kind is BlockKind.TABLE_ROW}", 1.0
    yield f"document {remark.document.kind.value}", 1.0
    if remark.day and len(days) > 1:
        yield f"age {int(days.index(remark.day) / (len(days) - 1) * (AGES - 0.01))}", 1.0
    if any(letter.isdigit() for letter in remark.text):
        yield "figure", 1.0
    yield "any risk", _odds(max(chances.get(f"risk:{kind}", 0.0) for kind in KINDS))


def _of_kind(
    kind: RiskKind, chances: Chances, concepts: Collection[str], seen: Collection[str]
) -> Iterator[tuple[str, float]]:
    own = _odds(chances.get(f"risk:{kind}", 0.0))
    yield f"kind {kind}", 1.0
    yield "own", own
    yield f"own {kind}", own
    for other, chance in chances.items():
        if chance > TOLD:
            yield f"{kind} {other}", chance
    for concept in concepts:
        yield f"{kind} @{concept}", 0.7
    if kind in seen:
        yield "rule", 1.0
        yield f"rule {kind}", 0.7


def _odds(chance: float) -> float:
    """Half the logarithm of the odds."""
    bounded = min(max(chance, LEAST), 1 - LEAST)
    return log(bounded / (1 - bounded)) / 2


@cache
def load() -> Weights:
    """The shipped weights; `BIAS` is the constant."""
    text = files("agent.drafting.second_reading").joinpath("data/risk_signs.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {name: float(weight) for name, weight in rows}
