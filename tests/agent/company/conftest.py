"""A page written line by line, with the blocks and facts a reader would give it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from agent.models.account import Account
from connectors.interface import (
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Fact,
    FactContext,
    FactPeriod,
    Span,
    source_id_of,
)


class Page:
    """Lines in order; `cell` and `fact` take the spans that `row` and `line` return."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.facts: list[Fact] = []
        self.length = 0

    def line(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, **more: Any) -> Span:
        start = self.length
        self.parts.append(text + "\n")
        self.length += len(text) + 1
        self.blocks.append(Block(kind, start, start + len(text), **more))
        return Span(start, start + len(text))

    def heading(self, text: str, level: int = 3) -> Span:
        return self.line(text, BlockKind.HEADING, level=level)

    def row(self, *cells: str, header: bool = False, table: int = 0) -> list[Span]:
        start = self.length
        spans = []
        for cell in cells:
            spans.append(Span(start, start + len(cell)))
            start += len(cell) + 1
        self.line("\t".join(cells), BlockKind.TABLE_ROW, cells=tuple(spans), header=header, table=table)
        return spans

    def fact(
        self,
        element: str,
        value: Decimal | str | int | None,
        span: Span | None,
        *,
        start: str | None = None,
        end: str = "2024-03-31",
        consolidated: bool | None = None,
        members: tuple[tuple[str, str], ...] = (),
        relative: str | None = "CurrentYearDuration",
        **more: Any,
    ) -> None:
        period = FactPeriod(dt.date.fromisoformat(start) if start else None, dt.date.fromisoformat(end))
        context = FactContext("c", period, consolidated, members, relative)
        number = Decimal(value) if isinstance(value, int) else value
        self.facts.append(Fact(element, context, number, span=span, **more))

    def document(self, kind: DocumentKind = DocumentKind.ANNUAL_REPORT, **more: Any) -> Document:
        text = "".join(self.parts)
        path = more.pop("path", "report.zip")
        more.setdefault("title", path)
        digest = hashlib.sha256((path + text).encode()).hexdigest()
        return Document(
            source_id=source_id_of(text.encode(), path),
            path=path,
            kind=kind,
            text=text,
            blocks=tuple(self.blocks),
            sha256=digest,
            language=more.pop("language", "ja"),
            facts=tuple(self.facts),
            **more,
        )


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def new_page() -> Callable[[], Page]:
    return Page


@pytest.fixture
def account() -> Account:
    return Account(
        id="A-1",
        name="株式会社ミドリ電算",
        as_of=dt.date(2026, 11, 1),
        csm="川瀬 真",
        product="テスト製品",
        language="ja",
    )
