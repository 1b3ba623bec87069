"""Inline XBRL members as one canonical text with the raw facts in it: a single pass of expat over each member.

Expat is used bare because a tree is never needed: character data goes straight into a list, only boundaries
and tags call Python, and most of the tags are left out before parsing (`ixbrl_markup`).
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers.expat import XMLParserType

from connectors.interface import ReadError, ReasonCode
from connectors.limits import MAX_MARKUP_DEPTH
from connectors.readers.ixbrl_layout import NO_MARK, Layout
from connectors.readers.ixbrl_lines import BREAK, collapse
from connectors.readers.ixbrl_markup import MARK, ShortTags, shortened
from connectors.readers.ixbrl_model import Contexts, RawFact, Scan
from connectors.readers.xbrl_contexts import ContextCollector
from connectors.xml_safety import guarded_parser, parse

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


Opener = Callable[[Attributes], None]
Closer = Callable[[], None]


class InlineScanner:
    """Feed it the members of one filing in document order, then take `finish()`."""

    def __init__(self) -> None:
        self.scan = Scan()
        self.layout = Layout(self.scan)
        self.collector = ContextCollector()
        self._open: list[tuple[RawFact, bool]] = []
        self._hidden = False
        self._unprinted: list[int] = []
        self._tags = ShortTags()
        self._promised: dict[str, str] = {}  # continuation id -> text block it continues
        self._parser: XMLParserType
        blocks = {space + tag: tag for space in (XHTML, "") for tag in _BLOCKS}
        self._printed: tuple[dict[str, Opener | str], dict[str, Closer | str]] = ({**blocks}, {**blocks})
        self._unseen: tuple[dict[str, Opener | str], dict[str, Closer | str]] = ({**blocks}, {**blocks})
        self._register_markup()
        self._register_tags()

    def _register_markup(self) -> None:
        layout = self.layout
        opening, closing = self._printed
        for space in (XHTML, ""):
            opening[space + "br"] = layout.line_break
            opening[space + "table"], closing[space + "table"] = layout.open_table, layout.close_table
            opening[space + "tr"], closing[space + "tr"] = layout.open_row, layout.close_row
            opening[space + "thead"], closing[space + "thead"] = layout.open_head, layout.close_head
            opening[space + "td"], closing[space + "td"] = layout.open_cell, layout.close_cell
            opening[space + "th"], closing[space + "th"] = layout.open_heading_cell, layout.close_cell
            for tag in ("head", "script", "style", "title"):
                opening[space + tag], closing[space + tag] = self._open_unprinted, self._close_unprinted
            for tag in ("br", "table", "tr", "td", "th"):
                self._unseen[0][space + tag] = self._unseen[1][space + tag] = tag

    def _register_tags(self) -> None:
        for opening, closing in (self._printed, self._unseen):
            for space in INLINE:
                opening[space + "header"], closing[space + "header"] = self._open_header, self._close_header
                opening[space + "nonFraction"] = self._open_number
                opening[space + "nonNumeric"] = self._open_text
                opening[space + "continuation"] = self._open_continuation
                for tag in ("nonFraction", "nonNumeric", "continuation"):
                    closing[space + tag] = self._close_fact
        opening, closing = self._unseen
        for name, handler in self.collector.opening.items():
            opening[name] = self._forgetting(handler)
        for name, take in self.collector.closing.items():
            closing[name] = self._collecting(take)
            opening.setdefault(name, self._forget)

    def feed(self, data: bytes, name: str = "", instance: str = "") -> None:
        """Scan one member; members of one `instance` share their contexts and units.

        Raises ReadError: UNSAFE_XML, TRUNCATED, CORRUPT, TOO_LARGE (text, tables inside each other).
        """
        self.collector.declared = self.scan.declared.setdefault(instance, Contexts())
        self._parser = guarded_parser()
        self._listen_to_printed()
        markup = shortened(data, self._tags)
        self.layout.mark = MARK if markup.marked else NO_MARK
        parse(self._parser, markup.data, name)
        self.layout.flush()
        self.layout.mark = NO_MARK

    def finish(self) -> Scan:
        """The scan of all members fed so far; nothing can be fed after it.

        Lets go of its own methods, so that all it holds is freed at once and not by a later collection.
        """
        self.layout.finish()
        for handlers in (*self._printed, *self._unseen, self.collector.opening, self.collector.closing):
            handlers.clear()
        return self.scan

    # events: a string in the tables stands for a block-level element

    def _listen_to_printed(self) -> None:
        layout = self.layout
        add_piece = layout.pieces.append
        opening, closing = self._printed[0].get, self._printed[1].get

        def start(tag: str, attributes: Attributes) -> None:
            action = opening(tag)
            if action is not None:
                if action.__class__ is not str:
                    action(attributes)  # type: ignore[operator]
                elif layout.in_cell:
                    add_piece(BREAK)
                else:
                    layout.open_block(action, attributes.get("class", ""))

        def end(tag: str) -> None:
            action = closing(tag)
            if action is not None:
                if action.__class__ is not str:
                    action()  # type: ignore[operator]
                elif layout.in_cell:
                    add_piece(BREAK)
                else:
                    layout.close_block()

        self._parser.StartElementHandler, self._parser.EndElementHandler = start, end
        self._parser.CharacterDataHandler = add_piece

    def _listen_to_unseen(self) -> None:
        add_piece = self.layout.pieces.append
        opening, closing = self._unseen[0].get, self._unseen[1].get

        def start(tag: str, attributes: Attributes) -> None:
            action = opening(tag)
            if isinstance(action, str):
                add_piece(BREAK)
            elif action is not None:
                action(attributes)

        def end(tag: str) -> None:
            action = closing(tag)
            if isinstance(action, str):
                add_piece(BREAK)
            elif action is not None:
                action()

        self._parser.StartElementHandler, self._parser.EndElementHandler = start, end
        self._parser.CharacterDataHandler = add_piece

    def _open_unprinted(self, _attributes: Attributes) -> None:
        self._unprinted.append(len(self.layout.pieces))

    def _close_unprinted(self) -> None:
        del self.layout.pieces[self._unprinted.pop() :]

    # inline XBRL

    def _open_header(self, _attributes: Attributes) -> None:
        self.layout.flush()
        self._hidden = True
        self._listen_to_unseen()

    def _close_header(self) -> None:
        self._hidden = False
        self.layout.pieces.clear()
        self._listen_to_printed()

    def _open_number(self, attributes: Attributes) -> None:
        fact = RawFact(attributes.get("name", ""), attributes, True, self.collector.declared)
        self.scan.facts.append(fact)
        self._begin(fact, block=False)

    def _open_text(self, attributes: Attributes) -> None:
        name = attributes.get("name", "")
        fact = RawFact(name, attributes, False, self.collector.declared)
        block = name.endswith(_TEXT_BLOCK)
        if fact.continued:
            self._promised[fact.continued] = name if block else ""
        self.scan.facts.append(fact)
        self._begin(fact, block)

    def _begin(self, fact: RawFact, block: bool) -> None:
        self._open.append((fact, block))
        if len(self._open) > MAX_MARKUP_DEPTH:
            raise ReadError(ReasonCode.TOO_LARGE, f"more than {MAX_MARKUP_DEPTH} tags inside each other")
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
        def forget_and_open(attributes: Attributes) -> None:
            self.layout.pieces.clear()
            handler(attributes)

        return forget_and_open
