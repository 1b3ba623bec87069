"""Lines of a PDF page as headings, paragraphs, list items and table rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from connectors.interface import BlockKind
from connectors.readers.canonical import Canonical, clean
from connectors.readers.ixbrl_headings import classify
from connectors.readers.lines import MARKER, columns, join_wrapped
from connectors.readers.pdf_layout import Table

_FIGURE = r"[△▲−－\-]?[¥￥$]?\s?[(（\[［]?[△▲−－\-]?\d[\d,]*(?:\.\d+)?\s?[%％)）\]］]*|[－―—−–-](?:\s?[%％])?"
_MARKS = r"(?:※[０-９0-9]{1,2}[,、， ]*)+ "
_CELL = rf"(?:{_MARKS})?(?:{_FIGURE})"
_ROW = re.compile(rf"(?P<label>.*?\S)\s+(?P<figures>{_CELL}(?:\s+{_CELL})*)\s*$")
_GLUED = re.compile(r"(※[０-９]{1,2})(?=[△▲−－]?\d)")
"""A note's mark set close to its figure: full-width digits belong to the mark, the others to the figure."""
_UNIT = re.compile(r"(?P<label>.+?\S)\s+(?P<unit>[(（](?:百万円|千円|円|％|%|倍|人|株|千株)[)）])$")
_ITEM = re.compile(r"(?:PART\s+[IVX]+|Item\s+\d+[A-C]?\.)\s*\S*", re.IGNORECASE)
_COVER_FIELD = re.compile(r"【[^】]{1,20}】[ \u3000]+\S")
_ENDED = re.compile(r"[。．.!?！？…:：]$")
_NOTE = re.compile(r"[(（]注|※|[-―－]\s*\d+\s*[-―－]$")
_PAGE_NUMBER = re.compile(r"[-―－–\s]*\d{1,4}(?:\s*[/／]\s*\d{1,4})?[-―－–\s]*$")
_ONLY_FIGURE = re.compile(_FIGURE)
_MOST_HEADERS = 3
_SET_APART = 3  # spaces in a Japanese line from which it is a form's line, not prose
_EDGE = 5  # lines at the top and bottom of a page where running heads stand
_RUNNING_SHARE = 0.5


def running_lines(texts: Sequence[str]) -> set[str]:
    """Heads and feet that come back on half of the pages or more, digits aside; page numbers are always such."""
    counts: Counter[str] = Counter()
    for text in texts:
        lines = [line for line in text.split("\n") if line.strip()]
        counts.update({_shape(line) for line in [*lines[:_EDGE], *lines[-_EDGE:]]})
    least = max(3, _RUNNING_SHARE * len(texts))
    return {shape for shape, count in counts.items() if count >= least}


def _shape(line: str) -> str:
    return re.sub(r"[0-9０-９]+", "0", clean(line))


class PageWriter:
    """Writes one page into a Canonical. `running` are shapes of lines to leave out."""

    def __init__(self, canonical: Canonical, running: Set[str]) -> None:
        self.out = canonical
        self._running = running

    def write(self, pieces: Sequence[str | Table]) -> None:
        """Lines and tables in reading order."""
        lines: list[str] = []
        for piece in pieces:
            if isinstance(piece, Table):
                self._lines(lines)
                lines = []
                table = self.out.new_table()
                heads = _header_rows(piece.rows)
                for number, row in enumerate(piece.rows):
                    self.out.row([_apart(cell) for cell in row], table, header=number < heads)
            else:
                lines.append(_apart(clean(piece)))
        self._lines(lines)

    def _lines(self, lines: Sequence[str]) -> None:
        kept = [
            line
            for line in lines
            if line and _shape(line) not in self._running and not _PAGE_NUMBER.match(line)
        ]
        widths = sorted(columns(line) for line in kept)
        width = widths[int(len(widths) * 0.95)] if widths else 0
        at = 0
        while at < len(kept):
            end = _rows_until(kept, at)
            if end - at >= 2 or (end > at and len(_cells(kept[at])) > 2):
                table = self.out.new_table()
                for line in kept[at:end]:
                    self.out.row(_cells(line), table)
                at = end
            else:
                at = self._words(kept, at, width)

    def _words(self, lines: Sequence[str], at: int, width: int) -> int:
        line = lines[at]
        level = _heading_level(line)
        if level:
            self.out.heading(line, level)
            return at + 1
        words, end = line, at + 1
        while end < len(lines) and _goes_on(lines[end - 1], lines[end], width):
            words = join_wrapped(words, lines[end])
            end += 1
        marker = MARKER.match(words)
        if marker and marker["printed"]:
            self.out.list_item(words[marker.end() :], marker["printed"])
        else:
            self.out.paragraph(words)
        return end


def _goes_on(line: str, following: str, width: int) -> bool:
    """A typeset line is wrapped when it fills the measure and its sentence has not ended."""
    if _ENDED.search(line) or columns(line) < 0.86 * width or following.startswith("【"):
        return False
    if not line.isascii() and line.count(" ") >= _SET_APART:
        return False
    marker = MARKER.match(following)
    if (marker and not marker["bullet"]) or _NOTE.match(following):
        return False
    return not _heading_level(following) and _rows_until([following], 0) == 0


def _apart(words: str) -> str:
    return _GLUED.sub(r"\1 ", words)


def _heading_level(line: str) -> int:
    """Level of a heading by the numbering of the forms; 0 for other lines and for "【会社名】 …" of a cover."""
    if _COVER_FIELD.match(line):
        return 0
    if _ITEM.match(line):
        return 2
    kind, level = classify(line, "p", "")
    return level if kind is BlockKind.HEADING else 0


def _rows_until(lines: Sequence[str], at: int) -> int:
    """End of a run of lines that each end in figures set apart from a short label."""
    end = at
    while end < len(lines):
        row = _ROW.match(lines[end])
        if not row or "。" in lines[end] or columns(row["label"]) > 60:
            break
        if len(row["figures"].split()) < 2 and (
            len(row["label"]) > 24 or not re.search(r"\d,\d|\d\.\d|\d{3}", row["figures"])
        ):
            break
        end += 1
    return end


def _header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top hold no figure, in a table that has figures below; at most `_MOST_HEADERS`."""
    plain = [not any(_ONLY_FIGURE.fullmatch(cell) for cell in row) for row in rows]
    first = plain.index(False) if False in plain else 0
    return first if first <= _MOST_HEADERS else 0


def _cells(line: str) -> list[str]:
    row = _ROW.match(line)
    if row is None:
        return [line]
    unit = _UNIT.match(row["label"])
    labels = [unit["label"], unit["unit"]] if unit else [row["label"]]
    return [*labels, *re.findall(_CELL, row["figures"])]
