"""CSV and TSV: hearing sheets, hand-over forms, CRM logs, usage reports."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from connectors.encoding import decode
from connectors.interface import Document, DocumentKind, RawSource, Reader, ReadError, ReasonCode
from connectors.limits import MAX_TABLE_COLUMNS, MAX_TABLE_ROWS
from connectors.readers.canonical import Canonical
from connectors.readers.table_rows import write_records

_DELIMITERS = (",", "\t", ";", "|")
_EDINET_FIRST_CELL = "要素ID"
_LONGEST_FIELD = 1_000_000


class RecordsReader(Reader):
    """One Document of TABLE_ROW blocks with row locators. The EDINET type=5 CSV is left to its own reader."""

    name = "records"
    suffixes = (".csv", ".tsv")

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes and not _is_edinet(source.data)

    def read(self, source: RawSource) -> Sequence[Document]:
        decoded = decode(source.data)
        canonical = Canonical()
        records = _parse(decoded.text, "\t" if source.suffix == ".tsv" else None)
        write_records(canonical, records)
        warnings = (str(ReasonCode.TRUNCATED),) if decoded.truncated else ()
        return [canonical.document(source, DocumentKind.TABLE, warnings=warnings)]


def _is_edinet(data: bytes) -> bool:
    head = data[:64]
    return any(
        _EDINET_FIRST_CELL.encode(name) in head for name in ("utf-16-le", "utf-16-be", "utf-8", "cp932")
    )


def _parse(text: str, delimiter: str | None) -> list[list[str]]:
    chosen = delimiter or _sniff(text[:20_000])
    records: list[list[str]] = []
    limit = csv.field_size_limit(_LONGEST_FIELD)
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=chosen):
            if len(records) >= MAX_TABLE_ROWS or len(record) > MAX_TABLE_COLUMNS:
                raise ReadError(ReasonCode.TOO_LARGE, f"row {len(records) + 1}, {len(record)} columns")
            records.append(record)
    except csv.Error as error:
        raise ReadError(ReasonCode.CORRUPT, f"row {len(records) + 1}: {error}") from None
    finally:
        csv.field_size_limit(limit)
    return records


def _sniff(sample: str) -> str:
    """The delimiter that cuts most of the first records into the same number (> 1) of fields."""

    def agreement(delimiter: str) -> tuple[int, int]:
        try:
            widths = [
                len(record) for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
            ][:50]
        except csv.Error:
            return (0, 0)
        usual = max(set(widths), key=widths.count) if widths else 1
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=agreement)
