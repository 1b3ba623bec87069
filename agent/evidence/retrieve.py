"""Evidence for a question: candidates of both indexes, filtered before ranking, looked at twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from agent.evidence.lexical import Hit, LexicalIndex
from agent.evidence.passages import Passage, passages
from agent.evidence.query import Filters, Query, read_query
from agent.evidence.rerank import Scores, rerank
from connectors.interface import Document

CANDIDATES = 50
"""How many of an index's best are looked at twice."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage found for a question; `scores` say why it stands where it stands."""

    account: str
    passage: Passage
    scores: Scores
    words: tuple[str, ...]

    @property
    def score(self) -> float:
        return self.scores.total


class VectorIndex(Protocol):
    """The second index: similarities by vector, for candidates and for a search of its own."""

    semantic: bool  # True when an embeddings endpoint made the vectors, so that they add candidates

    def search(self, query: Query, filters: Filters, limit: int) -> list[Hit]:
        """Nearest passages first; the score is the similarity."""

    def similarities(self, query: Query, hits: Sequence[Hit]) -> list[float]:
        """Similarity of each hit."""


class Retriever:
    """Both indexes behind one question. Without a vector index the hashed vectors of candidates are exact."""

    def __init__(self, lexical: LexicalIndex, vectors: VectorIndex | None = None) -> None:
        self.lexical = lexical
        self.vectors = vectors

    def retrieve(self, query: str | Query, filters: Filters | None = None, limit: int = 10) -> list[Evidence]:
        """Best evidence first, at most `limit` passages; empty when no word of the query is known."""
        asked = read_query(query) if isinstance(query, str) else query
        wanted = filters or Filters()
        hits = self.lexical.search(asked, wanted, CANDIDATES)
        similarities: list[float] | None = None
        if self.vectors is not None and self.vectors.semantic:
            known = {(hit.passage.source_id, hit.passage.start) for hit in hits}
            hits += [
                hit._replace(score=0.0)
                for hit in self.vectors.search(asked, wanted, CANDIDATES)
                if (hit.passage.source_id, hit.passage.start) not in known
            ]
            similarities = self.vectors.similarities(asked, hits)
        found = [
            Evidence(hit.account, hit.passage, scores, tuple(hit.words))
            for hit, scores in zip(hits, rerank(asked, hits, similarities), strict=True)
        ]
        found.sort(key=lambda item: (-item.score, item.passage.source_id, item.passage.start))
        return found[:limit]


def in_memory(documents: Iterable[Document], account: str = "") -> Retriever:
    """A retriever over some documents, kept in memory: for one account without a workspace."""
    index = LexicalIndex()
    index.write((account, document.source_id, passages(document)) for document in documents)
    return Retriever(index)
