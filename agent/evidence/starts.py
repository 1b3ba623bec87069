"""Where else than at its head a unit may be quoted from: after a bullet, item number or label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from connectors.interface import BlockKind, Document, Span

# □ ☐ ○ and circled numbers may say something (not done, yes, which), so they stay.
_MARK = re.compile(
    r"(?:[・●■※*•‣▪]|[-–](?=[ 　])|[(（][0-9０-９一-十]{1,2}[)）]|[0-9０-９]{1,2}[.．)）](?=[ 　]))[ 　]*"
    r"(?=[^\W\d_])"
)
_FIELD_NAME = re.compile(r"[^:：\n]{1,40}[:：][ 　]+(?=\S)")
_SCALE_HEAD = re.compile(r"[百千万億兆円年月日人名%％]|期|四半期|[a-z]")


def label_ends(document: Document) -> list[int]:
    """Ascending offsets after the speaker's label of a turn and the name of a field: the words begin there."""
    found: list[int] = []
    for block in document.blocks:
        label = None
        if block.kind is BlockKind.TURN and block.speaker:
            label = re.compile(rf"{re.escape(block.speaker)}[ 　]*[:：][ 　]*(?=\S)")
        elif block.kind is BlockKind.FIELD:
            label = _FIELD_NAME
        match = label.match(document.text, block.start, block.end) if label else None
        if match:
            found.append(match.end())
    return found


def later_starts(text: str, units: Sequence[Span]) -> list[int]:
    """Ascending offsets after leading marks, where a quote may begin besides the unit starts."""
    found: list[int] = []
    for start, end in units:
        if start and text[start - 1] == "\t":
            continue
        mark = _MARK.match(text, start, end)
        if mark and not _SCALE_HEAD.match(text, mark.end(), end):
            found.append(mark.end())
    return found
