"""Writing plain text or Markdown into canonical text; shared by notes, mail bodies and slide notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from connectors.readers.canonical import Canonical
from connectors.readers.lines import (
    MARKER,
    RULE,
    Line,
    continues,
    is_heading,
    join_wrapped,
    split_lines,
    wrap_width,
)
from connectors.readers.plain_tables import table_at

_HASHES = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"(```|~~~)")
_MARKDOWN_LEVELS = 6


class ProseWriter:
    """One text, written into a Canonical block by block."""

    def __init__(self, canonical: Canonical, *, markdown: bool, base_level: int = 0) -> None:
        self.out = canonical
        self.markdown = markdown
        self.base = base_level

    def write(self, text: str) -> None:
        """All of `text`. HTML comments in Markdown are hidden from readers and stay out."""
        lines = split_lines(_COMMENT.sub("", text) if self.markdown else text)
        width = wrap_width(lines)
        at = 0
        while at < len(lines):
            if lines[at].blank:
                at += 1
                continue
            at = self._block(lines, at, width)

    def _block(self, lines: Sequence[Line], at: int, width: int) -> int:
        line = lines[at]
        after = lines[at + 1] if at + 1 < len(lines) else None
        if self.markdown:
            hashes = _HASHES.match(line.text)
            if hashes:
                self.out.heading(hashes[2], self.base + len(hashes[1]))
                return at + 1
            if _FENCE.match(line.text):
                return at + 1
            if after is not None and re.fullmatch(r"=+|-{3,}", after.text) and not MARKER.match(line.text):
                self.out.heading(line.text, self.base + (1 if after.text[0] == "=" else 2))
                return at + 2
        if RULE.match(line.text):
            return at + 1
        found = table_at(lines, at)
        if found is not None:
            table = self.out.new_table()
            for number, row in enumerate(found.rows):
                self.out.row(row, table, header=found.header and number == 0)
            return found.end
        before = lines[at - 1] if at else None
        if is_heading(line, before, after) and not (
            self.markdown and MARKER.match(line.text) and line.text[0] not in "■□◆◇【"
        ):
            self.out.heading(line.text, self.base + self._depth(line))
            return at + 1
        return self._words(lines, at, width)

    def _depth(self, line: Line) -> int:
        return _MARKDOWN_LEVELS + 1 if self.markdown else 1 + line.indent // 2

    def _words(self, lines: Sequence[Line], at: int, width: int) -> int:
        line = lines[at]
        text = re.sub(r"^(>\s*)+", "", line.text) if self.markdown else line.text
        marker = MARKER.match(text)
        body = text[marker.end() :] if marker else text
        if marker and marker["bullet"]:
            box = MARKER.match(body)
            if box and body.startswith("["):
                marker, body = box, body[box.end() :]
        hanging = line.indent if marker else None
        end = at + 1
        while end < len(lines) and continues(lines[end - 1], lines[end], width, hanging):
            body = join_wrapped(body, lines[end].text)
            end += 1
        if marker:
            printed = marker["printed"] or ""
            self.out.list_item(body, printed, line.indent // 2)
        else:
            self.out.paragraph(body)
        return end
