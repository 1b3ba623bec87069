"""Brackets behind a figure that only say how it was counted: "52 a month (average of six, reason code 14) down to 25"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.goals.quantities import Found

BRACKET = re.compile(r"[(（][^()（）]*[)）]")
STANDS = re.compile(
    r"現状|現在|今は|いまは|導入前|昨年|去年|前年|実績|目標|までに|\b(?:now|today|currently|current|was|were|from|target|goal|aim|to)\b",
    re.I,
)
"""What a bracket says that gives where things stand, or what is wanted, itself."""


def without_asides(text: str, quantities: Sequence[Found]) -> tuple[str, list[Found]]:
    """The text with such brackets blank, its length kept, and the quantities outside them.

    A bracket is an aside where two figures stand outside the brackets and it says of itself neither that things stand
    so nor that they shall.
    """
    brackets = [found for found in BRACKET.finditer(text) if not STANDS.search(found[0])]
    inside = [q for q in quantities if any(b.start() < q.start < b.end() for b in brackets)]
    outside = [q for q in quantities if q not in inside]
    if not inside or len(outside) < 2:
        return text, list(quantities)
    for bracket in brackets:
        text = text[: bracket.start()] + " " * len(bracket[0]) + text[bracket.end() :]
    return text, outside


def without_remarks(text: str) -> str:
    """The text less the brackets that hold no figure and tell only how or when something was counted."""
    return BRACKET.sub(lambda found: found[0] if STANDS.search(found[0]) else " ", text)
