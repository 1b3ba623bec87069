"""How a side of a contradiction is told: in words that say their matter, with the source and who speaks."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.drafting.notes.contradictions.said import EARLY
from agent.messages import text
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind, DocumentKind

ELLIPTIC = 48
"""Letters up to which a sentence may leave out what it is about ("It is 27.", 「全部です。」)."""
WHOLE = {True: 100, False: 170}
"""Letters, in Japanese and English, up to which a paragraph or turn is quoted whole."""
LOG = re.compile(r"crm|sfa|日報|nippo|activity", re.I)
USAGE = re.compile(r"usage|利用|dashboard|集計", re.I)
DIGIT = re.compile(r"\d")
SOURCES = {
    DocumentKind.MAIL: "mail",
    DocumentKind.TRANSCRIPT: "call",
    DocumentKind.CHAT: "chat",
    DocumentKind.NOTE: "notes",
    DocumentKind.TABLE: "sheet",
}


def in_full(remark: Remark) -> Remark:
    """The remark; its paragraph or turn where that is short and the sentence alone may not say its matter."""
    block = remark.document.blocks[remark.block]
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.TURN, BlockKind.LIST_ITEM):
        return remark
    start = block.cells[0].start if block.kind is BlockKind.TURN and block.cells else block.start
    words = remark.document.text[start : block.end]
    if len(remark.text) > ELLIPTIC or len(words) > WHOLE[not words.isascii()] or remark.start < start:
        return remark
    return replace(remark, start=start, end=block.end, text=words.rstrip())


def where_of(remark: Remark, language: str) -> str:
    """The source in a word, with who speaks where the words are somebody's turn: "the call (Tilda)"."""
    place = text(f"notes.source.{_kind_of(remark)}", language)
    speaker = remark.speaker
    if not speaker or DIGIT.search(speaker) or speaker in remark.text:
        return place
    return text("notes.source.spoken", language, place=place, speaker=speaker)


def _kind_of(remark: Remark) -> str:
    document = remark.document
    if LOG.search(document.path):
        return "log"
    if EARLY.search(f"{document.path} {document.title}"):
        return "handover"
    if document.kind is DocumentKind.TABLE and USAGE.search(document.path):
        return "usage"
    return SOURCES.get(document.kind, "page")
