"""plan.docx: the plan as a document to circulate, sources at the end."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from agent.export.layout import Cell, Layout, Table
from agent.export.packages import settled
from agent.export.safe_text import for_xml
from agent.messages import text


def word_file(layout: Layout, day: dt.date) -> bytes:
    """The document; the same layout gives the same bytes."""
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document = Document()
    document.core_properties.author = "banso"
    document.core_properties.title = for_xml(layout.title)[:250]
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    document.add_heading(for_xml(layout.title), 0)
    document.add_paragraph(for_xml(layout.subtitle))
    for sheet in layout.sheets:
        document.add_heading(for_xml(sheet.title), 1)
        for section in sheet.sections:
            document.add_heading(for_xml(section.title), 2)
            for table in section.tables:
                _table(document, table)
    document.add_heading(for_xml(layout.sources_title), 1)
    document.add_paragraph(text("export.sources_note", layout.language))
    for source in layout.sources:
        about = " / ".join(part for part in (source.document, source.published, source.where) if part)
        quote = text("export.quoted", layout.language, quote=source.quote)
        line = f"[{source.number}] {about}: {quote} ({source.check})"
        document.add_paragraph(for_xml(line))
    buffer = io.BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue(), day)


def _table(document: Any, table: Table) -> None:
    if not table.rows:
        return
    if table.title and table.heads:
        document.add_paragraph().add_run(for_xml(table.title)).bold = True
    width = max(len(row) for row in table.rows)
    grid = document.add_table(rows=0, cols=max(width, len(table.heads)))
    grid.style = "Table Grid"
    if table.heads:
        _fill(grid.add_row().cells, [Cell(head, label=True) for head in table.heads])
    for row in table.rows:
        _fill(grid.add_row().cells, row)
    document.add_paragraph()


def _fill(targets: Any, cells: Any) -> None:
    for target, cell in zip(targets, cells, strict=False):
        numbers = "".join(f"[{number}]" for number in cell.numbers)
        exact = f" ({cell.exact})" if cell.exact and cell.rounded else ""
        run = target.paragraphs[0].add_run(for_xml(f"{cell.text}{exact} {numbers}".strip()))
        run.bold, run.italic = cell.label, cell.unknown
