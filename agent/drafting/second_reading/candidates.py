"""Goals, promises, commitments, steps and expansion hints that may be listed: the rules' entries and what likely sentences make.

Both are candidates of equal right: agent/drafting/second_reading/entries.py weighs them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Citation
from agent.renewal.remarks import Remark

E = TypeVar("E")
ListName = Literal["goals", "promises", "commitments", "steps", "expansion"]
LISTS: tuple[ListName, ...] = ("goals", "promises", "commitments", "steps", "expansion")
LOWEST = 0.08
"""Chance of a sentence's kind from which on it is a candidate though no rule saw it."""


@dataclass(frozen=True)
class Candidate(Generic[E]):
    """An entry that may be listed. `kind` is the kind of sentence it rests on, `text` its statement.

    `places` are the places of the remarks it cites, `parts` what else is known of it (name → value).
    """

    entry: E
    kind: str
    text: str
    places: tuple[int, ...]
    by_rules: bool
    parts: Mapping[str, float]


@dataclass(frozen=True)
class Form(Generic[E]):
    """How entries of one list are looked at.

    `kind_of` gives the kind of sentence an entry rests on, `made_of` the entry that a sentence of a kind makes (None:
    no entry), `same` whether two entries are one matter told twice, `apart` whether they are two though their words are alike, `goes_on` whether an entry beside a likelier one
    only goes on about it, `sure` whether an entry of the rules stays whatever its chance. `lowest` is the chance of its
    kind from which on a sentence is a candidate.
    """

    name: ListName
    kinds: tuple[str, ...]
    kind_of: Callable[[E], str]
    text_of: Callable[[E], str]
    citations_of: Callable[[E], Sequence[Citation]]
    parts_of: Callable[[E], Mapping[str, float]]
    made_of: Callable[[Remark, str], E | None]
    same: Callable[[E, E], bool] = lambda one, other: False
    apart: Callable[[E, E], bool] = lambda one, other: False
    goes_on: Callable[[E], bool] = lambda one: False
    sure: Callable[[E], bool] = lambda one: False
    lowest: float = LOWEST


def candidates(weighed: Weighed, entries: Sequence[E], form: Form[E]) -> list[Candidate[E]]:
    """The rules' entries, then what sentences that none of them quotes make, in the order of the remarks."""
    found = []
    taken: set[int] = set()
    for entry in entries:
        places = weighed.places(form.citations_of(entry))
        taken.update(places)
        found.append(_candidate(form, entry, form.kind_of(entry), tuple(places), True))
    for place, remark, chances in weighed.told():
        if place in taken:
            continue
        likely = [kind for kind in form.kinds if chances.get(kind, 0.0) >= form.lowest]
        found += [
            _candidate(form, made, kind, (place,), False)
            for kind in likely
            if (made := form.made_of(remark, kind)) is not None
        ]
    return found


def _candidate(form: Form[E], entry: E, kind: str, places: tuple[int, ...], by_rules: bool) -> Candidate[E]:
    return Candidate(entry, kind, form.text_of(entry), places, by_rules, form.parts_of(entry))
