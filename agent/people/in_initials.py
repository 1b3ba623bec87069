"""Initials that stand for an attendee in quick English minutes: "BT: agency hours are the number"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.people.types import Form, Mention, Source
from connectors.interface import BlockKind, Span


def initial_mentions(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """One mention for each place where initials of exactly one attendee of the same document stand alone."""
    owners: dict[str, list[Mention]] = {}
    for mention in known:
        if mention.form is Form.ATTENDEE and mention.latin and mention.given and mention.family:
            whole = f"{mention.given} {mention.family}"
            for initials in {
                "".join(w[0] for w in whole.split()),
                "".join(w[0] for w in re.split(r"[ -]", whole) if w),
            }:
                owners.setdefault(initials.upper(), []).append(mention)
    usable = {initials: found[0] for initials, found in owners.items() if len(found) == 1}
    if not usable:
        return []
    pattern = re.compile(rf"(?<![A-Za-z&/.-])(?:{'|'.join(sorted(usable))})(?![A-Za-z&.-])")
    out: list[Mention] = []
    for unit in source.units:
        if unit.block.kind is BlockKind.HEADING:
            continue
        for found in pattern.finditer(unit.text):
            span = Span(unit.start + found.start(), unit.start + found.end())
            if any(m.start < span.end and span.start < m.end for m in known):
                continue
            out.append(
                replace(
                    usable[found[0]], start=span.start, end=span.end, outer=span, surface=found[0],
                    form=Form.PROSE, title=None, department=None, unit=unit.index, day=unit.day, group=-1, note="",
                )
            )  # fmt: skip
    return out
