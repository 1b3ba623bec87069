"""Finished lines of the canonical text: what is printed where, under which heading, with which tagged places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from connectors.interface import BlockKind, Locator, ReadError, ReasonCode, Span
from connectors.limits import MAX_TEXT_CHARACTERS
from connectors.readers.ixbrl_headings import placed_level
from connectors.readers.ixbrl_model import Mark, RawFact, Scan
from connectors.readers.quick_records import quick_block

BREAK, TABLE = "\x1e", "\x1f"
"""Pieces that stand for a block boundary and for an inner table inside a cell; no XML text can hold them."""

_SPACES = re.compile("[ \t\r\n\x0b\x0c\x1e\x1f\xa0\x85\u2028\u2029]+")
_new = tuple.__new__  # a NamedTuple's own __new__ costs twice as much, and there is a span for every cell
_AFTER = -1  # begins after the line's last character


def collapse(text: str) -> str:
    """Text as HTML would show it on one line: runs of white space are one space, ideographic ones stay inside."""
    text = text.strip()
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


def placed(pieces: Sequence[str], marks: Sequence[Mark], text: str) -> list[Mark]:
    """Marks before the n-th piece as marks at an offset of `text`, the collapsed line made of the pieces."""
    if len(marks) == 2 and marks[0][1] is marks[1][1]:  # most often one place that is the whole line
        (begin, fact, _), (end, _, _) = marks
        if collapse("".join(pieces[begin:end])) == text:
            return [(0, fact, False), (len(text), fact, True)]
    found: list[Mark] = []
    ended = {id(fact) for _, fact, is_end in marks if is_end}
    done = length = blank = 0  # pieces seen, collapsed characters before here, white space at their end
    spaced = False  # the last of them is a space, which swallows those that follow
    for index, fact, is_end in marks:
        if index > done:
            chunk = _SPACES.sub(" ", "".join(pieces[done:index]))
            done = index
            if spaced and chunk.startswith(" "):
                chunk = chunk[1:]
            elif not length:
                chunk = chunk.lstrip()
            spaced = chunk.endswith(" ") if chunk else spaced
            length += len(chunk)
            words = len(chunk.rstrip())
            blank = len(chunk) - words if words else blank + len(chunk)
        if is_end:
            offset = min(length - blank, len(text))
        else:
            offset = min(length, len(text))
            while offset < len(text) and text[offset].isspace():
                offset += 1
            if offset == len(text) and id(fact) not in ended:
                offset = _AFTER
        found.append((offset, fact, is_end))
    return found


class Lines:
    """Prints lines into a scan, and gives tagged places their offsets."""

    def __init__(self, scan: Scan) -> None:
        self.length = 0
        self._scan = scan
        self._blocks = scan.blocks
        self._locators: dict[tuple[str | None, str | None], Locator] = {}
        self._place = Locator()
        self._parts: list[str] = []
        self._waiting: list[RawFact] = []  # begun, nothing printed since
        self._headings: list[tuple[int, str]] = []
        self._section: str | None = None
        self._last: tuple[BlockKind, int | None] | None = None

    def enter(self, level: int, title: str) -> int:
        """A heading: it closes all of its level and below. Its level as it is placed under those above."""
        level = placed_level(level, self._headings[0][0] if self._headings else None)
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._headings.append((level, title))
        self._section = " > ".join(name for _, name in self._headings)
        return level

    def leave_sections(self) -> None:
        """Forget the headings so far: what follows does not stand under them."""
        self._headings.clear()
        self._section = None

    def put(self, text: str, kind: BlockKind, level: int, element: str | None, marks: Sequence[Mark]) -> None:
        """A line outside tables; marks are offsets in it."""
        start = self._print(text, kind, None)
        self._blocks.append(quick_block(kind, start, self.length, self._locator(element), level))
        if marks:
            self.settle(marks, start, len(self._blocks) - 1)

    def put_row(self, texts: Sequence[str], table: int, element: str | None) -> tuple[int, Sequence[Span]]:
        """A table row; its index among the lines and the spans of its cells."""
        start = begin = self._print("\t".join(texts), BlockKind.TABLE_ROW, table)
        spans = []
        for text in texts:
            end = begin + len(text)
            spans.append(_new(Span, (begin, end)))
            begin = end + 1
        cells = tuple(spans)
        blocks = self._blocks
        blocks.append(
            quick_block(BlockKind.TABLE_ROW, start, self.length, self._locator(element), 0, cells, table)
        )
        return len(blocks) - 1, cells

    def _locator(self, element: str | None) -> Locator:
        last = self._place
        if last.element == element and last.section is self._section:
            return last
        key = (self._section, element)
        place = self._locators.get(key)
        if place is None:
            place = self._locators[key] = Locator(section=self._section, element=element)
        self._place = place
        return place

    def _print(self, text: str, kind: BlockKind, table: int | None) -> int:
        last = (kind, table)
        start = self.length
        if start:
            gap = "\n" if last == self._last and kind is not BlockKind.HEADING else "\n\n"
            self._parts.append(gap)
            start += len(gap)
        self._last = last
        self._parts.append(text)
        self.length = start + len(text)
        if self.length > MAX_TEXT_CHARACTERS:
            raise ReadError(ReasonCode.TOO_LARGE, f"more than {MAX_TEXT_CHARACTERS} characters of text")
        if self._waiting:
            for fact in self._waiting:
                fact.start, fact.block = start, len(self._blocks)
            self._waiting.clear()
        return start

    def settle(self, marks: Sequence[Mark], start: int, line: int) -> None:
        """Offsets of marks in the line with index `line`, counted from `start` (the line or one of its cells)."""
        for offset, fact, is_end in marks:
            if offset == _AFTER:
                self._waiting.append(fact)
            elif not is_end:
                fact.start, fact.block = start + offset, line
            elif fact.start >= 0:
                fact.end = start + offset

    def postpone(self, marks: Sequence[Mark]) -> None:
        """Marks where nothing is printed: places begin with the next line and end with the last one."""
        for _, fact, is_end in marks:
            if not is_end:
                self._waiting.append(fact)
            elif fact in self._waiting:
                self._waiting.remove(fact)
            elif fact.start >= 0:
                fact.end = self.length

    def finish(self) -> None:
        """Join the text."""
        self._scan.text = "".join(self._parts) + ("\n" if self._parts else "")
