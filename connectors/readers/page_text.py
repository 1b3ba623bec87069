"""A cleaned HTML tree as canonical text: headings, paragraphs, list items, table rows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from connectors.readers.canonical import Canonical, clean
from connectors.readers.lines import MARKER, Line, columns, continues, join_wrapped

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_BREAK = "\x0b"
_BROKEN_LINE = 46
"""Columns from which a line before <br> may be a wrapped one, as for plain text."""
_MAX_SPAN = 50
_EARLIER_MAIL = {"gmail_quote", "moz-cite-prefix", "yahoo_quoted", "OutlookMessageHeader", "divRplyFwdMsg"}
_NO_CONTENT = re.compile(
    r"(?:トップ|ホーム|HOME|Home|TOP|Top)\s*[>＞»›/].{0,80}$|.{0,60}(?:無断転載|Copyright|COPYRIGHT|©|All [Rr]ights [Rr]eserved).{0,100}$"
    r"|(?:ページの?)?(?:先頭|トップ|上)(?:へ|に)(?:戻る)?$|.{0,12}一覧(?:へ|に)(?:戻る)?$|[«<＜]?\s*(?:前|次)の(?:記事|ページ)(?:へ)?\s*[»>＞]?$"
    r"|(?:続きを読む|もっと見る|印刷(?:する)?|シェア(?:する)?|ポスト|ツイート|[Bb]ack to (?:the )?top|[Ss]kip to content|[Rr]ead more)$|[-–—|｜\s]+$"
)
"""Lines that lead about the site or claim rights, and say nothing."""


class PageWriter:
    """Writes the children of an element into a Canonical; in a `mail`, quoted parts as `quoted` blocks."""

    def __init__(self, canonical: Canonical, *, mail: bool = False) -> None:
        self.out = canonical
        self._mail = mail
        self._inline: list[str] = []

    def write(self, root: Tag) -> None:
        """Everything under `root` in document order."""
        self._children(root, 0)
        self._flush()

    def _children(self, parent: Tag, depth: int) -> None:
        from bs4 import Tag

        for child in parent.children:
            if isinstance(child, Tag):
                self._element(child, depth + 1)
            else:
                self._inline.append(str(child))

    def _element(self, tag: Tag, depth: int) -> None:
        from bs4 import Tag

        if tag.name == "br":
            self._inline.append(_BREAK)
            return
        if tag.name not in _BLOCKS:
            self._children(tag, depth)
            if tag.name == "time" and isinstance(tag.next_sibling, Tag):
                self._inline.append(" ")  # a date and a label beside it, parted by the style sheet only
            return
        self._flush()
        if self._mail and not self.out.place.quoted and _is_earlier_mail(tag):
            held, self.out.place = self.out.place, replace(self.out.place, spoken_on=None, quoted=True)
            self._children(tag, depth)
            self._flush()
            self.out.place = held
        elif tag.name in _HEADINGS:
            self.out.heading(_flat(tag), _HEADINGS[tag.name])
        elif tag.name == "table" and not _is_layout(tag):
            self._table(tag)
        elif tag.name == "li":
            self._item(tag, depth)
        elif tag.name == "dl" and tag.find("table") is None:
            self._definitions(tag, depth)
        elif tag.name == "pre":
            for line in tag.get_text().split("\n"):
                self.out.paragraph(line)
        else:
            self._children(tag, depth)
            self._flush()

    def _flush(self) -> None:
        """Inline text gathered so far becomes paragraphs, one a line between <br> unless it was wrapped there."""
        pieces = [clean(piece) for piece in "".join(self._inline).split(_BREAK)]
        self._inline.clear()
        held = ""
        for piece in pieces:
            if not piece:
                self._paragraph(held)
                held = ""
            elif held and continues(_line(held), _line(piece), _BROKEN_LINE, None):
                held = join_wrapped(held, piece)
            else:
                self._paragraph(held)
                held = piece
        self._paragraph(held)

    def _paragraph(self, text: str) -> None:
        if _NO_CONTENT.match(text):
            return
        marker = MARKER.match(text)
        if marker and marker["printed"] and marker["printed"].strip() != text:
            self.out.list_item(text[marker.end() :], marker["printed"])
        else:
            self.out.paragraph(text)

    def _item(self, tag: Tag, depth: int) -> None:
        inner = tag.find(["p", "div", "ul", "ol", "table", "dl", "h1", "h2", "h3", "h4", "h5", "h6"])
        level = max(0, sum(1 for parent in tag.parents if parent.name in ("ul", "ol", "dir", "menu")) - 1)
        if inner is None:
            self.out.list_item(_flat(tag), level=level)
            return
        from bs4 import Tag

        for child in tag.children:
            if isinstance(child, Tag) and child.name in _BLOCKS:
                self._flush_item(level)
                if child.name in ("p", "div") and child.find(list(_BLOCKS)) is None:
                    self.out.list_item(_flat(child), level=level)
                else:
                    self._element(child, depth + 1)
            else:
                self._inline.append(_flat(child))
        self._flush_item(level)

    def _flush_item(self, level: int) -> None:
        words = "".join(self._inline)
        self._inline.clear()
        self.out.list_item(words, level=level)

    def _definitions(self, tag: Tag, depth: int) -> None:
        """<dl> as a two-column table; a term without a plain definition is a paragraph of its own."""
        table = self.out.new_table()
        term = ""
        for child in tag.find_all(["dt", "dd"]):
            if child.find_parent("dl") is not tag:
                continue
            if child.name == "dt":
                self.out.paragraph(term)
                term = _flat(child)
            elif child.find(["ul", "ol", "p", "div", "dl"]) is not None:
                self.out.paragraph(term)
                self._children(child, depth + 1)
                self._flush()
                term = ""
            else:
                self.out.row([term, _flat(child)], table)
                term = ""
        self.out.paragraph(term)

    def _table(self, tag: Tag) -> None:
        """Rows cell by cell; cells covered by a span of another one are empty, so that columns stay in line."""
        caption = tag.find("caption")
        if caption is not None:
            self.out.paragraph(_flat(caption))
        table = self.out.new_table()
        covered: dict[int, int] = {}
        for row in tag.find_all("tr"):
            cells: list[str] = []
            tags = [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]
            for cell in tags:
                while covered.get(len(cells), 0):
                    covered[len(cells)] -= 1
                    cells.append("")
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                for column in range(len(cells), len(cells) + wide):
                    covered[column] = high - 1
                cells += [_flat(cell), *[""] * (wide - 1)]
            while covered.get(len(cells), 0):
                covered[len(cells)] -= 1
                cells.append("")
            in_head = row.find_parent("thead") is not None
            self.out.row(
                cells, table, header=bool(tags) and (in_head or all(cell.name == "th" for cell in tags))
            )


def _is_earlier_mail(tag: Tag) -> bool:
    """How mail programs wrap the mail that is answered."""
    names = {*(tag.get("class") or []), str(tag.get("id") or "")}
    return tag.name == "blockquote" or bool(names & _EARLIER_MAIL)


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return min(_MAX_SPAN, max(1, int(value))) if value.isdecimal() else 1


def _is_layout(table: Tag) -> bool:
    """A table used to lay out the page: tables, headings or several paragraphs inside its cells, or one cell."""
    if table.find(["table", "h1", "h2", "h3", "article", "main", "form"]) is not None:
        return True
    cells = table.find_all(["td", "th"])
    if len(cells) <= 1:
        return True
    return any(len(cell.find_all("p")) > 3 or len(cell.find_all("li")) > 12 for cell in cells)


def _flat(node: PageElement) -> str:
    """Words of one cell, item or heading on one line; block elements and <br> inside are parted by a space."""
    from bs4 import Tag

    if not isinstance(node, Tag):
        return str(node)
    words = "".join(_flat(child) for child in node.children)
    return f" {words} " if node.name in _BLOCKS or node.name == "br" else words


def _line(text: str) -> Line:
    return Line(text, 0, columns(text))
