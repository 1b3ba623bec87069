"""All, or most, are said to use it; what stands right behind it in the same note counts fewer of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from agent.drafting.notes.contradictions.pairs import Pair, Reason
from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.use_claims import counted_share
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese

PACKAGE, FILE = "agent.drafting.notes.contradictions", "coverage"
REACH = {1: 1.2, 2: 0.8, 3: 0.5, 4: 0.3}
"""Weight of what stands so many statements behind the claim."""
ENOUGH = 2.0
"""Least weight of a count against a claim; chosen on development packs."""
LONGEST = 170
LESS = 0.05
"""How far below the claimed share a count must lie."""
MOST = 2
CLAIMED = re.compile(r"(?P<n>[6-9])割|(?P<percent>[6-9]\d|100) ?(?:%|パーセント|per ?cent)")
OF_ALL = re.compile(r"(?P<n>\d+)[一-龠ァ-ヴー]{0,6}つ?とも|(?P<n2>\d+)[一-龠ァ-ヴー]{1,4}まで")
FEWER = re.compile(r"(?P<n>\d+)(?![\d.%]|月|日|年|時|分)")


def fewer_than_said(notes: Sequence[Said]) -> Iterator[Pair]:
    """Claims with the weightiest count behind them that is lower; at most MOST."""
    found = []
    for place, claim in enumerate(notes):
        if not claims_all(claim):
            continue
        for apart, weight in REACH.items():
            other = notes[place + apart] if place + apart < len(notes) else None
            if other is None or other.remark.document is not claim.remark.document:
                break
            against = _against(claim, other)
            if against and weight + against >= ENOUGH:
                found.append((weight + against, -place, claim, other))
    told: list[Said] = []
    for _, _, claim, other in sorted(found, key=lambda entry: entry[:2], reverse=True):
        if not any(one in (claim, other) for one in told):
            told += [claim, other]
            why: Reason = "data" if counted_share(other) is not None or other.is_record else "direct"
            yield Pair("usage", claim.remark, other.remark, why)
            if len(told) == 2 * MOST:
                return


def claims_all(said: Said) -> bool:
    """It affirms, of today, that all or most do; a count of its own claims nothing."""
    share = counted_share(said)
    if len(said.remark.text) > LONGEST or (share is not None and share < 0.6):
        return False
    if said.is_question and not _fits("claim", said.plain.split("。")[0]):
        return False
    return any(_fits("claim", part) and not _fits("wished", part) for part in said.sentences)


def _against(claim: Said, other: Said) -> float:
    """Weight of what the other counts, its signs of a record or of turning, and the words in common."""
    if other.is_question or len(other.remark.text) > LONGEST or _fits("wished", other.plain):
        return 0.0
    share, claimed = counted_share(other), _share_claimed(claim)
    lower = share is not None and share < claimed - LESS
    fewer = _fits("fewer", other.plain) or _is_lower_number(claim, other)
    if not (lower or fewer or _fits("limits", other.plain)) or (share is not None and not lower):
        return 0.0
    weight = 0.8 * lower + 0.6 * fewer + 0.4 * _fits("limits", other.plain)
    weight += 0.6 * (_fits("turn", other.plain) or other.is_record)
    alike = sum(not word.isdigit() for word in claim.words & other.words)
    return weight + 0.3 * min(alike, 2)


def _share_claimed(claim: Said) -> float:
    found = CLAIMED.search(claim.plain)
    if not found:
        return 1.0
    return int(found["n"]) / 10 if found["n"] else int(found["percent"]) / 100


def _is_lower_number(claim: Said, other: Said) -> bool:
    """The claim is of a number of them ("10部署とも"), the other of a lower one."""
    found = OF_ALL.search(claim.plain)
    counted = FEWER.search(other.plain)
    return bool(found and counted and int(counted["n"]) < int(found["n"] or found["n2"]))


@cache
def _frames(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    return frames(PACKAGE, FILE, language, key)


def _fits(key: str, text: str) -> bool:
    return any(frame.search(text) for frame in _frames(key, "ja" if is_japanese(text) else "en"))
