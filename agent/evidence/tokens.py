"""Search tokens: SudachiPy A-mode normal forms, English stems, and character bigrams of Japanese.

Measured in TECH.md §3: A-mode normal forms with bigrams beside them are the strongest without a model.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from operator import add
from typing import Any, NamedTuple

from agent.dictionary import dictionary, tokenizer
from agent.evidence.passages import Passage

_JAPANESE_RUN = re.compile(r"[぀-ヿ一-鿿々〆]+")
_NUMBER = re.compile(r"(?<=\d),(?=\d{3})")
_DROPPED_POS = ("助詞", "助動詞", "補助記号", "空白")
_DATA = files("agent.evidence").joinpath("data/stop_words.toml").read_text(encoding="utf-8")
_STOP, _JAPANESE_STOP = (frozenset(tomllib.loads(_DATA)[name].split()) for name in ("english", "japanese"))
_CELL_BREAK = re.compile(r"[\n\t]+")
_ASCII_WORD = re.compile(
    r"(?<![\d.])\d+\.\d+(?![\d.])|[a-z](?:\.[a-z])+(?![a-z])|[a-z0-9]+(?:[&'](?!s\b)[a-z0-9]+)*"
)
"""A decimal, letters with stops between (u.s), or letters and digits (3m, r&d, don't) without a final 's."""
_PIECE = 12_000
"""Characters given to Sudachi at once (its limit is 49,149 bytes)."""
_SHORT = 200
"""Cells and lines up to this many characters are remembered: sheets, filings of two years and notices to several
accounts say the same again."""


def words(text: str) -> list[str]:
    """Content words in order: Japanese normal forms and English stems in lower case, numbers without commas."""
    return _words_of_plain(_NUMBER.sub("", unicodedata.normalize("NFKC", text).lower()))


def _words_of_plain(plain: str) -> list[str]:
    """The same of a text that is NFKC, lower case and without commas in numbers already.

    Lines and cells are read one by one: what is written in ASCII needs no dictionary, and short cells of tables
    come again and again.
    """
    found: list[str] = []
    for piece in _CELL_BREAK.split(plain):
        if piece.isascii():
            found += _ascii_words(piece)
        elif len(piece) <= _SHORT:
            found += _short_words(piece)
        else:
            for at in range(0, len(piece), _PIECE):
                found += _dictionary_words(piece[at : at + _PIECE])
    return found


def _ascii_words(text: str) -> list[str]:
    return [stem(word) if word.isalpha() else word for word in _ASCII_WORD.findall(text) if word not in _STOP]


@lru_cache(maxsize=40_000)
def _short_words(text: str) -> list[str]:
    return _dictionary_words(text)


def _dictionary_words(text: str) -> list[str]:
    """Words of a text with Japanese in it, cut by Sudachi.

    Words are kept by Sudachi's number: asking it for part of speech and normal form costs most.
    """
    cutter, dropped = _sudachi()
    found: list[str] = []
    for morpheme in cutter.tokenize(text):
        number = morpheme.word_id()
        known = _KNOWN.get(number)
        if known is None:
            known = () if morpheme.part_of_speech_id() in dropped else _read(morpheme)
            if number < _FIRST_UNKNOWN:
                _KNOWN[number] = known
        if known:
            found += known
    return found


def proper_nouns(text: str) -> frozenset[str]:
    """Japanese names of people, places and organisations of a text that the dictionary knows, as its words."""
    cutter, _ = _sudachi()
    plain = unicodedata.normalize("NFKC", text).lower()[:_PIECE]
    named = (m for m in cutter.tokenize(plain) if m.part_of_speech()[1] == "固有名詞")
    return frozenset(word for morpheme in named for word in _read(morpheme))


_KNOWN: dict[int, tuple[str, ...]] = {}
_FIRST_UNKNOWN = 0xF000_0000
"""From here on Sudachi's number says only what kind of unknown word or joined numeral it is."""


def _read(morpheme: Any) -> tuple[str, ...]:
    """The tokens of a morpheme; none for a stop word."""
    surface = morpheme.surface()
    if surface.isascii():  # Sudachi's normal form of an English word is katakana
        return tuple(_ascii_words(surface))
    word: str = morpheme.normalized_form().lower().replace(" ", "")
    return (word,) if word and word not in _JAPANESE_STOP else ()


class Tokens(NamedTuple):
    """What a text is indexed under."""

    words: list[str]
    bigrams: list[str]


def passage_tokens(passage: Passage) -> Tokens:
    """Words and bigrams of a passage, with those of its title, headings and column headings before them."""
    found, pairs = _tokens(passage.text)
    for part in (passage.columns, passage.heading, passage.title):
        if part:
            before = _context_tokens(part)
            found, pairs = before.words + found, before.bigrams + pairs
    return Tokens(found, pairs)


def passage_words(passage: Passage) -> list[str]:
    """Words of a passage with those of its title, headings and column headings before them."""
    context = (passage.title, passage.heading, passage.columns)
    return [word for part in context if part for word in _context_tokens(part).words] + words(passage.text)


def context_words(text: str) -> list[str]:
    """Words of a title or heading, kept because many passages share it."""
    return _context_tokens(text).words


@lru_cache(maxsize=4096)
def _context_tokens(text: str) -> Tokens:
    """Tokens of a title or heading, kept because many passages share it."""
    return _tokens(text)


def _tokens(text: str) -> Tokens:
    plain = unicodedata.normalize("NFKC", text)
    return Tokens(_words_of_plain(_NUMBER.sub("", plain.lower())), _bigrams_of_plain(plain))


def bigrams(text: str) -> list[str]:
    """Character pairs of the Japanese stretches of a text."""
    return _bigrams_of_plain(unicodedata.normalize("NFKC", text))


def _bigrams_of_plain(plain: str) -> list[str]:
    found: list[str] = []
    for run in _JAPANESE_RUN.findall(plain):
        found += map(add, run, run[1:]) if len(run) > 1 else (run,)
    return found


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
    dropped: set[int] = set()
    number = 0
    while (part := dictionary().pos_of(number)) is not None:
        if part[0] in _DROPPED_POS:
            dropped.add(number)
        number += 1
    return tokenizer("short"), frozenset(dropped)
