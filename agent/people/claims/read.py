"""Claims of a statement: in the language it is written in, the strongest of each kind once for each person."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    found = _apart(reader(marked, insiders))
    best: dict[tuple[str, str | None], Claim] = {}
    for claim in found:
        key = (claim.shows, claim.mark)
        known = best.get(key)
        if known is None or (claim.denied, claim.weight) > (known.denied, known.weight):
            best[key] = claim
    return tuple(best.values())


_AT_ODDS = {
    "champion": ("stance:慎重", "stance:反対", "stance:中立", "stance:none"),
    "blocker": ("stance:推進", "stance:中立", "stance:none"),
}


def _apart(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those whose words stand inside longer ones that say otherwise ("推し" in "推しにくい")."""
    return [
        c
        for c in claims
        if c.denied
        or not any(
            o.shows in _AT_ODDS.get(c.shows, ())
            and o.start <= c.start
            and c.end <= o.end
            and o.end - o.start > c.end - c.start
            for o in claims
        )
    ]
