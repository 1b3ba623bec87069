"""English verbs by form: whether a word is a verb a subject takes, from base forms in data/verbs_en.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_DOUBLED = frozenset("bdgmnprt")


@cache
def verb_lists() -> dict[str, tuple[str, ...]]:
    """The lists of data/verbs_en.toml."""
    text = files("agent.goals").joinpath("data", "verbs_en.toml").read_text(encoding="utf-8")
    return {name: tuple(found) for name, found in tomllib.loads(text).items()}


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
