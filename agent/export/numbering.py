"""The one walk over a plan's citations: the same number for the same words in every format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from agent.models.evidence import Citation, Node
from agent.models.plan import SuccessPlan


class Key(NamedTuple):
    source_id: str
    start: int
    end: int


class Numbering:
    """Numbers from 1 in the order of the plan's fields (PLAN.md's order)."""

    def __init__(self, plan: SuccessPlan) -> None:
        self._numbers: dict[Key, int] = {}
        self.citations: list[Citation] = []
        for citation in walk_citations(plan):
            if _key(citation) not in self._numbers:
                self.citations.append(citation)
                self._numbers[_key(citation)] = len(self.citations)

    def of(self, node: Any) -> tuple[int, ...]:
        """Numbers of all citations in a node, list or value, each once, in order; none for plain values."""
        found = dict.fromkeys(self._numbers[_key(citation)] for citation in walk_citations(node))
        return tuple(found)


def walk_citations(node: Any) -> Iterator[Citation]:
    """Every Citation under `node`, in the order the fields are declared."""
    if isinstance(node, Citation):
        yield node
    elif isinstance(node, Node):
        for name in type(node).model_fields:
            yield from walk_citations(getattr(node, name))
    elif isinstance(node, list | tuple):
        for entry in node:
            yield from walk_citations(entry)


def _key(citation: Citation) -> Key:
    return Key(citation.source_id, citation.start, citation.end)
