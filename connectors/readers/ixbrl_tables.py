"""Rows and cells of a table on its way into the text: spanned positions become empty cells."""

from __future__ import annotations

import re

from connectors.readers.ixbrl_model import RawFact

MAX_COLUMN_SPAN = 60
MAX_ROW_SPAN = 500
_AMOUNT = re.compile(r"[△▲\-－―(（\[［〔※*＊注\s]*[\d０-９][\d０-９,，.．]*\s*[%％)）\]］〕倍円株人名]*$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONG_CELL = 40
_SHORT_LABEL = 15
_DEEPEST_HEADER = 5

Mark = tuple[int, RawFact, bool]


class Cell:
    """One cell: its words, how far it spans, and the tagged places inside it as (offset, fact, is_end)."""

    __slots__ = ("columns", "heading", "marks", "rows", "text")

    def __init__(self, text: str, columns: int, rows: int, marks: list[Mark] | None, heading: bool) -> None:
        self.text = text
        self.columns = columns
        self.rows = rows
        self.marks = marks
        self.heading = heading


class Table:
    """State of an open table. `lines` are the indices of its rows in the document's lines."""

    __slots__ = ("cells", "first_depth", "held", "lines", "marked", "number", "texts")

    def __init__(self, number: int) -> None:
        self.number = number
        self.cells: list[Cell] = []
        self.held: dict[int, int] = {}
        self.lines: list[int] = []
        self.texts: list[list[str]] = []
        self.marked: list[bool] = []
        self.first_depth = 1

    def place(self) -> tuple[list[str], list[int]]:
        """Texts of the row by column, spanned positions empty, and the column each cell landed in."""
        cells, held = self.cells, self.held
        if not held and all(cell.columns == 1 == cell.rows for cell in cells):
            return [cell.text for cell in cells], list(range(len(cells)))
        texts: list[str] = []
        columns: list[int] = []
        for cell in cells:
            self._fill(texts)
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

    def keep(self, line: int, texts: list[str]) -> None:
        """Remember a row that was printed, for `headers`."""
        if not self.lines:
            self.first_depth = max((cell.rows for cell in self.cells), default=1)
        self.lines.append(line)
        self.texts.append(texts)
        self.marked.append(bool(self.cells) and all(cell.heading for cell in self.cells))

    def headers(self) -> list[int]:
        """Lines made of column headings: marked rows (thead, th), else the wordy rows above the first amounts."""
        if len(self.lines) < 2:
            return []
        if any(self.marked[:_DEEPEST_HEADER]):
            return [line for line, marked in zip(self.lines, self.marked, strict=True) if marked]
        begin = next((i for i, texts in enumerate(self.texts) if _filled(texts) > 1), None)
        if begin is None or begin > 2:
            return []
        amounts = next((i for i, texts in enumerate(self.texts[:40]) if _has_amount(texts)), None)
        if amounts is None:
            end = begin + self.first_depth if begin == 0 else begin + 1
            return self.lines[begin:end] if _labels(self.texts[begin]) else []
        end = begin
        while end < min(amounts, begin + _DEEPEST_HEADER) and _heads(self.texts[end]):
            end += 1
        return self.lines[begin:end]


def _filled(texts: list[str]) -> int:
    return sum(1 for text in texts if text)


def _has_amount(texts: list[str]) -> bool:
    return any(_AMOUNT.match(text) and not _YEAR.match(text) for text in texts[1:])


def _heads(texts: list[str]) -> bool:
    return any(texts[1:]) and all(len(text) <= _LONG_CELL and "。" not in text for text in texts)


def _labels(texts: list[str]) -> bool:
    words = [text for text in texts if text]
    if any("。" in word or word.startswith("【") for word in words):
        return False
    longest = _SHORT_LABEL if len(words) > 2 else _SHORT_LABEL // 2
    return len(words) > 1 and all(len(word) <= longest for word in words)
