"""What a column head, a key cell or the head of a line says about who stands there."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.people.lexicon import table

_BRACKETS = re.compile(r"[(（].*?[)）]|[\s　_.]|様|さま|側")


@cache
def _columns(kind: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(table("columns")[kind]) + r")\Z", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def column_kind(head: str) -> str | None:
    """What a column or key holds: one of the tables of data/columns.toml, or None."""
    whole = re.sub(r"[\s　_.]", "", head)
    short = _BRACKETS.sub("", head)
    for kind in (
        "relation",
        "new_post",
        "old_post",
        "kana",
        "ours",
        "customer",
        "attendance",
        "name",
        "title",
        "department",
        "organisation",
        "remark",
        "person_keys",
    ):
        if any(
            word and _columns(kind).match(word) for word in (whole, short, *re.split(r"[・/／、,]", short))
        ):
            return kind
    return None


def is_header(cells: list[str], header: list[str]) -> bool:
    """True for the first row of a table that has more known column heads than other cells."""
    kinds = [column_kind(c) for c in cells]
    return not header and len(cells) >= 3 and sum(k is not None for k in kinds) >= max(2, len(cells) // 2 + 1)
