"""Rows of tables printed as lines, with what their cells hold: tagged places, blocks, inner tables."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from connectors.interface import Span
from connectors.limits import MAX_TABLE_COLUMNS
from connectors.readers.ixbrl_lines import Lines
from connectors.readers.ixbrl_marked import PlainRow
from connectors.readers.ixbrl_model import Scan
from connectors.readers.ixbrl_tables import Cell, InnerTable, Table
from connectors.readers.quick_records import quick_block


class RowPrinter(ABC):
    """Prints rows into `lines`; what prints a cell that is mere layout knows how its blocks become lines."""

    def __init__(self, scan: Scan) -> None:
        self.lines = Lines(scan)
        self._scan = scan

    @abstractmethod
    def _print_blocks(self, cell: Cell, element: str | None) -> None:
        """Print a cell that is mere layout: its blocks as lines, its inner tables between them."""

    def _print_plain(self, table: Table, row: PlainRow, element: str | None, *, heading: bool) -> bool:
        """Print a row of lines without spans; False, and nothing printed, where it is not as most rows are."""
        texts = row.texts
        if not any(texts):
            return not row.places
        if len(texts) > MAX_TABLE_COLUMNS:
            return False
        line, spans = self.lines.put_row(texts, table.number, element)
        table.keep_plain(line, texts, heading)
        for column, offset, length, fact in row.places:
            fact.start = begin = spans[column][0] + offset
            fact.end = begin + length
            fact.block = line
        return True

    def _print_row(self, table: Table, cells: list[Cell], element: str | None) -> None:
        tagged = False
        for cell in cells:
            if cell.pieces and _alone(cell, cells):
                table.place(cells)
                self._print_blocks(cell, element)
                return
            if cell.marks or cell.tables:
                tagged = True
        texts, columns = table.place(cells)
        line = -1
        spans: Sequence[Span] = ()
        if any(texts):
            line, spans = self.lines.put_row(texts, table.number, element)
            table.keep(line, texts, cells)
        if tagged:
            for cell, column in zip(cells, columns, strict=True):
                if cell.marks or cell.tables:
                    self._settle_cell(cell, line, spans[column].start if spans else 0)

    def _settle_cell(self, cell: Cell, line: int, start: int) -> None:
        """Offsets of a printed cell's places (line -1: its row is empty), then the rows of its inner tables."""
        begins, ends, marks = cell.around_tables()
        if line >= 0:
            self.lines.settle(marks, start, line)
        else:
            self.lines.postpone(marks)
        for number, inner in enumerate(cell.tables):
            self.lines.postpone(begins.get(number, ()))
            self._print_inner(inner)
            self.lines.postpone(ends.get(number, ()))

    def _print_inner(self, inner: InnerTable) -> None:
        for cells, element in inner.rows:
            self._print_row(inner.table, cells, element)
        self._mark_headers(inner.table)

    def _mark_headers(self, table: Table) -> None:
        blocks = self._scan.blocks
        for index in table.headers():
            row = blocks[index]
            blocks[index] = quick_block(
                row.kind, row.start, row.end, row.locator, row.level, row.cells, row.table, True
            )


def _alone(cell: Cell, cells: list[Cell]) -> bool:
    """True for a cell that is its row, or that holds tables in a row with nothing else."""
    if len(cells) == 1:
        return True
    return bool(cell.tables) and not any(
        (other.text or other.tables) and other is not cell for other in cells
    )
