"""The Japanese dictionary (SudachiPy, core), loaded once a process, and the words of texts of any length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

PIECE = 8_000
"""Characters cut into words at a time. SudachiPy refuses inputs over 49,149 bytes, which is 12,000 characters of four."""
_BREAK = re.compile(r"[。．.!?！？、,;；\s　]")


@cache
def dictionary() -> Any:
    """The dictionary, for looking words up (`lookup`) and parts of speech (`pos_of`)."""
    from sudachipy import Dictionary

    return Dictionary(dict="core")


@cache
def tokenizer(units: Literal["long", "short"] = "long") -> Any:
    """What cuts a short text into words: compounds as one (mode C), or in their smallest parts (mode A)."""
    from sudachipy import SplitMode

    return dictionary().tokenizer(mode=SplitMode.C if units == "long" else SplitMode.A)


def morphemes(text: str) -> Any:
    """SudachiPy's morphemes of a text of any length, in order, in the longest units; offsets count in `text`."""
    return tokenizer().tokenize(text) if len(text) <= PIECE else list(_piecewise(text))


def _piecewise(text: str) -> Iterator[_Placed]:
    start = 0
    while start < len(text):
        end = _end_of_piece(text, start)
        for morpheme in tokenizer().tokenize(text[start:end]):
            yield _Placed(morpheme, start)
        start = end


def _end_of_piece(text: str, start: int) -> int:
    """Behind the last mark or blank of the piece; where it has none, at its full length."""
    if len(text) - start <= PIECE:
        return len(text)
    marks = [found.end() for found in _BREAK.finditer(text, start, start + PIECE)]
    return marks[-1] if marks else start + PIECE


class _Placed:
    """A morpheme of a piece, with its offsets in the whole text."""

    __slots__ = ("_at", "_morpheme")

    def __init__(self, morpheme: Any, at: int) -> None:
        self._morpheme = morpheme
        self._at = at

    def begin(self) -> int:
        return int(self._morpheme.begin()) + self._at

    def end(self) -> int:
        return int(self._morpheme.end()) + self._at

    def __getattr__(self, name: str) -> Any:
        return getattr(self._morpheme, name)
