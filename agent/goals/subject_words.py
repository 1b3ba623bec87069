"""Things a business speaks of, found by any of the words that mean them (data/subjects.toml), in either language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from agent.calendar.patterns import regex
from agent.goals.words import data

_WORD = regex(r"[a-z]+(?:'[a-z]+)?|\d+")
_HEAD = 2
"""Letters by which Japanese words are looked up."""
_STEM = 3
"""Letters by which open-ended English words are looked up; none of them is shorter."""


@lru_cache(maxsize=256)
def things_in(text: str) -> frozenset[str]:
    """Names of the things that words of the text, in any case, mean."""
    low = text.lower()
    by_head = _japanese()
    found = {
        thing
        for start in range(len(low) - _HEAD + 1)
        for word, thing in by_head.get(low[start : start + _HEAD], ())
        if low.startswith(word, start)
    }
    whole, stems = _english()
    words = _WORD.findall(low)
    for at, word in enumerate(words):
        for rest, thing in whole.get(word, ()):
            if not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                found.add(thing)
        for before, last, thing in stems.get(word[:_STEM], ()):
            if word.startswith(last) and tuple(words[max(0, at - len(before)) : at]) == before:
                found.add(thing)
    return frozenset(found)


@cache
def _japanese() -> Mapping[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for thing, listed in data("subjects").items():
        for word in listed:
            if not word.isascii():
                table.setdefault(word[:_HEAD], []).append((word, thing))
    return table


@cache
def _english() -> tuple[
    Mapping[str, list[tuple[tuple[str, ...], str]]], Mapping[str, list[tuple[tuple[str, ...], str, str]]]
]:
    """Words with what follows them, and open-ended words with what stands before them."""
    whole: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    stems: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for thing, listed in data("subjects").items():
        for entry in listed:
            if not entry.isascii():
                continue
            first, *rest = words = _WORD.findall(entry)
            if entry.endswith("*"):
                stems.setdefault(words[-1][:_STEM], []).append((tuple(words[:-1]), words[-1], thing))
            else:
                whole.setdefault(first, []).append((tuple(rest), thing))
    return whole, stems
