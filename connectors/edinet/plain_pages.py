"""Filings as HTML without tags, as their filer's site gives them: single pages, or all pages in one zip."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from connectors.archive import Archive
from connectors.edinet.cover import cover_of
from connectors.edinet.document import filing
from connectors.edinet.members import Member, scan_members
from connectors.edinet.names import submission_name
from connectors.encoding import declared_charset, decode
from connectors.interface import Document, DocumentKind, RawSource, Reader
from connectors.limits import MAX_MARKUP_BYTES
from connectors.readers.filing_cover import Cover as PrintedCover
from connectors.readers.filing_cover import is_form_page, read_cover
from connectors.readers.ixbrl_facts import facts_of, settle_scope
from connectors.readers.xhtml import visible

PAGES = (".html", ".htm", ".xhtml")
_INLINE = b"/inlineXBRL"
_HEAD = 20_000


class PlainFilingReader(Reader):
    """One Document from a page of a filing without tags; what it is comes from the cover, if it has one."""

    name = "filing-page"

    def claims(self, source: RawSource) -> bool:
        return source.suffix in PAGES and _INLINE not in source.data[:_HEAD] and is_form_page(source.data)

    def read(self, source: RawSource) -> Sequence[Document]:
        return [read_pages(source, [Member(source.path, lambda: source.data)])]


def zipped_pages(archive: Archive, names: Sequence[str]) -> list[Member]:
    """Members of one folder of a zip, in order of their names."""
    return [Member(name, partial(archive.read, name)) for name in sorted(names)]


def read_pages(source: RawSource, pages: Sequence[Member], member: str = "") -> Document:
    """The Document of all pages in order; pages that cannot be read are its warnings. Raises ReadError.

    Tags tell what it is where a page has any, else the printed cover.
    """
    marked_up = [Member(page.name, partial(_markup, page), page.instance) for page in pages]
    scan, warnings = scan_members(marked_up)
    settle_scope(scan)
    facts = facts_of(scan)
    name = submission_name(pages[0].name)
    cover = cover_of(facts, name) if facts or name else page_cover(scan.text)
    return filing(source, scan.text, scan.blocks, facts, cover, member=member, warnings=warnings)


def page_cover(text: str) -> PrintedCover:
    """The cover printed on a page without tags; OTHER_FILING and nothing else for a piece without its cover."""
    cover = read_cover(text)
    return cover if cover.form else PrintedCover(DocumentKind.OTHER_FILING)


def _markup(page: Member) -> bytes:
    """Inline pages as they are, others mended: filers' sites serve loose HTML in any encoding."""
    data = page.data()
    if len(data) > MAX_MARKUP_BYTES or (_INLINE in data[:_HEAD] and data.lstrip()[:5] == b"<?xml"):
        return data
    return visible(decode(data, declared_charset(data)).text)
