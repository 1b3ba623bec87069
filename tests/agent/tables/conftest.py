"""Synthetic filings made of table rows, with the day their fiscal year ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

COVER = "【事業年度】 第52期(自 2023年4月1日 至 2024年3月31日)"
Line = str | Sequence[Sequence[str]]


@pytest.fixture
def filing() -> Callable[..., Document]:
    """Makes a report: a string is a paragraph or, with "#" before it, a heading; lists of cells are a table."""

    def make(*lines: Line, source_id: str = "s1") -> Document:
        text = ""
        blocks: list[Block] = []
        tables = 0
        for line in (COVER, *lines):
            if isinstance(line, str):
                kind = BlockKind.HEADING if line.startswith("#") else BlockKind.PARAGRAPH
                words = line.lstrip("#")
                blocks.append(Block(kind, len(text), len(text) + len(words), level=1))
                text += words + "\n"
                continue
            for row in line:
                start, cells = len(text), []
                for words in row:
                    cells.append(Span(len(text), len(text) + len(words)))
                    text += words + "\t"
                text = text[:-1]
                blocks.append(Block(BlockKind.TABLE_ROW, start, len(text), cells=tuple(cells), table=tables))
                text += "\n"
            tables += 1
        return Document(
            source_id,
            "report.html",
            "有価証券報告書",
            DocumentKind.ANNUAL_REPORT,
            text,
            tuple(blocks),
            "0" * 64,
            "ja",
        )

    return make
