"""PowerPoint presentations (.pptx): results presentations, reports, proposals."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from connectors.interface import Document, DocumentKind, Locator, RawSource, Reader
from connectors.readers.canonical import Canonical, Place
from connectors.readers.lines import MARKER
from connectors.readers.office import open_package

_GROUP_DEPTH = 10


class SlidesReader(Reader):
    """One Document; `page` is the slide's number. Hidden slides stay out, speaker notes follow their slide."""

    name = "slides"
    suffixes = (".pptx",)

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        open_package(source, "ppt/presentation.xml")
        from pptx import Presentation

        canonical = Canonical()
        for number, slide in enumerate(Presentation(io.BytesIO(source.data)).slides, 1):
            if slide._element.get("show") == "0":
                continue
            canonical.leave_sections()
            canonical.place = Place(Locator(page=number))
            title = slide.shapes.title
            if title is not None:
                canonical.heading(title.text_frame.text.replace("\x0b", " "), 1)
            for shape in _in_reading_order(slide.shapes):
                if title is None or shape.shape_id != title.shape_id:
                    _shape(canonical, shape)
            if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
                _frame(canonical, slide.notes_slide.notes_text_frame, bulleted=False)
        return [canonical.document(source, DocumentKind.NOTE)]


def _in_reading_order(shapes: Any, depth: int = 0) -> Iterator[Any]:
    """Shapes from top to bottom, then left to right, groups opened."""
    for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if hasattr(shape, "shapes") and depth < _GROUP_DEPTH:
            yield from _in_reading_order(shape.shapes, depth + 1)
        else:
            yield shape


def _shape(canonical: Canonical, shape: Any) -> None:
    if getattr(shape, "has_table", False):
        table = canonical.new_table()
        for number, row in enumerate(shape.table.rows):
            header = number == 0 and bool(shape.table.first_row)
            canonical.row([cell.text_frame.text for cell in row.cells], table, header=header)
    elif shape.has_text_frame:
        _frame(canonical, shape.text_frame, bulleted=bool(shape.is_placeholder))


def _frame(canonical: Canonical, frame: Any, *, bulleted: bool) -> None:
    for paragraph in frame.paragraphs:
        for line in paragraph.text.split("\x0b"):
            words = line.strip()
            marker = MARKER.match(words)
            if marker and marker["printed"]:
                canonical.list_item(words[marker.end() :], marker["printed"], paragraph.level)
            elif bulleted:
                canonical.list_item(words, level=paragraph.level)
            else:
                canonical.paragraph(words)
