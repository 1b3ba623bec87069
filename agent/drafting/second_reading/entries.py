"""Which candidates a careful reader would list, by fitted weights over whole entries; each matter once.

A candidate is weighed by the chances of its sentences, what the rules saw, its parts, who says it, when, where, and how
often the account says it again. The weights (`data/entries/<list>.tsv`) are fitted on packs by evals/fits/entries.py
(docs/adr/0014).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import TypeVar

from agent.drafting.notes.claims import same_matter
from agent.drafting.second_reading.candidates import Candidate, Form, ListName, candidates
from agent.drafting.second_reading.weighed import Weighed
from agent.sentence_kinds.concepts import Language, concepts_in
from agent.sentence_kinds.features import plain
from connectors.language import language_of

E = TypeVar("E")
BOUNDS: Mapping[ListName, float] = {
    "goals": 0.45,
    "promises": 0.45,
    "commitments": 0.4,
    "steps": 0.48,
    "expansion": 0.2,
}
"""Chance from which on a candidate is listed: the best F1 on packs of writers left out of the fit."""
BIAS = ""
"""Name of the constant in a file of weights."""
TOLD = 0.03
"""Chance of another kind from which on it counts."""
LEAST = 0.002
AGES = 4
"""Parts of the time the notes span; which part an entry is of tells whether it still holds."""
NEAR = 2
"""Remarks around an entry in which a sentence may only go on about it."""
READ = 3
"""Sentences of an entry whose concepts count."""

Weights = Mapping[str, float]


def listed(weighed: Weighed, entries: Sequence[E], form: Form[E]) -> list[E]:
    """The entries to be listed, in the order of candidates.

    An entry of the rules that rests on no remark (published pages alone) stays: those are not weighed.
    """
    return listed_and_again(weighed, entries, form)[0]


def listed_and_again(weighed: Weighed, entries: Sequence[E], form: Form[E]) -> tuple[list[E], list[E]]:
    """As `listed`, and beside them the candidates that reach the bound and only tell a listed matter again."""
    found = candidates(weighed, entries, form)
    chances = chances_of_candidates(weighed, form.name, found)
    kept = likeliest(found, chances, form, BOUNDS[form.name])
    again = [at for at, chance in enumerate(chances) if chance >= BOUNDS[form.name] and at not in kept]
    return [found[at].entry for at in kept], [found[at].entry for at in again]


def likeliest(
    found: Sequence[Candidate[E]], chances: Sequence[float], form: Form[E], bound: float
) -> list[int]:
    """Places of the candidates that reach the bound, each matter told once: by its likeliest."""
    kept: list[int] = []
    for at in sorted(range(len(found)), key=lambda at: -chances[at]):
        one = found[at]
        again = any(_told_again(one, found[k], form) for k in kept)
        stays = chances[at] >= bound or (one.by_rules and form.sure(one.entry))
        if not one.places or (stays and not again):
            kept.append(at)
    return sorted(kept)


def _told_again(one: Candidate[E], other: Candidate[E], form: Form[E]) -> bool:
    alike = same_matter(one.text, other.text) and not form.apart(one.entry, other.entry)
    if alike or form.same(one.entry, other.entry):
        return True
    near = any(abs(place - beside) <= NEAR for place in one.places for beside in other.places)
    return near and not one.by_rules and form.goes_on(one.entry)


def chances_of_candidates(weighed: Weighed, name: ListName, found: Sequence[Candidate[E]]) -> list[float]:
    """The chance that a careful reader lists it, a candidate each."""
    weights = load(name)
    return [chance_of(features, weights) for features in features_of(weighed, found)]


def chance_of(features: Mapping[str, float], weights: Weights) -> float:
    """Chance of a candidate with these features."""
    score = weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-score))


def features_of(weighed: Weighed, found: Sequence[Candidate[E]]) -> Iterator[dict[str, float]]:
    """Every candidate's features, name → value."""
    likely = [_own_chance(weighed, one) for one in found]
    order = sorted(range(len(found)), key=lambda at: -likely[at])
    rank = {at: place for place, at in enumerate(order)}
    by_rules = log(1 + sum(one.by_rules for one in found))
    for at, one in enumerate(found):
        own = odds(likely[at])
        features = {
            "own": own,
            f"own {one.kind}": own / 2,
            "rank": log(1 + rank[at]),
            "by rules": by_rules,
            "candidates": log(1 + len(found)),
            "sentences": min(len(one.places), AGES) / 2,
            "length": min(len(one.text), 200) / 100,
        }
        if one.by_rules:
            features |= {"rule": 1.0, "rule own": own, f"rule {one.kind}": 1.0}
        else:
            features |= {"beside rules": by_rules}
        for name, value in one.parts.items():
            features[f"has {name}"] = value
            features[f"has {name} {one.by_rules}"] = value
        features |= _again(at, found, likely)
        if one.places:
            features |= _said(weighed, one)
        yield features


def _own_chance(weighed: Weighed, one: Candidate[E]) -> float:
    return max((weighed.chances(place).get(one.kind, 0.0) for place in one.places), default=0.0)


def _again(at: int, found: Sequence[Candidate[E]], likely: Sequence[float]) -> dict[str, float]:
    alike = [k for k in range(len(found)) if k != at and same_matter(found[at].text, found[k].text)]
    better = any(likely[k] > likely[at] for k in alike)
    return {"alike": min(len(alike), 3) / 2, "alike better": float(better)}


def _said(weighed: Weighed, one: Candidate[E]) -> dict[str, float]:
    """What its sentences and those beside them say, and where they stand."""
    first = weighed.remark(one.places[0])
    features = {
        f"side {first.side}": 1.0,
        f"block {first.kind.value}": 1.0,
        f"block {first.kind.value} {one.by_rules}": 1.0,
        f"document {first.document.kind.value}": 1.0,
        f"document {first.document.kind.value} {one.by_rules}": 1.0,
    }
    age = weighed.age(one.places[0])
    if age is not None:
        features[f"age {int(age * (AGES - 0.01))}"] = 1.0
    told: dict[str, float] = {}
    for place in one.places:
        for kind, chance in weighed.chances(place).items():
            told[kind] = max(told.get(kind, 0.0), chance)
    features |= {f"told {kind}": odds(chance) - odds(TOLD) for kind, chance in told.items() if chance > TOLD}
    for place in one.places[:READ]:
        text = weighed.remark(place).text
        language: Language = "ja" if language_of(text) == "ja" else "en"
        features |= {f"@{concept}": 0.5 for concept in concepts_in(plain(text), language)}
    if any(letter.isdigit() for place in one.places for letter in weighed.remark(place).text):
        features["figure"] = 1.0
    beside = weighed.beside(one.places)
    if beside:
        features["beside"] = odds(max(chances.get(one.kind, 0.0) for chances in beside))
    return features


def odds(chance: float) -> float:
    """Half the logarithm of the odds."""
    bounded = min(max(chance, LEAST), 1 - LEAST)
    return log(bounded / (1 - bounded)) / 2


@cache
def load(name: ListName) -> Weights:
    """The shipped weights of a list; `BIAS` is the constant."""
    file = files("agent.drafting.second_reading").joinpath(f"data/entries/{name}.tsv")
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {feature: float(weight) for feature, weight in rows}
