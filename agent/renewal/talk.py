"""Remarks of talk pasted into a note, as said by whom the line names: "08:12 山口: …", "Ann (Acme): …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from agent.evidence.pasted_talk import Spoken, pasted_talk
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import BlockKind


def as_talk(remarks: Sequence[Remark], sides: Sides) -> list[Remark]:
    """The remarks, those of pasted talk without the name before them and with their speaker."""
    talk: dict[str, Mapping[int, Spoken]] = {}
    for remark in remarks:
        document = remark.document
        if document.source_id not in talk:
            talk[document.source_id] = pasted_talk(document)
    return [_as_said(remark, talk[remark.document.source_id].get(remark.block), sides) for remark in remarks]


def _as_said(remark: Remark, spoken: Spoken | None, sides: Sides) -> Remark:
    if spoken is None or remark.speaker is not None:
        return remark
    start = min(max(remark.start, spoken.words), remark.end - 1)
    return replace(
        remark,
        start=start,
        text=remark.document.text[start : remark.end],
        kind=BlockKind.TURN,
        speaker=spoken.label,
        side=sides.of(spoken.label),
    )
