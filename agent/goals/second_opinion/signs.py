"""What is seen of every token: its word, its shape, which word lists it stands in, whether it is a date or an amount.

A sign is a string whose first letter names its group; a group says how far from a token its signs count
(`reach_of`). Names of persons and numbers are masked: which name or number it is says nothing.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add

from agent.calendar.patterns import regex
from agent.goals.scan import Scan
from agent.goals.second_opinion.fields import Field, fields_of
from agent.goals.second_opinion.tokens import Token, tokens_of
from agent.goals.words import tables

Sign = str

REACH = 5
"""Tokens to either side whose signs count for a token."""
WORDS_KEPT = 8192
"""How many different words are remembered."""
_NEARER = {"b": 2, "e": 1, "s": 1, "h": 1}
"""Pairs of words, endings and beginnings say something of their neighbours only."""
_NUMBER = regex(r"[\d.,]+")
_KATAKANA = regex(r"[ァ-ヶー]+")
_LIST_WORD = regex(r"[a-z]+(?:'[a-z]+)?|\d+|[^\w\s]")
_PERSON = "固有名詞人名"
_Entry = tuple[str, Sign]
"""A word and the list it stands in."""
_BEGINNING = 5
_ENDING = 3


def reach_of(sign: Sign) -> int:
    """How many tokens away a sign still counts."""
    return _NEARER.get(sign[0], REACH)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as it is seen, dates, names and numbers masked, its signs, and the pieces of it (`letters`)."""

    seen: str
    signs: tuple[Sign, ...]
    letters: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a text shows: of each token its word and the signs of its place (`beside`), and the fields they stand in."""

    tokens: list[Token]
    words: list[Word]
    beside: list[list[Sign]]
    fields: list[Field]

    @property
    def signs(self) -> list[list[Sign]]:
        """All signs of each token but those of letters and fields."""
        return [[*word.signs, *own] for word, own in zip(self.words, self.beside, strict=True)]


def shown(scan: Scan) -> Shown:
    """What the scanned text shows, token by token."""
    tokens = tokens_of(scan.text, scan.language)
    japanese = scan.language != "en"
    own = _marks(scan, tokens)
    words = [
        _of_word(surface, normal, speech, "mD" in marked, japanese)
        for (_, _, surface, normal, speech), marked in zip(tokens, own, strict=True)
    ]
    seen = [word.seen for word in words]
    fields = fields_of(tokens, seen, own, scan.language)
    for place, name in _listed(scan, tokens):
        if name not in own[place]:
            own[place].append(name)
    for signs_here, (word, after) in zip(own, itertools.pairwise(seen), strict=False):
        signs_here.append(f"b{word} {after}")
    if own:
        own[0].append("^")
        own[-1].append("$")
    return Shown(tokens, words, own, fields)


def signs_of(scan: Scan) -> tuple[list[Token], list[list[Sign]]]:
    """The tokens of the scanned text and the signs of each, its word's first."""
    seen = shown(scan)
    return seen.tokens, seen.signs


@lru_cache(maxsize=WORDS_KEPT)
def _of_word(surface: str, normal: str, speech: str, is_date: bool, japanese: bool) -> Word:
    if is_date:
        word = "<date>"
    elif speech == _PERSON:
        word = "<name>"
    else:
        word = "0" if _NUMBER.fullmatch(surface) else normal.replace("\n", "⏎")
    signs = _japanese(surface, speech, word) if japanese else _english(surface, word)
    return Word(word, (f"w{word}", *signs), _letters(word, japanese=japanese))


def _letters(word: str, *, japanese: bool) -> tuple[Sign, ...]:
    """Letters and pairs of letters of a Japanese word, beginnings and ends of an English one: 表 of 集計表, ^mig, ing."""
    if word.startswith("<") or word[:1].isdigit():
        return ()
    if japanese:
        if len(word) < 2:
            return ()
        pairs = (f"N{a}{b}" for a, b in itertools.pairwise(word))
        return tuple(dict.fromkeys([*(f"N{letter}" for letter in word), *pairs]))
    if len(word) <= _ENDING or not word.isalpha():
        return ()
    return tuple(f"N{word[-many:]}" for many in (2, 4)) + tuple(f"N^{word[:many]}" for many in (3, 4))


def _japanese(surface: str, speech: str, word: str) -> list[Sign]:
    signs = [f"p{speech}"]
    if len(surface) > 1 and word != "<date>":
        signs.append(f"e{surface[-1]}")
    if _KATAKANA.fullmatch(surface):
        signs.append("ckatakana")
    elif surface.isascii() and surface.isalpha():
        signs.append("clatin")
    return signs


def _english(surface: str, word: str) -> list[Sign]:
    if not surface.isalpha():
        return []
    shape = "capitals" if surface.isupper() and len(word) > 1 else "plain"
    if shape == "plain" and surface[0].isupper():
        shape = "capital"
    signs = [f"s{word[-_ENDING:]}", f"c{shape}"]
    return [*signs, f"h{word[:_BEGINNING]}"] if len(word) > _BEGINNING else signs


def _marks(scan: Scan, tokens: list[Token]) -> list[list[Sign]]:
    """Dates, cadences, amounts by dimension, and numbers that measure nothing."""
    spans = [("mD", m.start, m.end) for m in scan.mentions]
    spans += [("mK", m.start(), m.end()) for m in scan.cadences]
    spans += [(f"mQ{q.dimension}", q.start, q.end) for q in scan.quantities]
    spans += [("mN", start, end) for start, end in scan.not_metric]
    marks: list[list[Sign]] = [[] for _ in tokens]
    ends = [token.end for token in tokens]
    for mark, start, end in spans:
        place = bisect_right(ends, start)
        while place < len(tokens) and tokens[place].start < end:
            if mark not in marks[place]:
                marks[place].append(mark)
            place += 1
    return [sorted(marked) if len(marked) > 1 else marked for marked in marks]


def _listed(scan: Scan, tokens: list[Token]) -> list[tuple[int, Sign]]:
    """(token, list) for every token a word of the list lies in or over."""
    return _listed_english(tokens) if scan.language == "en" else _listed_japanese(scan.text.lower(), tokens)


def _listed_japanese(text: str, tokens: list[Token]) -> list[tuple[int, Sign]]:
    heads, by_two, by_three = _japanese_lists()
    token_at = [0] * (len(text) + 1)
    for place, (start, end, *_) in enumerate(tokens):
        token_at[start:end] = [place] * (end - start)
    found = []
    for start in [start for start, pair in enumerate(map(add, text, text[1:])) if pair in heads]:
        three = text[start : start + 3]
        for word, name in by_three.get(three) or by_two[three[:2]]:
            if text.startswith(word, start):
                first, last = token_at[start], token_at[start + len(word) - 1]
                found += (
                    [(place, name) for place in range(first, last + 1)] if last > first else [(first, name)]
                )
    return found


def _listed_english(tokens: list[Token]) -> list[tuple[int, Sign]]:
    single, by_two = _english_lists()
    words = [token.normal for token in tokens]
    found = []
    for start, word in enumerate(words):
        found += [(start, name) for name in single.get(word, ())]
    for start, two in enumerate(itertools.pairwise(words)):
        for entry, name in by_two.get(two, ()):
            if words[start : start + len(entry)] == entry:
                found += [(place, name) for place in range(start, start + len(entry))]
    return found


@cache
def _japanese_lists() -> tuple[frozenset[str], Mapping[str, list[_Entry]], Mapping[str, list[_Entry]]]:
    """The first two letters of list words; by them the words of two letters; by the first three all others and these."""
    by_pair: dict[str, list[_Entry]] = {}
    for name, word in _entries("ja"):
        if len(word) >= 2:
            by_pair.setdefault(word[:2], []).append((word, name))
    by_two = {pair: [entry for entry in found if len(entry[0]) == 2] for pair, found in by_pair.items()}
    by_three = {
        word[:3]: [entry for entry in found if len(entry[0]) == 2 or entry[0].startswith(word[:3])]
        for found in by_pair.values()
        for word, _ in found
        if len(word) > 2
    }
    return frozenset(by_pair), by_two, by_three


@cache
def _english_lists() -> tuple[
    Mapping[str, list[Sign]], Mapping[tuple[str, str], list[tuple[list[str], Sign]]]
]:
    """Lists by their words, and those of several words by the first two."""
    single: dict[str, list[Sign]] = {}
    by_two: dict[tuple[str, str], list[tuple[list[str], Sign]]] = {}
    for name, word in _entries("en"):
        parts = _LIST_WORD.findall(word)
        if len(parts) == 1:
            single.setdefault(parts[0], []).append(name)
        elif parts:
            by_two.setdefault((parts[0], parts[1]), []).append((parts, name))
    return single, by_two


def _entries(language: str) -> list[tuple[Sign, str]]:
    return [
        (f"l{area}.{name}", word.lower())
        for area, lists in tables(language).items()
        for name, words in lists.items()
        for word in words
    ]
