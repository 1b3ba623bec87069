"""Passages: the pieces of a document that are searched, cut by its structure and never inside a sentence."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from agent.evidence.sentences import quotable_spans
from connectors.interface import Block, BlockKind, Document, Span

TARGET = 360
"""Characters a passage is filled up to with whole units; a single longer unit stays one passage."""

_HEADER_LIMIT = 160


@dataclass(frozen=True, slots=True)
class Passage:
    """Code points `[start, end)` of a document, with what makes it understandable by itself."""

    source_id: str
    start: int
    end: int
    text: str  # exactly the document's text[start:end]
    title: str
    heading: str  # path of headings above, " > " between levels
    columns: str  # column headings of the table the passage lies in, or ""
    kind: str  # DocumentKind
    access: str
    published: dt.date | None
    language: str

    @property
    def indexed(self) -> str:
        """What is searched: title, headings and column headings before the text."""
        return "\n".join(part for part in (self.title, self.heading, self.columns, self.text) if part)


def passages(document: Document) -> list[Passage]:
    """Passages of a document in text order. Quoted tails of mails are left out; offsets are exact."""
    units = [unit for unit in quotable_spans(document) if unit.end > unit.start]
    starts = [unit.start for unit in units]
    found: list[Passage] = []
    for group, heading, columns in _groups(document):
        low, high = bisect_left(starts, group.start), bisect_left(starts, group.end)
        found += [
            Passage(
                source_id=document.source_id,
                start=span.start,
                end=span.end,
                text=document.text[span.start : span.end],
                title=document.title,
                heading=heading,
                columns=columns,
                kind=document.kind.value,
                access=document.access,
                published=document.published,
                language=document.language,
            )
            for span in _filled(units[low:high], document.text)
        ]
    return found


def _groups(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Stretches under one heading on one page, of one table or of turns, with heading path and column headings."""
    path: list[tuple[int, str]] = []
    columns: dict[int, str] = {}
    pending: Span | None = None
    context = ("", "")
    key: object = None
    bare = False  # only headings so far: they belong to what follows
    for block in document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(document.text)),):
        if block.quoted:
            continue
        text = document.text[block.start : block.end].strip()
        if block.kind is BlockKind.HEADING:
            level = block.level or 1
            path = [entry for entry in path if entry[0] < level] + [(level, text)]
        if block.table is not None and block.header:
            columns[block.table] = f"{columns.get(block.table, '')} {text}".strip()[:_HEADER_LIMIT]
        heading = block.locator.section or " > ".join(entry[1] for entry in path)
        block_key = (heading, block.table, block.kind is BlockKind.TURN, block.locator.page)
        if pending is not None and (block_key == key or (bare and block.table is None)):
            pending, key = Span(pending.start, block.end), block_key
            context = (heading, context[1])
            bare = bare and block.kind is BlockKind.HEADING
            continue
        if pending is not None:
            yield pending, *context
        pending, key = Span(block.start, block.end), block_key
        bare = block.kind is BlockKind.HEADING
        context = (heading, columns.get(block.table, "") if block.table is not None else "")
    if pending is not None:
        yield pending, *context


def _filled(units: list[Span], text: str) -> Iterator[Span]:
    """Runs of units of about the target length; a row of a table is not parted while it fits."""
    begin: int | None = None
    end = 0
    for unit in units:
        same_row = begin is not None and "\n" not in text[end : unit.start] and "\t" in text[end : unit.start]
        limit = 2 * TARGET if same_row else TARGET
        if begin is not None and unit.end - begin > limit:
            yield Span(begin, end)
            begin = None
        if begin is None:
            begin = unit.start
        end = unit.end
    if begin is not None:
        yield Span(begin, end)
