"""O: who answers for it, on which side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.models.finding import Severity
from agent.models.plan import KeyPerson
from agent.review.rule import Hit, Read, Rule, Whole

CUSTOMER_SHARE = 0.4
"""Share of actions the customer should own (practice of the field: success is made by the customer)."""
FEWEST_FOR_SHARE = 5
_HONORIFIC = re.compile(r"(?:様|さま|さん|氏|殿|くん|先生|-san|Mr\.? ?|Ms\.? ?|Mrs\.? ?|Dr\.? ?)", re.I)
_PRONOUN = re.compile(r"I|me|he|him|she|her|they|them|you|私|僕|俺|彼|彼女|本人|自分", re.I)
_SEPARATOR = re.compile(r"[\s　・()（）,、/]+")


def no_owner(read: Read) -> Iterator[Hit]:
    """O01: nobody is named; "I" and "he" are nobody to who reads a plan."""
    owner = read.reading.owner
    if owner.kind == "none" or _is_pronoun(owner.name):
        yield Hit()


def team_only(read: Read) -> Iterator[Hit]:
    """O02: only a department, a company or "we"."""
    owner = read.reading.owner
    if owner.kind == "team" and not _is_pronoun(owner.name):
        yield Hit(owner.part, {"owner": owner.name or ""})


def unknown_owner(whole: Whole) -> Iterator[Hit]:
    """O03: a named owner who is neither among the plan's people nor ours; who is ours we know ourselves."""
    if whole.plan is None or not whole.plan.key_people:
        return
    known = _known_names(whole)
    for read in whole.items:
        owner = read.reading.owner
        name = owner.name
        ours = read.item.side == "us" or owner.side == "us"
        if (
            owner.kind == "person"
            and name
            and not _is_pronoun(name)
            and not ours
            and not any(_is_same(name, other) for other in known)
        ):
            yield Hit(owner.part, {"owner": name}, read.item.path)


def _is_pronoun(name: str | None) -> bool:
    return name is not None and _PRONOUN.fullmatch(name.strip()) is not None


def _known_names(whole: Whole) -> list[str]:
    names: list[str] = []
    if whole.plan is not None:
        for person in whole.plan.key_people:
            names += [person.name, *person.aliases]
            if person.our_contact:
                names.append(person.our_contact)
    if whole.account is not None:
        names += [*whole.account.vendor.people, *([whole.account.csm] if whole.account.csm else [])]
    return names


def _is_same(name: str, other: str) -> bool:
    """One holds the other's family name: 鴨下様 and 鴨下 恵."""
    pieces = [piece for piece in _SEPARATOR.split(_HONORIFIC.sub(" ", name)) if piece]
    others = [piece for piece in _SEPARATOR.split(_HONORIFIC.sub(" ", other)) if piece]
    if not others:
        return False
    joined = "".join(pieces).lower()
    if "".join(others).lower() in joined:
        return True
    return (others[0].lower() in joined and len(others[0]) > 1) or any(
        piece.lower() == others[-1].lower() for piece in pieces
    )


def leaving_owner(whole: Whole) -> Iterator[Hit]:
    """O04: the owner is leaving or has left."""
    if whole.plan is None:
        return
    gone: list[KeyPerson] = [
        person for person in whole.plan.key_people if person.status in ("leaving", "left")
    ]
    for read in whole.items:
        name = read.reading.owner.name
        if read.reading.owner.kind == "person" and name:
            for person in gone:
                if any(_is_same(name, other) for other in (person.name, *person.aliases)):
                    yield Hit(read.reading.owner.part, {"owner": name}, read.item.path)
                    break


def one_side(whole: Whole) -> Iterator[Hit]:
    """O05: less than 40% of the actions are the customer's, or none is ours."""
    sides = [read.item.side or read.reading.owner.side for read in whole.actions]
    known = [side for side in sides if side]
    if len(known) < FEWEST_FOR_SHARE:
        return
    share = known.count("customer") / len(known)
    if share < CUSTOMER_SHARE or share == 1.0:
        yield Hit(None, {"customer": str(known.count("customer")), "all": str(len(known))}, "actions")


OWNERSHIP = (
    Rule("O01", Severity.WARNING, no_owner),
    Rule("O02", Severity.WARNING, team_only),
    Rule("O03", Severity.INFO, whole=unknown_owner),
    Rule("O04", Severity.WARNING, whole=leaving_owner),
    Rule("O05", Severity.INFO, whole=one_side),
)
