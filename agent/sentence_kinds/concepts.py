"""Concepts in a sentence: words and phrases that mean one thing, from lists written out of knowledge of the language.

`data/concepts_<language>.toml` has a table a concept with `about` and `words`. A Japanese entry is found anywhere in
the text; an English one word by word, where a word ending in * stands for all its endings. Text is as
`features.plain` gives it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

Language = Literal["ja", "en"]

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|0|[^\w\s]")
ENGLISH = re.compile(r"[a-z]+(?:'[a-z]+)?|0")
"""Words of entries: marks between words count for nothing (one-pager, sign-off)."""
REMEMBERED = 4096
"""Sentences remembered: each is looked at for itself, for its neighbours, and again by those who weigh entries."""
HEAD = 2
"""Letters by which Japanese entries are looked up."""


@lru_cache(maxsize=REMEMBERED)
def concepts_in(text: str, language: Language) -> tuple[str, ...]:
    """Concepts in the order their words begin; one named twice is there twice."""
    if language == "ja":
        return tuple(_in_japanese(text))
    return tuple(_in_english(ENGLISH.findall(text.replace("’", "'").replace("%", " percent "))))


def _in_japanese(text: str) -> list[str]:
    by_head = _japanese()
    found = []
    for start in range(len(text) - HEAD + 1):
        for entry, concept in by_head.get(text[start : start + HEAD], ()):
            if text.startswith(entry, start):
                found.append(concept)
    return found


def _in_english(words: list[str]) -> list[str]:
    exact, open_ended, lengths = _english()
    found = []
    for start, word in enumerate(words):
        entries = list(exact.get(word, ()))
        for length in lengths:
            entries += open_ended.get(word[:length], ()) if length <= len(word) else ()
        if len(entries) > 1:
            entries.sort()
        found += [
            entry.concept for entry in entries if not entry.rest or _follows(entry.rest, words, start + 1)
        ]
    return found


def _follows(rest: tuple[tuple[str, bool], ...], words: list[str], start: int) -> bool:
    if start + len(rest) > len(words):
        return False
    for place, (part, is_open) in enumerate(rest, start):
        if not (words[place].startswith(part) if is_open else words[place] == part):
            return False
    return True


@cache
def _japanese() -> Mapping[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for concept, entries in _lists("ja").items():
        for entry in entries:
            if len(entry) >= HEAD:
                table.setdefault(entry[:HEAD], []).append((entry, concept))
    return table


class _Entry(NamedTuple):
    """An entry without its first word: `rank` is its place in the lists, `rest` has (word, open-ended) pairs."""

    is_open: bool
    rank: int
    concept: str
    rest: tuple[tuple[str, bool], ...]


@cache
def _english() -> tuple[Mapping[str, list[_Entry]], Mapping[str, list[_Entry]], tuple[int, ...]]:
    """Entries by their first word, those whose first word is open-ended by its letters, and how many letters those have."""
    exact: dict[str, list[_Entry]] = {}
    open_ended: dict[str, list[_Entry]] = {}
    entries = ((concept, entry) for concept, listed in _lists("en").items() for entry in listed)
    for rank, (concept, entry) in enumerate(entries):
        words = re.findall(r"[a-z]+(?:'[a-z]+)?\*?|0", entry)
        if words:
            (first, is_open), *rest = ((word.rstrip("*"), word.endswith("*")) for word in words)
            table = open_ended if is_open else exact
            table.setdefault(first, []).append(_Entry(is_open, rank, concept, tuple(rest)))
    return exact, open_ended, tuple(sorted({len(stem) for stem in open_ended}))


def _lists(language: Language) -> Mapping[str, list[str]]:
    data = files("agent.sentence_kinds") / "data" / f"concepts_{language}.toml"
    return {concept: table["words"] for concept, table in tomllib.loads(data.read_text("utf-8")).items()}
