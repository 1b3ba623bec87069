"""What makes vectors of texts: the hashed default, or an embeddings endpoint behind the same two methods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from agent.evidence.hashing import DIMENSIONS, dense
from agent.evidence.tokens import words


class Embedder(Protocol):
    """`name` and `dimensions` are part of the index's identity: another embedder means a new index."""

    name: str
    semantic: bool  # True when vectors know more than the words, so that a search by them adds candidates

    def passages(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text."""

    def question(self, text: str) -> list[float]:
        """The vector of a question."""


class HashEmbedder:
    """Signed-hash BM25 vectors; no model, no network."""

    name = f"signed-hash-bm25-{DIMENSIONS}"
    semantic = False

    def passages(self, texts: Sequence[str]) -> list[list[float]]:
        return [dense(words(text)) for text in texts]

    def question(self, text: str) -> list[float]:
        return dense(words(text), query=True)
