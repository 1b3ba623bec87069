"""All are said to use it, or an old way to be gone, in notes or in what the customer published; counts say otherwise."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from agent.drafting.notes.contradictions.pairs import Pair, Reason, stand_apart
from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.use_claims import (
    counted_share,
    counts_some_of_all,
    is_of_something_else,
    names_use,
    speaks_of_use,
)
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

PACKAGE, FILE = "agent.drafting.notes.contradictions", "whole_use"
EARLIER, LATER = dt.timedelta(days=120), dt.timedelta(days=400)
"""How long before and after the claim a count may have been made to speak of the same time."""
MOST = 0.6
"""A share up to this refutes that all of them do."""
LONGEST = 170
"""Letters beyond which a statement tells of too much to be one claim."""
SHORTEST = 8
"""Letters up to which a cell is no statement by itself."""
QUOTES = re.compile(r"[「『“\"]|\b(?:says?|said|told|tells|claims?|swears|writes)\b|と(?:言|の|説明|話)")
ENOUGH = 1.7
"""Least weight of a count against a claim; chosen on development packs."""


MOST_PAIRS = 2


@dataclass(frozen=True, slots=True)
class _Claim:
    said: Said
    of_old: bool  # an old way is gone
    old: frozenset[str]


def refuted_use(said: Sequence[Said]) -> Iterator[Pair]:
    """A claim of all, or that an old way is gone, with the weightiest statement against it; at most MOST_PAIRS."""
    rare = _rarity(said)
    against = [other for other in said if _speaks_against(other, said)]
    found = [
        (weight, claim.said, other)
        for claim in filter(None, map(_claim, said))
        for other in against
        if (weight := _weight(claim, other, rare)) >= ENOUGH
    ]
    told: list[Said] = []
    for _, claim, other in sorted(found, key=lambda entry: -entry[0]):
        places = {known.remark.document.source_id for known in told}
        if not places & {claim.remark.document.source_id, other.remark.document.source_id}:
            told += [claim, other]
            why: Reason = "data" if counted_share(other) is not None or other.is_record else "direct"
            yield Pair("usage", claim.remark, _with_its_row(other.remark), why)
            if len(told) == 2 * MOST_PAIRS:
                return


def _with_its_row(remark: Remark) -> Remark:
    """A bare figure of a table with the cells before it, which say of whom it is."""
    cells = remark.document.blocks[remark.block].cells if remark.kind is BlockKind.TABLE_ROW else ()
    if len(remark.text) > SHORTEST or not cells or remark.end - cells[0].start > LONGEST:
        return remark
    start = cells[0].start
    return replace(remark, start=start, text=remark.document.text[start : remark.end])


def claims_whole(said: Said) -> bool:
    """It claims that all of them use it, with no count of fewer."""
    claim = _claim(said)
    return claim is not None and not claim.of_old


def _claim(said: Said) -> _Claim | None:
    remark = said.remark
    if (
        len(remark.text) > LONGEST
        or said.is_question
        or (remark.side == "us" and not QUOTES.search(remark.text))
    ):
        return None
    share = counted_share(said)
    if (share is not None and share <= MOST) or counts_some_of_all(said):
        return None
    clauses = [
        clause for sentence in said.sentences for clause in _clauses(sentence) if not _fits("not_yet", clause)
    ]
    for clause in clauses:
        other = _fits("few", clause) or _fits("old_used", clause) or is_of_something_else(clause)
        if _fits("claim", clause) and not other:
            return _Claim(said, False, frozenset())
    for clause in clauses:
        if _fits("old_gone", clause):
            return _Claim(said, True, frozenset(_found("old", clause)))
    return None


def _clauses(sentence: str) -> list[str]:
    """A sentence whole in Japanese, whose end says what is wished or denied; cut at commas in English."""
    return [sentence] if is_japanese(sentence) else re.split(r"[,;–—]|\bbut\b|\bso\b", sentence)


def _speaks_against(said: Said, everything: Sequence[Said]) -> bool:
    share = counted_share(said)
    if said.is_question or not said.remark.is_note or len(said.remark.text) > LONGEST:
        return False
    if share is not None:
        return share <= MOST and speaks_of_use(said, everything)
    return any(_fits("still", sentence) and not _fits("not_yet", sentence) for sentence in said.sentences)


def _weight(claim: _Claim, other: Said, rare: Mapping[str, float]) -> float:
    """Words they share by their rarity, how few it counts, and an old way that is still there."""
    one, two = claim.said.remark, other.remark
    if one is two or not stand_apart(claim.said.remark, two) or not _one_time(claim.said, other):
        return 0.0
    if one.document is two.document and one.kind is two.kind is BlockKind.TABLE_ROW:
        return 0.0  # rows of one report count different things
    share = counted_share(other)
    still = _fits("still", other.plain)
    if claim.of_old and not (claim.old & set(_found("old", other.plain)) or (still and share is None)):
        return 0.0
    weight = min(sum(rare.get(word, 0.0) for word in claim.said.words & other.words), 2.0)
    if share is not None:
        weight += 1.2 - share + 0.4 * (names_use(other) or counts_some_of_all(other))
    else:
        weight += 0.6 if claim.of_old else 0.2
    weight += 0.5 * still + 0.3 * _fits("few", other.plain)
    weight += (
        0.4 * (one.side == "customer" or bool(QUOTES.search(one.text)))
        + 0.3 * (not one.is_note)
        - 0.5 * other.is_hedged
    )
    return weight - 0.4 * (two.kind is BlockKind.TABLE_ROW and share is not None and not two.label)


def _one_time(claim: Said, other: Said) -> bool:
    if claim.day is None or other.day is None:
        return True
    return claim.day - EARLIER <= other.day <= claim.day + LATER


def _rarity(said: Sequence[Said]) -> dict[str, float]:
    """1 for a word of one statement only, nothing for one of all; numbers say nothing."""
    counts = Counter(word for one in said for word in one.words if not word.isdigit())
    whole = math.log(len(said) + 1)
    return {word: math.log((len(said) + 1) / count) / whole for word, count in counts.items()}


def _found(key: str, text: str) -> list[str]:
    language = "ja" if is_japanese(text) else "en"
    return [
        m[0].casefold().rstrip("s").split()[-1]
        for frame in _frames(key, language)
        for m in frame.finditer(text)
    ]


def _fits(key: str, text: str) -> bool:
    language = "ja" if is_japanese(text) else "en"
    return any(frame.search(text) for frame in _frames(key, language))


@cache
def _frames(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    return frames(PACKAGE, FILE, language, key)
