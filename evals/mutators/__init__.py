"""Ways to falsify a quote. Each takes a random source, a true quote and material, and gives a false one or None.

To add one: a function here or in a module beside, and a row in `MUTATORS`. The mutant differs in meaning from
the quote, or is cut where a quote may not be cut.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from evals.mutators import cut_ends, letters, numbers, words


@dataclass(frozen=True, slots=True)
class Material:
    """What mutants are made with: names of this document, sentences of other documents, clauses of its own
    sentences that are too long to be quoted whole (`clauses` stand alone, `denied` do not)."""

    names: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)


Mutator = Callable[[Random, str, Material], str | None]


def _from_elsewhere(rng: Random, quote: str, material: Material) -> str | None:
    return rng.choice(material.foreign) if material.foreign else None


def _denied(rng: Random, quote: str, material: Material) -> str | None:
    return rng.choice(material.denied) if material.denied else None


def _cut_clause(rng: Random, quote: str, material: Material) -> str | None:
    if not material.clauses:
        return None
    way = rng.choice((cut_ends.first, cut_ends.last, cut_ends.head, cut_ends.tail))
    return way(rng, rng.choice(material.clauses))


def _name(rng: Random, quote: str, material: Material) -> str | None:
    return words.swap_name(rng, quote, material.names)


def _plain(function: Callable[[Random, str], str | None]) -> Mutator:
    return lambda rng, quote, _material: function(rng, quote)


MUTATORS: dict[str, Mutator] = {
    "digit": _plain(numbers.digit),
    "digit_dropped": _plain(numbers.digit_dropped),
    "digits_swapped": _plain(numbers.digits_swapped),
    "decimal_point": _plain(numbers.decimal_point),
    "separator": _plain(numbers.separator),
    "space_in_number": _plain(numbers.space_in_number),
    "scale": _plain(numbers.scale),
    "sign": _plain(numbers.sign),
    "date": _plain(numbers.date),
    "kanji_numeral": _plain(numbers.kanji_numeral),
    "compatibility_digit": _plain(numbers.compatibility_digit),
    "negation": _plain(words.negation),
    "polarity": _plain(words.polarity),
    "prefix_dropped": _plain(words.prefix_dropped),
    "name": _name,
    "word_dropped": _plain(words.word_dropped),
    "elsewhere": _from_elsewhere,
    "look_alike": _plain(letters.look_alike),
    "invisible": _plain(letters.invisible),
    "combining": _plain(letters.combining),
    "voice_mark": _plain(letters.voice_mark),
    "case": _plain(letters.case),
    "mark": _plain(letters.mark),
    "cut_first": _plain(cut_ends.first),
    "cut_last": _plain(cut_ends.last),
    "cut_head": _plain(cut_ends.head),
    "cut_tail": _plain(cut_ends.tail),
    "cut_sign": _plain(cut_ends.sign),
    "cut_scale": _plain(cut_ends.scale),
    "cut_negation": _plain(cut_ends.negation),
    "cut_clause": _cut_clause,
    "cut_denied": _denied,
}

CUTS = frozenset(name for name in MUTATORS if name.startswith("cut_"))
"""Mutants of these stand in the source as words; what is false is where they begin or end."""
