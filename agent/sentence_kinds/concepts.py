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
from typing import Literal

Language = Literal["ja", "en"]

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|0|[^\w\s]")
ENGLISH = re.compile(r"[a-z]+(?:'[a-z]+)?|0")
"""Words of entries: marks between words count for nothing (one-pager, sign-off)."""
REMEMBERED = 4096
"""Sentences remembered: each is looked at for itself, for its neighbours, and again by those who weigh entries."""
HEAD = 2
"""Letters by which Japanese entries are looked up."""

_English = Mapping[str, list[tuple[tuple[str, ...], str]]]


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
    exact, open_ended = _english()
    found = []
    for start, word in enumerate(words):
        entries = [*exact.get(word, ()), *open_ended.get(word[:HEAD], ())]
        found += [concept for entry, concept in entries if _stands_at(entry, words, start)]
    return found


def _stands_at(entry: tuple[str, ...], words: list[str], start: int) -> bool:
    if start + len(entry) > len(words):
        return False
    return all(
        words[start + place].startswith(part[:-1]) if part.endswith("*") else words[start + place] == part
        for place, part in enumerate(entry)
    )


@cache
def _japanese() -> Mapping[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for concept, entries in _lists("ja").items():
        for entry in entries:
            if len(entry) >= HEAD:
                table.setdefault(entry[:HEAD], []).append((entry, concept))
    return table


@cache
def _english() -> tuple[_English, _English]:
    """Entries by their first word, and those whose first word is open-ended by its first letters."""
    exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    open_ended: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, entries in _lists("en").items():
        for entry in entries:
            words = tuple(re.findall(r"[a-z]+(?:'[a-z]+)?\*?|0", entry))
            if not words:
                continue
            if words[0].endswith("*"):
                open_ended.setdefault(words[0][:HEAD], []).append((words, concept))
            else:
                exact.setdefault(words[0], []).append((words, concept))
    return exact, open_ended


def _lists(language: Language) -> Mapping[str, list[str]]:
    data = files("agent.sentence_kinds") / "data" / f"concepts_{language}.toml"
    return {concept: table["words"] for concept, table in tomllib.loads(data.read_text("utf-8")).items()}
