"""What a source holds under a condition of silence ("まだ誰にも言わないで", "off the record"), and how far that reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from agent.evidence.conditions import Condition, another_matter, condition_in, lifts, weight
from agent.evidence.held import Held
from agent.evidence.segment import sentences
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

_SPOKEN = (
    DocumentKind.NOTE,
    DocumentKind.TRANSCRIPT,
    DocumentKind.MAIL,
    DocumentKind.CHAT,
    DocumentKind.TABLE,
)
_SHORT = 8
"""Weight up to which a written sentence leans on the one before it ("150のうち30くらいですが、内密に")."""
_WORDS = 60
"""Longest wording of a condition."""
_ASKING = ("named", "asked")
_EDGES = " ,;:.、。()（）[]【】「」\"'*—–-"


class InConfidence(NamedTuple):
    """Code points of the text that were said in confidence, and the words that asked for it."""

    start: int
    end: int
    condition: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a block, or of one cell of a row."""

    block: int
    cell: int
    start: int
    end: int


def told_in_confidence(document: Document) -> Sequence[InConfidence]:
    """Stretches said in confidence, by place; none in what is public. A statement that quotes any of it shares the
    condition.

    The condition covers the sentence it stands in. Where it opens that sentence or begins what follows, it goes on to
    the end of the turn, bullet or paragraph; where it closes what was said, it goes back to where the matter began. A
    condition alone in its block holds for the block it was put to: the bullet above, the turn before, the row, the
    section of a heading, the whole mail of a subject. Another matter ("by the way") ends it.
    """
    if document.kind not in _SPOKEN or document.access == "public":
        return ()
    return _read(Held(document))


@lru_cache(maxsize=64)
def _read(held: Held) -> tuple[InConfidence, ...]:
    document = held.document
    reader = _Reader(document)
    found = {told for at, _ in enumerate(reader.places) for told in reader.told_at(at)}
    return tuple(sorted(found))


class _Reader:
    """The sentences of one document in order, and what a condition in one of them covers."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.blocks = document.blocks
        self.places = list(_places(document))
        self.of_block: dict[int, list[int]] = {}
        for at, place in enumerate(self.places):
            self.of_block.setdefault(place.block, []).append(at)

    def told_at(self, at: int) -> Iterator[InConfidence]:
        """What the condition of a sentence covers; nothing where it has none."""
        place = self.places[at]
        said = self.words(at)
        condition = condition_in(said)
        if condition is None or (said.rstrip().endswith(("?", "？")) and condition.kind == "named"):
            return
        wording = said if condition.bare else said[condition.start : condition.end]
        wording = " ".join(wording.split()).strip(_EDGES)[:_WORDS]
        for covered in self._covered(at, condition):
            other = self.places[covered]
            yield InConfidence(other.start, other.end, wording)
        if self.blocks[place.block].kind is BlockKind.FIELD:
            yield InConfidence(place.end, len(self.text), wording)

    def words(self, at: int) -> str:
        return self.text[self.places[at].start : self.places[at].end]

    def _covered(self, at: int, condition: Condition) -> Sequence[int]:
        block = self.blocks[self.places[at].block]
        if condition.bare or condition.begs:
            return self._around(at, condition)
        if condition.opens:
            return [at, *self._forward(at)]
        leans = condition.before + condition.after <= _SHORT
        if not condition.bracketed and condition.after <= 2 and (block.kind is BlockKind.TURN or leans):
            return [*self._back(at), at]
        return [at]

    def _around(self, at: int, condition: Condition) -> Sequence[int]:
        """What a sentence that is a condition alone was said of."""
        back, on = self._back(at), self._forward(at)
        own_block = self.places[at].block
        here = [other for other in back if self.places[other].block == own_block and self._says(other)]
        after = [other for other in on if self.places[other].block == own_block]
        announces = condition.goes_on or self.words(at).rstrip().endswith((":", "：", "、", "…"))
        if here and not (announces and after):
            follows = after if condition.kind == "named" and after else []
            return [*back, at, *follows]
        if on and (after or announces):
            return [at, *on]
        return [at, *self._beside(at, condition, announces)]

    def _beside(self, at: int, condition: Condition, announces: bool) -> Sequence[int]:
        """What a condition alone in its block holds for."""
        own = self.places[at].block
        block = self.blocks[own]
        if block.kind is BlockKind.TABLE_ROW:
            if condition.kind not in _ASKING:  # a cell "公開前" is the state of the row's thing
                return []
            return self.of_block[own] if not block.header else self._column(at)
        if block.kind is BlockKind.HEADING:
            return self._section(own)
        if announces or any(
            word in self.words(at) for word in ("以下", "下記", "ここから", "following", "below")
        ):
            return self._run(own)
        above = self._above(own)
        if above is None:
            return [] if block.kind is BlockKind.TURN else self._section(-1)
        return self._matter_of(above)

    def _matter_of(self, block: int) -> Sequence[int]:
        """The last matter of a block, back to where it began."""
        last = self.of_block[block][-1]
        return [*self._back(last), last]

    def _above(self, own: int) -> int | None:
        """The block a condition was put to: the item above a nested one, else the last that says something."""
        block = self.blocks[own]
        for number in range(own - 1, -1, -1):
            other = self.blocks[number]
            if other.kind is BlockKind.FIELD or number not in self.of_block:
                continue
            if other.kind is BlockKind.HEADING:
                return None if block.kind is not BlockKind.TURN else number
            nested = block.kind is BlockKind.LIST_ITEM is other.kind
            if nested and other.level > block.level:
                continue
            if any(self._says(at) for at in self.of_block[number]):
                return number
        return None

    def _back(self, at: int) -> list[int]:
        """Sentences before it of the same matter: of its cell, block, or of the same speaker's turns on end."""
        found: list[int] = []
        while at > 0 and not another_matter(self.words(at)) and self._together(at - 1, at):
            at -= 1
            if lifts(self.words(at)):
                break
            found.insert(0, at)
        return found

    def _forward(self, at: int) -> list[int]:
        """Sentences after it of the same matter, with the items nested under a list item."""
        found: list[int] = []
        first = self.blocks[self.places[at].block]
        for after in range(at + 1, len(self.places)):
            block = self.blocks[self.places[after].block]
            under = first.kind is BlockKind.LIST_ITEM is block.kind and block.level > first.level
            if another_matter(self.words(after)) or not (under or self._together(after - 1, after)):
                break
            found.append(after)
        return found

    def _together(self, one: int, next_: int) -> bool:
        """Two sentences in a row are of one cell or block, or of turns that one speaker takes on end."""
        a, b = self.places[one], self.places[next_]
        if a.block == b.block:
            return a.cell == b.cell
        first, second = self.blocks[a.block], self.blocks[b.block]
        return first.kind is BlockKind.TURN is second.kind and first.speaker == second.speaker is not None

    def _run(self, own: int) -> list[int]:
        """Sentences of the blocks that follow, up to a heading, an empty line or another matter."""
        found: list[int] = []
        for number in range(own + 1, len(self.blocks)):
            block = self.blocks[number]
            gap = self.text[self.blocks[number - 1].end : block.start]
            parted = gap.count("\n") > 1 and (found or block.kind is not BlockKind.LIST_ITEM)
            inside = self.of_block.get(number, [])
            if block.kind is BlockKind.HEADING or (parted and found):
                break
            if any(another_matter(self.words(at)) for at in inside):
                break
            found += inside
        return found

    def _section(self, own: int) -> list[int]:
        """Everything under a heading; of the whole document for the stamp on its top (-1)."""
        level = self.blocks[own].level if own >= 0 else 0
        found: list[int] = []
        for number in range(own + 1, len(self.blocks)):
            block = self.blocks[number]
            if block.kind is BlockKind.HEADING and block.level <= level:
                break
            found += self.of_block.get(number, [])
        return found

    def _column(self, at: int) -> list[int]:
        """The cells under a column's head."""
        head = self.places[at]
        table = self.blocks[head.block].table
        return [
            other
            for other, place in enumerate(self.places)
            if place.cell == head.cell
            and self.blocks[place.block].kind is BlockKind.TABLE_ROW
            and self.blocks[place.block].table == table
        ]

    def _says(self, at: int) -> bool:
        """The sentence holds more than manners ("はい、承知しました")."""
        return weight(self.words(at)) > 2 and condition_in(self.words(at)) is None


def _places(document: Document) -> Iterator[_Place]:
    for number, block in enumerate(document.blocks):
        for cell, span in enumerate(_stretches(block)):
            for start, end in sentences(document.text, span.start, span.end):
                yield _Place(number, cell, start, end)


def _stretches(block: Block) -> Sequence[Span]:
    """The parts of a block that are read on their own: the cells of a row, the words after a label or marker."""
    if block.kind is BlockKind.TABLE_ROW:
        return block.cells or (Span(block.start, block.end),)
    if block.kind is BlockKind.FIELD and block.cells:
        return (block.cells[-1],)
    if block.kind in (BlockKind.TURN, BlockKind.LIST_ITEM) and block.cells:
        return (Span(block.cells[0].start, block.end),)
    return (Span(block.start, block.end),)
