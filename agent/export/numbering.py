"""The one walk over a plan's citations: the same number for the same words in every format."""

from __future__ import annotations

from typing import Any, NamedTuple

from agent.evidence.walk import walk_citations
from agent.models.evidence import Citation
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


def _key(citation: Citation) -> Key:
    return Key(citation.source_id, citation.start, citation.end)
