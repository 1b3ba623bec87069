"""Signed-hash BM25 vectors with a shipped table of word rarity: vectors without a model or a fitted corpus.

TECH.md §3: 1,024 dimensions, inner product, the table from another corpus, reaches R@10 .888 and .943 on two
public Japanese sets. The table holds one rarity a bucket of hashed words, so it names no word of any text.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

DIMENSIONS = 1024
BUCKETS = 1 << 14
_K1, _B, _AVERAGE = 1.1, 0.6, 110.0
"""BM25 constants inside the flat region of TECH.md §4; average words of a passage in the table's corpus."""

_STEP = 0.06


@cache
def _table() -> bytes:
    path = files("agent.evidence").joinpath("data/rarity.bin")
    return path.read_bytes() if path.is_file() else bytes([100]) * BUCKETS


class Code(NamedTuple):
    """Where a word goes in the vector, with which sign, and how rare it is."""

    dimension: int
    sign: int
    rarity: float


@lru_cache(maxsize=200_000)
def code(word: str) -> Code:
    """Dimension, sign and rarity (inverse document frequency of the word's bucket, in nats)."""
    hashed = zlib.crc32(word.encode())
    return Code((hashed >> 8) % DIMENSIONS, 1 if hashed & 1 else -1, _table()[hashed % BUCKETS] * _STEP)


def rarity(word: str) -> float:
    """Inverse document frequency of a word's bucket, in nats."""
    return code(word).rarity


def rarity_table(passages: Iterable[Sequence[str]]) -> bytes:
    """The table for a corpus given as words a passage: `data/rarity.bin` is the result on public filings."""
    seen = [0] * BUCKETS
    count = 0
    for tokens in passages:
        count += 1
        for bucket in {zlib.crc32(word.encode()) % BUCKETS for word in tokens}:
            seen[bucket] += 1
    return bytes(min(255, round(math.log(1 + (count - n + 0.5) / (n + 0.5)) / _STEP)) for n in seen)


def sparse(
    tokens: Sequence[str], query: bool = False, only: Container[int] | None = None
) -> dict[int, float]:
    """Dimension to weight of a passage, or of a query (rarity goes into the passage's side alone).

    `only` leaves out dimensions that are not asked for.
    """
    length = 1 - _B + _B * len(tokens) / _AVERAGE
    weights: dict[int, float] = {}
    for word, count in Counter(tokens).items():
        at, sign, rare = code(word)
        if only is not None and at not in only:
            continue
        value = 1.0 if query else rare * count * (_K1 + 1) / (count + _K1 * length)
        weights[at] = weights.get(at, 0.0) + value * sign
    return weights


def dense(tokens: Sequence[str], query: bool = False) -> list[float]:
    """The same as a full vector of 1,024 numbers."""
    vector = [0.0] * DIMENSIONS
    for at, value in sparse(tokens, query).items():
        vector[at] = value
    return vector


def inner(query: dict[int, float], passage: dict[int, float]) -> float:
    """Inner product of two sparse vectors."""
    return sum(value * passage.get(at, 0.0) for at, value in query.items())
