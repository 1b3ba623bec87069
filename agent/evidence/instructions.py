"""The test whether a sentence of a source tries to instruct a program; such text is flagged and read for nothing."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from connectors.interface import Document


def is_instruction(text: str) -> bool:
    """True for a sentence that addresses an AI with an order, or tells a reader's program to drop its own."""
    return bool(_pattern().search(text))


def instructing_blocks(document: Document) -> frozenset[int]:
    """Indices into `document.blocks` of the paragraphs, turns, items and rows that hold such a sentence."""
    if not is_instruction(document.text):
        return frozenset()
    return frozenset(
        number
        for number, block in enumerate(document.blocks)
        if is_instruction(document.text[block.start : block.end])
    )


@cache
def _pattern() -> re.Pattern[str]:
    """One alternation of both languages' cues: a note in one quotes the other, and the scripts do not collide."""
    tables = tomllib.loads(files(__package__).joinpath("instructions.toml").read_text(encoding="utf-8"))
    parts = [f"(?:{cue})" for cues in tables["ja"].values() for cue in cues]
    parts += [rf"(?i:\b(?:{cue})\b)" for cues in tables["en"].values() for cue in cues]
    return re.compile("|".join(parts))
