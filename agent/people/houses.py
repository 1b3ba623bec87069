"""Which Japanese words name a house by their last part: 岬水産, 東野交通, つばめ会計事務所."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.people.lexicon import alternatives, table
from agent.people.names import is_family

LEAST = 3
"""Characters from which a word is looked at."""


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf".+{alternatives(table('houses')['trades'])}\Z")


@lru_cache(maxsize=20_000)
def is_trade_name(word: str) -> bool:
    """True for a word that ends in a line of business and is no family name of the dictionary."""
    return len(word) >= LEAST and bool(_named().match(word)) and not is_family(word)


@cache
def _site() -> re.Pattern[str]:
    return re.compile(rf".*{alternatives(table('houses')['sites'])}\Z")


def is_other_house(word: str) -> bool:
    """True for a trade name that is no site or unit a customer may have itself (鹿島工場, 資材倉庫)."""
    return is_trade_name(word) and not _site().match(word)
