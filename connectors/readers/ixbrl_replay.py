"""Marked rows told to a layout tag by tag, as the parser would have told them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from connectors.readers.ixbrl_lines import BREAK, TABLE
from connectors.readers.ixbrl_markup import CELL, COLUMN, DOWN, LINE, PLACE, ROW

if TYPE_CHECKING:
    from connectors.readers.ixbrl_layout import Layout

_MARK = re.compile(f"({'|'.join((ROW, CELL, COLUMN, DOWN, LINE, PLACE, BREAK, TABLE))})")


class Replay:
    """For rows where no table is open, rows in a cell, and rows among words or tags of something larger."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._in_row = False
        self._awaits_cell = False
        self._columns = self._rows = 1

    def write(self, text: str) -> None:
        """Words and marks between two tagged places."""
        for number, part in enumerate(_MARK.split(text)):
            if number % 2:
                self._mark(part)
            elif part and not (self._awaits_cell and part.isspace()):
                self._begin()
                self._layout.pieces.append(part)

    def _mark(self, mark: str) -> None:
        layout = self._layout
        if mark in (BREAK, TABLE):
            layout.pieces.append(mark)
        elif mark == ROW:
            layout.close_row()
            self._in_row = self._awaits_cell = not self._in_row
        elif mark == COLUMN:
            self._columns += 1
        elif mark == DOWN:
            self._rows += 1
        else:
            self._begin()
            if mark == CELL:
                layout.close_cell()
                self._awaits_cell = True
            elif mark == LINE:
                if layout.in_cell:
                    layout.pieces.append(BREAK)
                else:
                    layout.close_block()

    def _begin(self) -> None:
        """Open the cell whose first words or mark come."""
        if not self._awaits_cell:
            return
        spans = {"colspan": self._columns, "rowspan": self._rows}
        self._layout.open_cell({name: str(number) for name, number in spans.items() if number > 1})
        if not self._layout.in_cell:
            self._layout.open_block("p", "")
        self._awaits_cell = False
        self._columns = self._rows = 1
