"""Claims of a statement: in the language it is written in, the strongest of each kind once for each person."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.people.claims import english, japanese
from agent.people.claims.types import Claim

_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")


@lru_cache(maxsize=4_096)
def claims_of(marked: str, insiders: frozenset[str] = frozenset()) -> tuple[Claim, ...]:
    """What a sentence with marks for people, bodies and titles says of them.

    `insiders`: marks of the customer's people, bodies and titles. Of several frames that show the same of one mark the strongest counts; a denial counts before what it denies.
    """
    reader = japanese.claims_in if _JAPANESE.search(marked) else english.claims_in
    found = reader(marked, insiders)
    best: dict[tuple[str, str | None], Claim] = {}
    for claim in found:
        key = (claim.shows, claim.mark)
        known = best.get(key)
        if known is None or (claim.denied, claim.weight) > (known.denied, known.weight):
            best[key] = claim
    return tuple(best.values())
