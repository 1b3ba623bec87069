"""Citations of what was said in confidence carry the words that asked for silence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.evidence.confidence import InConfidence, told_in_confidence
from agent.evidence.walk import walk_citations
from connectors.interface import Document


def mark_confidences(node: Any, documents: Sequence[Document]) -> list[str]:
    """Set `in_confidence` of every citation under `node` that quotes a stretch said in confidence.

    Returns the wordings of the conditions met, each once, in the order of the citations.
    """
    told: dict[str, Sequence[InConfidence]] = {d.source_id: told_in_confidence(d) for d in documents}
    met: dict[str, None] = {}
    for citation in walk_citations(node):
        stretches = told.get(citation.source_id, ())
        inside = (s.condition for s in stretches if s.start < citation.end and citation.start < s.end)
        citation.in_confidence = next(inside, None)
        if citation.in_confidence is not None:
            met.setdefault(citation.in_confidence)
    return list(met)
