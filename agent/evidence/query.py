"""A question as the index sees it: words, bigrams, and what the business lexicon says for them."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from agent.evidence.tokens import bigrams, words

_QUOTED = re.compile(r"「([^」]+)」|[\"“]([^\"”]+)[\"”]")
SYNONYM_WEIGHT = 0.3
"""What a lexicon's word counts beside a word of the question itself."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What may be answered from; None means everything. Applied before ranking."""

    account: str | None = None
    kinds: Collection[str] | None = None
    access: str | None = None  # "public" keeps private notes out
    since: dt.date | None = None  # published on or after; undated passages fall out when either is given
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Weighted tokens of a question."""

    text: str
    words: list[str]
    expanded: dict[str, float] = field(default_factory=dict)
    bigrams: list[str] = field(default_factory=list)
    added: tuple[str, ...] = ()  # words of `expanded` that come from the lexicon
    phrases: list[str] = field(default_factory=list)  # put in 「…」 or "…" by who asks, without spaces


def read_query(text: str, lexicon: bool = True) -> Query:
    """Words of the question with weight 1, words of the lexicon's matching entries with less."""
    own = list(dict.fromkeys(words(text)))
    expanded = dict.fromkeys(own, 1.0)
    own_set = set(own)
    if lexicon:
        for keys, says in _lexicon():
            if any(own_set.issuperset(key) for key in keys):
                for word in says:
                    expanded.setdefault(word, SYNONYM_WEIGHT)
    phrases = [squeezed(phrase) for pair in _QUOTED.findall(text) for phrase in pair if phrase.strip()]
    added = tuple(word for word in expanded if word not in own_set)
    return Query(text, own, expanded, list(dict.fromkeys(bigrams(text))), added, phrases)


def squeezed(text: str) -> str:
    """Text as phrases are compared: one width, no spaces, lower case."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


@cache
def _lexicon() -> list[tuple[list[tuple[str, ...]], list[str]]]:
    """Entries as tokens: any of the keys (all its words present) adds the entry's words."""
    raw = tomllib.loads(files("agent.evidence").joinpath("data/lexicon.toml").read_text(encoding="utf-8"))
    entries: list[tuple[list[tuple[str, ...]], list[str]]] = []
    for entry in raw["entry"]:
        keys = [tuple(words(term)) for term in entry.get("terms", [])]
        asked = [tuple(words(term)) for term in entry.get("asked", [])]
        said = [*keys, *(words(term) for term in entry.get("says", []))]
        says = list(dict.fromkeys(word for term in said for word in term))
        entries.append(([key for key in keys + asked if key], says))
    return entries
