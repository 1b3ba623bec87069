"""What the dictionary says of words: which are names nobody else has, which are kinds of work, which are surnames."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from agent.dictionary import morphemes
from agent.people.names import is_family, is_unknown, token_starts

FEWEST = 2


def is_coined(word: str) -> bool:
    """True for katakana that no dictionary has: what companies call their products."""
    edges = sorted(token_starts(word))
    pieces = [word[a:b] for a, b in pairwise(edges)]
    return any(is_unknown(piece) and len(piece) >= FEWEST for piece in pieces)


@lru_cache(maxsize=4096)
def is_work(words: str) -> bool:
    """True for a phrase whose last word names something done (検査, 手配, 部品の発注)."""
    tokens = list(morphemes(words))
    return bool(tokens) and tokens[-1].part_of_speech()[:3] == ("名詞", "普通名詞", "サ変可能")


def is_plain(word: str) -> bool:
    """True for a word of everyday language, alone or in parts, and for every Latin one."""
    return word.isascii() or not is_coined(word)


def is_surname(word: str) -> bool:
    """True for a word that Japanese families have as name."""
    return is_family(word)
