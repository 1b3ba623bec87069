"""Markup as well-formed XHTML, for parsers that forgive nothing."""

from __future__ import annotations

import re

from connectors.interface import ReadError
from connectors.readers.xml_guard import guarded_parser, parse

_FRAME = '<!DOCTYPE html PUBLIC "" ""><html xmlns="http://www.w3.org/1999/xhtml">{}</html>'
_PROLOGUE = re.compile(r"<(?:\?xml|!DOCTYPE)[^>]*>|</?html\b[^>]*>", re.IGNORECASE)


def well_formed(text: str) -> bytes:
    """UTF-8 bytes of the page or fragment as XHTML; loose HTML is mended by lxml's parser. Never raises.

    Entity declarations are dropped with the prologue, names HTML knows (&nbsp;) stay readable.
    """
    body = _PROLOGUE.sub("", text.lstrip("\ufeff"))
    framed = _FRAME.format(body).encode("utf-8", "replace")
    try:
        parse(guarded_parser(), framed)
    except ReadError:
        from lxml import etree, html

        try:
            root = html.fragment_fromstring(body, create_parent="div")
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return _FRAME.format("").encode()
        return _FRAME.format(etree.tostring(root, encoding="unicode", method="xml")).encode()
    return framed
