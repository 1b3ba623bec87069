"""plan.xlsx: the two sheets teams use, and the sources with every quote."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from agent.export.layout import Cell, Layout, Section, Sheet, Table
from agent.export.packages import settled
from agent.export.safe_text import for_cell, for_xml, looks_like_formula
from agent.messages import text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_AUTHOR = "banso"
_COMMENT_LIMIT = 1_500
"""Characters of quotes in one comment: what a comment box shows without scrolling for long."""
_LINE = 15.0
_HIGHEST = 300.0
_SOURCE_WIDTHS = (6, 34, 16, 12, 40, 70, 12, 34)
_FILLS = {"title": "1F3864", "section": "2F5597", "head": "D9E2F3", "label": "F2F2F2", "unknown": "FFF2CC"}


def spreadsheet(layout: Layout, day: dt.date) -> bytes:
    """The workbook. Every cell is text; nothing in it is a formula; the same layout gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    book.properties.creator = _AUTHOR
    book.properties.title = for_xml(layout.title)
    for sheet in layout.sheets:
        _Writer(book.create_sheet(for_xml(sheet.title)), layout).sheet(sheet)
    _Writer(book.create_sheet(for_xml(layout.sources_title)), layout).sources()
    buffer = io.BytesIO()
    book.save(buffer)
    return settled(buffer.getvalue(), day)


class _Writer:
    """Fills one worksheet from top to bottom."""

    def __init__(self, target: Worksheet, layout: Layout) -> None:
        self.target = target
        self.layout = layout
        self.row = 1
        self.columns = 2
        self._styles: dict[str, Any] = {}

    def sheet(self, sheet: Sheet) -> None:
        used = [len(row) for section in sheet.sections for table in section.tables for row in table.rows]
        self.columns = max([2, *used])
        self._widths(sheet.widths)
        self._opening()
        for section in sheet.sections:
            self._section(section)
        self._print_setup()

    def sources(self) -> None:
        self.columns = len(_SOURCE_WIDTHS)
        self._widths(_SOURCE_WIDTHS)
        self._line([Cell(head) for head in self.layout.source_heads], "head")
        self.target.freeze_panes = "A2"
        self.target.print_title_rows = "1:1"
        for source in self.layout.sources:
            words = (
                f"[{source.number}]", source.document, source.kind, source.published, source.where, source.quote,
                source.check, source.path,
            )  # fmt: skip
            self._line([Cell(word) for word in words], "plain")
        self.row += 1
        self._line([Cell(text("export.sources_note", self.layout.language))], "plain", merged=True)
        self._print_setup()

    def _opening(self) -> None:
        self._line([Cell(self.layout.title)], "title", merged=True)
        self._line([Cell(self.layout.subtitle)], "plain", merged=True)
        self.target.freeze_panes = "A3"
        self.target.print_title_rows = "1:1"

    def _section(self, section: Section) -> None:
        self.row += 1
        self._line([Cell(section.title)], "section", merged=True)
        for number, table in enumerate(section.tables):
            if number and (table.heads or section.tables[number - 1].heads):
                self.row += 1
            self._table(table)

    def _table(self, table: Table) -> None:
        if table.title and table.heads:
            self._line([Cell(table.title, label=True)], "label", merged=True)
        if table.heads:
            self._line([Cell(head) for head in table.heads], "head")
        for row in table.rows:
            last = len(row) if table.heads else self.columns
            self._line(row, "plain", stretch_to=last)

    def _line(self, cells: Sequence[Cell], style: str, *, merged: bool = False, stretch_to: int = 0) -> None:
        last = self.columns if merged else stretch_to
        for column, cell in enumerate(cells, 1):
            self._put(self.target.cell(self.row, column), cell, style)
        if last > len(cells):
            self.target.merge_cells(
                start_row=self.row, start_column=len(cells), end_row=self.row, end_column=last
            )
        self._height(cells, last)
        self.row += 1

    def _put(self, target: Any, cell: Cell, style: str) -> None:
        numbers = "".join(f"[{number}]" for number in cell.numbers)
        words = for_cell(f"{cell.text} {numbers}".strip() if numbers else cell.text)
        role = "unknown" if cell.unknown else "label" if cell.label else style
        if role not in self._styles:
            self._dress(target, role)
            self._styles[role] = copy(target._style)
        target._style = copy(self._styles[role])  # far faster than setting fonts and borders cell by cell
        if words:
            target.value = words
            target.data_type = "s"
            target.quotePrefix = looks_like_formula(words)
        note = self._note(cell)
        if note:
            target.comment = _comment(note)

    def _dress(self, target: Any, role: str) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        if role in _FILLS:
            target.fill = PatternFill("solid", fgColor=_FILLS[role])
        light = role in ("title", "section")
        target.font = Font(
            name="Yu Gothic" if self.layout.language == "ja" else "Calibri",
            size=14 if role == "title" else 11 if light else 10,
            bold=light or role in ("head", "label"),
            italic=role == "unknown",
            color="FFFFFF" if light else "7F6000" if role == "unknown" else "000000",
        )
        target.alignment = Alignment(wrap_text=True, vertical="top")
        thin = Side(style="thin", color="BFBFBF")
        if not light:
            target.border = Border(left=thin, right=thin, top=thin, bottom=thin)

    def _note(self, cell: Cell) -> str:
        parts = [text("export.exact", self.layout.language, exact=cell.exact)] if cell.exact else []
        for number in cell.numbers:
            source = self.layout.sources[number - 1]
            quote = text("export.quoted", self.layout.language, quote=source.quote)
            parts.append(f"[{number}] {source.document}\n{quote}")
        return for_xml("\n".join(parts))[:_COMMENT_LIMIT]

    def _widths(self, widths: Sequence[int]) -> None:
        from openpyxl.utils import get_column_letter

        for column in range(1, self.columns + 1):
            width = widths[column - 1] if column <= len(widths) else 16
            self.target.column_dimensions[get_column_letter(column)].width = width

    def _height(self, cells: Sequence[Cell], last: int) -> None:
        """Row height for the wrapped text, since a program's rows are not fitted by every spreadsheet program."""
        from openpyxl.utils import get_column_letter

        lines = 1
        for column, cell in enumerate(cells, 1):
            end = last if column == len(cells) and last > column else column
            width = sum(
                self.target.column_dimensions[get_column_letter(at)].width for at in range(column, end + 1)
            )
            shown = len(cell.text) + 4 * len(cell.numbers)
            wide = sum(1 for character in cell.text if ord(character) > 0x2E7F)
            lines = max(lines, -(-int(1.1 * (shown + wide)) // max(1, int(width))))
        self.target.row_dimensions[self.row].height = min(_HIGHEST, _LINE * lines + 3)

    def _print_setup(self) -> None:
        page: Any = self.target.page_setup
        page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", 9, 1, 0
        self.target.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
        self.target.sheet_view.zoomScale = 90


def _comment(note: str) -> Any:
    from openpyxl.comments import Comment

    comment = Comment(note, _AUTHOR)
    comment.width, comment.height = 420, min(400, 60 + 18 * (note.count("\n") + len(note) // 30))
    return comment
