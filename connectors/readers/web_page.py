"""News, press releases and notices as saved web pages (.html)."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from connectors.dates import date_in_name
from connectors.encoding import declared_charset, decode
from connectors.interface import Document, DocumentKind, Filer, RawSource, Reader, ReadError, ReasonCode
from connectors.limits import MAX_MARKUP_BYTES, MAX_MARKUP_DEPTH
from connectors.readers.canonical import Canonical
from connectors.readers.filing_cover import has_cover, is_form_page, read_cover
from connectors.readers.page_meta import page_meta, visible_date
from connectors.readers.page_noise import drop_boilerplate, drop_hidden, words_in
from connectors.readers.page_text import PageWriter

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".cgi")
_MAIN_SHARE = 0.25
"""Share of the page's words a <main> or <article> must hold to be taken as the whole content."""


class WebPageReader(Reader):
    """One Document with the page's content; `filer.name` is the publisher the page names. Access is public.

    An American filing without tags is recognised by its cover; inline XBRL and pages of Japanese filings are left
    to the filings' readers.
    """

    name = "web_page"

    def claims(self, source: RawSource) -> bool:
        if source.suffix in _SUFFIXES:
            return not is_inline_xbrl(source.data) and not is_form_page(source.data)
        return source.suffix == "" and b"<html" in source.data[:2000].lower()

    def read(self, source: RawSource) -> Sequence[Document]:
        if len(source.data) > MAX_MARKUP_BYTES:
            raise ReadError(ReasonCode.TOO_LARGE, f"{len(source.data)} bytes of HTML")
        decoded = decode(source.data, declared_charset(source.data))
        if "<" not in decoded.text[:10_000]:
            raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, "no markup")
        soup = parse(decoded.text)
        meta = page_meta(soup)
        drop_hidden(soup)
        root = content_root(soup)
        canonical = Canonical()
        PageWriter(canonical).write(root)
        fields: dict[str, Any] = {
            "published": meta.published or visible_date(root) or date_in_name(source.path),
            "filer": Filer(meta.publisher) if meta.publisher else None,
            "url": meta.url,
            "access": "public",
            "warnings": (str(ReasonCode.TRUNCATED),) if decoded.truncated else (),
        }
        kind, title = DocumentKind.WEB_PAGE, meta.title
        if has_cover(canonical.text):
            cover = read_cover(canonical.text)
            kind, title = cover.kind, cover.title
            fields |= {
                "filer": cover.filer,
                "form": cover.form,
                "period": cover.period,
                "amends": cover.amends,
            }
            fields["published"] = cover.published
        return [canonical.document(source, kind, title, **fields)]


def is_inline_xbrl(data: bytes) -> bool:
    """True when the page declares one of the inline XBRL namespaces in its first 20,000 bytes."""
    return b"/inlineXBRL" in data[:20_000]


def parse(text: str) -> BeautifulSoup:
    """The tree lxml makes of a page, never following anything outside it."""
    from bs4 import BeautifulSoup
    from bs4.builder import ParserRejectedMarkup

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            soup = BeautifulSoup(text, "lxml")
    except (ParserRejectedMarkup, RecursionError, ValueError, AssertionError) as error:
        raise ReadError(ReasonCode.CORRUPT, f"HTML: {type(error).__name__}") from None
    if _is_deep(soup):
        raise ReadError(ReasonCode.TOO_LARGE, f"elements nested deeper than {MAX_MARKUP_DEPTH}")
    return soup


def _is_deep(soup: BeautifulSoup) -> bool:
    from bs4 import Tag

    level: list[Tag] = [soup]
    for _ in range(MAX_MARKUP_DEPTH):
        level = [child for tag in level for child in tag.contents if isinstance(child, Tag)]
        if not level:
            return False
    return True


def content_root(soup: BeautifulSoup) -> Tag:
    """The element with the page's content, boilerplate removed."""
    body = soup.body or soup
    whole = max(1, words_in(body))
    mains = soup.find_all("main") or soup.find_all(None, {"role": "main"})
    articles = [tag for tag in soup.find_all("article") if tag.find_parent("article") is None]
    for candidates in (mains, articles):
        if len(candidates) == 1 and words_in(candidates[0]) >= _MAIN_SHARE * whole:
            body = candidates[0]
            break
    drop_boilerplate(body)
    return body
