"""Second look at the best candidates: how close together, in which order and in which letters the words stand.

Hand weights (TECH.md §4: a learned ranker was no better), measured by `banso eval retrieval`: words the asker put
in quotation marks count most (R@1 on NTCIR U4 tables .396 to .492); window coverage, adjacent pairs, bigrams and
the hashed vector count 0.1 each. The 0.3 that won on encyclopedia questions loses on filings (.368).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.evidence.hashing import inner, rarity, sparse
from agent.evidence.lexical import Hit
from agent.evidence.query import Query, squeezed

_WINDOW = 30
_COVERAGE, _PAIRS, _BIGRAMS, _VECTOR, _PHRASES = 0.1, 0.1, 0.1, 0.1, 0.6
_SEMANTIC = 0.6
"""Similarity from an embeddings endpoint; a choice, not a measurement: no endpoint was at hand."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What a passage's place rests on; all parts lie between 0 and 1."""

    lexical: float  # share of the best candidate's score
    vector: float  # of hashed words, share of the best candidate's
    semantic: float  # of an embeddings endpoint, share of the best candidate's; 0 without one
    coverage: float  # of the question's words, weighted by rarity, in the best window
    pairs: float
    bigrams: float
    phrases: float  # of the phrases in quotation marks

    @property
    def total(self) -> float:
        """The weighted sum that ranks."""
        return (
            self.lexical
            + _VECTOR * self.vector
            + _SEMANTIC * self.semantic
            + _COVERAGE * self.coverage
            + _PAIRS * self.pairs
            + _BIGRAMS * self.bigrams
            + _PHRASES * self.phrases
        )


def rerank(query: Query, hits: Sequence[Hit], vectors: Sequence[float] | None = None) -> list[Scores]:
    """Scores of each hit, in the order given. `vectors`: their similarities when an endpoint made them."""
    if not hits:
        return []
    asked = sparse(query.words, query=True)
    hashed = [inner(asked, sparse(hit.words, only=asked)) for hit in hits]
    semantic = list(vectors) if vectors is not None else [0.0] * len(hits)
    top, top_hashed, top_semantic = (
        max(1e-9, *values) for values in ([hit.score for hit in hits], hashed, semantic)
    )
    weights = {word: rarity(word) * share for word, share in query.expanded.items()}
    goal = sum(rarity(word) for word in query.words) or 1.0
    pairs = set(pairwise(query.words))
    asked_bigrams = set(query.bigrams)
    return [
        Scores(
            hit.score / top,
            max(0.0, vector / top_hashed),
            max(0.0, similarity / top_semantic),
            min(1.0, _best_window(hit.words, weights) / goal),
            _pairs_share(hit.words, pairs),
            _shared(asked_bigrams, hit.passage.indexed),
            _phrases_share(query.phrases, hit.passage.text),
        )
        for hit, vector, similarity in zip(hits, hashed, semantic, strict=True)
    ]


def _best_window(words: Sequence[str], weights: dict[str, float]) -> float:
    """Largest weight of distinct words of the query within 30 words of the passage."""
    inside: dict[str, int] = {}
    best = weight = 0.0
    marked = [(at, word) for at, word in enumerate(words) if word in weights]
    tail = 0
    for at, word in marked:
        if not inside.get(word):
            weight += weights[word]
        inside[word] = inside.get(word, 0) + 1
        while at - marked[tail][0] >= _WINDOW:
            left = marked[tail][1]
            inside[left] -= 1
            if not inside[left]:
                weight -= weights[left]
            tail += 1
        best = max(best, weight)
    return best


def _pairs_share(words: Sequence[str], pairs: set[tuple[str, str]]) -> float:
    if not pairs:
        return 0.0
    return len(pairs.intersection(pairwise(words))) / len(pairs)


def _shared(asked: set[str], text: str) -> float:
    return sum(pair in text for pair in asked) / len(asked) if asked else 0.0


def _phrases_share(phrases: Sequence[str], text: str) -> float:
    if not phrases:
        return 0.0
    plain = squeezed(text)
    return sum(phrase in plain for phrase in phrases) / len(phrases)
