"""First names and what people with them are called: a Peggy is a Margaret, a Bob a Robert."""

from __future__ import annotations

from functools import cache

from agent.people.lexicon import table


def may_be_one_name(one: str, other: str) -> bool:
    """True for the same first name, and where one is a short form of the other or both of one full name."""
    a, b = one.casefold(), other.casefold()
    return a == b or bool(_full_names().get(a, frozenset()) & _full_names().get(b, frozenset()))


@cache
def _full_names() -> dict[str, frozenset[str]]:
    """Every form with the groups it stands in, by their full names."""
    found: dict[str, set[str]] = {}
    for group in table("short_names")["groups"]:
        names = group.split()
        for name in names:
            found.setdefault(name, set()).add(names[0])
    return {name: frozenset(full) for name, full in found.items()}
