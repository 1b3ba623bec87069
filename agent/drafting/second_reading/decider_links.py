"""Who decides, as a record or a belief has it and as somebody later puts it right: the likeliest two sentences.

Each sentence is weighed as what no longer holds and as what holds instead, by the chances of its kinds, its concepts,
its heading and labels, who is named in it and where it stands. The weights (`data/decider_links.tsv`) are fitted by
evals/fits/clashes.py on labelled notes and packs (docs/adr/0013).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from agent.drafting.notes.contradictions.said import EARLY, Said, testimony
from agent.models.plan import KeyPerson
from agent.renewal.likely import sentences_of
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.sentence_kinds import Chances, Sentence
from agent.sentence_kinds.concepts import Language
from agent.sentence_kinds.features import VALUES, features
from connectors.interface import BlockKind

Place = Literal["before", "after"]
Weights = Mapping[tuple[str, str], Mapping[str, float]]
"""(Place, language) → feature → weight; BIAS is the constant."""
PLACES: tuple[Place, Place] = ("before", "after")
BIAS = ""
LIKELIEST = 8
"""Sentences of either place that are paired."""
MARKS = frozenset("@=#")
"""Groups of a sentence's features that are looked at: concepts, form, heading and labels."""
WAYS = ("question", "hedged", "corrects", "record")
TOLD = 0.03
AGES = 3
"""Parts of the time the notes span."""
LETTER = re.compile(r"letter|手紙|tegami", re.I)
LOG = re.compile(r"crm|日報|nippo|card|sfa", re.I)
"""Paths of logs that keep what somebody once entered."""


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence as a possible side of a contradiction on who decides."""

    said: Said
    language: Language
    features: Mapping[str, float]


def score(side: Side, place: Place, weights: Weights) -> float:
    """Logarithm of the odds that the sentence stands in that place of such a contradiction."""
    table = weights[place, side.language]
    return table[BIAS] + sum(table.get(name, 0.0) * value for name, value in side.features.items())


def sides_of(
    told: Sequence[tuple[Remark, Chances]], as_of: dt.date, roles_named: Callable[[Remark], Collection[str]]
) -> list[Side]:
    """What is said, sentence by sentence; `roles_named` gives the roles of those a remark names."""
    remarks = [remark for remark, _ in told]
    chances = {id(remark): found for remark, found in told}
    read = {id(r): s for r, s in zip(remarks, sentences_of(remarks, [()] * len(remarks)), strict=True)}
    heard = {id(remark.document) for remark in remarks if remark.side == "customer"}
    said = testimony(remarks, as_of)
    days = sorted({one.day for one in said if one.day})
    found = []
    for one in said:
        key = id(one.remark)
        seen = dict(_of_words(one, read[key], chances[key]))
        seen |= dict(_of_place(one, days, among_us=id(one.remark.document) not in heard))
        seen |= {f"names {role}": 1.0 for role in roles_named(one.remark)}
        found.append(Side(one, read[key].language, seen))
    return found


def roles_of(people: Sequence[KeyPerson], sides: Sides) -> Callable[[Remark], frozenset[str]]:
    """Roles of the people a remark names."""
    return lambda remark: frozenset(
        role
        for person in people
        if sides.names(remark.text, person)
        for role in (person.role, *person.also_roles)
    )


def _of_words(said: Said, sentence: Sentence, chances: Chances) -> Iterator[tuple[str, float]]:
    yield from ((name, VALUES[name[0]]) for name in features(sentence) if name[0] in MARKS)
    yield from ((f"kind {kind}", 2 * chance) for kind, chance in chances.items() if chance > TOLD)
    yield from ((f"way {way}", 1.0) for way in WAYS if said.matches(way))


def _of_place(said: Said, days: Sequence[dt.date], among_us: bool) -> Iterator[tuple[str, float]]:
    remark = said.remark
    path = remark.document.path
    early = bool(EARLY.search(f"{path} {remark.document.title} {remark.heading}"))
    places = {"early": early, "letter": bool(LETTER.search(path)), "log": bool(LOG.search(path))}
    yield from ((name, 1.0) for name, holds in places.items() if holds)
    if any(places.values()):
        yield "on record", 1.0
    if among_us:
        yield "among us", 1.0
    if remark.quoted:
        yield "quoted", 1.0
    yield f"row {remark.kind is BlockKind.TABLE_ROW}", 1.0
    dated = said.day is not None and len(days) > 1
    yield f"age {int(days.index(said.day) / (len(days) - 1) * (AGES - 0.01)) if dated else None}", 1.0


@cache
def load() -> Weights:
    """The shipped weights: a line a weight, with place, language and feature before it."""
    text = (
        files("agent.drafting.second_reading").joinpath("data/decider_links.tsv").read_text(encoding="utf-8")
    )
    found: dict[tuple[str, str], dict[str, float]] = {}
    for line in text.splitlines():
        place, language, name, weight = line.split("\t")
        found.setdefault((place, language), {})[name] = float(weight)
    return found
