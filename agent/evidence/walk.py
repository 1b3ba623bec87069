"""The one walk over the citations of a plan, an answer, or any part of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from agent.models.evidence import Citation, Node


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
