"""Zips that no other reader knows: filings or pages in one archive, or a broken or foreign one refused by reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from connectors.archive import Archive, member_names
from connectors.edinet.csv_form import is_csv_form, read_csv_form
from connectors.edinet.instance import read_instance
from connectors.edinet.package import is_public_inline
from connectors.edinet.plain_pages import PAGES, read_pages, zipped_pages
from connectors.interface import Document, RawSource, Reader, ReadError, ReasonCode
from connectors.readers.filing_cover import is_form_page
from connectors.readers.web_page import WebPageReader

_DEEPEST = 1  # archives inside the archive, not inside those
_READ_BY_OTHERS = ("XBRL_TO_CSV/", "-ixbrl.htm")
_AUDIT = "AuditDoc/"


class BundleReader(Reader):
    """Every instance, every CSV form and every folder of a filing's pages in a zip is a Document ("bundle.zip!member").

    Pages of no filing are web pages, each for itself. A zip that holds one filing's pages alone is that filing.
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
        archive = Archive(source.data)
        folders = _page_folders(archive)
        if len(folders) == 1 and len(archive.names) == len(folders[0][1]):
            return list(_pages(source, archive, folders, "", whole=True))
        documents = list(_filings(source, archive, "", 0))
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
    yield from _pages(source, archive, _page_folders(archive), outer)


def _page_folders(archive: Archive) -> list[tuple[str, list[str]]]:
    """Folders of an archive that hold web pages, with the pages' names."""
    pages = sorted(name for name in archive.names if name.lower().endswith(PAGES) and _AUDIT not in name)
    pages.sort(key=lambda name: name.rpartition("/")[0])
    return [(folder, list(names)) for folder, names in groupby(pages, lambda name: name.rpartition("/")[0])]


def _pages(
    source: RawSource,
    archive: Archive,
    folders: Sequence[tuple[str, list[str]]],
    outer: str,
    *,
    whole: bool = False,
) -> Iterator[Document]:
    for folder, names in folders:
        if any(is_form_page(archive.read(name)) for name in names):
            member = "" if whole else outer + (folder or names[0])
            yield read_pages(source, zipped_pages(archive, names), member)
        else:
            for name in names:
                page = RawSource(f"{source.path}!{outer}{name}", archive.read(name))
                yield from WebPageReader().read(page)
