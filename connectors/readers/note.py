"""Minutes and memos: Markdown (.md) and plain text (.txt)."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.encoding import decode
from connectors.interface import Document, DocumentKind, RawSource, Reader, ReasonCode
from connectors.readers.canonical import Canonical
from connectors.readers.prose import ProseWriter

TITLE_LENGTH = 80
"""Longest first line taken as the title of a plain text."""


class NoteReader(Reader):
    """One Document of kind NOTE. Words and punctuation stay as typed; '#', '- ', '|' and rules are dropped."""

    name = "note"
    suffixes = (".md", ".markdown", ".txt", ".text")

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        decoded = decode(source.data)
        markdown = source.suffix in (".md", ".markdown")
        canonical = Canonical()
        ProseWriter(canonical, markdown=markdown).write(decoded.text)
        warnings = (str(ReasonCode.TRUNCATED),) if decoded.truncated else ()
        title = "" if markdown else _first_line(decoded.text)
        return [canonical.document(source, DocumentKind.NOTE, title, warnings=warnings)]


def _first_line(text: str) -> str:
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return first if len(first) <= TITLE_LENGTH else ""
