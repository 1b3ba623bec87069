"""Canonical text in the making: character data in, lines with their cells and tagged places out.

The scanner appends character data to `pieces` and tells of boundaries; a line is joined, its white space
collapsed and its tagged places turned into offsets only when it is complete.
"""

from __future__ import annotations

import re

from connectors.interface import BlockKind, ReadError, ReasonCode, Span
from connectors.limits import MAX_TEXT_CHARACTERS
from connectors.readers.ixbrl_headings import classify
from connectors.readers.ixbrl_model import Line, RawFact, Scan
from connectors.readers.ixbrl_tables import MAX_COLUMN_SPAN, MAX_ROW_SPAN, Cell, Table

_SPACES = re.compile("[ \t\r\n\x0b\x0c\xa0\x85\u2028\u2029]+")
_COLLAPSIBLE = re.compile("[\t\r\n\x0b\x0c\xa0\x85\u2028\u2029]|  ")
_AFTER = -1  # begins after the line's last character
Placed = list[tuple[int, RawFact, bool]]


def collapse(text: str) -> str:
    """Text as HTML would show it on one line: runs of white space are one space, ideographic ones stay inside."""
    text = text.strip()
    return _SPACES.sub(" ", text) if _COLLAPSIBLE.search(text) else text


class Layout:
    """Builds `scan.text` and `scan.lines`."""

    def __init__(self, scan: Scan) -> None:
        self.pieces: list[str] = []
        self.in_cell = False
        self.tag = "p"
        self.css_class = ""
        self._scan = scan
        self._lines = scan.lines
        self._parts: list[str] = []
        self._length = 0
        self._marks: Placed = []  # (index of the piece before which it stands, fact, is_end)
        self._waiting: list[RawFact] = []  # begun, nothing printed since
        self._elements: list[str] = []
        self._line_element: str | None = None
        self._headings: list[tuple[int, str]] = []
        self._section: str | None = None
        self._tables: list[Table] = []
        self._table_count = 0
        self._cell_tag: tuple[int, int, bool] = (1, 1, False)
        self._outer: list[tuple[tuple[int, int, bool], list[str], Placed] | None] = []
        self._deferred: list[tuple[Table | None, list[Cell], str | RawFact | None, bool]] = []
        self._nested_facts: list[RawFact] = []
        self._last_kind: tuple[BlockKind, int | None] | None = None

    # tagged places

    def open_fact(self, fact: RawFact) -> None:
        self._marks.append((len(self.pieces), fact, False))

    def close_fact(self, fact: RawFact) -> None:
        if fact in self._nested_facts:
            self._nested_facts.remove(fact)
            self._deferred.append((None, [], fact, True))
            return
        self._marks.append((len(self.pieces), fact, True))

    def open_element(self, name: str) -> None:
        """Lines from here on stand in the text block `name`."""
        self._elements.append(name)

    def close_element(self) -> None:
        self._line_element = self._elements.pop()

    # lines

    def boundary(self) -> None:
        """A block-level element begins or ends, or a line break: a new line, inside a cell a space."""
        if self.in_cell:
            self.pieces.append(" ")
        else:
            self.flush()

    def flush(self) -> None:
        """Finish the line outside tables."""
        pieces = self.pieces
        if pieces or self._marks:
            text = collapse("".join(pieces))
            if text:
                kind, level = classify(text, self.tag, self.css_class)
                if kind is BlockKind.HEADING:
                    self._enter(level, text)
                placed = self._placed(text) if self._marks else None
                start = self._print(text, kind, None)
                self._lines.append(Line(kind, start, self._length, self._section, self._element(), level))
                if placed:
                    self._settle(placed, start, len(self._lines) - 1)
            elif self._marks:
                self._postpone(self._marks)
            self._marks.clear()
            pieces.clear()
        self._line_element = None

    def leave_sections(self) -> None:
        """Forget the headings so far: what follows does not stand under them."""
        self._headings.clear()
        self._section = None

    def _enter(self, level: int, title: str) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._headings.append((level, title))
        self._section = " > ".join(name for _, name in self._headings)

    def _element(self) -> str | None:
        return self._elements[-1] if self._elements else self._line_element

    def _print(self, text: str, kind: BlockKind, table: int | None) -> int:
        last = (kind, table)
        if self._length:
            gap = "\n" if last == self._last_kind and kind is not BlockKind.HEADING else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        self._last_kind = last
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        if self._length > MAX_TEXT_CHARACTERS:
            raise ReadError(ReasonCode.TOO_LARGE, f"more than {MAX_TEXT_CHARACTERS} characters of text")
        if self._waiting:
            for fact in self._waiting:
                fact.start, fact.block = start, len(self._lines)
            self._waiting.clear()
        return start

    # offsets of tagged places

    def _placed(self, text: str) -> Placed:
        placed: Placed = []
        length = len(text)
        for index, fact, is_end in self._marks:
            before = _SPACES.sub(" ", "".join(self.pieces[:index])).lstrip()
            if is_end:
                offset = min(len(before.rstrip()), length)
            else:
                offset = min(len(before), length)
                while offset < length and text[offset].isspace():
                    offset += 1
                if offset == length and not any(f is fact and end for _, f, end in self._marks):
                    offset = _AFTER
            placed.append((offset, fact, is_end))
        return placed

    def _settle(self, placed: Placed, start: int, line: int) -> None:
        for offset, fact, is_end in placed:
            if offset == _AFTER:
                self._waiting.append(fact)
            elif not is_end:
                fact.start, fact.block = start + offset, line
            elif fact.start >= 0:
                fact.end = start + offset

    def _postpone(self, marks: Placed) -> None:
        for _, fact, is_end in marks:
            if not is_end:
                self._waiting.append(fact)
            elif fact in self._waiting:
                self._waiting.remove(fact)
            elif fact.start >= 0:
                fact.end = self._length

    # tables

    def open_table(self) -> None:
        """A table begins; inside a cell its rows are printed after the row the cell stands in."""
        if self.in_cell:
            self._outer.append((self._cell_tag, self.pieces[:], self._move_into_table()))
            self._marks = []
            self.pieces.clear()
            self.in_cell = False
        else:
            self.flush()
            self._outer.append(None)
        self._tables.append(Table(self._table_count))
        self._table_count += 1

    def _move_into_table(self) -> Placed:
        """Marks of the suspended cell; places still open in it begin with the rows of the inner table."""
        closed = [fact for _, fact, is_end in self._marks if is_end]
        kept: Placed = []
        for mark in self._marks:
            if mark[2] or mark[1] in closed:
                kept.append(mark)
            else:
                self._nested_facts.append(mark[1])
                self._deferred.append((None, [], mark[1], False))
        return kept

    def close_table(self) -> None:
        if not self._tables:
            return
        self.close_cell()
        self.close_row()
        self.flush()
        table = self._tables.pop()
        suspended = self._outer.pop()
        if suspended is None:
            self._scan.headers.update(table.headers())
            return
        self._deferred.append((table, [], None, False))
        self._cell_tag, pieces, self._marks = suspended
        self.pieces[:] = pieces
        self.in_cell = True

    def open_row(self) -> None:
        self.close_row()

    def close_row(self) -> None:
        if not self._tables:
            return
        self.close_cell()
        table = self._tables[-1]
        if len(self._tables) > 1:
            if table.cells:
                self._deferred.append((table, table.cells, self._element(), False))
                table.cells = []
            return
        self._print_row(table, self._element())
        if self._deferred:
            self._print_deferred()

    def _print_deferred(self) -> None:
        deferred, self._deferred = self._deferred, []
        for table, cells, tag, is_end in deferred:
            if isinstance(tag, RawFact):
                self._postpone([(0, tag, is_end)])
            elif table is not None:
                table.cells = cells
                self._print_row(table, tag)
                if not cells:
                    self._scan.headers.update(table.headers())

    def open_cell(self, columns: int, rows: int, heading: bool) -> None:
        if not self._tables:
            return
        if self.in_cell:
            self.close_cell()
        self.flush()
        self._cell_tag = (min(max(columns, 1), MAX_COLUMN_SPAN), min(max(rows, 1), MAX_ROW_SPAN), heading)
        self.in_cell = True

    def close_cell(self) -> None:
        if not self.in_cell:
            return
        text = collapse("".join(self.pieces))
        placed: Placed | None = None
        if self._marks:
            placed = self._placed(text)
            self._marks.clear()
        self.pieces.clear()
        columns, rows, heading = self._cell_tag
        self._tables[-1].cells.append(Cell(text, columns, rows, placed, heading))
        self.in_cell = False

    def _print_row(self, table: Table, element: str | None) -> None:
        if not table.cells:
            return
        texts, columns = table.place()
        if any(texts):
            start = self._print("\t".join(texts), BlockKind.TABLE_ROW, table.number)
            spans = []
            at = start
            for text in texts:
                spans.append(Span(at, at + len(text)))
                at += len(text) + 1
            number = len(self._lines)
            self._lines.append(
                Line(
                    BlockKind.TABLE_ROW,
                    start,
                    self._length,
                    self._section,
                    element,
                    0,
                    tuple(spans),
                    table.number,
                )
            )
            table.keep(number, texts)
            for cell, column in zip(table.cells, columns, strict=True):
                if cell.marks:
                    self._settle(cell.marks, spans[column].start, number)
        else:
            for cell in table.cells:
                if cell.marks:
                    self._postpone(cell.marks)
        table.cells.clear()

    def finish(self) -> None:
        """Close what is open and join the text."""
        self.flush()
        self._scan.text = "".join(self._parts) + ("\n" if self._parts else "")
