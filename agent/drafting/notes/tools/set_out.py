"""Tools set out by form under a head for tools: name, department and purpose on one line or on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from agent.drafting.notes.tools.in_use import used_in
from agent.drafting.notes.tools.items import ToolItem
from agent.drafting.notes.tools.pieces import (
    APART,
    JAPANESE_BLANK,
    LONGEST,
    Pieces,
    is_unit,
    label_of,
    pieces_of,
    place_of_name,
    words,
)
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from connectors.interface import Block, BlockKind, Document, DocumentKind

CUES = cues("agent.drafting.notes.tools", "tools")
TALK = (DocumentKind.TRANSCRIPT, DocumentKind.CHAT)
Told = tuple[ToolItem, Document, int, int]
MARKS = " 　#*_:：[]【】<>《》■□◆●○・-"
LONGEST_HEAD = 48
LONGEST_LINE = 90
NUMBERED = re.compile(r"[\s　]*\d{1,2}(?:\.\d{1,2})+[.．]?[\s　]")
LED_IN = re.compile(r"(?P<head>[^:：。\n]{2,40}?)[:：][\s　]*(?=\S)")
BETWEEN = re.compile(r"[、,;；][\s　]*(?![^()（）]*[)）])")
SENTENCE = re.compile(
    r"[はがを]、|を$|(?:[てで]いる|する|した|ある)(?:。|$)|(?:です|ます|でした|ました|ません|だった|ない|たい)(?:ね|よ|か|が|ので|けど)?[。」]?$|[?？!！]|\b(?:is|are|was|were|will|would|they|we|it|I|has|have|not)\b"
)


@dataclass(slots=True)
class _Item:
    pieces: Pieces
    block: int
    start: int
    end: int
    level: int
    unit: str | None = None


def read_set_out(remarks: Sequence[Remark]) -> list[Told]:
    """Each tool of such a list that is told with its department or its purpose, with the lines that tell it."""
    found: list[Told] = []
    for _, group in groupby(remarks, key=lambda remark: remark.document.source_id):
        said = list(group)
        if said[0].is_note and said[0].document.kind not in TALK:
            for items in _lists(said):
                found += _tools(items, said[0].document)
    return found


def read_in_use(remarks: Sequence[Remark]) -> list[Told]:
    """Each tool of which a sentence says who uses it for what."""
    said = [r for r in remarks if r.is_note and r.document.kind not in TALK and _is_statement(r)]
    return [(item, r.document, r.start, r.end) for r in said for item in used_in(r)]


def _is_statement(remark: Remark) -> bool:
    return not remark.quoted and remark.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _lists(remarks: Sequence[Remark]) -> Iterator[list[_Item]]:
    """The items below each head, up to the line that is none."""
    document = remarks[0].document
    items: list[_Item] = []
    within = False
    unit: str | None = None
    for _, group in groupby(remarks, key=lambda remark: remark.block):
        first = next(group)
        block = document.blocks[first.block]
        text = document.text[block.start : block.end]
        if (
            first.quoted
            or (block.kind is BlockKind.TABLE_ROW and first.column and not _is_bare(document, first.block))
            or block.kind is BlockKind.FIELD
        ):
            within = False
            continue
        inline = _inline(document, first.block, text)
        if inline:
            yield inline
            continue
        if _is_head(text):
            yield items
            items, within, unit = [], True, None
            continue
        bare = text.strip(MARKS)
        if within and is_unit(bare) and not _is_cut(bare) and not _is_part(block, items):
            unit = bare
            continue
        if (
            not within
            or (block.kind is BlockKind.HEADING and not _is_numbered_item(text))
            or len(text) > LONGEST_LINE
            or SENTENCE.search(text)
        ):
            yield items
            items, within = [], False
            continue
        _add(items, pieces_of(text), block, first.block, unit)
    yield items


def _is_head(text: str) -> bool:
    bare = text.strip(MARKS + "。").lstrip("0123456789.．)） 　")
    if (
        not 2 <= len(bare) <= LONGEST_HEAD
        or CUES["not_label"].search(bare)
        or APART.search(re.sub(r"[(（][^()（）]{1,12}[)）]$", "", bare))
    ):
        return False
    return bool(words("head").search(bare) or (CUES["label"].search(bare) and len(bare) <= LONGEST))


def _is_numbered_item(text: str) -> bool:
    """A numbered line with more than one piece (2.1 X/経費精算/経理部)."""
    pieces = pieces_of(text)
    return bool(NUMBERED.match(text)) and bool(pieces.told) and bool(pieces.open)


def _is_cut(text: str) -> bool:
    return bool(APART.search(text) or JAPANESE_BLANK.search(text))


def _is_bare(document: Document, number: int) -> bool:
    """A row of a table typed into a text whose first row is one of the rows: it names a department, and no column."""
    table = document.blocks[number].table
    first = next(block for block in document.blocks if block.table == table)
    cells = [document.text[cell.start : cell.end] for cell in first.cells]
    typed = document.path.endswith((".txt", ".md", ".eml"))
    return typed and any(is_unit(cell) for cell in cells) and not any(label_of(cell) for cell in cells)


def _is_part(block: Block, items: Sequence[_Item]) -> bool:
    """A deeper line below an item: one of its parts."""
    return bool(items) and block.kind is BlockKind.LIST_ITEM and block.level > items[-1].level


def _add(items: list[_Item], pieces: Pieces, block: Block, number: int, unit: str | None) -> None:
    """A line joins the item above it where it only tells what that leaves open."""
    last = items[-1] if items else None
    if last is not None:
        told = set(pieces.told)
        deeper = _is_part(block, items)
        if ((told and not pieces.open and "name" not in told) or deeper) and not told & set(last.pieces.told):
            last.pieces.told.update(pieces.told)
            last.pieces.open += pieces.open
            last.end = block.end
            return
    items.append(_Item(pieces, number, block.start, block.end, block.level, unit))


def _inline(document: Document, number: int, text: str) -> list[_Item]:
    """The items of one line behind its head ("利用ツール:A=経費精算(経理部)、B=…"), each told with a part."""
    led = LED_IN.match(text)
    if led is None or not _is_head(led["head"]) or (label_of(led["head"]) and len(text) < LONGEST_HEAD):
        return []
    block = document.blocks[number]
    bounds = [led.end(), *(gap.end() for gap in BETWEEN.finditer(text, led.end())), len(text)]
    items = []
    for a, b in pairwise(bounds):
        piece = text[a:b].strip(" 　、,;；。")
        items.append(_Item(pieces_of(piece), number, block.start, block.end, 0))
    complete = all(item.pieces.told or len(item.pieces.open) > 1 for item in items)
    return items if complete and not SENTENCE.search(text) else []


def _tools(items: Sequence[_Item], document: Document) -> Iterator[Told]:
    place = place_of_name([item.pieces for item in items if "name" not in item.pieces.told])
    for item in items:
        told, rest = dict(item.pieces.told), [piece for piece, _ in item.pieces.open]
        if "name" not in told:
            if place >= len(rest):
                continue
            told["name"] = rest.pop(place)
        if "purpose" not in told and rest:
            told["purpose"] = rest.pop(0)
        if len(rest) > 1:
            continue  # more things than one tool has parts: a line that lists several
        department = told.get("department") or item.unit
        if len(told["name"]) <= LONGEST and (department or "purpose" in told) and not is_unit(told["name"]):
            yield ToolItem(told["name"], told.get("purpose"), department), document, item.start, item.end
