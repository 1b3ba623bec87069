"""Building canonical text with its blocks, one line a block, and the Document made of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from connectors.interface import (
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Locator,
    RawSource,
    ReadError,
    ReasonCode,
    Span,
    source_id_of,
)
from connectors.language import language_of
from connectors.limits import MAX_TEXT_CHARACTERS

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_SPACES = re.compile("[ \t\n\r\x0b\x0c\x85\xa0\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_EDGES = " \u3000"


def clean(text: str) -> str:
    """The words of one line as HTML would show them.

    Runs of ASCII and no-break spaces and line breaks become one space, ideographic spaces stay inside the
    line, control characters, direction overrides and byte order marks go, lone surrogates become U+FFFD.
    """
    return _SPACES.sub(" ", _INVISIBLE.sub("", _SURROGATE.sub("\ufffd", text))).strip(_EDGES)


@dataclass
class Place:
    """What holds for all lines written until it changes: where they stand, when and by whom they were said."""

    locator: Locator = field(default_factory=Locator)
    spoken_on: dt.date | None = None
    quoted: bool = False


class Canonical:
    """Text and blocks in the making. Headings set the section of all that follows them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.place = Place()
        self._parts: list[str] = []
        self._length = 0
        self._sections: list[tuple[int, str]] = []
        self._tables = 0

    @property
    def text(self) -> str:
        """What has been written so far, with a line end at the end."""
        return "".join(self._parts) + ("\n" if self._parts else "")

    def heading(self, text: str, level: int = 1) -> None:
        """A heading line; closes all headings of its level and below."""
        words = clean(text)
        if not words:
            return
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        self._sections.append((level, words))
        self._line(BlockKind.HEADING, words, level=level)

    def leave_sections(self) -> None:
        """Forget the headings so far (a new page, sheet or message begins)."""
        self._sections.clear()

    def paragraph(self, text: str) -> None:
        """A paragraph, on one line."""
        self._line(BlockKind.PARAGRAPH, clean(text))

    def list_item(self, text: str, marker: str = "", level: int = 0) -> None:
        """A list item. A printed marker ("・", "1.") stays in the text; `cells[0]` spans the words after it."""
        words, label = clean(text), clean(marker)
        if not label or not words:
            self._line(BlockKind.LIST_ITEM, words or label, level=level)
            return
        begin = len(label) + (1 if marker[-1].isspace() else 0)
        self._line(
            BlockKind.LIST_ITEM,
            label + " " * (begin - len(label)) + words,
            ((begin, begin + len(words)),),
            level=level,
        )

    def new_table(self) -> int:
        """Number of the next table of the document, from 0."""
        self._tables += 1
        return self._tables - 1

    def row(self, cells: Sequence[str], table: int, *, header: bool = False) -> None:
        """A table row, cells separated by one tab; rows without any words are left out."""
        words = [clean(cell) for cell in cells]
        if not any(words):
            return
        spans, at = [], 0
        for word in words:
            spans.append((at, at + len(word)))
            at += len(word) + 1
        self._line(BlockKind.TABLE_ROW, "\t".join(words), spans, table=table, header=header)

    def turn(self, words: str, speaker: str | None, *, label: bool = True) -> None:
        """What one speaker said; with `label` the name is printed before it. `cells[0]` spans the words alone."""
        said, name = clean(words), clean(speaker or "")
        prefix = f"{name}: " if label and name else ""
        if said:
            cells = ((len(prefix), len(prefix) + len(said)),)
            self._line(BlockKind.TURN, prefix + said, cells, speaker=speaker)

    def field(self, name: str, value: str) -> None:
        """A "name: value" line; `cells` are the spans of the name and of the value."""
        label, words = clean(name), clean(value)
        if words:
            begin = len(label) + 2
            self._line(BlockKind.FIELD, f"{label}: {words}", ((0, len(label)), (begin, begin + len(words))))

    def _line(
        self, kind: BlockKind, line: str, cells: Sequence[tuple[int, int]] = (), **details: Any
    ) -> None:
        if not line:
            return
        if self.blocks:
            last = self.blocks[-1]
            joined = (
                last.kind is kind and last.table == details.get("table") and last.quoted == self.place.quoted
            )
            self._parts.append("\n" if joined else "\n\n")
            self._length += len(self._parts[-1])
        start = self._length
        self._parts.append(line)
        self._length += len(line)
        if self._length > MAX_TEXT_CHARACTERS:
            raise ReadError(ReasonCode.TOO_LARGE, f"more than {MAX_TEXT_CHARACTERS} characters of text")
        self.blocks.append(
            Block(
                kind,
                start,
                self._length,
                self._locator(),
                cells=tuple(Span(start + begin, start + end) for begin, end in cells),
                spoken_on=self.place.spoken_on,
                quoted=self.place.quoted,
                **details,
            )
        )

    def _locator(self) -> Locator:
        locator = self.place.locator
        if locator.section is not None or not self._sections:
            return locator
        return replace(locator, section=" > ".join(title for _, title in self._sections))

    def document(self, source: RawSource, kind: DocumentKind, title: str = "", **fields: Any) -> Document:
        """The finished Document; further keywords are its fields. Raises NO_TEXT when nothing was printed."""
        text = self.text
        if not text:
            raise ReadError(ReasonCode.NO_TEXT, source.path)
        fields.setdefault("language", language_of(text))
        return Document(
            source_id=source_id_of(source.data),
            path=source.path,
            title=clean(title) or self._first_words() or source.path.rpartition("/")[2],
            kind=kind,
            text=text,
            blocks=tuple(self.blocks),
            sha256=hashlib.sha256(source.data).hexdigest(),
            **fields,
        )

    def _first_words(self) -> str:
        """The first heading, else nothing: a first sentence makes a poor title."""
        for block, part in zip(self.blocks, self._parts[::2], strict=False):
            if block.kind is BlockKind.HEADING:
                return part
        return ""
