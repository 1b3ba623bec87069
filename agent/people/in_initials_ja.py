"""One character that stands for a person in quick Japanese minutes: 「小さん」, "(小)", "小)面談の日程"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.people.types import Form, Mention, Source
from connectors.interface import BlockKind, DocumentKind, Span

LEAST = 2
"""Places in one document where the character must stand so."""


def one_character_mentions(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """One mention for each place where the first character of exactly one person of the note stands for them.

    Only in plain notes, only before さん, a closing bracket or a colon, and only when it does so twice.
    """
    if source.document.kind is not DocumentKind.NOTE:
        return []
    owners: dict[str, dict[str, Mention]] = {}
    for mention in known:
        if mention.family and not mention.latin and len(mention.family) >= 2:
            owners.setdefault(mention.family[0], {}).setdefault(mention.family, mention)
    usable = {first: next(iter(found.values())) for first, found in owners.items() if len(found) == 1}
    if not usable:
        return []
    pattern = re.compile(
        rf"(?<![一-龥々ァ-ヶーA-Za-z0-9])(?P<who>[{''.join(sorted(usable))}])(?=さん|氏|[)）]|[ 　]?[:：])"
    )
    places: dict[str, list[Mention]] = {}
    for unit in source.units:
        if unit.block.kind is BlockKind.HEADING:
            continue
        for found in pattern.finditer(unit.text):
            span = Span(unit.start + found.start(), unit.start + found.end())
            if any(m.start < span.end and span.start < m.end for m in known):
                continue
            places.setdefault(found["who"], []).append(
                replace(
                    usable[found["who"]], start=span.start, end=span.end, outer=span, surface=found["who"],
                    form=Form.PROSE, title=None, department=None, unit=unit.index, day=unit.day, group=-1, note="", kana=None,
                )
            )  # fmt: skip
    return [m for found in places.values() if len(found) >= LEAST for m in found]
