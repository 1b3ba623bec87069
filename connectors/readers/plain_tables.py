"""Tables typed or pasted into plain text: cells between upright strokes, between tabs, or set in columns by blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from connectors.readers.lines import MARKER, Line
from connectors.readers.table_rows import header_row

_GAP = re.compile(r"(?<=\S)(?: {2,}| *\u3000{2,} *)(?=\S)")
_DIVIDER = re.compile(r"[|│┃+├┼┤\s]*:?[-─━=]{2,}:?[-─━=:|│┃+├┼┤┬┴\s]*$")
_STROKE = re.compile(r"(?<!\\)[|│┃｜]")
_BREAK = re.compile(r"<br\s*/?>")
_DATED = re.compile(r"\d[/月.-]\d|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
"""A day: a column that holds one in the first row as well has no heading."""
_LEAST_CELLS = 3
"""Cells of a row between tabs, or between strokes without one at its edge: two may be a label and its value."""
_LONGEST_HEAD = 16
"""Letters of a column's heading: a longer first row is one of the rows."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Rows of cells, the line behind the last of them, and whether the first row is made of column headings."""

    rows: tuple[tuple[str, ...], ...]
    end: int
    header: bool


def table_at(lines: Sequence[Line], at: int) -> PlainTable | None:
    """The table that begins with line `at`; None where none does."""
    return _stroked(lines, at) or _tabbed(lines, at) or _aligned(lines, at)


def _run(lines: Sequence[Line], at: int, belongs: Callable[[Line], bool]) -> int:
    end = at
    while end < len(lines) and not lines[end].blank and belongs(lines[end]):
        end += 1
    return end


def _stroked(lines: Sequence[Line], at: int) -> PlainTable | None:
    first = lines[at].text
    edged = first[0] in "|│┃｜+┌├"
    cells = len(_stroke_cells(first))
    if not edged and cells < _LEAST_CELLS:
        return None
    end = _run(lines, at, lambda line: _edged(line.text) if edged else len(_stroke_cells(line.text)) == cells)
    held = [line.text for line in lines[at:end]]
    ruled = [text for text in held[1:3] if _DIVIDER.match(text)]
    rows = tuple(tuple(_stroke_cells(text)) for text in held if not _DIVIDER.match(text))
    if not rows or (len(rows) < 2 and not (edged and first[0] in "|│┃｜")) or len(rows[0]) < 2:
        return None
    return PlainTable(rows, end, bool(ruled) or _has_header(rows))


def _edged(text: str) -> bool:
    return text[0] in "|│┃｜" or bool(text[0] in "+┌├└" and _DIVIDER.match(text.strip("┌┐└┘├┤")))


def _stroke_cells(text: str) -> list[str]:
    inner = re.sub(r"^[|│┃｜]|(?<!\\)[|│┃｜]$", "", text.strip())
    return [_BREAK.sub(" ", cell.replace("\\|", "|")).strip() for cell in _STROKE.split(inner)]


def _tabbed(lines: Sequence[Line], at: int) -> PlainTable | None:
    """Two or more lines of as many tabs: a table pasted from a spreadsheet."""
    width = len(lines[at].cells)
    if width < _LEAST_CELLS:
        return None
    end = _run(lines, at, lambda line: len(line.cells) == width)
    if end - at < 2:
        return None
    rows = tuple(line.cells for line in lines[at:end])
    return PlainTable(rows, end, _has_header(rows))


def _aligned(lines: Sequence[Line], at: int) -> PlainTable | None:
    """Two or more lines with a gap, two of them with two gaps."""
    end = _run(lines, at, lambda line: bool(_GAP.search(line.text)) and not MARKER.match(line.text))
    rows = tuple(tuple(_GAP.split(line.text)) for line in lines[at:end])
    if len(rows) < 2 or sum(len(row) >= _LEAST_CELLS for row in rows) < 2:
        return None
    return PlainTable(rows, end, _has_header(rows) and _differs(rows))


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """The first row is made of short words that differ, none of them a number."""
    short = all(len(cell) <= _LONGEST_HEAD for cell in rows[0])
    return (
        short
        and len(rows) > 1
        and header_row(rows, range(len(rows))) == 0
        and not any(
            all(place < len(row) and _DATED.search(row[place]) for row in rows)
            for place in range(len(rows[0]))
        )
    )


def _differs(rows: Sequence[Sequence[str]]) -> bool:
    """A column holds figures in every row but the first: blanks alone set attendees in columns too."""
    width = len(rows[0])
    return len({len(row) for row in rows}) == 1 and any(
        not any(c.isdigit() for c in rows[0][place])
        and all(any(c.isdigit() for c in row[place]) for row in rows[1:])
        for place in range(width)
    )
