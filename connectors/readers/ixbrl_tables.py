"""Rows and cells of a table on its way into the text: spanned positions become empty cells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from connectors.interface import ReadError, ReasonCode
from connectors.limits import MAX_TABLE_COLUMNS
from connectors.readers.ixbrl_lines import BREAK, TABLE, collapse, placed
from connectors.readers.ixbrl_model import Mark

MAX_COLUMN_SPAN = 60
MAX_ROW_SPAN = 500
_AMOUNT = re.compile(r"[△▲\-－―(（\[［〔※*＊注\s]*[\d０-９][\d０-９,，.．]*\s*[%％)）\]］〕倍円株人名]*$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONG_CELL = 40
_SHORT_LABEL = 15
_DEEPEST_HEADER = 5
_ROWS_LOOKED_AT = 40


def span_of(attribute: str, most: int) -> int:
    """Columns or rows a cell spans; 1 for what is no number."""
    return min(max(int(attribute), 1), most) if attribute.isdecimal() and len(attribute) < 6 else 1


class Cell:
    """One cell: its words, how far it spans, its tagged places, and its blocks and inner tables if it has any.

    Most cells have only words, so the rest are class attributes until they are set.
    """

    text = ""
    columns = 1
    rows = 1
    spans = False  # more than one column or row
    heading = False
    marks: Sequence[Mark] = ()  # at offsets of `text`
    pieces: Sequence[str] = ()  # of a cell with more than one block
    places: Sequence[Mark] = ()  # the same marks, at pieces
    tables: Sequence[InnerTable] = ()

    def around_tables(self) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]], Sequence[Mark]]:
        """Places that hold inner tables by the number of the first and of the last they hold, and other marks."""
        begins: dict[int, list[Mark]] = {}
        ends: dict[int, list[Mark]] = {}
        if not self.tables:
            return begins, ends, self.marks
        at = [index for index, piece in enumerate(self.pieces) if piece == TABLE]
        closed = {id(fact): index for index, fact, is_end in self.places if is_end}
        around = set()
        for index, fact, is_end in self.places:
            if not is_end:
                first = bisect_left(at, index)
                last = bisect_left(at, closed.get(id(fact), len(self.pieces))) - 1
                if first <= last:
                    begins.setdefault(first, []).append((0, fact, False))
                    ends.setdefault(last, []).append((0, fact, True))
                    around.add(id(fact))
        return begins, ends, [mark for mark in self.marks if id(mark[1]) not in around]

    def fill(self, pieces: Sequence[str], places: Sequence[Mark]) -> None:
        """The words of the pieces, and the tagged places that begin and end before the n-th piece."""
        joined = "".join(pieces).strip()
        if joined:
            self.text = collapse(joined)
        if self.tables or BREAK in joined:
            self.pieces = pieces[:]
            self.places = places[:]
        if places:
            self.marks = placed(pieces, places, self.text)


class InnerTable:
    """A table inside a cell, its rows kept until the row of the cell is complete."""

    __slots__ = ("rows", "table")

    def __init__(self, table: Table, rows: list[tuple[list[Cell], str | None]]) -> None:
        self.table = table
        self.rows = rows


class Table:
    """State of an open table. `lines` are the indices of its printed rows in the document's lines."""

    __slots__ = ("cells", "first_depth", "held", "lines", "marked", "number", "rows", "texts")

    def __init__(self, number: int) -> None:
        self.number = number
        self.cells: list[Cell] = []
        self.rows: list[tuple[list[Cell], str | None]] = []
        self.held: dict[int, int] = {}
        self.lines: list[int] = []
        self.texts: list[list[str]] = []
        self.marked: list[int] = []
        self.first_depth = 1

    def place(self, cells: list[Cell]) -> tuple[list[str], Sequence[int]]:
        """Texts of the row by column, spanned positions empty, and the column each cell landed in."""
        held = self.held
        if not held:
            for cell in cells:
                if cell.spans:
                    break
            else:
                if len(cells) > MAX_TABLE_COLUMNS:
                    raise ReadError(ReasonCode.TOO_LARGE, f"a row of {len(cells)} cells")
                return [cell.text for cell in cells], range(len(cells))
        texts: list[str] = []
        columns: list[int] = []
        for cell in cells:
            self._fill(texts)
            if len(texts) > MAX_TABLE_COLUMNS:
                raise ReadError(ReasonCode.TOO_LARGE, f"a row of more than {MAX_TABLE_COLUMNS} columns")
            columns.append(len(texts))
            for column in range(len(texts), len(texts) + cell.columns):
                if cell.rows > 1:
                    held[column] = cell.rows - 1
                elif column in held:
                    self._use(column)
            texts.append(cell.text)
            texts.extend([""] * (cell.columns - 1))
        self._fill(texts)
        return texts, columns

    def _fill(self, texts: list[str]) -> None:
        while len(texts) in self.held:
            self._use(len(texts))
            texts.append("")

    def _use(self, column: int) -> None:
        self.held[column] -= 1
        if not self.held[column]:
            del self.held[column]

    def keep(self, line: int, texts: list[str], cells: list[Cell]) -> None:
        """Remember a row that was printed, for `headers`."""
        if not self.lines:
            self.first_depth = max((cell.rows for cell in cells), default=1)
        self.keep_plain(line, texts, cells[0].heading and all(cell.heading for cell in cells))

    def keep_plain(self, line: int, texts: list[str], heading: bool) -> None:
        """The same for a row whose cells span no rows, all of them headings or none."""
        self.lines.append(line)
        if len(self.texts) < _ROWS_LOOKED_AT:
            self.texts.append(texts)
        if heading:
            self.marked.append(line)

    def headers(self) -> list[int]:
        """Lines made of column headings: marked rows (thead, th), else the wordy rows above the first amounts."""
        if len(self.lines) < 2:
            return []
        if self.marked and self.marked[0] in self.lines[:_DEEPEST_HEADER]:
            return self.marked
        begin = next((i for i, texts in enumerate(self.texts) if _filled(texts) > 1), None)
        if begin is None or begin > 2:
            return []
        amounts = next((i for i, texts in enumerate(self.texts) if _has_amount(texts)), None)
        if amounts is None:
            end = begin + self.first_depth if begin == 0 else begin + 1
            return self.lines[begin:end] if _labels(self.texts[begin]) else []
        end = begin
        while end < min(amounts, begin + _DEEPEST_HEADER) and _heads(self.texts[end]):
            end += 1
        return self.lines[begin:end]


def _filled(texts: list[str]) -> int:
    return len(texts) - texts.count("")


def _has_amount(texts: list[str]) -> bool:
    return any(text and _AMOUNT.match(text) and not _YEAR.match(text) for text in texts[1:])


def _heads(texts: list[str]) -> bool:
    return any(texts[1:]) and all(len(text) <= _LONG_CELL and "。" not in text for text in texts)


def _labels(texts: list[str]) -> bool:
    words = [text for text in texts if text]
    if any("。" in word or word.startswith("【") for word in words):
        return False
    longest = _SHORT_LABEL if len(words) > 2 else _SHORT_LABEL // 2
    return len(words) > 1 and all(len(word) <= longest for word in words)
