"""Markup as well-formed XHTML, for parsers that forgive nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from connectors.interface import ReadError
from connectors.xml_safety import guarded_parser, parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FRAME = '<!DOCTYPE html PUBLIC "" ""><html xmlns="http://www.w3.org/1999/xhtml">{}</html>'
_PROLOGUE = re.compile(r"<(?:\?xml|!DOCTYPE)[^>]*>|</?html\b[^>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_XML_NAME = re.compile(r"[^\w.-]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ufeff]")


def well_formed(text: str) -> bytes:
    """UTF-8 bytes of the page or fragment as XHTML; loose HTML is mended by lxml's parser. Never raises.

    Entity declarations are dropped with the prologue, names HTML knows (&nbsp;) stay readable, tags of other
    languages (<xbrli:context> without its namespace) leave their words.
    """
    body = _PROLOGUE.sub("", text.lstrip("\ufeff"))
    framed = _FRAME.format(body).encode("utf-8", "replace")
    try:
        parse(guarded_parser(), framed)
    except ReadError:
        return _mended(body, hide=False)
    return framed


def visible(text: str) -> bytes:
    """A whole page as `well_formed`, without elements whose own style hides them."""
    if _HIDDEN.search(text):
        return _mended(_PROLOGUE.sub("", text), hide=True)
    return well_formed(text)


def _mended(body: str, *, hide: bool) -> bytes:
    from lxml import etree, html

    try:
        root = html.fragment_fromstring(_NO_XML.sub("", body), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return _FRAME.format("").encode()
    for element in list(root.iterdescendants()):
        if isinstance(element.tag, str):
            _settle(element, hide=hide)
    return _FRAME.format(etree.tostring(root, encoding="unicode", method="xml")).encode()


def _settle(element: HtmlElement, *, hide: bool) -> None:
    if hide and _HIDDEN.search(element.get("style") or ""):
        element.drop_tree()
    elif ":" in element.tag:
        element.drop_tag()
    else:
        for name in [name for name in element.attrib if _NO_XML_NAME.search(name)]:
            del element.attrib[name]
