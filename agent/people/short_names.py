"""First names and what people with them are called: a Peggy is a Margaret, a Bob a Robert."""

from __future__ import annotations

from functools import cache

from agent.people.lexicon import table


def may_be_one_name(one: str, other: str) -> bool:
    """True for the same first name, and where one is a short form of the other or both of one full name."""
    a, b = sorted((one.casefold(), other.casefold()), key=len)
    known = _full_names()
    if a == b or known.get(a, frozenset()) & known.get(b, frozenset()):
        return True
    is_cut = len(a) >= SHORTEST and len(b) - len(a) >= CUT and b.startswith(a)
    return is_cut and not (a in known and b in known)


SHORTEST, CUT = 3, 2
"""Letters of the shortest beginning of a name that stands for it, and how many are left out: Stu for Stuart."""


@cache
def _full_names() -> dict[str, frozenset[str]]:
    """Every form with the groups it stands in, by their full names."""
    found: dict[str, set[str]] = {}
    for group in table("short_names")["groups"]:
        names = group.split()
        for name in names:
            found.setdefault(name, set()).add(names[0])
    return {name: frozenset(full) for name, full in found.items()}
