"""Inline XBRL members as one canonical text with the raw facts in it: a single pass of expat over each member.

Expat is used bare because a tree is never needed: character data goes straight into a list, only boundaries
and tags call Python. Toyota-sized filings (8.4 MB of markup in 24 members) take about twice the bare parse.
"""

from __future__ import annotations

from collections.abc import Callable

from connectors.readers.ixbrl_layout import Layout
from connectors.readers.ixbrl_lines import BREAK, collapse
from connectors.readers.ixbrl_model import Contexts, RawFact, Scan
from connectors.readers.xbrl_contexts import ContextCollector
from connectors.readers.xml_guard import guarded_parser, parse

XHTML = "http://www.w3.org/1999/xhtml "
INLINE = ("http://www.xbrl.org/2008/inlineXBRL ", "http://www.xbrl.org/2013/inlineXBRL ")
_BLOCKS = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "center",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "footer",
    "caption",
    "hr",
    "body",
    "address",
    "fieldset",
    "form",
]
_TEXT_BLOCK = "TextBlock"
Attributes = dict[str, str]


class InlineScanner:
    """Feed it the members of one filing in document order, then take `finish()`."""

    def __init__(self) -> None:
        self.scan = Scan()
        self.layout = Layout(self.scan)
        self.collector = ContextCollector()
        self._open: list[tuple[RawFact, bool]] = []
        self._hidden = False
        self._unprinted: list[int] = []
        self._thead = False
        self._promised: dict[str, str] = {}  # continuation id -> text block it continues
        self._opening: dict[str, Callable[[Attributes], None]] = {}
        self._closing: dict[str, Callable[[], None]] = {}
        self._register()

    def _register(self) -> None:
        opening, closing = self._opening, self._closing
        for space in (XHTML, ""):
            for tag in _BLOCKS:
                opening[space + tag] = self._block_opener(tag)
                closing[space + tag] = self._end_block
            opening[space + "br"] = self._break
            opening[space + "table"], closing[space + "table"] = self._open_table, self._close_table
            opening[space + "tr"], closing[space + "tr"] = self._open_row, self._close_row
            opening[space + "thead"], closing[space + "thead"] = self._open_thead, self._close_thead
            opening[space + "td"], closing[space + "td"] = self._open_cell, self._close_cell
            opening[space + "th"], closing[space + "th"] = self._open_heading_cell, self._close_cell
            for tag in ("head", "script", "style"):
                opening[space + tag] = self._open_unprinted
                closing[space + tag] = self._close_unprinted
        for space in INLINE:
            opening[space + "header"], closing[space + "header"] = self._open_header, self._close_header
            opening[space + "nonFraction"] = self._open_number
            opening[space + "nonNumeric"] = self._open_text
            opening[space + "continuation"] = self._open_continuation
            for tag in ("nonFraction", "nonNumeric", "continuation"):
                closing[space + tag] = self._close_fact
        for name, handler in self.collector.opening.items():
            opening[name] = handler
        for name, take in self.collector.closing.items():
            closing[name] = self._collecting(take)
        for name in ("startDate", "endDate", "instant", "measure"):
            opening["http://www.xbrl.org/2003/instance " + name] = self._forget
        for name in ("explicitMember", "typedMember"):
            full = "http://xbrl.org/2006/xbrldi " + name
            opening[full] = self._forgetting(opening[full])

    def feed(self, data: bytes, name: str = "", instance: str = "") -> None:
        """Scan one member; members of one `instance` share their contexts and units.

        Raises ReadError: UNSAFE_XML, TRUNCATED, CORRUPT, TOO_LARGE (text, tables inside each other).
        """
        self.collector.declared = self.scan.declared.setdefault(instance, Contexts())
        parser = guarded_parser()
        opening, closing = self._opening.get, self._closing.get

        def start(tag: str, attributes: Attributes) -> None:
            handler = opening(tag)
            if handler is not None:
                handler(attributes)

        def end(tag: str) -> None:
            handler = closing(tag)
            if handler is not None:
                handler()

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = self.layout.pieces.append
        parse(parser, data, name)
        self.layout.flush()

    def finish(self) -> Scan:
        """The scan of all members fed so far."""
        self.layout.finish()
        return self.scan

    # blocks

    def _block_opener(self, tag: str) -> Callable[[Attributes], None]:
        layout = self.layout

        def open_block(attributes: Attributes) -> None:
            if layout.in_cell or self._hidden:
                layout.pieces.append(BREAK)
            else:
                layout.flush()
                layout.tag = tag
                layout.css_class = attributes.get("class", "")

        return open_block

    def _end_block(self) -> None:
        layout = self.layout
        if layout.in_cell or self._hidden:
            layout.pieces.append(BREAK)
        else:
            layout.flush()
            layout.tag, layout.css_class = "p", ""

    def _break(self, _attributes: Attributes) -> None:
        if self._hidden:
            self.layout.pieces.append(BREAK)
        else:
            self.layout.boundary()

    def _open_unprinted(self, _attributes: Attributes) -> None:
        self._unprinted.append(len(self.layout.pieces))

    def _close_unprinted(self) -> None:
        del self.layout.pieces[self._unprinted.pop() :]

    # tables

    def _open_table(self, _attributes: Attributes) -> None:
        if not self._hidden:
            self.layout.open_table()

    def _close_table(self) -> None:
        if not self._hidden:
            self.layout.close_table()

    def _open_row(self, _attributes: Attributes) -> None:
        if not self._hidden:
            self.layout.open_row()

    def _close_row(self) -> None:
        if not self._hidden:
            self.layout.close_row()

    def _open_thead(self, _attributes: Attributes) -> None:
        self._thead = True

    def _close_thead(self) -> None:
        self._thead = False

    def _open_cell(self, attributes: Attributes, heading: bool = False) -> None:
        if self._hidden:
            self.layout.pieces.append(BREAK)
            return
        columns, rows = attributes.get("colspan", ""), attributes.get("rowspan", "")
        self.layout.open_cell(
            int(columns) if columns.isdecimal() and len(columns) < 6 else 1,
            int(rows) if rows.isdecimal() and len(rows) < 6 else 1,
            heading or self._thead,
        )

    def _open_heading_cell(self, attributes: Attributes) -> None:
        self._open_cell(attributes, heading=True)

    def _close_cell(self) -> None:
        if not self._hidden:
            self.layout.close_cell()

    # inline XBRL

    def _open_header(self, _attributes: Attributes) -> None:
        self.layout.flush()
        self._hidden = True

    def _close_header(self) -> None:
        self._hidden = False
        self.layout.pieces.clear()

    def _open_number(self, attributes: Attributes) -> None:
        self._open_fact(
            RawFact(attributes.get("name", ""), attributes, True, self.collector.declared), block=False
        )

    def _open_text(self, attributes: Attributes) -> None:
        name = attributes.get("name", "")
        fact = RawFact(name, attributes, False, self.collector.declared)
        block = name.endswith(_TEXT_BLOCK)
        if fact.continued:
            self._promised[fact.continued] = name if block else ""
        self._open_fact(fact, block)

    def _open_fact(self, fact: RawFact, block: bool) -> None:
        self.scan.facts.append(fact)
        self._begin(fact, block)

    def _begin(self, fact: RawFact, block: bool) -> None:
        self._open.append((fact, block))
        if self._hidden:
            fact.hidden = True
            fact.start = len(self.layout.pieces)
            return
        self.layout.open_fact(fact, block)

    def _open_continuation(self, attributes: Attributes) -> None:
        identifier = attributes.get("id", "")
        name = self._promised.get(identifier, "")
        part = RawFact(name, attributes, False, self.collector.declared)
        if part.continued:
            self._promised[part.continued] = name
        self.scan.continuations[identifier] = part
        self._begin(part, bool(name))

    def _close_fact(self) -> None:
        if not self._open:
            return
        fact, block = self._open.pop()
        if fact.hidden:
            fact.text = collapse("".join(self.layout.pieces[fact.start :]))
            fact.start = -1
            return
        self.layout.close_fact(fact, block)

    # contexts and units

    def _collecting(self, handler: Callable[[str], None]) -> Callable[[], None]:
        pieces = self.layout.pieces

        def close() -> None:
            handler("".join(pieces))
            pieces.clear()

        return close

    def _forget(self, _attributes: Attributes) -> None:
        self.layout.pieces.clear()

    def _forgetting(self, handler: Callable[[Attributes], None]) -> Callable[[Attributes], None]:
        def open_member(attributes: Attributes) -> None:
            self.layout.pieces.clear()
            handler(attributes)

        return open_member
