"""A Document by identity, as a key of caches."""

from __future__ import annotations

from connectors.interface import Document


class Held:
    """Identity of a Document, so that a cache never hashes a whole filing."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return hash(self.document.source_id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and self.document is other.document
