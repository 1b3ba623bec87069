"""The nodes of a plan.json as plain data: citations, values, claims, and where they stand. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def walk(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping inside a plan with its path ("key_people[0].citations[1]"), in order."""
    if isinstance(node, dict):
        yield path, node
        for key, child in node.items():
            yield from walk(child, f"{path}.{key}" if path else str(key))
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from walk(child, f"{path}[{index}]")


def is_citation(node: Any) -> bool:
    """A mapping with the four keys of a citation."""
    return isinstance(node, dict) and node.keys() >= {"source_id", "start", "end", "quote"}


def is_value(node: dict[str, Any]) -> bool:
    """A slot: it has a value and says how it was checked."""
    return "value" in node and bool(node.keys() & {"citations", "check", "derived"})


def is_claim(node: dict[str, Any]) -> bool:
    """A statement with id and text that rests on citations or premises."""
    return node.keys() >= {"id", "text", "kind"} and bool(node.keys() & {"citations", "premises"})
