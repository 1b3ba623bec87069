"""Canonical text in the making: character data and boundaries in, lines and table rows out.

The scanner appends character data to `pieces` and tells of boundaries; a line is joined only when it is
complete. A cell's blocks and inner tables are kept as markers among its pieces until its row is complete:
a cell that fills its row alone is mere layout, and is printed block by block; in any other row the cell is one
line of text and the rows of its inner tables follow the row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from connectors.interface import BlockKind, ReadError, ReasonCode
from connectors.readers.ixbrl_headings import classify
from connectors.readers.ixbrl_lines import BREAK, TABLE, collapse, placed
from connectors.readers.ixbrl_marked import PlainWords, marked_cells
from connectors.readers.ixbrl_markup import LINE, PLACE, ROW
from connectors.readers.ixbrl_model import Mark, RawFact, Scan
from connectors.readers.ixbrl_replay import Replay
from connectors.readers.ixbrl_rows import RowPrinter
from connectors.readers.ixbrl_tables import (
    MAX_COLUMN_SPAN,
    MAX_ROW_SPAN,
    Cell,
    InnerTable,
    Table,
    span_of,
)

_DEEPEST = 40
NO_MARK = "\0"
"""In place of a mark while markup is read that has none."""


class Layout(RowPrinter):
    """Builds `scan.text` and `scan.blocks`."""

    def __init__(self, scan: Scan) -> None:
        super().__init__(scan)
        self.pieces: list[str] = []
        self.in_cell = False
        self.tag = "p"
        self.css_class = ""
        self.mark = NO_MARK  # what tells marked rows and paragraphs among the pieces
        self._marks: list[Mark] = []  # (index of the piece before which it stands, fact, is_end)
        self._elements: list[str] = []
        self._line_element: str | None = None
        self._tables: list[Table] = []
        self._table_count = 0
        self._cell = Cell()
        self._words = PlainWords()
        self._in_head = False
        self._suspended: list[tuple[Cell, list[str], list[Mark]] | None] = []

    # tagged places

    def open_fact(self, fact: RawFact, block: bool = False) -> None:
        """A tag begins; lines inside a text block know its element."""
        if block and self.pieces:
            self.settle()
        self._marks.append((len(self.pieces), fact, False))
        if block:
            self._elements.append(fact.name)

    def close_fact(self, fact: RawFact, block: bool = False) -> None:
        if block and self.pieces:
            self.settle()
        self._marks.append((len(self.pieces), fact, True))
        if block:
            self._line_element = self._elements.pop()

    def _element(self) -> str | None:
        return self._elements[-1] if self._elements else self._line_element

    # lines

    def open_block(self, tag: str, css_class: str) -> None:
        """A block-level element begins outside cells; tag and class tell headings."""
        self.flush()
        self.tag = tag
        self.css_class = css_class

    def close_block(self) -> None:
        self.flush()
        self.tag, self.css_class = "p", ""

    def line_break(self, _attributes: object = None) -> None:
        """<br>: a new line, inside a cell a new block of it."""
        if self.in_cell:
            self.pieces.append(BREAK)
        else:
            self.flush()

    def flush(self) -> None:
        """Finish the line outside tables."""
        pieces = self.pieces
        if self._marks or len(pieces) > 1 or (pieces and not pieces[0].isspace()):
            text = "".join(pieces)
            if self.mark in text:
                self.settle()
                self.flush()
                return
            text = collapse(text)
            if text:
                self._put_line(text, placed(pieces, self._marks, text) if self._marks else ())
            elif self._marks:
                self.lines.postpone(self._marks)
            self._marks.clear()
        pieces.clear()
        self._line_element = None

    def _put_line(self, text: str, marks: Sequence[Mark]) -> None:
        kind, level = classify(text, self.tag, self.css_class)
        if kind is BlockKind.HEADING:
            level = self.lines.enter(level, text)
        self.lines.put(text, kind, level, self._element(), marks)

    # tables

    def open_table(self, _attributes: object = None) -> None:
        if self.pieces:
            self.settle()
        if self.in_cell:
            self.pieces.append(TABLE)
            self._suspended.append((self._cell, self.pieces[:], self._marks))
            self._marks = []
            self.pieces.clear()
            self.in_cell = False
        else:
            self.flush()
            self._suspended.append(None)
        if len(self._tables) >= _DEEPEST:
            raise ReadError(ReasonCode.TOO_LARGE, f"more than {_DEEPEST} tables inside each other")
        self._tables.append(Table(self._table_count))
        self._table_count += 1

    def close_table(self) -> None:
        if not self._tables:
            return
        self.close_row()
        self.flush()
        table = self._tables.pop()
        suspended = self._suspended.pop()
        if suspended is None:
            self._mark_headers(table)
            return
        self._cell, pieces, self._marks = suspended
        self._cell.tables = [*self._cell.tables, InnerTable(table, table.rows)]
        self.pieces[:] = pieces
        self.in_cell = True

    def open_row(self, _attributes: object = None) -> None:
        self.close_row()

    def close_row(self) -> None:
        if self.pieces:
            self.settle()
        if not self._tables:
            return
        if self.in_cell:
            self.close_cell()
        table = self._tables[-1]
        cells, table.cells = table.cells, []
        if not cells:
            return
        if len(self._tables) > 1:
            table.rows.append((cells, self._element()))
        else:
            self._print_row(table, cells, self._element())

    def open_head(self, _attributes: object = None) -> None:
        self.settle()
        self._in_head = True

    def close_head(self) -> None:
        self.settle()
        self._in_head = False

    def open_cell(self, attributes: Mapping[str, str]) -> None:
        if self.pieces:
            self.settle()
        if not self._tables:
            return
        if self.in_cell:
            self.close_cell()
        pieces = self.pieces
        if self._marks or len(pieces) > 1 or (pieces and not pieces[0].isspace()):
            self.flush()
        else:
            pieces.clear()
            self._line_element = None
        cell = self._cell = Cell()
        if "colspan" in attributes:
            cell.columns = span_of(attributes["colspan"], MAX_COLUMN_SPAN)
            cell.spans = True
        if "rowspan" in attributes:
            cell.rows = span_of(attributes["rowspan"], MAX_ROW_SPAN)
            cell.spans = True
        if self._in_head:
            cell.heading = True
        self.in_cell = True

    def open_heading_cell(self, attributes: Mapping[str, str]) -> None:
        self.open_cell(attributes)
        self._cell.heading = True

    def close_cell(self) -> None:
        if self.pieces:
            self.settle()
        if not self.in_cell:
            return
        cell = self._cell
        pieces, marks = self.pieces, self._marks
        if marks or pieces:
            cell.fill(pieces, marks)
            marks.clear()
        pieces.clear()
        self._tables[-1].cells.append(cell)
        self.in_cell = False

    # rows and paragraphs whose tags were left out (`ixbrl_markup`)

    def settle(self) -> None:
        """Print the marked rows and paragraphs among the pieces; what follows the last of them stays."""
        written = "".join(self.pieces)
        if self.mark not in written:
            return
        if ROW not in written:
            if self.in_cell or self._marks:
                self._replay()
            else:
                self._put_lines(written.split(LINE))
            return
        parts = written.split(ROW)
        marks = self._marks
        if (
            self.in_cell
            or not self._tables
            or any(map(str.strip, parts[::2]))
            or written.count(PLACE) != len(marks)
        ):
            self._replay()
        else:
            facts = [fact for _, fact, is_end in marks if not is_end]
            marks.clear()
            self.pieces.clear()
            self._line_element = None
            self._put_rows(parts[1::2], facts)

    def _put_lines(self, lines: Sequence[str]) -> None:
        self.pieces[:] = [lines[0]]
        self.close_block()
        for line in lines[1:-1]:
            text = collapse(line)
            if text:
                self._put_line(text, ())
        if lines[-1]:
            self.pieces.append(lines[-1])

    def _put_rows(self, rows: Sequence[str], facts: Sequence[RawFact]) -> None:
        table, element = self._tables[-1], self._element()
        inner = len(self._tables) > 1
        done = 0
        for written in rows:
            row = None if inner or table.held else self._words.row(written, facts, done)
            if row is not None and self._print_plain(table, row, element, heading=self._in_head):
                done += len(row.places)
                continue
            cells = marked_cells(written, iter(facts[done:]), heading=self._in_head)
            done += written.count(PLACE) // 2
            if inner:
                table.rows.append((cells, element))
            else:
                self._print_row(table, cells, element)

    def _replay(self) -> None:
        """Marked rows and paragraphs in a cell, out of a table, or among other words and tags: one by one."""
        pieces, marks = self.pieces[:], self._marks[:]
        self.pieces.clear()
        self._marks.clear()
        replay = Replay(self)
        done = 0
        for index, fact, is_end in marks:
            replay.write("".join(pieces[done:index]))
            done = index
            self._marks.append((len(self.pieces), fact, is_end))
        replay.write("".join(pieces[done:]))

    def _print_blocks(self, cell: Cell, element: str | None) -> None:
        """Print a cell that is mere layout: its blocks as lines, its inner tables between them."""
        outer, self._elements = self._elements, [element] if element else []
        self.tag, self.css_class = "p", ""
        tables = iter(cell.tables)
        at = 0
        for index, piece in enumerate([*cell.pieces, BREAK]):
            while at < len(cell.places) and cell.places[at][0] <= index:
                _, fact, is_end = cell.places[at]
                block = not fact.numeric and fact.is_block
                if is_end:
                    self.close_fact(fact, block)
                else:
                    self.open_fact(fact, block)
                at += 1
            if piece == BREAK:
                self.flush()
            elif piece == TABLE:
                self.flush()
                self._print_inner(next(tables))
            else:
                self.pieces.append(piece)
        self._elements = outer

    def finish(self) -> None:
        """Close what is open and join the text."""
        self.flush()
        self.lines.finish()
