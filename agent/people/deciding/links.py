"""Of whom a sentence about deciding is: the one it names, the one of several who acts in it, else whom it goes on about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.people.deciding.link_words import before_sidelined, behind, words
from agent.people.deciding.words import language_of
from agent.people.statements import MARK, Ref, Statement
from agent.people.types import Person, Side

ONLY, ACTS, ONE_OF_SEVERAL, SPEAKER, GOES_ON = 1.0, 0.8, 0.3, 0.8, 0.6
"""How far a sentence's chance counts for whom it is linked to. Chosen on notes of writers left out of the fit, where a
sentence that names one customer is about that one in four of five cases."""

BACK = 4
"""Sentences back in which somebody is looked for who is only called he, she or 本人 now."""


@dataclass(frozen=True, slots=True)
class _Named:
    ref: Ref
    at: int


def linked(statements: Sequence[Statement], place: int, persons: Sequence[Person]) -> Mapping[Ref, float]:
    """Whom a statement may be about, with how far."""
    here = statements[place]
    found = _named(here, persons)
    if found:
        return _of_several(here, found)
    language = language_of(here.marked)
    if here.speaker is not None and here.speaker_side is Side.CUSTOMER and _says_me(here, language):
        return {Ref("person", here.speaker): SPEAKER}
    if not words("goes_on", language).search(here.marked):
        return {}
    return dict.fromkeys(_spoken_of(statements, place, persons), GOES_ON)


def _spoken_of(statements: Sequence[Statement], place: int, persons: Sequence[Person]) -> list[Ref]:
    """The one customer whom "he" or 本人 means: of the sentence before, or of the last one that names anybody where
    those between only go on."""
    here = statements[place]
    language = language_of(here.marked)
    speaker = None if here.speaker is None else Ref("person", here.speaker)
    somebody = words("somebody", language).search(here.marked) is not None
    for back in range(1, min(place, BACK if somebody else 1) + 1):
        before = statements[place - back]
        if before.doc != here.doc or here.unit - before.unit > back:
            return []
        told = [
            named
            for named in _named(before, persons)
            if named.ref != speaker and not (somebody and named.ref.kind == "body")
        ]
        if told:
            refs = list(dict.fromkeys(named.ref for named in told if _is_open(before, named)))
            return refs if len(refs) == 1 else []
        if before.speaker_side is Side.CUSTOMER and before.speaker != here.speaker:
            return []
    return []


def _says_me(statement: Statement, language: str) -> bool:
    return any(ref.bare_speaker for ref in statement.refs) or bool(
        words("me", language).search(statement.marked)
    )


def _of_several(statement: Statement, found: Sequence[_Named]) -> Mapping[Ref, float]:
    open_ones = [named for named in found if _is_open(statement, named)]
    refs = list(dict.fromkeys(named.ref for named in open_ones))
    if len(refs) <= 1:
        return dict.fromkeys(refs, ONLY)
    holds = behind("holds", language_of(statement.marked))
    acting = list(
        dict.fromkeys(named.ref for named in open_ones if holds.match(statement.marked, named.at + 1))
    )
    if len(acting) == 1:
        return {acting[0]: ACTS}
    return dict.fromkeys(refs, ONE_OF_SEVERAL)


def _is_open(statement: Statement, named: _Named) -> bool:
    """Neither tells, nor is said not to be the one."""
    text, language = statement.marked, language_of(statement.marked)
    return not (
        behind("tells", language).match(text, named.at + 1)
        or behind("sidelined", language).match(text, named.at + 1)
        or before_sidelined().search(text, 0, named.at)
    )


def _named(statement: Statement, persons: Sequence[Person]) -> list[_Named]:
    """Customers, titles and bodies in a statement, in order; a title beside its holder's name is that person.

    A row's key, to which the cell behind it is joined, counts only where the cell names nobody.
    """
    found = [
        _Named(ref, at)
        for at, character in enumerate(statement.marked)
        if re.match(MARK, character)
        for ref in [statement.ref(character)]
        if not ref.bare_speaker and (ref.kind != "person" or persons[ref.index].side in CUSTOMERS)
    ]
    cell = statement.marked.rfind("\t")
    inside = [named for named in found if named.at > cell]
    if cell >= 0 and not inside and len(statement.marked) - cell > SHORT_CELL:
        return _each_once(statement, found)
    return _each_once(statement, inside)


CUSTOMERS = (Side.CUSTOMER, Side.UNKNOWN)
SHORT_CELL = 8
"""A cell of no more letters says nothing of whom the key names."""


def _each_once(statement: Statement, found: Sequence[_Named]) -> list[_Named]:
    """Without titles beside the name of their holder, and without who leads or sits in a body named beside it."""
    language = language_of(statement.marked)
    dropped: set[_Named] = set()
    for first, second in pairwise(found):
        gap = statement.marked[first.at + 1 : second.at]
        kinds = (first.ref.kind, second.ref.kind)
        if first.ref.kind == "body" and words("in_it", language).fullmatch(gap):
            dropped.add(second)
        elif "person" in kinds and "title" in kinds and words("one_person", language).fullmatch(gap):
            dropped.add(first if first.ref.kind == "title" else second)
    return [named for named in found if named not in dropped]
