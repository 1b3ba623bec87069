"""Word documents (.docx): minutes, hand-over notes, proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from connectors.archive import Archive
from connectors.interface import Document, DocumentKind, RawSource, Reader, ReadError, ReasonCode
from connectors.readers.canonical import Canonical
from connectors.readers.lines import MARKER
from connectors.readers.office import open_package
from connectors.xml_safety import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING_NAME = re.compile(r"(?:heading|見出し)\s*(\d)", re.IGNORECASE)
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}instrText", f"{W}pPr", _FALLBACK}


class WordReader(Reader):
    """One Document of the main text as it stands: insertions accepted, deletions, hidden text and comments out."""

    name = "word"
    suffixes = (".docx",)

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        archive = open_package(source, "word/document.xml")
        body = _xml(archive, "word/document.xml").find(f"{W}body")
        if body is None:
            raise ReadError(ReasonCode.CORRUPT, "word/document.xml has no body")
        canonical = Canonical()
        levels = _heading_levels(archive)
        for block in _blocks(body):
            if block.tag == f"{W}p":
                _paragraph(canonical, block, levels)
            else:
                _table(canonical, block)
        return [canonical.document(source, DocumentKind.NOTE)]


def _xml(archive: Archive, name: str) -> _Element:
    return parse_xml(archive.read(name).decode("utf-8", "replace"))


def _blocks(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _blocks(child)


def _heading_levels(archive: Archive) -> dict[str, int]:
    """Style id → heading level, by the style's name or its outline level; the title style is level 1."""
    if "word/styles.xml" not in archive.names:
        return {}
    levels = {}
    for style in _xml(archive, "word/styles.xml").iter(f"{W}style"):
        key = style.get(f"{W}styleId") or ""
        name = style.find(f"{W}name")
        label = (name.get(f"{W}val") or "") if name is not None else ""
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        found = _HEADING_NAME.match(label)
        if found:
            levels[key] = int(found[1])
        elif label.lower() in ("title", "表題"):
            levels[key] = 1
        elif outline is not None and (outline.get(f"{W}val") or "9") < "9":
            levels[key] = int(outline.get(f"{W}val") or "0") + 1
    return levels


def _paragraph(canonical: Canonical, paragraph: _Element, levels: dict[str, int]) -> None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    key = (style.get(f"{W}val") or "") if style is not None else ""
    lines = [line for line in _words(paragraph).split("\n") if line.strip()]
    if key in levels:
        canonical.heading(" ".join(lines), levels[key])
        return
    numbered = paragraph.find(f"{W}pPr/{W}numPr")
    depth = numbered.find(f"{W}ilvl") if numbered is not None else None
    level = int((depth.get(f"{W}val") or "0") if depth is not None else "0")
    for line in lines:
        marker = MARKER.match(line.strip())
        if marker and marker["printed"]:
            canonical.list_item(line.strip()[marker.end() :], marker["printed"], level)
        elif numbered is not None or key.lower().startswith("list"):
            canonical.list_item(line, level=level)
        else:
            canonical.paragraph(line)
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            for inner in box.iter(f"{W}p"):
                canonical.paragraph(_words(inner))


def _table(canonical: Canonical, table: _Element) -> None:
    number = canonical.new_table()
    for row in table.iter(f"{W}tr"):
        if row.getparent() is not table:
            continue
        cells: list[str] = []
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            cells.append(" ".join(_words(paragraph) for paragraph in cell.iter(f"{W}p")))
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            wide = span.get(f"{W}val") if span is not None else None
            cells += [""] * (min(50, int(wide)) - 1 if wide and wide.isdecimal() else 0)
        canonical.row(cells, number, header=row.find(f"{W}trPr/{W}tblHeader") is not None)


def _words(node: _Element) -> str:
    """Text of the runs below, "\\n" for line breaks; what is deleted, hidden or only a field code stays out."""
    words: list[str] = []
    for child in node:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
            continue
        if child.tag == f"{W}t":
            words.append(child.text or "")
        elif child.tag in (f"{W}br", f"{W}cr"):
            words.append("\n")
        elif child.tag == f"{W}tab":
            words.append(" ")
        else:
            words.append(_words(child))
    return "".join(words)
