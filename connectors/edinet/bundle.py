"""Zips that no other reader knows: several filings in one archive, or a broken or foreign one refused by reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from connectors.archive import Archive, member_names
from connectors.edinet.csv_form import is_csv_form, read_csv_form
from connectors.edinet.instance import read_instance
from connectors.edinet.package import is_public_inline
from connectors.interface import Document, RawSource, Reader, ReadError, ReasonCode

_DEEPEST = 1  # archives inside the archive, not inside those
_READ_BY_OTHERS = ("XBRL_TO_CSV/", "-ixbrl.htm")
_AUDIT = "AuditDoc/"


class BundleReader(Reader):
    """Every instance and every CSV form in a zip is a Document of its own ("bundle.zip!member").

    Claims all zips that are not packages, so that a broken one ends in its reason: TRUNCATED, CORRUPT,
    UNSAFE_ARCHIVE, TOO_LARGE, or UNSUPPORTED when there is no filing inside.
    """

    name = "filing-bundle"

    def claims(self, source: RawSource) -> bool:
        if source.suffix != ".zip":
            return False
        names = member_names(source.data)
        return not any(
            is_public_inline(name) or any(mark in name for mark in _READ_BY_OTHERS) for name in names
        )

    def read(self, source: RawSource) -> Sequence[Document]:
        documents = list(_filings(source, Archive(source.data), "", 0))
        if not documents:
            raise ReadError(ReasonCode.UNSUPPORTED, "no filing inside the archive")
        return documents


def _filings(source: RawSource, archive: Archive, outer: str, depth: int) -> Iterator[Document]:
    for name in sorted(name for name in archive.names if _AUDIT not in name):
        member = outer + name
        suffix = "." + name.rpartition(".")[2].lower()
        if suffix == ".zip" and depth < _DEEPEST:
            yield from _filings(source, Archive(archive.read(name)), member + "!", depth + 1)
        elif suffix == ".xbrl":
            yield read_instance(source, archive.read(name), member)
        elif suffix in (".csv", ".tsv") and is_csv_form(data := archive.read(name)):
            yield read_csv_form(source, data, member, member)
