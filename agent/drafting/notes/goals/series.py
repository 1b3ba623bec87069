"""Lists of goals whose items a writer marks one after the other: 固1 … 固2 …, a) … b) …, 一つ、… 二つ、…, First, … Second, …."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.drafting.notes.goals.measures import CLOCK
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

KANJI = "一二三四五六七八九"
CIRCLES = "①②③④⑤⑥⑦⑧⑨"
COUNTED_JA = "(?:つ目?|番目|点目)(?:は|に|が)?[、,:：　 ]\\s*"
ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth")
STYLES = (
    ("bracket", re.compile(r"[(（](?P<n>\d)[)）]\s*")),
    ("letter bracket", re.compile(r"[(（](?P<n>[a-f])[)）]\s*")),
    ("half bracket", re.compile(r"(?P<n>\d)[)）]\s*")),
    ("letter", re.compile(r"(?P<n>[a-fA-F])[.)）]\s+")),
    ("dot", re.compile(r"(?P<n>\d)[.．](?!\d)\s*")),
    ("blank", re.compile(r"(?P<n>\d)[ 　]+(?=[^\W\d])")),
    ("circle", re.compile(rf"(?P<n>[{CIRCLES}])\s*")),
    ("counted", re.compile(rf"(?P<n>[{KANJI}1-9]){COUNTED_JA}")),
    ("kanji", re.compile(rf"(?P<n>[{KANJI}])[、.．]\s*")),
    ("ordinal", re.compile(rf"(?P<n>{'|'.join(ENGLISH)})(?:ly)?[,:]\s+", re.I)),
    (
        "named",
        re.compile(
            r"(?:goals?|targets?|objectives?|aims?|KPI|OKR|目標|ゴール|ねらい|狙い|指標) ?#?(?P<n>\d)(?![\d.,])(?:\s*[:：.)）、\-–—]\s*|\s+(?=[一-龠ァ-ヴー「]))",
            re.I,
        ),
    ),
    (
        "sign",
        re.compile(
            r"(?![約計第月年日週全各残朝夜昼毎平])[^\W\d_a-z](?P<n>\d)(?=[\s　:：.．)）、])[:：.．)）、]?\s*"
        ),
    ),
)
"""How items are marked; a sign is one letter of the writer's own before the number (固1, G2)."""
BULLET = re.compile(r"^[\s・\-–*•●○□■◆◇]*")
MOST_BETWEEN = 4
"""Blocks that may stand between two items: what explains the first, the heading over the second."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the remarks of its block, the mark's style and number, and where its words begin."""

    remarks: tuple[Remark, ...]
    style: str
    number: int
    begins: int


def series(remarks: Sequence[Remark]) -> Iterator[list[Item]]:
    """Runs of two and more items of one style in a note, numbered without a gap; items of a sign may begin anew at 1."""
    run: list[Item] = []
    for item in _items(remarks):
        if run and _follows(run[-1], item):
            run.append(item)
            continue
        if len(run) > 1:
            yield run
        run = [item] if item.number == 1 else []
    if len(run) > 1:
        yield run


def is_item(text: str) -> bool:
    """The text begins with the mark of an item and goes on with words."""
    found = _mark(text)
    return found is not None and bool(re.match(r"[^\W\d]", text[found[2] :]))


def without_item_mark(text: str) -> str:
    """The words behind the mark of an item; the text itself where it has none."""
    text = CLOCK.sub("", text)
    found = _mark(text)
    return text[found[2] :] if found and len(text) > found[2] + 3 else text


def _items(remarks: Sequence[Remark]) -> Iterator[Item]:
    blocks: dict[tuple[str, int], list[Remark]] = {}
    for remark in remarks:
        told = remark.is_note and remark.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
        if told and remark.side != "us":
            blocks.setdefault((remark.document.source_id, remark.block), []).append(remark)
    for said in blocks.values():
        found = _mark(said[0].text)
        if found:
            yield Item(tuple(said), found[0], found[1], found[2])


def _mark(text: str) -> tuple[str, int, int] | None:
    start = BULLET.match(text)
    at = start.end() if start else 0
    for style, pattern in STYLES:
        found = pattern.match(text, at)
        if found:
            return style, _number(found["n"]), found.end()
    return None


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    for row in (KANJI, CIRCLES, "abcdef"):
        if words.lower() in row:
            return row.index(words.lower()) + 1
    return ENGLISH.index(words.lower()) + 1


def _follows(one: Item, other: Item) -> bool:
    first, second = one.remarks[0], other.remarks[0]
    near = first.document is second.document and second.block - first.block <= MOST_BETWEEN
    anew = one.style == "sign" and other.number == 1 and first.text[:1] != second.text[:1]
    return near and one.style == other.style and (anew or other.number == one.number + 1)
