"""Expressions with words of going and coming in them that move nobody: "I have to go", "protective notice", 「出向いて」."""

from __future__ import annotations

import re
from functools import cache

from agent.people.lexicon import table
from agent.people.refs import MARK

_MARKS = re.compile(MARK)
_KANA = re.compile(r"[ぁ-んァ-ヶ一-龥]")


def moves_nobody(marked: str, start: int, end: int) -> bool:
    """True where [start, end) of a sentence overlaps such an expression."""
    language = "ja" if _KANA.search(marked) else "en"
    read = (
        marked if language == "ja" else _MARKS.sub("X", marked)
    )  # a mark is no letter: "I'd" would have no word
    spans = (found.span() for pattern in _patterns(language) for found in pattern.finditer(read))
    return any(first < end and start < stop for first, stop in spans)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry, re.IGNORECASE) for entry in table("no_moves")[language])
