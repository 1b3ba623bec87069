"""Sections of a filing by their text-block tags, else by their headings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from agent.calendar import fold
from connectors.interface import Block, BlockKind, Document, Span

_HALF_WIDTH = str.maketrans("０１２３４５６７８９（）．［］", "0123456789().[]")
"""Width folding that keeps every character's place."""
_NUMBERING = re.compile(
    "(?:第 ?[0-9一二三四五六七八九十]{1,3} ?[章節部編]?(?=[ 　【])"
    "|[0-9]{1,2}(?:[-‐－][0-9]{1,2})?(?:[.、)][ 　]?(?![0-9])|[ 　]+|(?=【))"
    "|\\((?:[0-9]{1,3}|[a-zア-ン一二三四五六七八九十])\\)"
    "|[①-⑳㊀-㊉❶-❿][ 　]?(?:[-‐－][0-9]{1,2}[.、]?)?|[ア-オa-zA-Z][.、)](?= ?[^a-zA-Z.])|[ａ-ｚ][.．、)）]|item [0-9]{1,2}[ab]?\\.?"
    "|[■□●◆◇○▪・*※•–>＞▶▼][ 　]?)[ 　\\t]*",
    re.IGNORECASE,
)
_HEADING_CHARACTERS = 60
_ITEM = re.compile("item\\s+\\d{1,2}[ab]?\\.", re.IGNORECASE)
_ITEM_CHARACTERS = 160


def section(document: Document, name: str) -> Span | None:
    """Code points of the named section (a key of sections.toml), heading included; None where there is none."""
    elements, headings = _sections()[name]
    found = [
        fact.span
        for fact in document.facts
        if fact.text_block and fact.span is not None and elements.fullmatch(fact.local_name)
    ]
    if found:
        return max(found, key=lambda span: span.end - span.start)
    return _under_heading(document, headings)


def blocks_in(document: Document, span: Span) -> Iterator[Block]:
    """Blocks that lie in a span, in order."""
    return (block for block in document.blocks if block.start < span.end and span.start < block.end)


def bare_heading(words: str) -> str:
    """A heading without its numbering and bullet; still a piece of `words`."""
    rest = words.strip()
    rest = rest[numbering_length(rest) :].strip(" 　\t")
    for opening, closing in ("【】", "＜＞", "<>", "〔〕", "［］", "[]", "《》", "≪≫"):
        if rest.startswith(opening) and rest.endswith(closing) and rest.count(opening) == 1:
            rest = rest[1:-1].strip(" 　")
    return rest


def numbering_length(words: str) -> int:
    """Characters of the numbering a line begins with, 0 without one."""
    folded = words.translate(_HALF_WIDTH)
    at = 0
    while (match := _NUMBERING.match(folded, at)) is not None:
        at = match.end()
    return at


def is_heading_like(document: Document, block: Block) -> bool:
    """A heading, or a short line without a full stop that stands alone as one."""
    words = document.text[block.start : block.end].strip()
    if block.kind is BlockKind.HEADING:
        return True
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or len(words) > _HEADING_CHARACTERS:
        return False
    ends = ("。", ".", "、", ",", "：", ":", ";", "; and", "; or", "；")
    return not words.endswith(ends) and numbering_length(words) > 0


def _under_heading(document: Document, headings: frozenset[str]) -> Span | None:
    best: Span | None = None
    blocks = document.blocks
    for place, block in enumerate(blocks):
        item = _is_item(document, block)
        if (block.kind is not BlockKind.HEADING and not item) or _key(document, block) not in headings:
            continue
        closing = (
            later.start
            for later in blocks[place + 1 :]
            if (
                _is_item(document, later)
                if item
                else later.kind is BlockKind.HEADING and later.level <= block.level
            )
        )
        span = Span(block.start, next(closing, len(document.text)))
        if best is None or span.end - span.start > best.end - best.start:
            best = span
    return best


def _is_item(document: Document, block: Block) -> bool:
    """ "ITEM 1A. RISK FACTORS" on a line of its own, as Form 10-K prints its sections."""
    single = (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and block.end - block.start <= _ITEM_CHARACTERS
    )
    return single and _ITEM.match(document.text, block.start, block.end) is not None


def _key(document: Document, block: Block) -> str:
    words = fold(bare_heading(document.text[block.start : block.end])).text
    return re.sub("[\\s【】\\[\\]]", "", words).casefold()


@cache
def _sections() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    table = tomllib.loads(files(__package__).joinpath("sections.toml").read_text(encoding="utf-8"))
    return {
        name: (
            re.compile("|".join(row["elements"])),
            frozenset(re.sub("\\s", "", fold(heading).text).casefold() for heading in row["headings"]),
        )
        for name, row in table.items()
    }
