"""The word lists of `agent/goals/data`, compiled once into one pattern a list.

`words("vague", "ja", "degree")` is the list; `pattern_of(...)` finds its longest word at each place. English
words match at word boundaries and in any case.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, cast

from agent.calendar.alternation import alternation
from agent.calendar.patterns import ready_table, regex

__all__ = [
    "alternation",
    "compiled",
    "data",
    "has_japanese",
    "lazily",
    "pattern_of",
    "tables",
    "word_set",
    "words",
]


_JAPANESE = regex(r"[\u3041-\u30ff\u4e00-\u9fff]")


def has_japanese(text: str) -> bool:
    """Kana or kanji stand in the text; dashes, accents and currency signs are no Japanese."""
    return not text.isascii() and _JAPANESE.search(text) is not None


@cache
def data(name: str) -> dict[str, Any]:
    """What `data/<name>.toml` holds, to be read and not changed."""
    text = files("agent.goals").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return ready_table(text) or tomllib.loads(text)


def tables(language: str) -> dict[str, dict[str, list[str]]]:
    """All word lists of a language: area → name → words."""
    return data(language)


def words(language: str, area: str, *names: str) -> list[str]:
    """The words of one area, of the named lists or of all."""
    lists = tables(language)[area]
    return [word for name in (names or lists) for word in lists[name]]


@cache
def word_set(language: str, area: str, *names: str) -> frozenset[str]:
    """The same, to look a word up in."""
    return frozenset(words(language, area, *names))


@cache
def pattern_of(language: str, area: str, *names: str) -> re.Pattern[str]:
    """Pattern of the area's words, longest first."""
    return compiled(tuple(words(language, area, *names)), language)


@cache
def compiled(listed: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Pattern of any of the words, compiled when first used; never matches when there is none."""
    return lazily(lambda: _compiled(listed, language))


def _compiled(listed: tuple[str, ...], language: str) -> re.Pattern[str]:
    if not listed:
        return regex(r"(?!)")
    if language == "ja":
        return regex(alternation(listed))
    return regex(rf"(?<![a-z\d]){alternation(word.lower() for word in listed)}(?![a-z\d])", re.I)


class _Lazy:
    """Stands for a pattern until one of its methods is asked for, then has them all."""

    def __init__(self, make: Callable[[], re.Pattern[str]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        pattern = self._make()
        for method in (
            "search",
            "match",
            "fullmatch",
            "finditer",
            "findall",
            "split",
            "sub",
            "subn",
            "pattern",
            "flags",
        ):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazily(make: Callable[[], re.Pattern[str]]) -> re.Pattern[str]:
    """The pattern `make` gives, compiled when first used: a language's patterns cost nothing until its first text."""
    return cast("re.Pattern[str]", _Lazy(make))
