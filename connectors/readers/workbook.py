"""Excel workbooks (.xlsx): hearing sheets, usage reports, CRM exports."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from collections.abc import Sequence
from typing import Any

from connectors.interface import Document, DocumentKind, RawSource, Reader, ReadError, ReasonCode
from connectors.limits import MAX_SHEETS, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS
from connectors.readers.canonical import Canonical
from connectors.readers.office import open_package
from connectors.readers.table_rows import write_records

_PERCENT = re.compile(r"0(?:\.(0+))?%")
_DECIMALS = re.compile(r"0\.(0+)")


class WorkbookReader(Reader):
    """One Document, one table a visible sheet, `sheet` and `row` in the locators.

    Formulas give the value stored when the file was last saved; numbers and dates look as the cell shows them.
    """

    name = "workbook"
    suffixes = (".xlsx", ".xlsm")

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        open_package(source, "xl/workbook.xml")
        from openpyxl import load_workbook

        canonical = Canonical()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)
            try:
                sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                if len(sheets) > MAX_SHEETS:
                    raise ReadError(ReasonCode.TOO_LARGE, f"{len(sheets)} sheets")
                for sheet in sheets:
                    write_records(canonical, _records(sheet), sheet.title)
            finally:
                book.close()
        return [canonical.document(source, DocumentKind.TABLE)]


def _records(sheet: Any) -> list[list[str]]:
    if not hasattr(sheet, "reset_dimensions"):  # a chart sheet
        return []
    sheet.reset_dimensions()
    records: list[list[str]] = []
    for row in sheet.iter_rows():
        number = next((cell.row for cell in row if hasattr(cell, "row")), len(records) + 1)
        if number > MAX_TABLE_ROWS or len(row) > MAX_TABLE_COLUMNS:
            filled = [cell for cell in row if cell.value is not None]
            if filled:
                raise ReadError(ReasonCode.TOO_LARGE, f"{sheet.title}: row {number}, {len(row)} columns")
            continue
        records += [[] for _ in range(number - 1 - len(records))]
        records.append([_shown(cell) for cell in row])
    return records


def _shown(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return _number(value, str(getattr(cell, "number_format", "") or ""))
    return str(value)


def _number(value: int | float, form: str) -> str:
    """As the number format shows it: percent, thousands separators and decimals; other parts are left out."""
    first = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", form.split(";")[0])
    percent = _PERCENT.search(first)
    if percent:
        return f"{value * 100:.{len(percent[1] or '')}f}%"
    decimals = _DECIMALS.search(first)
    if decimals:
        return f"{value:{',' if ',' in first else ''}.{len(decimals[1])}f}"
    if "#,##0" in first:
        return f"{value:,.0f}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.11g}"
    return str(value)
