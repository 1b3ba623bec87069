"""What the reader sees of a sentence: its letters or words, the concepts in it, its neighbours, its place, what rules saw.

Features are strings; the mark a feature begins with names its group, and a group has one value for all its features.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from agent.sentence_kinds.concepts import WORD, Language, concepts_in

VALUES = {"~": 1.0, "'": 0.5, "<": 0.4, ">": 0.3, "#": 0.7, "=": 1.0, "@": 1.5, "&": 0.7, "!": 1.5}
"""Of the sentence's own letters or words, letters inside words, the sentence before, the one after, heading and
labels, whose words they are, concepts, pairs of concepts, and what the rules saw. Chosen by scores on writers left
out (evals/fits/sentence_kinds.py)."""

LETTERS = (2, 4)
"""Shortest and longest run of letters looked at in Japanese, which has no spaces."""
LETTERS_BESIDE = (2, 3)
INSIDE_WORDS = (3, 5)
LONGEST = 240
"""Letters read of a sentence; what follows rarely changes its kind."""
PAIRED = 12
"""Concepts of a sentence that are looked at in pairs."""

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SIZES = (8, 16, 30, 50, 80)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or cell with what stands around it. `side` is "us", "customer" or "" where unknown."""

    text: str
    before: str = ""
    after: str = ""
    place: str = ""  # heading, column and row label
    side: str = ""
    block: str = ""  # kind of block: paragraph, list item, turn …
    document: str = ""  # kind of document
    language: Language = "ja"
    seen_as: tuple[str, ...] = ()  # kinds the rules of the fields saw in it


def features(sentence: Sentence) -> Iterator[str]:
    """The sentence's features, with repetitions."""
    text, before, after = plain(sentence.text), plain(sentence.before), plain(sentence.after)
    if sentence.language == "ja":
        yield from _letters(text, LETTERS, "~")
        yield from _letters(before, LETTERS_BESIDE, "<")
        yield from _letters(after, LETTERS_BESIDE, ">")
    else:
        words = WORD.findall(text)
        yield from _words(words, "~")
        for word in words:
            yield from _letters(word, INSIDE_WORDS, "'")
        yield from ("<" + word for word in WORD.findall(before))
        yield from (">" + word for word in WORD.findall(after))
    concepts = list(dict.fromkeys(concepts_in(text, sentence.language)))
    yield from ("@" + concept for concept in concepts)
    for place, first in enumerate(concepts[:PAIRED]):
        yield from (f"&{first} {second}" for second in concepts[place + 1 : PAIRED])
    yield from (f"&< {concept}" for concept in dict.fromkeys(concepts_in(before, sentence.language)))
    yield from (f"&> {concept}" for concept in dict.fromkeys(concepts_in(after, sentence.language)))
    yield from _letters(plain(sentence.place), LETTERS_BESIDE, "#")
    yield f"=side {sentence.side}"
    yield f"=block {sentence.block}"
    yield f"=document {sentence.document}"
    yield f"=figure {'0' in text}"
    yield f"=size {sum(len(text) > size for size in _SIZES)}"
    yield from ("!" + kind for kind in sentence.seen_as)


def plain(text: str) -> str:
    """Widths and case folded, every number as 0: which number it is says nothing of the kind."""
    return _DIGITS.sub("0", unicodedata.normalize("NFKC", text[:LONGEST]).lower())


def _letters(text: str, runs: tuple[int, int], mark: str) -> Iterator[str]:
    if not text:
        return
    text = f"^{text}$"
    for length in range(runs[0], runs[1] + 1):
        for start in range(len(text) - length + 1):
            yield mark + text[start : start + length]


def _words(words: list[str], mark: str) -> Iterator[str]:
    framed = ["^", *words, "$"]
    yield from (mark + word for word in words)
    yield from (f"{mark}{first} {second}" for first, second in pairwise(framed))
