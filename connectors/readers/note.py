"""Minutes and memos: Markdown (.md) and plain text (.txt)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from connectors.dates import date_in, date_in_name
from connectors.encoding import decode
from connectors.interface import Document, DocumentKind, RawSource, Reader, ReasonCode
from connectors.readers.canonical import Canonical
from connectors.readers.prose import ProseWriter
from connectors.readers.text_mail import headers_of, read_text_mail

TITLE_LENGTH = 80
"""Longest first line taken as the title of a plain text."""
DATE_LINES = 4
"""Lines at the top in which a note's own date is looked for."""
_MORE_THAN_A_DATE = re.compile(r"[^\W\d年月日曜火水木金土_]")


class NoteReader(Reader):
    """One Document of kind NOTE, of kind MAIL where it begins with a mail's header lines. Words and punctuation stay as typed; '#', '- ', '|' and rules are dropped."""

    name = "note"
    suffixes = (".md", ".markdown", ".txt", ".text")

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        decoded = decode(source.data)
        warnings = (str(ReasonCode.TRUNCATED),) if decoded.truncated else ()
        mail = headers_of(decoded.text)
        if mail is not None:
            return [read_text_mail(source, *mail, warnings)]
        markdown = source.suffix in (".md", ".markdown")
        canonical = Canonical()
        ProseWriter(canonical, markdown=markdown).write(decoded.text)
        return [
            canonical.document(
                source,
                DocumentKind.NOTE,
                "" if markdown else _first_line(decoded.text),
                published=_day(source.path, decoded.text),
                warnings=warnings,
            )
        ]


def _first_line(text: str) -> str:
    """The first line that says more than a date."""
    lines = (line.strip(" \u3000") for line in text.split("\n"))
    first = next((line for line in lines if _MORE_THAN_A_DATE.search(line)), "")
    return first if len(first) <= TITLE_LENGTH else ""


def _day(path: str, text: str) -> dt.date | None:
    """The day in the file's name, else the first full date in the first lines."""
    head = "\n".join([line for line in text.split("\n") if line.strip()][:DATE_LINES])
    return date_in_name(path) or date_in(head)
