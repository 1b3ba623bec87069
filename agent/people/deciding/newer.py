"""What newer words leave of older signs: who decides is what the customer said last, and unknown where that is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from agent.people.deciding.collective import says_unknown
from agent.people.evidence_of_roles import Shown
from agent.people.statements import Statement

Key = tuple[str, int]
OWN_WORDS = 2.0
"""Directness of what the customer said, in person or minuted."""
OUTRIGHT = 3.0
"""Weight of a rule that says it in plain words."""
YIELDS = 0.4
"""What is left of a sign that only we wrote down, once the customer has named somebody else since."""


def beside_newer(signs: Sequence[Shown], statements: Sequence[Statement]) -> list[Shown]:
    """The signs of who decides, those overtaken by newer words less or gone; signs of other roles as they are.

    What we noted (a hand-over, a log) yields to a later day on which the customer names somebody else outright;
    a body only to a body, since whoever signs for it is named as often. Where it was said later that nobody knows who decides, only words behind that count.
    """
    unknown = _last_unknown(statements)
    named = _named_outright(signs)
    out: list[Shown] = []
    for sign in signs:
        if sign.role != "economic_buyer" or sign.weight <= 0:
            out.append(sign)
        elif unknown is not None and not _is_behind(sign.statement, unknown):
            continue
        else:
            out.append(replace(sign, weight=sign.weight * YIELDS) if _yields(sign, named) else sign)
    return out


def _named_outright(signs: Sequence[Shown]) -> dict[Key, dt.date]:
    """Last day on which the customer names each one outright."""
    found: dict[Key, dt.date] = {}
    for sign in signs:
        said = sign.statement
        if (
            sign.role == "economic_buyer"
            and sign.weight > 0
            and sign.plain >= OUTRIGHT
            and said.directness >= OWN_WORDS
            and said.day is not None
            and not said.hedged
        ):
            key = (sign.ref.kind, sign.ref.index)
            found[key] = max(found.get(key, dt.date.min), said.day)
    return found


def _yields(sign: Shown, named: dict[Key, dt.date]) -> bool:
    said = sign.statement
    if said.directness >= OWN_WORDS:
        return False
    since = said.day or dt.date.min
    return any(
        key != (sign.ref.kind, sign.ref.index)
        and day > since
        and (key[0] == "body" or sign.ref.kind != "body")
        for key, day in named.items()
    )


def _last_unknown(statements: Sequence[Statement]) -> Statement | None:
    """The last dated sentence that says nobody knows who decides, of one day the customer's own before our note of it;
    else the last one of the customer's own."""
    found = [s for s in statements if (s.day is not None or s.directness >= OWN_WORDS) and says_unknown(s)]
    return max(
        found, key=lambda s: (s.day or dt.date.min, s.directness >= OWN_WORDS, s.doc, s.start), default=None
    )


def _is_behind(said: Statement, unknown: Statement) -> bool:
    """Said on a later day, or further down in the same paper; an undated paper counts where the customer speaks in it.

    What we noted afterwards knows no more than the customer who did not know it.
    """
    if unknown.directness >= OWN_WORDS > said.directness:
        return False
    if said.doc == unknown.doc:
        return said.start > unknown.start
    if said.day is None or unknown.day is None:
        return said.directness >= OWN_WORDS
    return said.day > unknown.day
