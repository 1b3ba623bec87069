"""Pages of a PDF with their tables, by pdfplumber: lines of text and ruled tables from top to bottom."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import combinations, pairwise
from types import TracebackType
from typing import Any, NamedTuple

from connectors.readers.collection import collection_held
from connectors.readers.lines import join_wrapped
from connectors.readers.pdf_letters import TurnedLettersError

_FIGURES = re.compile(r"(?:^|[\s(（△▲−－])\d{1,3}(?:,\d{3})+|\d\.\d+\s|\s\d+\s")
_LINES_WITH_FIGURES = 4
_TABLE_WORDS = re.compile(r"氏名|生年月日|役職名|会社名.*住所|セグメント|出資金|株主名|所有株式数")
_UNIT_LINE = re.compile(r"[(（]?(?:百万円|千円|円|％|%|倍|人|名|株|千株|百万ドル|千米ドル|ポイント)[)）]?$")
_UNIT_ABOVE = re.compile(r"(?:百万円|千円|円 ?銭?|％|%|倍|人|名|株|千株|百万株)$")
_FIGURE = re.compile(r"[△▲−－-]?[\d,.]+[％%]?|[－―−-]")
_NEW_PIECE = re.compile(r"[(（［\[・①-⑳]|\d|[０-９]|同上|[A-Z]")
_STACKED = re.compile(rf"(?:{_FIGURE.pattern})(?:\n(?:{_FIGURE.pattern}))+")
_SAME_LINE = 3.0
"""Points between the middles of words that stand beside each other."""
_LABEL_LINES = 12
"""Lines of a label box beyond which it is not taken apart: the ways to group them grow without bound."""
_CELLS = 6_000
"""Cells of one page beyond which ruling lines are a drawing, not a table."""


Box = tuple[float, float, float, float]


class Table(NamedTuple):
    rows: list[list[str]]


class LayoutPages:
    """Pages by number (from 1), opened only when first asked for and kept until closed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None
        self._drawn: Any = None
        self._broken = False
        self._known: dict[tuple[int, bool], list[str | Table] | None] = {}

    def __enter__(self) -> LayoutPages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for opened in (self._pdf, self._drawn):
            if opened is not None:
                with suppress(Exception):  # closing walks the pages again, broken ones too
                    opened.close()

    def page(self, number: int, *, careful: bool = False) -> list[str | Table] | None:
        """Lines and tables of a page in reading order; None when it cannot be read.

        `careful`: letters as pdfminer reads them, for files in which pdfium loses some.
        """
        key = (number, careful)
        if key not in self._known:
            self._known[key] = self._read(number, careful)
        return self._known[key]

    def letters(self, number: int) -> str:
        """All letters of a page as pdfminer reads them, in no order; none where it cannot read the page."""
        with suppress(Exception), self._opened():
            return "".join(letter["text"] for letter in self._letter_page(number).chars)
        return ""

    def _read(self, number: int, careful: bool) -> list[str | Table] | None:
        with suppress(Exception), self._opened():
            page = (None if careful else self._drawn_page(number)) or self._letter_page(number)
            pieces = _pieces(page)
            page.close()
            return pieces
        return None

    @contextmanager
    def _opened(self) -> Iterator[None]:
        """The file open. Raises whatever pdfminer stumbles over in a broken file; the same file is tried once."""
        if self._broken:
            raise ValueError("no PDF that pdfminer knows")
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        if self._pdf is None:
            import pdfplumber

            self._broken = True
            self._pdf = pdfplumber.open(io.BytesIO(self._data))
            self._broken = False
        with collection_held():  # a dict of twenty fields a letter, gone with its page
            yield

    def _letter_page(self, number: int) -> Any:
        from connectors.readers.pdf_page import LetterPage

        page = self._pdf.pages[number - 1]
        return LetterPage(self._pdf, page.page_obj, page.page_number, page.initial_doctop)

    def _drawn_page(self, number: int) -> Any:
        """The page as pdfium sees it, None where that is not to be relied upon."""
        import pypdfium2

        from connectors.readers.pdf_page import DrawnPage

        page = self._pdf.pages[number - 1]
        made = DrawnPage(self._pdf, page.page_obj, page.page_number, page.initial_doctop)
        try:
            if self._drawn is None:
                self._drawn = pypdfium2.PdfDocument(self._data)
            drawn = self._drawn[number - 1]
            try:
                return made if made.draw(drawn) else None
            finally:
                drawn.close()
        except (pypdfium2.PdfiumError, TurnedLettersError):
            return None


def needs_layout(text: str) -> bool:
    """True for a page whose plain text looks like a table: several lines with figures, or table headings."""
    lines = text.split("\n")
    dense = sum(1 for line in lines if len(_FIGURES.findall(line)) >= 2 and "。" not in line)
    return dense >= _LINES_WITH_FIGURES or len(_TABLE_WORDS.findall(text)) >= 2


def _pieces(page: Any) -> list[str | Table]:
    tables = [table for table in page.find_tables() if 2 <= len(table.cells) <= _CELLS]
    boxes = [table.bbox for table in tables]
    outside = (
        page.filter(lambda item: item["object_type"] != "char" or not _inside(item, boxes)) if boxes else page
    )
    found: list[tuple[float, str | Table]] = [
        (line["top"], line["text"]) for line in outside.extract_text_lines(strip=True, return_chars=False)
    ]
    for table in tables:
        rows = [
            part
            for boxes, row in zip(table.rows, table.extract(), strict=True)
            for part in _rows(page, boxes.cells, [cell or "" for cell in row])
        ]
        if any(any(row) for row in rows):
            found.append((table.bbox[1], Table(rows)))
    return [piece for _, piece in sorted(found, key=lambda item: item[0])]


def _inside(char: dict[str, Any], boxes: Sequence[tuple[float, float, float, float]]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _rows(page: Any, boxes: Sequence[Box | None], row: Sequence[str]) -> list[list[str]]:
    """One ruled row as the rows it holds; where labels are of several lines, by their heights on the page."""
    parts = _split(row)
    place = next((at for at, cell in enumerate(row) if cell), 0)
    box = boxes[place]
    stacked = [cell for at, cell in enumerate(row) if at != place and _STACKED.fullmatch(cell)]
    if len(parts) > 1 or box is None or "\n" not in row[place] or len(stacked) < 2:
        return parts
    lines = [[] if cell is None else _lines_of(page, cell) for cell in boxes]
    tops = sorted(top for cell in lines for top, words in cell if _FIGURE.fullmatch(words))
    heights = [top for at, top in enumerate(tops) if at == 0 or top - tops[at - 1] > _SAME_LINE]
    labels = _grouped(lines[place], heights)
    if labels is None:
        return parts
    heads, named = labels
    body = [["" for _ in row] for _ in heights]
    for at, cell in enumerate(lines):
        for top, words in cell if at != place else ():
            nearest = min(range(len(heights)), key=lambda number: abs(heights[number] - top))
            body[nearest][at] = join_wrapped(body[nearest][at], words) if body[nearest][at] else words
    for cells, words in zip(body, named, strict=True):
        cells[place] = words
    return [[words if at == place else "" for at in range(len(row))] for words in heads] + body


def _lines_of(page: Any, box: Box) -> list[tuple[float, str]]:
    found = page.crop(box).extract_text_lines(strip=True, return_chars=False)
    return [(line["top"], line["text"]) for line in found]


def _grouped(
    lines: Sequence[tuple[float, str]], heights: Sequence[float]
) -> tuple[list[str], list[str]] | None:
    """Lines of a label box as headings at its top and one label per figure, each figure at the middle of its label.

    None where no such grouping fits within `_SAME_LINE` points a figure.
    """
    best: tuple[float, list[str], list[str]] | None = None
    if len(lines) > _LABEL_LINES:
        return None
    for heads in range(len(lines) - len(heights) + 1):
        rest = lines[heads:]
        for cuts in combinations(range(1, len(rest)), len(heights) - 1):
            groups = [rest[start:end] for start, end in pairwise((0, *cuts, len(rest)))]
            middles = [sum(top for top, _ in group) / len(group) for group in groups]
            off = max(abs(middle - height) for middle, height in zip(middles, heights, strict=True))
            if off <= _SAME_LINE and (best is None or off < best[0]):
                words = ["".join(line for _, line in group) for group in groups]
                best = (off, [line for _, line in lines[:heads]], words)
    return best[1:] if best is not None else None


def _split(row: Sequence[str]) -> list[list[str]]:
    """One ruled row as the rows it holds: exchange forms set units and several periods into one row of boxes.

    A row of units comes first where boxes hold a unit above their figures; then as many rows as the boxes
    hold figures, when the label box holds as many lines.
    """
    boxes = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in row]
    units = [lines[0] if len(lines) > 1 and _UNIT_ABOVE.match(lines[0]) else "" for lines in boxes]
    boxes = [lines[1:] if unit else lines for lines, unit in zip(boxes, units, strict=True)]
    figures = [lines for lines in boxes if lines and all(_FIGURE.fullmatch(line) for line in lines)]
    heights = {len(lines) for lines in figures}
    labels = next((lines for lines in boxes if lines), [])
    parts = [units] if any(units) else []
    if len(figures) >= 2 and len(heights) == 1 and heights == {len(labels)} and len(labels) > 1:
        return parts + [
            [lines[at] if at < len(lines) else "" for lines in boxes] for at in range(len(labels))
        ]
    return [*parts, [_cell_words("\n".join(lines)) for lines in boxes]]


def _cell_words(cell: str) -> str:
    """A cell's lines as one: a unit set between two lines of a label goes after them, as it stands beside them."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    units = [line for line in lines if _UNIT_LINE.match(line)]
    if len(lines) > 2 and len(units) == 1:
        lines = [line for line in lines if line is not units[0]] + units
    words = ""
    for line in lines:
        if words and (_NEW_PIECE.match(line) or line in units):
            words = f"{words} {line}"
        else:
            words = join_wrapped(words, line) if words else line
    return words
