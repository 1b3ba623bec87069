"""「同」 before a name in a list: the unit of whom the list names before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.types import Mention, Person, Phrase, Source

_SAME = re.compile(r"(?:同(?:じく)?|〃)[ 　・]?\Z")


def same_as_above(mention: Mention, source: Source, persons: Sequence[Person]) -> Phrase | None:
    """ "設備部 保線課 黒木課長、同 堀内氏": the unit of whom the list names before."""
    if not _SAME.search(
        source.folded[max(0, mention.outer.start - 4) : mention.outer.start]
    ) and mention.org not in (
        "同",
        "同じく",
        "〃",
    ):
        return None
    unit = source.units[mention.unit]
    before = [
        other
        for person in persons
        for other in person.mentions
        if other.doc == mention.doc
        and other.unit == mention.unit
        and unit.start <= other.start < mention.start
    ]
    last = max(before, key=lambda other: other.start, default=None)
    return last.department if last is not None else None
