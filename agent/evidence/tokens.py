"""Search tokens: SudachiPy A-mode normal forms, English stems, and character bigrams of Japanese.

Measured in TECH.md §3: A-mode normal forms with bigrams beside them are the strongest without a model.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from agent.evidence.passages import Passage

_JAPANESE_RUN = re.compile(r"[぀-ヿ一-鿿々〆]+")
_NUMBER = re.compile(r"(?<=\d),(?=\d{3})")
_DROPPED_POS = ("助詞", "助動詞", "補助記号", "空白")
_DATA = files("agent.evidence").joinpath("data/stop_words.toml").read_text(encoding="utf-8")
_STOP, _JAPANESE_STOP = (frozenset(tomllib.loads(_DATA)[name].split()) for name in ("english", "japanese"))
_PIECE = 12_000
"""Characters given to Sudachi at once (its limit is 49,149 bytes)."""


def words(text: str) -> list[str]:
    """Content words in order: Japanese normal forms and English stems in lower case, numbers without commas."""
    plain = _NUMBER.sub("", unicodedata.normalize("NFKC", text).lower())
    tokenizer, dropped = _sudachi()
    if len(_KNOWN) > _KNOWN_LIMIT:
        _KNOWN.clear()
    found: list[str] = []
    for at in range(0, len(plain), _PIECE):
        for morpheme in tokenizer.tokenize(plain[at : at + _PIECE]):
            part = morpheme.part_of_speech_id()
            if part in dropped:
                continue
            surface = morpheme.surface()
            word = _KNOWN.get((surface, part))
            if word is None:
                word = _KNOWN[surface, part] = _word(morpheme, surface)
            if word:
                found.append(word)
    return found


_KNOWN: dict[tuple[str, int], str] = {}
_KNOWN_LIMIT = 200_000
"""Words by surface and part of speech, kept because asking Sudachi for a normal form costs most."""


def _word(morpheme: Any, surface: str) -> str:
    """The token of a morpheme, "" for a stop word."""
    if surface.isascii():  # Sudachi's normal form of an English word is katakana
        plain = surface.strip(" _.-'")
        if not plain or plain in _STOP or not plain[0].isalnum():
            return ""
        return stem(plain) if plain.isalpha() else plain
    word: str = morpheme.normalized_form().lower().replace(" ", "")
    return "" if word in _JAPANESE_STOP else word


@lru_cache(maxsize=4096)
def context_words(text: str) -> tuple[str, ...]:
    """Words of a title or heading, kept because many passages share it."""
    return tuple(words(text))


def passage_words(passage: Passage) -> list[str]:
    """Words of a passage with those of its title, headings and column headings before them."""
    context = (passage.title, passage.heading, passage.columns)
    return [word for part in context if part for word in context_words(part)] + words(passage.text)


def bigrams(text: str) -> list[str]:
    """Character pairs of the Japanese stretches of a text."""
    plain = unicodedata.normalize("NFKC", text)
    return [run[at : at + 2] for run in _JAPANESE_RUN.findall(plain) for at in range(max(1, len(run) - 1))]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Light stem of a lower-case English word: plural, -ing, -ed, -ly and common noun endings cut."""
    if len(word) <= 3:
        return word
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(put) >= 3:
            word = word[: len(word) - len(ending)] + put
            break
    for ending, put in _SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: len(word) - len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


_ENDINGS = (("sses", "ss"), ("ies", "y"), ("ss", "ss"), ("us", "us"), ("s", ""))
_SUFFIXES = (
    ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ations", "ate"), ("ation", "ate"),
    ("ments", "ment"), ("ingly", ""), ("edly", ""), ("ing", ""), ("ed", ""), ("ly", ""), ("er", "er"),
)  # fmt: skip


@cache
def _sudachi() -> tuple[Any, frozenset[int]]:
    """The tokenizer and the part-of-speech ids that carry no content; loaded once a process."""
    from sudachipy import Dictionary, SplitMode

    dictionary = Dictionary()
    dropped: set[int] = set()
    number = 0
    while (part := dictionary.pos_of(number)) is not None:
        if part[0] in _DROPPED_POS:
            dropped.add(number)
        number += 1
    return dictionary.tokenizer(mode=SplitMode.A), frozenset(dropped)
