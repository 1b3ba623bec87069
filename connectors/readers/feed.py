"""RSS 2.0, RSS 1.0 (RDF) and Atom feeds (.xml, .rss, .atom)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from connectors.dates import date_of_header
from connectors.encoding import declared_charset, decode
from connectors.interface import Document, DocumentKind, Filer, Locator, RawSource, Reader
from connectors.readers.canonical import Canonical, Place
from connectors.readers.page_noise import drop_hidden
from connectors.readers.page_text import PageWriter
from connectors.readers.web_page import parse
from connectors.xml_safety import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(rb"<(?:[A-Za-z]+:)?(?:rss|feed|RDF)[\s>]")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_BODIES = ("description", "summary", "content", "encoded")


class FeedReader(Reader):
    """One Document a feed: each entry a heading, its date line and its text, all with the entry's day."""

    name = "feed"

    def claims(self, source: RawSource) -> bool:
        if source.suffix in (".rss", ".atom"):
            return True
        head = source.data[:4096]
        return source.suffix == ".xml" and bool(
            _ROOT.search(head if b"\0" not in head else head.replace(b"\0", b""))
        )

    def read(self, source: RawSource) -> Sequence[Document]:
        decoded = decode(source.data, declared_charset(source.data))
        root = parse_xml(decoded.text)
        channel = next((node for node in root if _name(node) == "channel"), root)
        title, link = _text(channel, ("title",)), _link(channel)
        canonical = Canonical()
        canonical.heading(title, 1)
        canonical.paragraph(_plain(_text(channel, ("description", "subtitle"))))
        days = []
        for entry in _entries(root):
            printed = _text(entry, _DATES)
            day = date_of_header(printed) if printed else None
            days.append(day)
            canonical.place = Place(Locator(), day)
            canonical.heading(_plain(_text(entry, ("title",))), 2)
            canonical.paragraph(printed)
            body = max((_text(entry, (name,)) for name in _BODIES), key=len)
            if "<" in body or "&" in body:
                page = parse(body)
                drop_hidden(page)
                PageWriter(canonical).write(page)
            else:
                canonical.paragraph(body)
        return [
            canonical.document(
                source,
                DocumentKind.FEED_ENTRY,
                title,
                published=max((day for day in days if day), default=None),
                url=link,
                access="public",
                filer=Filer(title) if title else None,
            )
        ]


def _entries(root: _Element) -> Iterator[_Element]:
    for node in root.iter():
        if _name(node) in ("item", "entry"):
            yield node


def _name(node: _Element) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _text(parent: _Element, names: Sequence[str]) -> str:
    for name in names:
        for child in parent:
            if _name(child) == name:
                words = "".join(str(piece) for piece in child.itertext()).strip()
                if words:
                    return words
    return ""


def _plain(text: str) -> str:
    return str(parse(text).get_text(" ")) if "<" in text or "&" in text else text


def _link(channel: _Element) -> str | None:
    for child in channel:
        if _name(child) == "link":
            url = (child.text or "").strip() or str(child.get("href") or "")
            if url.startswith(("http://", "https://")):
                return url
    return None
