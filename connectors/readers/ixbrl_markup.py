"""Markup of a member made shorter before it is parsed, to the same words and cells.

Layout tags lose the attributes nobody reads (70 % of the bytes of real filings), and rows of a table that hold nothing
but paragraphs and tagged words become characters that stand for their ends: a filing repeats a thousand tags forty
thousand times, so that each is looked at once, and the parser calls Python for a quarter of them.
"""

from __future__ import annotations

import re

ROW = "\u2029 "
"""Before and after a row whose tags were left out."""
CELL = "\u2029\u2028"
"""After each of its cells."""
COLUMN = "\u2029\xa0"
"""At the beginning of a cell, as often as it spans columns beside its own."""
DOWN = "\u2029\t"
"""The same for rows."""
LINE = "\u2029\n"
"""Between two blocks of a cell; before and after a paragraph whose tags were left out."""
PLACE = "\u2029\x85"
"""Before and after words that are tagged."""
MARK = ROW[0]
"""All marks begin with it, and all are white space where nobody asks for rows."""
_MARK = MARK.encode()
_MARK_AS_NUMBER = re.compile(rb"&#(?:0*8233|[xX]0*2029);")

_TAG = re.compile(rb"<([^>]*)>")
_LAYOUT_TAG = re.compile(
    rb"(a|b|big|br|center|col|colgroup|div|dd|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table"
    rb"|tbody|td|tfoot|th|thead|tr|u|ul)((?:\s+[a-wyz][\w:-]*=(?:\"[^\"<&]*+\"|'[^'<&]*+'))*+)\s*+(/?)"
)
"""A start tag of XHTML down to the last character; its attributes declare no namespaces."""
_ATTRIBUTE = re.compile(rb"\s+([\w:-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_READ = {b"colspan": re.compile(rb"\d"), b"rowspan": re.compile(rb"\d"), b"class": re.compile(rb"head")}
"""Attributes a reading asks for, and what their value holds where it makes a difference."""
_ALONE = frozenset((b"p", b"td"))
_PLACED = re.compile(rb"(ix:non(?:Fraction|Numeric))\s.*/", re.DOTALL)
_DECLARES = re.compile(rb"\sxmlns(?::ix)?=[\"']([^\"']*)")
_NAMESPACES = frozenset(
    (
        b"http://www.w3.org/1999/xhtml",
        b"http://www.xbrl.org/2008/inlineXBRL",
        b"http://www.xbrl.org/2013/inlineXBRL",
    )
)

_SPAN = rb"<span>[^<]*+</span>"
_TAGGED = (
    rb"<ix:(?:nonFraction|nonNumeric(?![^>]*TextBlock)|footnote) [^>]*+>"
    rb"[^<]*+(?:(?:%(span)b|<br/>)[^<]*+)*+</ix:(?:nonFraction|nonNumeric|footnote)>"
) % {b"span": _SPAN}
_INLINE = rb"[^<]*+(?:(?:<span>[^<]*+(?:(?:%(tagged)b|<br/>)[^<]*+)*+</span>|%(tagged)b|<br/>)[^<]*+)*+" % {
    b"tagged": _TAGGED
}
_PLAIN_CELL = rb"<td(?: (?:col|row)span=\"\d{1,3}\")*+>\s*+(?:<p>%(inline)b</p>\s*+)*+</td>" % {
    b"inline": _INLINE
}
_PLAIN = re.compile(
    rb"(<tr>\s*+(?:%(cell)b\s*+)++</tr>|<p>[^<]*+(?:(?:%(span)b|<br/>)[^<]*+)*+</p>)"
    % {b"cell": _PLAIN_CELL, b"span": _SPAN}
)
"""A row, or a paragraph outside such rows."""
_SPANNING = re.compile(rb"<td ([^>]+)>")
_SPAN_ATTRIBUTE = re.compile(rb"(col|row)span=\"(\d+)\"")
_LAST_LINE = re.compile(rb"</p>\s*+</td>")
_BETWEEN = b"\0"
"""No XML holds it."""
_PARAGRAPH = (_BETWEEN + b"<p>", _BETWEEN + LINE.encode())
_MARKS = (
    (b"<span>", b""),
    (b"</span>", b""),
    (b"<td>", b""),
    (b"<p>", b""),
    (b"</td>", CELL.encode()),
    (b"</p>", LINE.encode()),
    (b"<br/>", LINE.encode()),
    (b"<tr>", ROW.encode()),
    (b"</tr>", ROW.encode()),
    (b"<ix:nonFraction ", PLACE.encode() + b"<ix:nonFraction "),
    (b"</ix:nonFraction>", b"</ix:nonFraction>" + PLACE.encode()),
    (b"<ix:nonNumeric ", PLACE.encode() + b"<ix:nonNumeric "),
    (b"</ix:nonNumeric>", b"</ix:nonNumeric>" + PLACE.encode()),
)
_UTF8 = re.compile(rb"(?is)(?!.*encoding=)|.*encoding=[\"']utf-8")
_HEAD = 200


class ShortTags(dict[bytes, bytes]):
    """What stands for a tag, by the tag without its brackets; for one filing, whose pages repeat each other's tags.

    `foreign`: a tag was seen that declares another namespace than those of XHTML and inline XBRL.
    `quotes`: CDATA was seen, whose words may look like tags.
    """

    foreign = False
    quotes = False

    def __missing__(self, tag: bytes) -> bytes:
        short = self[tag] = self._short(tag)
        return short

    def _short(self, tag: bytes) -> bytes:
        """The tag itself unless it is a layout tag; `<x …/>` becomes `<x …></x>` where rows are made of it."""
        if tag.startswith(b"ix:"):
            empty = _PLACED.fullmatch(tag) if tag.endswith(b"/") else None
            return b"<%b></%b>" % (tag[:-1], empty[1]) if empty else b"<%b>" % tag
        layout = _LAYOUT_TAG.fullmatch(tag)
        if layout is None:
            self.quotes = self.quotes or tag.startswith(b"![CDATA[")
            self.foreign = self.foreign or any(space not in _NAMESPACES for space in _DECLARES.findall(tag))
            return b"<%b>" % tag
        name, attributes, end = layout.groups()
        read = _read(attributes) if b"span=" in attributes or b"head" in attributes else b""
        return (
            b"<%b%b></%b>" % (name, read, name) if end and name in _ALONE else b"<%b%b%b>" % (name, read, end)
        )


def _read(attributes: bytes) -> bytes:
    values = {name: double or single for name, double, single in _ATTRIBUTE.findall(attributes)}
    return b"".join(
        b' %b="%b"' % (name, values[name])
        for name, needed in _READ.items()
        if name in values and needed.search(values[name])
    )


def shortened(data: bytes, tags: ShortTags) -> bytes:
    """The markup with short tags and marked rows; as it is where it holds CDATA.

    Comments and broken tags stay as they are: what is left out is always a whole tag, or a row of whole elements.
    No row is marked where a mark could be a character of the text, or a tag another one than its name says.
    """
    pieces = _TAG.split(data)
    pieces[1::2] = map(tags.__getitem__, pieces[1::2])
    if tags.quotes:
        return data
    short = b"".join(pieces)
    own = _BETWEEN in short or _MARK in short or (b"&#" in short and _MARK_AS_NUMBER.search(short))
    if own or tags.foreign or not _UTF8.match(data[:_HEAD]):
        return short
    return _with_marks(short)


def _with_marks(data: bytes) -> bytes:
    pieces = _PLAIN.split(data)
    if len(pieces) == 1:
        return data
    rows = _BETWEEN.join([b"", *pieces[1::2]]).replace(*_PARAGRAPH)
    rows = _LAST_LINE.sub(CELL.encode(), rows)
    for tag, mark in _MARKS:
        rows = rows.replace(tag, mark)
    if b"<td " in rows:
        rows = _SPANNING.sub(_span_marks, rows)
    pieces[1::2] = rows.split(_BETWEEN)[1:]
    return b"".join(pieces)


def _span_marks(tag: re.Match[bytes]) -> bytes:
    marks = b""
    for name, number in _SPAN_ATTRIBUTE.findall(tag[1]):
        mark = COLUMN if name == b"col" else DOWN
        marks += mark.encode() * (int(number) - 1)
    return marks
