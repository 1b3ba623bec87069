"""The rank of the gold target under each way of searching: lexical, vector, both fused, and looked at twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from agent.evidence.hashing import DIMENSIONS, sparse
from agent.evidence.lexical import LexicalIndex
from agent.evidence.passages import Passage
from agent.evidence.query import Filters, read_query
from agent.evidence.retrieve import Retriever
from agent.evidence.tokens import passage_words
from evals.retrieval_sets import Collection

WAYS = ("lexical", "lexical_no_lexicon", "vector", "hybrid", "reranked")
DEPTH = 50
_RRF, _VECTOR_SHARE = 60, 0.3
"""Reciprocal rank fusion with the vector's part weighted 0.3, the best in TECH.md §3."""


@dataclass
class Searcher:
    """All ways over one collection. Passages are told apart by their number in it."""

    collection: Collection

    def __post_init__(self) -> None:
        numbered = [
            Passage(str(number), *[getattr(passage, name) for name in Passage.__slots__[1:]])
            for number, passage in enumerate(self.collection.passages)
        ]
        self._index = LexicalIndex()
        self._index.write([("", "all", numbered)])
        self._retriever = Retriever(self._index)
        self._matrix = np.zeros((len(numbered), DIMENSIONS), dtype=np.float32)
        for number, passage in enumerate(numbered):
            for at, value in sparse(passage_words(passage)).items():
                self._matrix[number, at] = value

    def ranks(self, question: str, gold: frozenset[str]) -> dict[str, int | None]:
        """Rank (1 is best) of the first gold target among distinct targets, None beyond the depth."""
        orders: dict[str, Callable[[], Sequence[int]]] = {
            "lexical": lambda: self._lexical(question),
            "lexical_no_lexicon": lambda: self._lexical(question, lexicon=False),
            "vector": lambda: self._vector(question),
            "hybrid": lambda: _fused(self._lexical(question), self._vector(question)),
            "reranked": lambda: [
                int(found.passage.source_id) for found in self._retriever.retrieve(question, limit=DEPTH)
            ],
        }
        return {way: self._rank(order(), gold) for way, order in orders.items()}

    def _lexical(self, question: str, lexicon: bool = True) -> list[int]:
        hits = self._index.search(read_query(question, lexicon), Filters(), DEPTH)
        return [int(hit.passage.source_id) for hit in hits]

    def _vector(self, question: str) -> list[int]:
        asked = np.zeros(DIMENSIONS, dtype=np.float32)
        for at, value in sparse(read_query(question).words, query=True).items():
            asked[at] = value
        scores = self._matrix @ asked
        return [int(number) for number in np.argsort(-scores, kind="stable")[:DEPTH] if scores[number] > 0]

    def _rank(self, order: Sequence[int], gold: frozenset[str]) -> int | None:
        seen: dict[str, None] = {}
        for number in order:
            target = self.collection.targets[number]
            if target in gold:
                return len(seen) + 1 if target not in seen else list(seen).index(target) + 1
            seen[target] = None
        return None


def _fused(first: Sequence[int], second: Sequence[int]) -> list[int]:
    scores: dict[int, float] = {}
    for weight, order in ((1.0, first), (_VECTOR_SHARE, second)):
        for place, number in enumerate(order):
            scores[number] = scores.get(number, 0.0) + weight / (_RRF + place)
    return sorted(scores, key=lambda number: (-scores[number], number))
