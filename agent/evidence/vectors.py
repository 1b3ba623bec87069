"""The vector index: one Chroma collection for all accounts, filtered by metadata, with our own vectors.

Chroma is given embeddings, never texts to embed, so it opens no connection (TECH.md §3). Derived data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from agent.errors import EvidenceError
from agent.evidence.embedder import Embedder
from agent.evidence.lexical import Hit, day_number, from_plain, plain
from agent.evidence.passages import Passage
from agent.evidence.query import Filters, Query
from agent.evidence.tokens import passage_words

_COLLECTION = "passages"
_BATCH = 2_000
_COMPARED = 3_000
"""An account with up to this many passages is searched by comparing them all."""


class ChromaVectors:
    """Vectors of passages in a folder. One process writes; open a new one to see what it wrote."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        import chromadb
        from chromadb.config import Settings

        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._client = chromadb.PersistentClient(
                path=str(folder), settings=Settings(anonymized_telemetry=False, allow_reset=False)
            )
            self._collection = self._client.get_or_create_collection(
                _COLLECTION,
                embedding_function=None,
                metadata={"hnsw:space": "ip", "embedder": embedder.name},
            )
        except BaseException as error:  # the engine's own panics are no Exception
            raise _unreadable(folder, error) from error
        self._folder = folder
        self._embedder = embedder
        self.semantic = embedder.semantic

    @property
    def embedder_name(self) -> str:
        """Embedder the collection was made with."""
        return str((self._collection.metadata or {}).get("embedder", ""))

    @property
    def size(self) -> int:
        return int(self._collection.count())

    def sound(self, held: int) -> bool:
        """Whether it holds so many passages and a search reaches them."""
        try:
            if self.size != held:
                return False
            if not held:
                return True
            probe = self._collection.get(limit=1, include=["embeddings"])["embeddings"]
            found = self._collection.query(query_embeddings=probe, n_results=1, include=[])
            return bool(found["ids"] and found["ids"][0])
        except BaseException as error:
            _unreadable(self._folder, error)
            return False

    def write(
        self, documents: Iterable[tuple[str, str, Sequence[Passage]]], removed: Iterable[str] = ()
    ) -> int:
        """Replace documents, each given as (account, key, passages). Gives passages written."""
        for key in removed:
            self._collection.delete(where={"document": key})
        count = 0
        for account, key, passages in documents:
            self._collection.delete(where={"document": key})
            for at in range(0, len(passages), _BATCH):
                batch = passages[at : at + _BATCH]
                self._collection.upsert(
                    ids=[f"{key}:{passage.start}" for passage in batch],
                    embeddings=self._embedder.passages([passage.indexed for passage in batch]),  # type: ignore[arg-type]
                    metadatas=[_metadata(account, key, passage) for passage in batch],
                )
                count += len(batch)
        return count

    def search(self, query: Query, filters: Filters, limit: int) -> list[Hit]:
        """Nearest passages first; the score is the inner product.

        Within one account every passage is compared: exact, and sooner than a filtered walk of the whole graph.
        """
        asked, where = self._embedder.question(query.text), _where(filters)
        if filters.account is not None:
            held = self._collection.get(where=where, limit=_COMPARED + 1, include=["metadatas", "embeddings"])
            if len(held["ids"]) <= _COMPARED:
                scores = [_inner(asked, vector) for vector in held["embeddings"]]  # type: ignore[union-attr]
                best = sorted(zip(scores, held["metadatas"] or [], strict=True), key=lambda pair: -pair[0])
                return [_hit(metadata, score) for score, metadata in best[:limit]]
        if not self.size:
            return []
        answer = self._collection.query(
            query_embeddings=[asked],  # type: ignore[arg-type]
            n_results=limit,
            where=where,
            include=["metadatas", "distances"],
        )
        metadatas, distances = (answer["metadatas"] or [[]])[0], (answer["distances"] or [[]])[0]
        return [_hit(metadata, 1 - distance) for metadata, distance in zip(metadatas, distances, strict=True)]

    def similarities(self, query: Query, hits: Sequence[Hit]) -> list[float]:
        """Inner product of the question with each hit's vector."""
        asked = self._embedder.question(query.text)
        ids = [f"{hit.account}/{hit.passage.source_id}:{hit.passage.start}" for hit in hits]
        stored = self._collection.get(ids=ids, include=["embeddings"])
        vectors: dict[str, Any] = dict(zip(stored["ids"], stored["embeddings"], strict=True))  # type: ignore[arg-type]
        return [_inner(asked, vectors[key]) if key in vectors else 0.0 for key in ids]


def _inner(asked: Sequence[float], vector: Any) -> float:
    return float(sum(a * float(vector[at]) for at, a in enumerate(asked) if a))


def _hit(metadata: Any, score: float) -> Hit:
    passage = from_plain(metadata)
    return Hit(str(metadata["account"]), passage, score, passage_words(passage))


def forget_folders() -> None:
    """Let go of every folder opened in this process: Chroma keeps them open, and one thrown away stays broken."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


def _unreadable(folder: Path, error: BaseException) -> EvidenceError:
    """The error to raise for a failure of the engine; a request to stop is passed on."""
    if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
        raise error
    return EvidenceError(f"{folder}: the vector index cannot be opened: {error}")


def _metadata(account: str, key: str, passage: Passage) -> dict[str, Any]:
    return plain(passage) | {"account": account, "document": key, "day": day_number(passage.published)}


def _where(filters: Filters) -> Any:
    clauses: list[dict[str, Any]] = []
    if filters.account is not None:
        clauses.append({"account": filters.account})
    if filters.access is not None:
        clauses.append({"access": filters.access})
    if filters.kinds is not None:
        clauses.append({"kind": {"$in": list(filters.kinds)}})
    if filters.since or filters.until:
        clauses.append({"day": {"$gte": day_number(filters.since) or 1}})
    if filters.until:
        clauses.append({"day": {"$lte": day_number(filters.until)}})
    return clauses[0] if len(clauses) == 1 else {"$and": clauses} if clauses else None
