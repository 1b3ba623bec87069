"""Rows of tables without a heading of their own, or with a first row that has a day and is none, as lines whose cells stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agent.renewal.clauses import DATED
from agent.renewal.laid_out.label_words import label_of
from agent.renewal.laid_out.lines import Line
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

FEWEST = 2
"""Rows of a table, and cells of a first row that are labels and make it the heading."""


def rows_of(remarks: Sequence[Remark]) -> Iterator[tuple[str, list[Line]]]:
    """The rows of each such table of a note, a first row of labels left out; before them the line above the table."""
    cells = [r for r in remarks if r.is_note and r.document.blocks[r.block].kind is BlockKind.TABLE_ROW]
    for _, held in groupby(cells, key=lambda r: (r.document.source_id, r.document.blocks[r.block].table)):
        rows = [list(row) for _, row in groupby(held, key=lambda r: r.block)]
        blocks = [row[0].document.blocks[row[0].block] for row in rows]
        lines = [_line(row) for row in rows]
        if blocks[0].header and not DATED.search(lines[0].text):
            continue
        labels = [label_of(cell) for cell in lines[0].text.split("\t")]
        lines = lines[1:] if sum(label is not None for label in labels) >= FEWEST else lines
        if len(lines) >= FEWEST:
            yield _above(rows[0][0]), lines


def _above(first: Remark) -> str:
    """The words of the block before the table."""
    before = first.document.blocks[first.block - 1] if first.block else None
    if before is None or before.kind is BlockKind.TABLE_ROW:
        return ""
    return first.document.text[before.start : before.end].strip()


def _line(cells: Sequence[Remark]) -> Line:
    first = cells[0]
    block = first.document.blocks[first.block]
    text = first.document.text[block.start : block.end].rstrip()
    end = block.start + len(text)
    remark = replace(first, start=block.start, end=end, text=text)
    return Line(remark, block.start, end, text, False, False)
