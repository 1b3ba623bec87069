"""Tables of a document as grids: cells in columns, what each row is, and the words the table stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from agent.tables.words import is_nothing, is_number, is_unit, plain
from connectors.interface import Block, BlockKind, Document, Span

_CAPTIONS = 3
_LONG = 80
"""Characters of a caption's end that are kept: long paragraphs say what follows in their last clause."""
_SHORT = 15
_HEAD_ROWS = 5
_NOTE_HEAD = re.compile(r"注記?(?:番号)?|記")
_PERIOD = re.compile(r"会計年度|事業年度|年度|期末|期首|\d年|\d月|第\d+期|当期|前期")
_NUMBERED = re.compile(
    r"(?P<a>第\d+【)|(?P<b>\d{1,2}【|\d{1,2}[.．、](?!\d)|注記\d)|(?P<c>[(（]\d{1,2}[)）])|(?P<d>[①-⑳])"
    r"|(?P<e>[(（]?[ァ-ヶｱ-ﾝa-zA-Zⅰ-ⅹi]{1,3}[)）.．])|(?P<f>[<＜「〔])"
)


class RowKind(StrEnum):
    HEAD = "head"  # column headings
    GROUP = "group"  # a label alone: what the rows below belong to
    UNIT = "unit"  # the unit or the day of the table, alone in its row
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Row:
    """Words and places of a row's cells by column; empty cells have no words."""

    kind: RowKind
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def filled(self) -> list[int]:
        return [column for column, words in enumerate(self.words) if words]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `headings` run from the outermost to the nearest, `captions` are the lines right above."""

    number: int
    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    captions: tuple[str, ...]
    width: int


@dataclass(slots=True)
class _Place:
    headings: list[tuple[int, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)

    def heading(self, level: int, words: str) -> None:
        self.headings = [h for h in self.headings if h[0] < level] + [(level, words)]
        self.lines, self.captions = [], []


def tables_in(document: Document) -> list[Table]:
    """Every table of the document in text order; rows after an inner table belong to their own table again."""
    place = _Place()
    rows: dict[int, list[Block]] = {}
    stands: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW or block.table is None:
            _line(place, block, document.text[block.start : block.end])
            continue
        if place.lines:
            place.captions, place.lines = place.lines[-_CAPTIONS:], []
        if block.table not in rows:
            rows[block.table] = []
            stands[block.table] = (tuple(words for _, words in place.headings), tuple(place.captions))
        rows[block.table].append(block)
    return [_table(document, number, blocks, *stands[number]) for number, blocks in rows.items()]


def _table(
    document: Document, number: int, blocks: list[Block], headings: tuple[str, ...], captions: tuple[str, ...]
) -> Table:
    width = max(len(block.cells) for block in blocks)
    words = [tuple(document.text[cell.start : cell.end].strip() for cell in b.cells) for b in blocks]
    kinds = row_kinds(words, [block.header for block in blocks])
    rows = []
    for block, cells, kind in zip(blocks, words, kinds, strict=True):
        gap = width - len(cells)
        spans = block.cells + (Span(block.end, block.end),) * gap
        rows.append(Row(kind, cells + ("",) * gap, spans))
    return Table(number, tuple(rows), headings, captions, width)


def _line(place: _Place, block: Block, words: str) -> None:
    folded = plain(words)
    numbered = _NUMBERED.match(folded)
    level = 0
    if numbered is not None and len(folded) <= _LONG // 2 and numbered.lastgroup is not None:
        level = 1 + "abcdef".index(numbered.lastgroup)
    if block.kind is BlockKind.HEADING:
        place.heading(level or min(block.level, 6), folded)
    elif level and "。" not in folded:
        place.heading(level, folded)
    else:
        place.lines.append(folded[-_LONG:])


def row_kinds(rows: Sequence[tuple[str, ...]], marked: Sequence[bool]) -> list[RowKind]:
    """What each row is; `marked` rows are heads by their markup, others by their words."""
    notes = {
        column
        for words in rows[:_HEAD_ROWS]
        for column, cell in enumerate(words)
        if column and is_note_head(cell)
    }
    if notes:
        rows = [
            tuple("" if c in notes and is_note(cell) else cell for c, cell in enumerate(words))
            for words in rows
        ]
    first = next((words for words in rows if _has_amount(words)), ())
    labels = next((at for at, cell in enumerate(first) if at and (is_number(cell) or is_nothing(cell))), 1)
    amounts = next((at for at, words in enumerate(rows) if _has_amount(words)), None)
    if amounts is None and len(rows) > 1 and not any(marked) and _are_labels(rows[0]):
        marked = [True, *marked[1:]]
    return [
        _kind(words, by_markup, labels, before=amounts is not None and at < amounts)
        for at, (words, by_markup) in enumerate(zip(rows, marked, strict=True))
    ]


def is_note_head(words: str) -> bool:
    """The head of a column with numbers of notes."""
    return _NOTE_HEAD.fullmatch(plain(words)) is not None


def is_note(words: str) -> bool:
    """Numbers of notes: "10,26"."""
    return re.fullmatch(r"[\d０-９,、，. 　]+", words) is not None


def _has_amount(words: tuple[str, ...]) -> bool:
    return any(is_number(cell) or is_nothing(cell) for cell in words[1:] if cell)


def _are_labels(words: tuple[str, ...]) -> bool:
    filled = [cell for cell in words if cell]
    return len(filled) > 2 and max(map(len, filled)) <= _SHORT and not filled[0].startswith("【")


def _kind(words: tuple[str, ...], marked: bool, labels: int, before: bool) -> RowKind:
    """`before`: the row stands above the first amounts of its table, which stand in column `labels` and behind."""
    filled = [(column, cell) for column, cell in enumerate(words) if cell]
    if len(filled) == 1:
        column, cell = filled[0]
        if re.match(r"[(（]?単位", cell) or is_unit(cell) or (column and plain(cell).endswith("現在")):
            return RowKind.UNIT
        if is_number(cell) or is_nothing(cell):
            return RowKind.VALUE
        if before and (column >= labels or (column and _PERIOD.search(plain(cell)))):
            return RowKind.HEAD
        return RowKind.GROUP if column <= len(words) // 2 else RowKind.HEAD if before else RowKind.VALUE
    if _has_amount(words):
        return RowKind.VALUE
    if marked or before or all(is_unit(cell) for _, cell in filled):
        return RowKind.HEAD
    if not words[0] and len(filled) > 1 and max(len(cell) for _, cell in filled) <= _SHORT + 5:
        return RowKind.HEAD
    heads = [
        cell for column, cell in filled if column and _PERIOD.search(plain(cell)) and len(cell) < _LONG // 2
    ]
    return RowKind.HEAD if len(heads) >= 2 and len(heads) * 2 > len(filled) else RowKind.VALUE
