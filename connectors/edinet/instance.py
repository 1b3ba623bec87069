"""Single files: an instance, or one inline page (a member `…_ixbrl.htm` of EDINET, a whole filing of EDGAR)."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.edgar.cover import edgar_cover
from connectors.edinet.cover import cover_of
from connectors.edinet.document import filing
from connectors.edinet.names import submission_name
from connectors.edinet.plain_pages import page_cover
from connectors.interface import Document, RawSource, Reader
from connectors.readers.ixbrl import InlineScanner
from connectors.readers.ixbrl_facts import facts_of, settle_scope
from connectors.readers.ixbrl_model import Scan
from connectors.readers.xbrl_instance import InstanceScanner

_HEAD = 20_000
_INSTANCE = b"http://www.xbrl.org/2003/instance"
_INLINE = b"/inlineXBRL"


class InstanceReader(Reader):
    """One Document of fact lines from a single instance."""

    name = "xbrl-instance"

    def claims(self, source: RawSource) -> bool:
        if source.suffix == ".xbrl":
            return True
        return source.suffix == ".xml" and _INSTANCE in source.data[:_HEAD] and b"xbrl" in source.data[:500]

    def read(self, source: RawSource) -> Sequence[Document]:
        return [read_instance(source, source.data)]


class InlineReader(Reader):
    """One Document from a single inline member or page; periods are known only when its header is inside."""

    name = "inline-xbrl"

    def claims(self, source: RawSource) -> bool:
        return source.suffix in (".htm", ".html", ".xhtml") and _INLINE in source.data[:_HEAD]

    def read(self, source: RawSource) -> Sequence[Document]:
        scanner = InlineScanner()
        scanner.feed(source.data, source.path)
        return [_document(source, scanner.finish(), source.path, "")]


def read_instance(source: RawSource, data: bytes, member: str = "") -> Document:
    """The Document of an instance, alone or as a member of the archive `source`."""
    path = member or source.path
    return _document(source, InstanceScanner().scan(data, path), path, member, data)


def _document(source: RawSource, scan: Scan, path: str, member: str, data: bytes = b"") -> Document:
    settle_scope(scan)
    facts = facts_of(scan)
    name = submission_name(path) or submission_name(data[:_HEAD].decode("utf-8", "replace"))
    prose = "".join(fact.value for fact in facts if isinstance(fact.value, str)) if data else None
    cover = edgar_cover(facts, path) or (cover_of(facts, name) if facts or name else page_cover(scan.text))
    return filing(source, scan.text, scan.blocks, facts, cover, member=member, prose=prose)
