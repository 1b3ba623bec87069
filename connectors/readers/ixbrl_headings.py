"""What kind of line a piece of a filing is: heading with its level, list item or paragraph."""

from __future__ import annotations

import re

from connectors.interface import BlockKind

_NUMBER = "[0-9０-９]"
_LEVELS = (
    (1, re.compile(r"第[一二三四五六七八九十]+部|【表紙】$")),
    (2, re.compile(rf"第{_NUMBER}+\s*[【.．]")),
    (3, re.compile(rf"{_NUMBER}{{1,2}}\s*[.．]?\s*【")),
    (4, re.compile(rf"[(（]{_NUMBER}{{1,2}}[)）]")),
    (5, re.compile(r"[①-⑳]")),
)
"""Numbering of the forms of the disclosure ordinance: 第一部 > 第１ > １ > (1) > ① > everything else."""

_BRACKETED = re.compile(
    rf"(?:第?{_NUMBER}*\s*|[(（]{_NUMBER}+[)）]\s*|[①-⑳]\s*|第[一二三四五六七八九十]+部\s*)[.．]?\s*【[^】]{{1,60}}】$"
)
_NUMBERED = re.compile(rf"(?:[(（]{_NUMBER}{{1,2}}[)）]|[①-⑳])\s*[^。、，,：:※]{{2,30}}$")
_ITEM = re.compile(rf"[・•●○◎◆◇■□▶➢✓]|[-－]\s|[①-⑳]|[(（](?:{_NUMBER}{{1,2}}|[ア-ンa-zａ-ｚ])[)）]|[(（]注|※")
_DOTTED = re.compile(rf"{_NUMBER}{{1,2}}\s?[.．](?!{_NUMBER}+\D{{0,3}}$)\s*[^。]{{2,60}}$")
_BEGINS = re.compile("[-－0-9０-９第(（【.．①-⑳・•●○◎◆◇■□▶➢✓※]")
"""What all of the patterns above begin with; most paragraphs begin with something else."""
_PLAIN = (BlockKind.PARAGRAPH, 0)
_LONGEST_HEADING = 80
_UNNUMBERED = 6
DOTTED = 0
"""Level of "1. …": it is above (1) in a summary and below ① in a report, so that the place decides."""


def classify(text: str, tag: str, css_class: str) -> tuple[BlockKind, int]:
    """Kind and level of a line outside tables, from its numbering, its tag (h1 … h6) and its class.

    A sentence in a heading tag is a paragraph: filing software uses h4 and h5 for layout too.
    """
    if tag == "p" and not css_class and not _BEGINS.match(text):
        return _PLAIN
    if tag[0] == "h" and tag[1:].isdigit():
        marked = True
    elif tag == "li":
        return BlockKind.LIST_ITEM, 0
    else:
        marked = "head" in css_class
    if len(text) <= _LONGEST_HEADING and "。" not in text:
        if marked or _BRACKETED.match(text) or _NUMBERED.match(text):
            for level, pattern in _LEVELS:
                if pattern.match(text):
                    return BlockKind.HEADING, level
        if _DOTTED.match(text):
            return BlockKind.HEADING, DOTTED
        if marked or text[0] == "【":
            return BlockKind.HEADING, int(tag[1]) if tag in ("h1", "h2") else _UNNUMBERED
    if _ITEM.match(text):
        return BlockKind.LIST_ITEM, 0
    return _PLAIN


def placed_level(level: int, above: int | None) -> int:
    """The level of a heading under one of level `above`: DOTTED ones are third where nothing numbered is above."""
    if level != DOTTED:
        return level
    return _UNNUMBERED if above is not None and above <= 3 else 3
