"""Lines of a note as its reader sees them, each with the remark it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from agent.renewal.remarks import Remark
from connectors.interface import BlockKind, DocumentKind

TALK = frozenset({DocumentKind.TRANSCRIPT, DocumentKind.CHAT})
MARK = re.compile(
    r"[\s\u3000]*(?:[・●○◎◦‣•■□◆◇▼▲▶►▪▫※*＊\-–—‐>＞]+[\s\u3000]*)*(?:\[[ xX]?\]\s*)?"
    r"(?:(?:[(（]?\d{1,2}(?:[.\-]\d{1,2})*[)）.．、:：](?!\d)|\d{1,2}(?:[.\-]\d{1,2})+[ \u3000]|(?i:step|stage|phase|ステップ|手順|第)[ \u3000]?\d{1,2}(?:段階|回|に)?[)）.．、:：]?|[①-⑳]|[(（][a-zA-Zア-ン一二三四五六七八九十][)）]|[a-zA-Zア-ン一二三四五六七八九十][)）.．、](?=[\s\u3000]|[^\x00-\x7f]))[\s\u3000]*)?"
)
"""Bullet and number before an item."""
EMPHASIS = re.compile(r"\*\*|__|~~|`")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start`/`end` are the document's offsets of its words behind bullet and number."""

    remark: Remark
    start: int
    end: int
    text: str
    marked: bool
    """A bullet or number stands before it."""
    heading: bool


def lines_of(remarks: Sequence[Remark]) -> Iterator[list[Line]]:
    """The lines of each note that people wrote, tables and talk left out."""
    for _, group in groupby(remarks, key=lambda r: r.document.source_id):
        said = [r for r in group if r.is_note and r.document.kind not in TALK]
        lines = [line for _, block in groupby(said, key=lambda r: r.block) for line in _of_block(list(block))]
        if lines:
            yield lines


def _of_block(remarks: list[Remark]) -> Iterator[Line]:
    first = remarks[0]
    block = first.document.blocks[first.block]
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.TURN, BlockKind.FIELD):
        return
    text = first.document.text
    at = block.start
    while at < block.end:
        stop = text.find("\n", at, block.end)
        stop = block.end if stop < 0 else stop
        mark = MARK.match(text, at, stop)
        begin = mark.end() if mark else at
        words = text[begin:stop].rstrip()
        if words.strip():
            yield Line(
                replace(first, kind=block.kind, start=begin, end=begin + len(words), text=words),
                begin,
                begin + len(words),
                words,
                begin > at or block.kind is BlockKind.LIST_ITEM,
                block.kind is BlockKind.HEADING,
            )
        at = stop + 1
