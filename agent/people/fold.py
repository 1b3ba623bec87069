"""One spelling for the characters that are used for one another in names; offsets never move."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from agent.people.lexicon import table

_SPACE = re.compile(r"[\s\u3000]+")


@cache
def _map() -> dict[int, str]:
    """Code point → the first character of its group in data/variants.toml, and full width → half width."""
    mapping: dict[int, str] = {}
    for point in range(0xFF01, 0xFF5F):
        mapping[point] = chr(point - 0xFEE0)
    for keep in "，．：；！？（）～":
        mapping.pop(ord(keep), None)
    for group in table("variants")["groups"]:
        first = mapping.get(ord(group[0]), group[0])
        for other in group[1:]:
            mapping[ord(other)] = first
    return mapping


def fold(text: str) -> str:
    """The text with variant characters and full-width letters unified; same length in code points."""
    return text.translate(_map())


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """A name as it is compared: folded, compatibility forms resolved, without spaces, lower case."""
    return _SPACE.sub("", fold(unicodedata.normalize("NFKC", fold(name)))).casefold()
