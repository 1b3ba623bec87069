"""English verbs by form: whether a word is a verb a subject takes, from base forms in data/verbs_en.toml."""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.words import data

_DOUBLED = frozenset("bdgmnprt")


@cache
def verb_lists() -> dict[str, tuple[str, ...]]:
    """The lists of data/verbs_en.toml."""
    return {name: tuple(found) for name, found in data("verbs_en").items()}


def third_person(base: str) -> str:
    """carry → carries, do → does, fix → fixes, run → runs."""
    irregular = {"have": "has", "be": "is", "do": "does", "go": "goes"}
    if base in irregular:
        return irregular[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


@cache
def third_persons() -> dict[str, str]:
    """Every third person form with its base."""
    lists = verb_lists()
    return {third_person(base): base for base in (*lists["acts"], *lists["states"])}


@cache
def bases() -> frozenset[str]:
    """Every base form."""
    lists = verb_lists()
    return frozenset((*lists["acts"], *lists["states"]))


@cache
def states() -> frozenset[str]:
    """Base forms of verbs of being, thinking and faring."""
    return frozenset(verb_lists()["states"])


def participle(base: str) -> str:
    """set → setting, make → making, lie → lying."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    doubled = len(base) > 2 and base[-1] in _DOUBLED and base[-2] in "aeiou" and base[-3] not in "aeiou"
    return base + (base[-1] if doubled and len(base) <= 4 else "") + "ing"


@cache
def idioms() -> re.Pattern[str]:
    """Set phrases that say nothing checkable, with their verb in any present form."""
    said: list[str] = []
    for phrase in data("idioms_en")["phrases"]:
        verb, _, rest = phrase.partition(" ")
        forms = [verb, third_person(verb), participle(verb)]
        said += [f"{form} {rest}".strip() for form in forms]
    return regex(rf"(?<![a-z]){alternation(said)}(?![a-z-])", re.I)
