"""A single XBRL instance as text: one line per fact (element, context, unit, value), text blocks flattened below."""

from __future__ import annotations

import re

from connectors.interface import ReadError, ReasonCode
from connectors.readers.ixbrl import InlineScanner
from connectors.readers.ixbrl_model import RawFact, Scan
from connectors.readers.xhtml import well_formed
from connectors.xml_safety import guarded_parser, parse

_FACT_DEPTH = 2
_NOT_FACTS = ("http://www.xbrl.org/2003/instance", "http://www.xbrl.org/2003/linkbase")
_MARKUP = re.compile(r"<(?:p|div|table|h\d|span|br|ul|ol|font|center|b|strong)\b", re.IGNORECASE)


class InstanceScanner:
    """Facts of an instance in its order; `scan` puts each on a line of its own."""

    def __init__(self) -> None:
        self._inline = InlineScanner()
        self._prefixes: dict[str, str] = {}
        self._depth = 0
        self._text: list[str] = []
        self._found: list[tuple[RawFact, str]] = []
        self._current: RawFact | None = None

    def scan(self, data: bytes, name: str = "") -> Scan:
        """Raises ReadError: UNSAFE_XML, TRUNCATED, CORRUPT, NOT_WHAT_NAME_SAYS (no facts)."""
        parser = guarded_parser()
        collector = self._inline.collector
        self._inline.scan.declared[""] = collector.declared
        opening, closing = collector.opening.get, collector.closing.get
        text = self._text

        def declare(prefix: str | None, uri: str | None) -> None:
            self._prefixes[uri or ""] = prefix or ""

        def start(tag: str, attributes: dict[str, str]) -> None:
            self._depth += 1
            text.clear()
            handler = opening(tag)
            if handler is not None:
                handler(attributes)
            elif self._depth == _FACT_DEPTH and "contextRef" in attributes:
                self._current = RawFact(
                    self._qualified(tag), attributes, "unitRef" in attributes, collector.declared
                )

        def end(tag: str) -> None:
            handler = closing(tag)
            if handler is not None:
                handler("".join(text))
            elif self._depth == _FACT_DEPTH and self._current is not None:
                self._found.append((self._current, "".join(text)))
                self._current = None
            self._depth -= 1

        parser.StartNamespaceDeclHandler = declare
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text.append
        parse(parser, data, name)
        if not self._found:
            raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, f"{name}: no XBRL facts")
        self._write()
        return self._inline.finish()

    def _qualified(self, tag: str) -> str:
        uri, _, local = tag.rpartition(" ")
        prefix = self._prefixes.get(uri, "")
        return f"{prefix}:{local}" if prefix and uri not in _NOT_FACTS else local

    def _write(self) -> None:
        layout = self._inline.layout
        in_table = False
        for raw, text in self._found:
            is_block = raw.name.endswith("TextBlock") or bool(_MARKUP.search(text))
            if not in_table:
                layout.open_table()
                in_table = True
            self._inline.scan.facts.append(raw)
            self._write_row(raw, "" if is_block else text)
            if is_block:
                layout.close_table()
                in_table = False
                self._write_block(raw, text)
        if in_table:
            layout.close_table()

    def _write_row(self, raw: RawFact, text: str) -> None:
        layout = self._inline.layout
        attributes = raw.attributes
        if raw.numeric and text.strip().startswith("-"):
            raw.attributes = {**attributes, "sign": "-"}
        layout.open_row()
        for word in (raw.name, attributes["contextRef"], attributes.get("unitRef", "")):
            layout.open_cell({})
            layout.pieces.append(word)
        layout.open_cell({})
        if text:
            layout.open_fact(raw)
            layout.pieces.append(text)
            layout.close_fact(raw)
        layout.close_row()

    def _write_block(self, raw: RawFact, text: str) -> None:
        layout = self._inline.layout
        layout.lines.leave_sections()
        layout.open_fact(raw, block=True)
        self._inline.feed(well_formed(text))
        layout.close_fact(raw, block=True)
        layout.flush()
        layout.lines.leave_sections()
