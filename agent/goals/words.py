"""The word lists of `agent/goals/data`, compiled once into one pattern a list.

`words("vague", "ja", "degree")` is the list; `pattern_of(...)` finds its longest word at each place. English
words match at word boundaries and in any case. A prefix tree keeps a list of hundreds of words as fast as
one word, since Python tries alternatives one by one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_Tree = dict[str, "_Tree"]
_END = ""


@cache
def tables(language: str) -> dict[str, dict[str, list[str]]]:
    """All word lists of a language: area → name → words."""
    text = files("agent.goals").joinpath("data", f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def words(language: str, area: str, *names: str) -> list[str]:
    """The words of one area, of the named lists or of all."""
    lists = tables(language)[area]
    return [word for name in (names or lists) for word in lists[name]]


@cache
def pattern_of(language: str, area: str, *names: str) -> re.Pattern[str]:
    """Pattern of the area's words, longest first."""
    return compiled(tuple(words(language, area, *names)), language)


@cache
def compiled(listed: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Pattern of any of the words; never matches when there is none."""
    if not listed:
        return re.compile(r"(?!)")
    if language == "ja":
        return re.compile(alternation(listed))
    return re.compile(rf"(?<![a-z\d]){alternation(word.lower() for word in listed)}(?![a-z\d])", re.I)


def alternation(listed: Iterable[str]) -> str:
    """One group that matches any of the words, longest first, sharing prefixes."""
    tree: _Tree = {}
    for word in listed:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _branch(tree)


def _branch(tree: _Tree) -> str:
    options = [re.escape(letter) + _branch(rest) for letter, rest in sorted(tree.items()) if letter != _END]
    if not options:
        return ""
    singles = [option for option in options if len(option) == 1]
    if len(singles) == len(options) > 1:
        joined = "[" + "".join(singles) + "]"
    else:
        joined = options[0] if len(options) == 1 and _END not in tree else "(?:" + "|".join(options) + ")"
    if _END not in tree:
        return joined
    return f"(?:{joined})?" if len(joined) > 1 else f"{joined}?"
