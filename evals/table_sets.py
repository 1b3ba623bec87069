"""Table questions of NTCIR-18 U4 and UFO-2024 with the reports they are asked of, as the program reads them.

The reports are HTML without XBRL tags whose `table` and `td` elements carry ids; the gold names those ids. The
pages go through the reader of EDINET packages into one Document; ids are laid beside its cells afterwards, so
that nothing of the ids is in the text that is searched.
"""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from connectors.interface import BlockKind, Document, DocumentKind, Span, source_id_of
from connectors.readers.ixbrl import InlineScanner

_PROLOGUE = re.compile(rb"<\?xml[^>]*\?>|<!DOCTYPE[^>]*>")
_LEFT_OVER = re.compile(rb"<(xbrli:\w+|link:\w+)\b[^>]*>.*?</\1>", re.S)
"""Contexts, units and links that the makers of the sets left on some cover pages; no words of the report."""
_MARKUP = re.compile(r"<(/?)(table|tr|td|th|br|p|div)\b([^>]*)>|<[^>]*>")
_STYLE = re.compile(r' style="[^"<]*"')
_ID = re.compile(r'\b(table|cell)-id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """One question; `table` is given with table questions and is the answer of retrieval questions."""

    id: str
    text: str
    report: str
    table: str
    cell: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A filing as one Document; ids by where a cell's words begin, and of each table in the Document."""

    name: str
    document: Document
    cells: dict[Span, str]
    tables: dict[int, str]


def table_questions(archive: Path, task: str, split: str, reports: Path) -> list[TableQuestion]:
    """Questions of "table_qa" or "table_retrieval" whose report lies in the folder, in the set's order."""
    with zipfile.ZipFile(archive) as members:
        asked = json.loads(members.read(f"{task}/{split}/questions.json"))
        gold = json.loads(members.read(f"{task}/{split}/gold_standard.json"))
    found = []
    for key, entry in asked.items():
        if not (reports / f"{entry['doc_id']}.zip").is_file():
            continue
        answer = gold[key]
        if task == "table_qa":
            more = (entry["table_id"], answer["cell_id"], answer["value"])
        else:
            more = (answer, "", "")
        found.append(TableQuestion(key, entry["question"], entry["doc_id"], *more))
    return found


def read_report(path: Path) -> Report:
    """The report in a zip of pages, members in the order of their names."""
    data = path.read_bytes()
    scanner = InlineScanner()
    sources = []
    with zipfile.ZipFile(path) as members:
        for name in sorted(n for n in members.namelist() if n.endswith((".html", ".htm"))):
            page = _LEFT_OVER.sub(b"", _PROLOGUE.sub(b"", members.read(name))).lstrip()
            scanner.feed(page, name)
            sources.append(page.decode("utf-8", "replace"))
    scan = scanner.finish()
    document = Document(
        source_id=source_id_of(data),
        path=path.name,
        title=path.stem,
        kind=DocumentKind.ANNUAL_REPORT,
        text=scan.text,
        blocks=tuple(scan.blocks),
        sha256="",
        language="ja",
    )
    cells, tables = _identified(document, [row for source in sources for row in _rows(source)])
    return Report(path.stem, document, cells, tables)


@dataclass(slots=True)
class _Row:
    table: str
    cells: list[tuple[str, str]]  # id and words without whitespace of the cells that have words


def _rows(source: str) -> Iterator[_Row]:
    """Rows as they end, the rows of a table inside a cell before the row of the cell."""
    source = _STYLE.sub("", source)
    tables: list[str] = []
    rows: list[_Row] = []
    cells: list[tuple[str, list[str]]] = []
    at = 0
    for tag in _MARKUP.finditer(source):
        if cells and tag.start() > at:
            cells[-1][1].append(source[at : tag.start()])
        at = tag.end()
        closing, name, attributes = tag.groups()
        if name == "table":
            if closing and tables:
                tables.pop()
            elif not closing:
                found = _ID.search(attributes)
                tables.append(found[2] if found else "")
        elif name == "tr" and tables:
            if not closing:
                rows.append(_Row(tables[-1], []))
            elif rows:
                yield rows.pop()
        elif name in ("td", "th") and rows:
            if not closing:
                found = _ID.search(attributes)
                cells.append((found[2] if found else "", []))
            elif cells:
                identifier, pieces = cells.pop()
                words = _bare("".join(pieces))
                if words:
                    rows[-1].cells.append((identifier, words))


def _bare(source: str) -> str:
    return re.sub(r"\s+", "", html.unescape(source))


def _identified(document: Document, rows: list[_Row]) -> tuple[dict[Span, str], dict[int, str]]:
    """Ids laid beside the Document's cells: both sides go in the same order, rows are told by their words."""
    cells: dict[Span, str] = {}
    tables: dict[int, str] = {}
    places: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        places.setdefault("\t".join(words for _, words in row.cells), []).append(number)
    at = 0
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        filled = [(cell, re.sub(r"\s+", "", document.text[cell.start : cell.end])) for cell in block.cells]
        filled = [(cell, words) for cell, words in filled if words]
        free = places.get("\t".join(words for _, words in filled))
        if not free:
            continue
        found = min(free, key=lambda number: (abs(number - at), number))
        free.remove(found)
        at = found + 1
        if block.table is not None:
            tables.setdefault(block.table, rows[found].table)
        for (cell, _), (identifier, _) in zip(filled, rows[found].cells, strict=True):
            cells[cell] = identifier
    return cells, tables
