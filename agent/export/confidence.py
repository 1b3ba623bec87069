"""Cells that show what was told in confidence carry a mark, in every format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.evidence.conditions import weight
from agent.export.layout import Cell, Section
from agent.models.evidence import Citation

Sections = tuple[Section, ...]
_LABEL = re.compile(r"^[^:：。]{1,40}[:：]\s*")
_RUN = {True: 10, False: 20}
_TELLING = 4
"""Characters in a row (Japanese, other) and their weight that one text takes from another and not from the language."""


@dataclass(frozen=True, slots=True)
class Marks:
    """`told` stands before words told in confidence, `partly` before words of others that also rest on such."""

    told: str
    partly: str


def marked(parts: Sequence[Sections], citations: Sequence[Citation], marks: Marks) -> tuple[Sections, ...]:
    """The same sections, with a mark before each cell that says what a citation told in confidence says (a claim, and
    a question, finding or rung that repeats it), or that rests on one among others. `citations` by number from 1."""
    told = {number: _bare(c.quote) for number, c in enumerate(citations, 1) if c.in_confidence}
    if not told:
        return tuple(parts)
    runs = {run for quote in told.values() for run in _runs(quote)}
    return tuple(tuple(_section(section, told, runs, marks) for section in part) for part in parts)


def _section(section: Section, told: Mapping[int, str], runs: set[str], marks: Marks) -> Section:
    def shown(cell: Cell) -> Cell:
        mark = _mark(cell, told, runs, marks) if cell.text else ""
        return replace(cell, text=f"{mark}{cell.text}") if mark else cell

    tables = tuple(
        replace(table, rows=tuple(tuple(shown(cell) for cell in row) for row in table.rows))
        for table in section.tables
    )
    return replace(section, tables=tables)


def _mark(cell: Cell, told: Mapping[int, str], runs: set[str], marks: Marks) -> str:
    resting = [number for number in cell.numbers if number in told]
    if cell.numbers and not resting:
        return ""
    words = _bare(cell.text)
    if any(words in told[number] for number in resting) or any(run in runs for run in _runs(words)):
        return marks.told
    if len(resting) == len(cell.numbers):
        return marks.told if resting else ""
    return marks.partly


def _runs(words: str) -> list[str]:
    long = _RUN[any(ord(character) > 0x2E7F for character in words)]
    runs = [words[at : at + long] for at in range(len(words) - long + 1)]
    return [run for run in runs if weight(run) >= _TELLING or run.isascii()]


def _bare(text: str) -> str:
    return "".join(_LABEL.sub("", text, count=1).split())
