"""Where the scale and the sign of a printed figure stand when they are outside its tag.

A scale word is accepted only when it is the one the tag states (scale 6 is 百万, never 千), so a caption of
another table can never be taken for it. Looked for, nearest first: after the digits, in the row, in the
column's heads, in the table's captions, in the lines before the table.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from connectors.interface import Block, BlockKind, Span
from connectors.readers.ixbrl_model import RawFact, Scan

_WORDS = {
    "12": "兆|[Tt]rillions?",
    "9": "十億|[Bb]illions?",
    "8": "億",
    "6": "百万|[Mm]illions?",
    "4": "万",
    "3": "千|[Tt]housands?",
    "2": "百(?!万)",
    "-2": "[%％]|パーセント|[Pp]ercent",
    "-4": "bps|ベーシス",
}
_UNIT = "(?:円|米ドル|ドル|ユーロ|人民元|元|バーツ|ウォン|ルピー|ポンド|株|人|名|個|台|トン|kl|t|kWh|GJ)?"
_HELD = {
    "12": ("兆", "rillion"),
    "9": ("十億", "illion"),
    "8": ("億",),
    "6": ("百万", "illion"),
    "4": ("万",),
    "3": ("千", "housand"),
    "2": ("百",),
    "-2": ("%", "％", "パーセント", "ercent"),
    "-4": ("bps", "ベーシス"),
}
"""What the words of a scale hold: most tables and lines hold none of it, and are not searched for them."""
_NOT_BEFORE = {"4": "百十千", "3": "", "6": "", "8": "", "12": "", "9": ""}
_AFTER = {scale: re.compile(rf"[)）\]］〕\s]*((?:{words}){_UNIT})") for scale, words in _WORDS.items()}
_LABEL = {
    scale: re.compile(rf"(?<![\d０-９,，.．{_NOT_BEFORE.get(scale, '')}])((?:{words}){_UNIT})")
    for scale, words in _WORDS.items()
}
_BESIDE = {scale: re.compile(rf"[\d０-９]\s*((?:{words}){_UNIT})") for scale, words in _WORDS.items()}
_SIGN = re.compile(r"[△▲\-－−‐―(（]\s*$")
_CAPTION = re.compile(r"[(（\[［〔]?[^。]{0,12}$")
_STATED = re.compile(
    r"単位|\b[Ii]n (?:U\.S\. dollars, in )?(?:[Mm]illions|[Tt]housands|[Bb]illions)\b|[Dd]ollars in "
)
_LINES_BEFORE = 12
_LINES_OF_BLOCK = 400
_ROWS_ABOVE = 400
_LONGEST_LABEL = 60
_LONGEST_CAPTION = 160
_CAPTION_TAIL = 80  # "… is as follows (in millions):" ends a sentence of any length


class PlaceFinder:
    """Finds scale and sign marks in one scan; answers for a row, column or table are remembered."""

    def __init__(self, scan: Scan) -> None:
        self._text = scan.text
        self._blocks = scan.blocks
        self._rows: dict[tuple[int, str], Span | None] = {}
        self._columns: dict[tuple[int | None, int, str], Span | None] = {}
        self._named_rows: dict[tuple[int | None, str], list[int]] = {}
        self._captions: dict[tuple[int, str], Span | None] = {}
        self._lines: dict[int | None, list[int]] = {}  # of each table
        for index, line in enumerate(scan.blocks):
            if line.table is not None:
                self._lines.setdefault(line.table, []).append(index)

    def sign(self, fact: RawFact) -> Span | None:
        """The mark (△, ▲, －, bracket) right before a figure tagged sign="-", across at most one tab."""
        start = fact.start
        line = self._blocks[fact.block].start
        at = start
        while at > line and self._text[at - 1] in " \u3000\t" and start - at < 4:
            at -= 1
        if at > line and _SIGN.match(self._text[at - 1]):
            return Span(at - 1, at)
        return None

    def scale(self, fact: RawFact, scale: str) -> Span | None:
        """The words for `scale` that hold for the figure; None when the filing does not print them near."""
        if scale not in _WORDS:
            return None
        line = self._blocks[fact.block]
        after = _AFTER[scale].match(self._text, fact.end, line.end)
        if after:
            return Span(*after.span(1))
        if line.kind is not BlockKind.TABLE_ROW:
            return self._before(fact.block, scale)
        return (
            self._in_row(fact.block, line, scale)
            or self._in_column(fact, line, scale)
            or self._before(self._first_line(line, fact), scale)
        )

    def _first_line(self, line: Block, fact: RawFact) -> int:
        return next(iter(self._lines.get(line.table or 0, ())), fact.block)

    def _named(self, table: int | None, scale: str) -> list[int]:
        """Rows of the table with words for the scale anywhere: most tables have none, and few rows are looked into."""
        key = (table, scale)
        rows = self._named_rows.get(key)
        if rows is None:
            blocks, lines = self._blocks, self._lines.get(table, [])
            held = lines and self._holds(scale, blocks[lines[0]].start, blocks[lines[-1]].end)
            rows = self._named_rows[key] = [
                index
                for index in (lines if held else ())
                if self._label(scale, blocks[index].start, blocks[index].end)
            ]
        return rows

    def _holds(self, scale: str, start: int, end: int) -> bool:
        return any(self._text.find(word, start, end) >= 0 for word in _HELD[scale])

    def _label(self, scale: str, start: int, end: int) -> re.Match[str] | None:
        return _LABEL[scale].search(self._text, start, end) if self._holds(scale, start, end) else None

    def _in_row(self, index: int, line: Block, scale: str) -> Span | None:
        if index not in self._named(line.table, scale):
            return None
        key = (index, scale)
        if key not in self._rows:
            self._rows[key] = self._search(line.cells, _LABEL[scale])
        return self._rows[key]

    def _in_column(self, fact: RawFact, line: Block, scale: str) -> Span | None:
        column = bisect_right(line.cells, (fact.start, len(self._text))) - 1
        key = (line.table, column, scale)
        if key in self._columns:
            return self._columns[key]
        named = [
            self._blocks[index]
            for index in self._named(line.table, scale)
            if fact.block - _ROWS_ABOVE <= index < fact.block
        ]
        found = (
            self._search(
                (row.cells[column] for row in reversed(named) if column < len(row.cells)), _LABEL[scale]
            )
            or self._search((cell for row in named for cell in row.cells), _LABEL[scale])
            or self._search(self._column_around(fact.block, column, line.table), _BESIDE[scale])
        )
        self._columns[key] = found
        return found

    def _column_around(self, index: int, column: int, table: int | None) -> Iterator[Span]:
        """Cells of a column above and below: many tables print the unit in their first and last row only."""
        lines = self._lines.get(table, [])
        begin, end = bisect_left(lines, index - _ROWS_ABOVE), bisect_left(lines, index)
        above = [self._blocks[line] for line in lines[begin:end]]
        below = [row for row in self._blocks[index + 1 : index + _LINES_BEFORE] if row.table == table]
        return (row.cells[column] for row in [*reversed(above), *below] if column < len(row.cells))

    def _search(self, cells: Iterable[Span], pattern: re.Pattern[str]) -> Span | None:
        for start, end in cells:
            if 0 < end - start <= _LONGEST_LABEL and (found := pattern.search(self._text, start, end)):
                return Span(*found.span(1))
        return None

    def _before(self, index: int, scale: str) -> Span | None:
        key = (index, scale)
        if key not in self._captions:
            self._captions[key] = self._caption(index, scale)
        return self._captions[key]

    def _caption(self, index: int, scale: str) -> Span | None:
        """The caption nearest above: any short line close by, farther up only one with 単位 in the same part."""
        here = self._blocks[index]
        most = _LINES_OF_BLOCK if here.kind is BlockKind.TABLE_ROW else _LINES_BEFORE
        for back, line in enumerate(reversed(self._blocks[max(0, index - most) : index])):
            near = back < _LINES_BEFORE
            if not near and line.locator != here.locator:
                break
            begin = line.start if line.end - line.start <= _LONGEST_CAPTION else line.end - _CAPTION_TAIL
            if _STATED.search(self._text, begin, line.end) or (
                near and begin == line.start and _CAPTION.match(self._text[begin : line.end])
            ):
                found = self._label(scale, begin, line.end)
                if found:
                    return Span(*found.span(1))
        return None
