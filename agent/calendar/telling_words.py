"""`only_told(pattern, words)`: a pattern that is asked only where a word stands without which it cannot match.

English patterns begin with so many letters that the matcher tries them at every other place. Most of what it tries holds
none of the words that the pattern is made of. The words of a text are looked up once for all patterns; a pattern that
none of them allows is not asked. Which words a pattern needs is worked out ahead (`evals.telling_words`).

A telling word is written with a space at a side where it ends: " by " is the word, " measur" how one begins, "ing " how
one ends, "log" a part. Digits stand alone. `JAPANESE` stands for any kana or kanji.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import cast

JAPANESE = "あ"
SHORT = 24
"""Letters up to which matching takes no longer than looking for words."""
WORD = re.compile(r"[a-z]+|[0-9]")
LETTER_JA = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
ODD = re.compile("[ıİſ\u212a]")
"""Letters that the matcher takes for English ones where case is ignored."""
_ANY = -1

_allowed: dict[str, int] = {}
"""The patterns that a telling word allows, one a bit."""
_told = 0
"""How many patterns there are."""


def only_told(pattern: re.Pattern[str], words: Sequence[str]) -> re.Pattern[str]:
    """The pattern, each match of which holds one of the words; finds what it finds alone."""
    global _told
    bit = 1 << _told
    _told += 1
    for word in words:
        _allowed[word] = _allowed.get(word, 0) | bit
    _allowed_by.cache_clear()
    _allowed_in.cache_clear()
    return cast("re.Pattern[str]", _Told(pattern, bit))


class _Told:
    """Stands for a pattern. Looks for words where a text is searched to its end: an end may cut a word to another."""

    __slots__ = (
        "_bit", "_finditer", "_pattern", "_search", "_sub", "findall", "flags", "fullmatch", "groupindex",
        "groups", "match", "pattern", "split", "subn",
    )  # fmt: skip

    def __init__(self, pattern: re.Pattern[str], bit: int) -> None:
        self._pattern, self._bit = pattern, bit
        self._search, self._finditer, self._sub = pattern.search, pattern.finditer, pattern.sub
        self.match, self.fullmatch, self.findall = pattern.match, pattern.fullmatch, pattern.findall
        self.split, self.subn = pattern.split, pattern.subn
        self.pattern, self.flags = pattern.pattern, pattern.flags
        self.groups, self.groupindex = pattern.groups, pattern.groupindex

    def search(self, text: str, pos: int = 0, *end: int) -> re.Match[str] | None:
        if len(text) > SHORT and not end and not _allowed_in(text) & self._bit:
            return None
        return self._search(text, pos, *end)

    def finditer(self, text: str, pos: int = 0, *end: int) -> Iterator[re.Match[str]]:
        if len(text) > SHORT and not end and not _allowed_in(text) & self._bit:
            return iter(())
        return self._finditer(text, pos, *end)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        if len(text) > SHORT and not _allowed_in(text) & self._bit:
            return text
        return self._sub(new, text, count)


@lru_cache(maxsize=256)
def _allowed_in(text: str) -> int:
    """The patterns that may match in a text."""
    allowed = 0
    if not text.isascii():
        if ODD.search(text):
            return _ANY
        if LETTER_JA.search(text):
            allowed = _allowed.get(JAPANESE, 0)
    for word in WORD.findall(text.lower()):
        allowed |= _allowed_by(word)
    return allowed


@lru_cache(maxsize=16384)
def _allowed_by(word: str) -> int:
    """The patterns that a word allows, whole or by a part of it."""
    allowed = 0
    for piece in pieces(word):
        allowed |= _allowed.get(piece, 0)
    return allowed


def pieces(word: str) -> list[str]:
    """The word, its beginnings, endings and parts, as telling words are written."""
    written = f" {word} "
    return [written[start:end] for start in range(len(written)) for end in range(start + 1, len(written) + 1)]
