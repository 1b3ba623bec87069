"""Words of a sentence in dictionary form: SudachiPy for Japanese, a small stemmer for English."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.dictionary import morphemes
from agent.people.claims.types import Token
from agent.people.lexicon import table

_WORD_EN = re.compile(
    r"[\ue000-\uf8ff]|\bcan(?=not\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[A-Za-z]+?(?=n['’]t\b)|[A-Za-z]+|\d[\d,.]*[kKmM]?|[^\sA-Za-z0-9]"
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1\Z")


def japanese(marked: str) -> list[Token]:
    """Tokens of a Japanese sentence; `kind` is Sudachi's part of speech, first two levels."""
    same = table("tails")["same"]
    return [
        Token(
            m.surface(),
            same.get(m.normalized_form(), m.normalized_form()),
            "-".join(m.part_of_speech()[:2]),
            m.begin(),
            m.end(),
        )
        for m in morphemes(marked)
    ]


def english(marked: str) -> list[Token]:
    """Words, marks and punctuation of an English sentence with their stems."""
    plain = marked.replace("：", ":")
    return [Token(m[0], stem(m[0]), "", m.start(), m.end()) for m in _WORD_EN.finditer(plain)]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """One key for the forms of an English word: decide, decides, decided, deciding → decid."""
    plain = word.casefold().replace("’", "'")
    if plain == "n't":
        return "not"
    irregular = table("english_forms")["irregular"].get(plain)
    if irregular:
        plain = irregular
    if len(plain) <= 3 or not plain.isalpha():
        return plain
    for ending, left in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if plain.endswith(ending) and len(plain) - len(ending) >= 2 and not plain.endswith("ss"):
            plain = plain[: -len(ending)] + left
            break
    plain = _DOUBLED.sub(r"\1", plain)
    return plain.rstrip("e") if len(plain) > 3 else plain
