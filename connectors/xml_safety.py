"""XML without its dangers: parsers that fetch nothing and refuse entity declarations. The one home of that rule."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from connectors.interface import ReadError, ReasonCode
from connectors.limits import MAX_MARKUP_BYTES

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")

_CUT_OFF = frozenset(
    {
        expat.errors.codes[message]
        for message in (
            expat.errors.XML_ERROR_NO_ELEMENTS,
            expat.errors.XML_ERROR_UNCLOSED_TOKEN,
            expat.errors.XML_ERROR_PARTIAL_CHAR,
            expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        )
    }
)
"""Errors expat reports at the very end of a file that stops too early."""


def guarded_parser() -> expat.XMLParserType:
    """A parser with namespaces as "uri name", character data in large pieces, and no entity declarations.

    Names HTML knows (&nbsp;) are accepted where a DOCTYPE is given but not loaded.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.EntityDeclHandler = _refuse_entities
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def known_entity(name: str, is_parameter: bool) -> None:
        if not is_parameter and parser.CharacterDataHandler is not None:
            parser.CharacterDataHandler(html5.get(name + ";", ""))

    parser.SkippedEntityHandler = known_entity
    return parser


def parse(parser: expat.XMLParserType, data: bytes, name: str = "") -> None:
    """Run the parser over all of `data`. Raises ReadError: EMPTY, UNSAFE_XML, TRUNCATED, CORRUPT."""
    if not data.strip():
        raise ReadError(ReasonCode.EMPTY, name)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        at = f"{name}: {error}" if name else str(error)
        if "amplification" in str(error):
            raise ReadError(ReasonCode.UNSAFE_XML, at) from error
        raise ReadError(ReasonCode.TRUNCATED if error.code in _CUT_OFF else ReasonCode.CORRUPT, at) from error
    except (ValueError, LookupError) as error:  # an encoding expat does not know
        raise ReadError(ReasonCode.CORRUPT, f"{name}: {error}") from error
    finally:
        parser.SkippedEntityHandler = None  # it refers to the parser: without it the parser is freed at once


def parse_xml(text: str) -> _Element:
    """The root element as a tree of lxml, after `parse` has passed the text. Raises its ReadErrors, and TOO_LARGE."""
    from lxml import etree

    if len(text) > MAX_MARKUP_BYTES:
        raise ReadError(ReasonCode.TOO_LARGE, f"{len(text)} characters of XML")
    data = _DECLARATION.sub("", text).lstrip().encode("utf-8", "replace")
    parse(guarded_parser(), data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(ReasonCode.CORRUPT, f"XML: {str(error)[:120]}") from None


def _refuse_entities(name: str, *_rest: object) -> NoReturn:
    raise ReadError(ReasonCode.UNSAFE_XML, f"declares the entity {name!r}")
