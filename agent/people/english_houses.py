"""The house an English note prints beside a name: "Jane Roe (Hallow Assurance)", "Ann Lee from Dovetail Audio"."""

from __future__ import annotations

import re
from functools import cache

from agent.people.labels import english_unit
from agent.people.latin_words import is_everyday
from agent.people.lexicon import table
from agent.people.parties import Parties
from agent.people.titles import read_english_role
from agent.people.types import Side

_RUN = r"[A-Z][\w&'’-]*(?: (?:(?:&|and|of) )?[A-Z][\w&'’-]*){0,3}"
_BEHIND = re.compile(
    rf"(?:,? \((?P<bracket>[^()\n]{{3,70}})\)|,? (?:from|at|of|with) (?:the )?(?P<of>{_RUN})|, (?:an?|the|their) (?:[a-z-]+ ){{1,4}}(?:at|of|from|with|for) (?:the )?(?P<post>{_RUN})|, (?P<comma>{_RUN})(?=[ ,.;\n)(]|\Z))"
)
_CALLED = re.compile(
    r",? \((?:[a-z-]+ ){0,2}(?:operator|carrier|supplier|owner|client|charterer|customer|dealer|franchisee|maker|manufacturer|importer|insurer|lender|vendor|agent) (?:at |of |from )?(?:the )?(?P<house>[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){1,3})\)"
)
"""What somebody is to others, with their house: "(vessel operator Rowan Tugs)"."""
_BEFORE = re.compile(rf"(?P<house>{_RUN}) \(\Z")
_OWNED = re.compile(rf"(?P<house>{_RUN})['’]s? (?:[a-z-]+ ){{1,4}}(?:(?:Mr|Ms|Mrs|Dr)\.? )?\Z")
AROUND = 80
"""Characters before and behind the name that are read."""


def third_house_beside(text: str, start: int, end: int, family: str, parties: Parties) -> str | None:
    """The third party's house that stands in front of the name at [start, end) or behind it, or None."""
    head, tail = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    names: list[str] = []
    called = _CALLED.match(tail)
    if (
        called
        and not read_english_role(called["house"])
        and parties.of_words(called["house"]) is not Side.CUSTOMER
    ):
        return called["house"]
    behind = _BEHIND.match(tail)
    if behind:
        names += re.findall(_RUN, behind["bracket"] or behind["of"] or behind["post"] or behind["comma"])
    before = _BEFORE.search(head)
    if before and tail[:1] in (")", ","):
        names.append(before["house"])
    owned = _OWNED.search(head)
    if owned:
        names.append(owned["house"])
    return next((name for name in names if _is_third(name, family, parties)), None)


def _is_third(house: str, family: str, parties: Parties) -> bool:
    """A house known as a third party's, or one that its last word shows as a firm that serves others.

    One named after the person ("Roe Orchards") may be a member's or an owner's.
    """
    side = parties.of_words(house)
    words = house.split()
    if side is Side.THIRD and family not in words:
        return not read_english_role(house)
    if side is Side.THIRD:
        side = Side.UNKNOWN
    if side is not Side.UNKNOWN or len(words) < 2:
        return False
    if words[-1].casefold() not in _firms() | _businesses() | _lines():
        return False
    if words[-1].casefold() in _SURELY:
        return not read_english_role(house)
    return not read_english_role(house) and not any(is_everyday(w) or english_unit(w) for w in words[:-1])


_SURELY = frozenset(
    [
        "bank",
        "insurance",
        "assurance",
        "solicitors",
        "accountants",
        "llp",
        "brokers",
        "mutual",
        "gazette",
        "herald",
        "tribune",
    ]
)
"""Of the last words of firms, those that no unit of a house is called by."""


@cache
def _businesses() -> frozenset[str]:
    """Lines of business that no site or unit of a house is called by."""
    data = table("english_contexts")
    return frozenset(data["trades"]) - frozenset(data["own_lines"])


@cache
def _firms() -> frozenset[str]:
    return frozenset(table("third_parties")["firm_names_en"])


@cache
def _lines() -> frozenset[str]:
    """Lines of business that are no unit's word as well."""
    return frozenset(word for word in table("third_parties")["lines_en"] if not english_unit(word))
