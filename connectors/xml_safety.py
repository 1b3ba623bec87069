"""XML without its dangers: no entity declarations, no external anything, no bottomless nesting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from connectors.interface import ReadError, ReasonCode
from connectors.limits import MAX_MARKUP_BYTES

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(r"<!ENTITY\b")
_EXTERNAL_DTD = re.compile(r"<!DOCTYPE[^>\[]{0,500}\[")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


def parse_xml(text: str) -> _Element:
    """The root element. Raises UNSAFE_XML for entity declarations or an internal DTD, CORRUPT when not well-formed."""
    from lxml import etree

    if len(text) > MAX_MARKUP_BYTES:
        raise ReadError(ReasonCode.TOO_LARGE, f"{len(text)} characters of XML")
    if _ENTITY.search(text) or _EXTERNAL_DTD.search(text):
        raise ReadError(ReasonCode.UNSAFE_XML, "entity or DTD declarations")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
    )
    try:
        return etree.fromstring(_DECLARATION.sub("", text).lstrip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(ReasonCode.CORRUPT, f"XML: {str(error)[:120]}") from None
