"""One of several that are counted alike: the team, line or site that a measure is of (A班, 第2ライン, team B)."""

from __future__ import annotations

import re

GROUP = re.compile(
    r"(?P<who>第?[A-Z\dＡ-Ｚ１-９一二三四]{1,2}(?:班|組|棟|ライン|号機|チーム|工場|係)|[東西南北](?:支店|工場|棟|営業所)|\b(?:[Tt]eam|[Ll]ine|[Ss]hift) [A-Z\d]\b)(?:さん)?(?=が|は|も|の|、|。|で| |[.,]|$)"
)


def group_in(text: str) -> str | None:
    """The last one of several that the words name; None where they name none."""
    found = [match["who"] for match in GROUP.finditer(text)]
    return found[-1] if found else None


def are_of_two(one: str, other: str) -> bool:
    """The two texts each name one of several, and not the same."""
    groups = group_in(one), group_in(other)
    return None not in groups and groups[0] != groups[1]
