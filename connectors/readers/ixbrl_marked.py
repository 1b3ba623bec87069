"""Cells of rows whose tags were left out (`ixbrl_markup`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import NamedTuple

from connectors.readers.ixbrl_lines import BREAK, collapse
from connectors.readers.ixbrl_markup import CELL, COLUMN, DOWN, LINE, MARK, PLACE
from connectors.readers.ixbrl_model import Mark, RawFact
from connectors.readers.ixbrl_tables import MAX_COLUMN_SPAN, MAX_ROW_SPAN, Cell

Place = tuple[int, int, int, RawFact]
"""Column, offset in its text, length, and the fact that is tagged there."""


class PlainRow(NamedTuple):
    """Texts of a row by column, and the tagged places in it."""

    texts: list[str]
    places: list[Place]


class PlainWords(dict[str, str]):
    """Words of a cell by what is written in it: tables repeat the same dashes, units and years."""

    def __missing__(self, written: str) -> str:
        words = self[written] = collapse(written)
        return words

    def row(self, written: str, facts: Sequence[RawFact], begin: int) -> PlainRow | None:
        """A row that spans no rows, None for another; also for one cell of several lines, which may be mere layout.

        `facts` from `begin` on are those of its places.
        """
        cells = written.split(CELL)
        cells.pop()
        if written.count(MARK) == len(cells):
            return PlainRow(list(map(self.__getitem__, cells)), [])
        if DOWN in written or (len(cells) == 1 and LINE in written):
            return None
        texts: list[str] = []
        places: list[Place] = []
        for cell in cells:
            if MARK not in cell:
                texts.append(self[cell])
                continue
            columns = cell.count(COLUMN)
            if columns:
                if columns >= MAX_COLUMN_SPAN:
                    return None
                cell = cell.replace(COLUMN, "")
            if PLACE in cell:
                parts = cell.split(PLACE)
                if len(parts) != 3:
                    return None
                before, inside, after = parts
                text = inside
                if before or after:
                    before, after = before.lstrip(), after.rstrip()
                    text = before + inside + after
                    if inside.strip() != inside if inside else before:
                        return None
                if self[text] != text:
                    return None
                places.append((len(texts), len(before), len(inside), facts[begin]))
                texts.append(text)
                begin += 1
            else:
                texts.append(self[cell])
            if columns:
                texts.extend([""] * columns)
        return PlainRow(texts, places)


def marked_cells(written: str, facts: Iterator[RawFact], *, heading: bool) -> list[Cell]:
    """The cells of any marked row; the next facts are those of its places."""
    cells = written.split(CELL)
    cells.pop()
    return [_cell(cell, facts, heading) for cell in cells]


def _cell(written: str, facts: Iterator[RawFact], heading: bool) -> Cell:
    cell = Cell()
    if heading:
        cell.heading = True
    if MARK not in written:
        text = collapse(written)
        if text:
            cell.text = text
        return cell
    pieces: list[str] = []
    places: list[Mark] = []
    for inside, part in zip(cycle((False, True)), _spanning(cell, written).split(PLACE), strict=False):
        if inside:
            fact = next(facts)
        if pieces:
            places.append((len(pieces), fact, not inside))
        pieces.append(part)
        if LINE in part:
            pieces[-1:] = [piece for line in part.split(LINE) for piece in (line, BREAK)][:-1]
    cell.fill(pieces, places)
    return cell


def _spanning(cell: Cell, written: str) -> str:
    """What stands in the cell after the marks of its spans, which it gets."""
    columns, rows = written.count(COLUMN), written.count(DOWN)
    if not columns and not rows:
        return written
    cell.spans = True
    cell.columns, cell.rows = min(columns + 1, MAX_COLUMN_SPAN), min(rows + 1, MAX_ROW_SPAN)
    return written.replace(COLUMN, "").replace(DOWN, "")
