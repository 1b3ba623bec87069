"""The API's CSV form (type=5): one row per fact, UTF-16, tab-separated, nine columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from connectors.archive import Archive, member_names
from connectors.edinet.cover import Cover, cover_of
from connectors.edinet.csv_periods import PeriodTable
from connectors.edinet.document import filing
from connectors.edinet.names import submission_name
from connectors.encoding import decode
from connectors.interface import (
    Block,
    BlockKind,
    Document,
    Fact,
    FactContext,
    FactPeriod,
    Locator,
    RawSource,
    Reader,
    ReadError,
    ReasonCode,
    Span,
)
from connectors.limits import MAX_TABLE_ROWS
from connectors.readers.ixbrl_lines import collapse
from connectors.readers.xbrl_numbers import instance_number

COLUMNS = (
    "要素ID",
    "項目名",
    "コンテキストID",
    "相対年度",
    "連結・個別",
    "期間・時点",
    "ユニットID",
    "単位",
    "値",
)
"""Header row of the form (EDINET API specification version 2, appendix on CSV)."""
_ELEMENT, _LABEL, _CONTEXT, _YEAR, _SCOPE, _KIND, _UNIT, _UNIT_NAME, _VALUE = range(9)
_ABSENT = "－"
_FOLDER = "XBRL_TO_CSV/"
_LONGEST_FIELD = 20_000_000


class CsvFormReader(Reader):
    """A single `.csv` or `.tsv` of the form, or its zip (`XBRL_TO_CSV/…`, the audit reports left out)."""

    name = "edinet-csv"

    def claims(self, source: RawSource) -> bool:
        if source.suffix in (".csv", ".tsv"):
            return is_csv_form(source.data)
        return any(
            _FOLDER in name and name.lower().endswith((".csv", ".tsv")) for name in member_names(source.data)
        )

    def read(self, source: RawSource) -> Sequence[Document]:
        if not source.data.startswith(b"PK"):
            return [read_csv_form(source, source.data)]
        archive = Archive(source.data)
        members = sorted(
            name
            for name in archive.names
            if _FOLDER in name and name.lower().endswith((".csv", ".tsv")) and "/jpaud" not in name
        )
        if not members:
            raise ReadError(ReasonCode.UNSUPPORTED, "only audit reports inside")
        return [
            read_csv_form(source, archive.read(name), name if len(members) > 1 else "", name)
            for name in members
        ]


def is_csv_form(data: bytes) -> bool:
    """True when the first cell of the header row is 要素ID, in any of the encodings the form is kept in."""
    head = data[:64]
    return any(
        COLUMNS[0].encode(encoding) in head for encoding in ("utf-16-le", "utf-16-be", "utf-8", "cp932")
    )


def read_csv_form(source: RawSource, data: bytes, member: str = "", path: str = "") -> Document:
    """The Document: every row a line with its cells, every fact's span its value cell.

    Periods come from the DEI rows. Text blocks are one cell each, as the form glues them.
    """
    decoded = decode(data)
    records = _records(decoded.text, member or source.path)
    cover = _cover(records, path or source.path)
    periods = PeriodTable(cover)
    parts: list[str] = []
    blocks: list[Block] = []
    facts: list[Fact] = []
    at = 0
    for row, record in enumerate(records, start=1):
        cells = [collapse(cell) for cell in record]
        start = at
        spans = []
        for cell in cells:
            spans.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        parts.append("\t".join(cells))
        locator = Locator(element=cells[_ELEMENT] if row > 1 else None, row=row)
        blocks.append(
            Block(BlockKind.TABLE_ROW, start, at - 1, locator, cells=tuple(spans), table=0, header=row == 1)
        )
        if row > 1:
            facts.append(_fact(cells, spans, periods))
    text = "\n".join(parts) + "\n"
    prose = "".join(cells[_VALUE] for cells in records[1:])
    return filing(source, text, blocks, facts, cover, member=member, prose=prose)


def _records(text: str, name: str) -> list[list[str]]:
    limit = csv.field_size_limit(_LONGEST_FIELD)
    delimiter = "\t" if "\t" in text[:200] else ","
    try:
        records = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    except csv.Error as error:
        raise ReadError(ReasonCode.CORRUPT, f"{name}: {error}") from None
    finally:
        csv.field_size_limit(limit)
    if len(records) > MAX_TABLE_ROWS:
        raise ReadError(ReasonCode.TOO_LARGE, f"{name}: {len(records)} rows")
    if not records or tuple(records[0]) != COLUMNS:
        raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, f"{name}: not the columns of the CSV form")
    short = next((number for number, row in enumerate(records, start=1) if len(row) != len(COLUMNS)), None)
    if short is not None:
        last = short == len(records)
        raise ReadError(ReasonCode.TRUNCATED if last else ReasonCode.CORRUPT, f"{name}: row {short}")
    return records


def _cover(records: list[list[str]], path: str) -> Cover:
    nowhere = FactContext("", FactPeriod(None, None))
    name = submission_name(path)
    if name is None:
        extension = next((row[_ELEMENT] for row in records if "-asr_" in row[_ELEMENT]), None)
        name = submission_name(extension) if extension else None
    return cover_of((Fact(row[_ELEMENT], nowhere, collapse(row[_VALUE])) for row in records[1:]), name)


def _fact(cells: list[str], spans: list[Span], periods: PeriodTable) -> Fact:
    element, value = cells[_ELEMENT], cells[_VALUE]
    unit = cells[_UNIT] if cells[_UNIT] not in ("", _ABSENT) else None
    context = periods.context(cells[_CONTEXT], cells[_SCOPE])
    label = cells[_LABEL] or None
    span = spans[_VALUE] if value else None
    if element.endswith("TextBlock"):
        return Fact(element, context, "", label=label, span=span, text_block=True)
    if value == _ABSENT:
        return Fact(element, context, None, unit, label=label, span=span)
    if unit is None:
        return Fact(element, context, value, label=label, span=span)
    return Fact(element, context, instance_number(value), unit, label=label, span=span)
