"""Spans of the folded text, put back where they stand as written."""

from __future__ import annotations

from agent.calendar import Folded
from agent.goals.quantities import Found
from agent.goals.reading import Part, Quantity


class Placed:
    """Makes parts of one text from spans of its folded form."""

    def __init__(self, folded: Folded, text: str) -> None:
        self._folded, self._text = folded, text

    def __call__(self, label: str, span: tuple[int, int]) -> Part:
        start, end = span
        end = max(end, start + 1)
        first, last = self._folded.original(start, min(end, len(self._folded.text)))
        return Part(label, first, last, self._text[first:last])

    def optional(self, label: str, span: tuple[int, int] | None) -> Part | None:
        return self(label, span) if span is not None else None

    def quantity(self, label: str, found: Found | None) -> Quantity | None:
        if found is None:
            return None
        part = self(label, (found.start, found.end))
        return Quantity(part, found.value, found.unit, found.dimension, found.high, found.change)
