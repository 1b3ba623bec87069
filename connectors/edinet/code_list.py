"""The EDINET code list (EdinetcodeDlInfo.csv, published by the FSA): one row per filer, and a row as a Document."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from connectors.archive import Archive
from connectors.dates import date_in
from connectors.interface import (
    Document,
    DocumentKind,
    Filer,
    Locator,
    RawSource,
    ReadError,
    ReasonCode,
    source_id_of,
)
from connectors.readers.canonical import Canonical, Place

FORM = "edinet_code_list"
"""`form` of the Document of one filer's row."""
CODE, LISTED, YEAR_END, NAME = "ＥＤＩＮＥＴコード", "上場区分", "決算日", "提出者名"
ADDRESS, INDUSTRY, SEC_CODE, CORPORATE_NUMBER = "所在地", "提出者業種", "証券コード", "提出者法人番号"
"""Columns as the list prints them."""
_MEMBER = "EdinetcodeDlInfo"
_NESTED = 3
"""Archives within archives that are opened (the site's zip holds the CSV itself)."""


class Line(NamedTuple):
    """One record with the 1-based number of its line in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeListFile:
    """The list as printed: its first line where it has one before the columns, the columns, the filers."""

    path: str
    sha256: str
    headline: Line | None
    columns: Line
    rows: Sequence[Line]

    @property
    def day(self) -> dt.date | None:
        """The day the list was drawn up on (ダウンロード実行日)."""
        cells = self.headline.cells if self.headline is not None else ()
        return next((day for cell in cells if (day := date_in(cell)) is not None), None)

    def cells(self, row: Line) -> dict[str, str]:
        """A row's cells by their column."""
        return {name: cell.strip() for name, cell in zip(self.columns.cells, row.cells, strict=False)}


def read_code_list_file(source: RawSource) -> CodeListFile:
    """The list from its CSV (cp932) or a zip that holds it. Raises ReadError for anything else."""
    lines = _lines(source)
    head = next((place for place, (_, cells) in enumerate(lines) if CODE in cells), None)
    if head is None:
        raise ReadError(
            ReasonCode.UNSUPPORTED,
            f"{source.path}: not an EDINET code list (no column {CODE}); download EdinetcodeDlInfo.csv",
        )
    return CodeListFile(
        source.path,
        hashlib.sha256(source.data).hexdigest(),
        lines[0] if head else None,
        lines[head],
        [line for line in lines[head + 1 :] if len(line.cells) >= len(lines[head].cells)],
    )


def row_document(file: CodeListFile, row: Line) -> Document:
    """One filer's row as a Document: the list's first line, the columns, the row; rows are located by their line."""
    cells = file.cells(row)
    canonical = Canonical()
    if file.headline is not None:
        canonical.place = Place(Locator(row=file.headline.number))
        canonical.paragraph(" ".join(filter(None, file.headline.cells)))
    table = canonical.new_table()
    for line in (file.columns, row):
        canonical.place = Place(Locator(row=line.number))
        canonical.row(line.cells, table, header=line is file.columns)
    member = RawSource(f"{file.path.rpartition('/')[2]}!{cells[CODE]}", canonical.text.encode())
    document = canonical.document(
        member,
        DocumentKind.OTHER_FILING,
        f"EDINETコードリスト {cells.get(NAME, '')}".strip(),
        language="ja",
        filer=Filer(
            cells.get(NAME, ""), cells[CODE], cells.get(SEC_CODE) or None, cells.get(CORPORATE_NUMBER) or None
        ),
        form=FORM,
        published=file.day,
        access="public",
    )
    return replace(document, source_id=source_id_of(member.data, member.path), sha256=file.sha256)


def _lines(source: RawSource) -> list[Line]:
    table = csv.reader(io.StringIO(_csv(source).decode("cp932", "replace")))
    try:
        return [Line(table.line_num, tuple(cells)) for cells in table]
    except csv.Error as error:
        raise ReadError(ReasonCode.CORRUPT, f"{source.path}: {error}") from None


def _csv(source: RawSource) -> bytes:
    data = source.data
    for _ in range(_NESTED):
        if not data.startswith(b"PK"):
            break
        archive = Archive(data)
        member = next((name for name in archive.names if _MEMBER in name), None)
        if member is None:
            raise ReadError(ReasonCode.UNSUPPORTED, f"{source.path}: holds no {_MEMBER}.csv")
        data = archive.read(member)
    return data
