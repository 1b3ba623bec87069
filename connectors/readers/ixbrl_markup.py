"""Markup of a member made shorter before it is parsed, to the same words and cells.

Layout tags lose the attributes nobody reads (70 % of the bytes of real filings), and paragraphs and the rows of a table
that hold nothing but paragraphs and tagged words become characters that stand for their ends: a filing repeats a
thousand tags forty thousand times, so that each is looked at once, and the parser calls Python for a quarter of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

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

_TAG = re.compile(rb"(<[^>]*)>")
_START_TAG = re.compile(rb"<([a-z]++[1-6]?+)((?:\s++[a-wyz][\w:-]*+=(?:\"[^\"<&]*+\"|'[^'<&]*+'))*+)\s*+(/?)")
"""A start tag down to its last character but one; its attributes declare no namespaces."""
_UNREAD = (b"col", b"img")
_LAYOUT = frozenset(
    b"a b big br center col colgroup div dd dl dt em font h1 h2 h3 h4 h5 h6 hr i img li ol p small span strong sub sup "
    b"table tbody td tfoot th thead tr u ul".split()
)
_ATTRIBUTE = re.compile(rb"\s+([\w:-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_READ = {b"colspan": re.compile(rb"\d"), b"rowspan": re.compile(rb"\d"), b"class": re.compile(rb"head")}
"""Attributes a reading asks for, and what their value holds where it makes a difference."""
_PLACED = (b"<ix:nonFraction ", b"<ix:nonNumeric ")
_DECLARES = re.compile(rb"\sxmlns(?::ix)?=[\"']([^\"']*)")
_NAMESPACES = frozenset(
    (
        b"http://www.w3.org/1999/xhtml",
        b"http://www.xbrl.org/2008/inlineXBRL",
        b"http://www.xbrl.org/2013/inlineXBRL",
    )
)

# While rows are looked for a tag is one byte after _LEAD, or itself after _LEAD: bytes that no XML may hold.
_LEAD, _BETWEEN = b"\x01", b"\0"
_CODES = {
    b"<tr>": b"\x02",
    b"</tr>": b"\x03",
    b"<td>": b"\x04",
    b"</td>": b"\x05",
    b"<p>": b"\x06",
    b"</p>": b"\x07",
    b"<span>": b"\x08",
    b"</span>": b"\x0e",
    b"<br/>": b"\x0f",
    b"<td ": b"\x11",  # and its attributes, up to
    b">": b"\x12",
}
_PLACE_CODE = b"\x10"
"""Before a tag that begins a tagged place, and after one that ends it."""
_ALL_CODES = b"".join((_LEAD, _BETWEEN, _PLACE_CODE, *_CODES.values()))
_SPAN = rb"\x01\x08[^\x01]*+\x01\x0e"
_TAGGED = (
    rb"\x01(?:\x10<ix:|<ix:footnote )[^>]*+>[^\x01]*+(?:(?:%b|\x01\x0f)[^\x01]*+)*+\x01</ix:[a-zA-Z]++>\x10?+"
    % _SPAN
)
_INLINE = (
    rb"[^\x01]*+(?:(?:\x01\x08[^\x01]*+(?:(?:%(tagged)b|\x01\x0f)[^\x01]*+)*+\x01\x0e|%(tagged)b|\x01\x0f)[^\x01]*+)*+"
    % {b"tagged": _TAGGED}
)
_CELL = rb"\x01(?:\x04|\x11[^\x12]*+\x12)\s*+(?:\x01\x06%b\x01\x07\s*+)*+\x01\x05" % _INLINE
_PLAIN = re.compile(
    rb"(\x01\x02\s*+(?:%b\s*+)++\x01\x03|\x01\x06[^\x01]*+(?:(?:%b|\x01\x0f)[^\x01]*+)*+\x01\x07)"
    % (_CELL, _SPAN)
)
"""A row, or a paragraph outside such rows."""
_LAST_LINE = re.compile(rb"\x07\s*+\x05")
_SPANNING = re.compile(rb"\x11([^\x12]*)\x12")
_SPAN_ATTRIBUTE = re.compile(rb"(col|row)span=\"(\d{1,4})\"")
_SAME_MARKS = bytes.maketrans(b"\x03", b"\x02")
_NO_MARKS = b"\x01\x04\x06\x08\x0e"
_MARKS = ((b"\x02", ROW), (b"\x05", CELL), (b"\x07", LINE), (b"\x0f", LINE), (b"\x10", PLACE))
_UTF8 = re.compile(rb"(?is)(?!.*encoding=)|.*encoding=[\"']utf-8")
_HEAD = 200
_PART = 64000


class ShortTags(dict[bytes, bytes]):
    """What stands for a tag, by the tag without ">"; for one filing, whose pages repeat each other's tags.

    `foreign`: a tag was seen that declares another namespace than those of XHTML and inline XBRL.
    `opaque`: CDATA was seen, whose words may look like tags, or a tag with a byte that stands for a tag.
    """

    foreign = False
    opaque = False

    def __missing__(self, tag: bytes) -> bytes:
        if tag.translate(None, _ALL_CODES) != tag:
            self.opaque = True
        if tag.startswith(b"<ix:"):  # each is written once
            return _inline(tag)
        start_tag = _START_TAG.fullmatch(tag)
        short = self[tag] = self._other(tag) if start_tag is None else _short(*start_tag.groups())
        return short

    def _other(self, tag: bytes) -> bytes:
        """The tag itself, which is none that begins an element of layout."""
        self.opaque = self.opaque or tag.startswith(b"<![CDATA[")
        self.foreign = self.foreign or any(space not in _NAMESPACES for space in _DECLARES.findall(tag))
        return b"%b%b>%b" % (_LEAD, tag, _PLACE_CODE) if tag.startswith(b"</ix:non") else _coded(tag + b">")


def _short(name: bytes, attributes: bytes, end: bytes) -> bytes:
    """A start tag, one of layout without attributes nobody reads; `<x …/>` is `<x …></x>` where rows are made of it."""
    bare = _BARE.get(name)
    if bare is None:
        return b"%b<%b%b%b>" % (_LEAD, name, attributes, end)
    read = _read(attributes) if b"span=" in attributes or b"head" in attributes else b""
    if not end and not read:
        return bare
    if end and name in _UNREAD:
        return b""
    if name not in (b"p", b"td"):
        return _coded(b"<%b%b%b>" % (name, read, end))
    if name == b"td" and read and b"class" not in read:
        start = b"".join((_LEAD, _CODES[b"<td "], read[1:], _CODES[b">"]))
    else:
        start = _coded(b"<%b%b>" % (name, read))
    return start + _coded(b"</%b>" % name) if end else start


def _coded(tag: bytes) -> bytes:
    return _LEAD + _CODES.get(tag, tag)


_BARE = {name: _coded(b"<%b>" % name) for name in _LAYOUT}


def _inline(tag: bytes) -> bytes:
    if not tag.startswith(_PLACED) or b"TextBlock" in tag:
        return b"%b%b>" % (_LEAD, tag)
    if tag.endswith(b"/"):
        name = tag[1:].partition(b" ")[0]
        return b"%b%b%b>%b</%b>%b" % (_LEAD, _PLACE_CODE, tag[:-1], _LEAD, name, _PLACE_CODE)
    return b"%b%b%b>" % (_LEAD, _PLACE_CODE, tag)


def _read(attributes: bytes) -> bytes:
    values = {name: double or single for name, double, single in _ATTRIBUTE.findall(attributes)}
    return b"".join(
        b' %b="%b"' % (name, values[name])
        for name, needed in _READ.items()
        if name in values and needed.search(values[name])
    )


class Shortened(NamedTuple):
    """Markup made shorter, and whether there may be marks among its words."""

    data: bytes
    marked: bool


def shortened(data: bytes, tags: ShortTags) -> Shortened:
    """The markup with short tags, and marks for rows and paragraphs; as it is where it holds CDATA.

    Comments and broken tags stay as they are: what is left out is always a whole tag, or a row of whole elements.
    No row is marked where a mark could be a character of the text, or a tag another one than its name says.
    """
    words, coded = _coded_tags(data, tags)
    if tags.opaque or b"<" in words or len(words.translate(None, _ALL_CODES)) < len(words):
        return Shortened(data, marked=False)
    own = _MARK in words or (b"&#" in words and _MARK_AS_NUMBER.search(words))
    if own or tags.foreign or not _UTF8.match(data[:_HEAD]):
        return Shortened(_as_tags(coded), marked=False)
    pieces = _PLAIN.split(coded)
    pieces[::2] = _as_tags(_BETWEEN.join(pieces[::2])).split(_BETWEEN)
    pieces[1::2] = _as_marks(pieces[1::2])
    return Shortened(b"".join(pieces), marked=True)


def _coded_tags(data: bytes, tags: ShortTags) -> tuple[bytes, bytes]:
    """The words alone, and the words with their coded tags; "<" is among the words where a tag has no end.

    Done in parts that begin with a tag, whose pieces stay in the processor's cache: a third faster than at once.
    """
    words, coded = [], []
    begin, size = 0, len(data)
    while begin < size:
        end = data.find(b"<", begin + _PART)
        end = size if end < 0 else end
        pieces, plain = _in_turn(data[begin:end])
        words.append(plain)
        pieces[1::2] = map(tags.__getitem__, pieces[1::2])
        coded.append(b"".join(pieces))
        begin = end
    return b"".join(words), b"".join(coded)


def _in_turn(part: bytes) -> tuple[list[bytes], bytes]:
    """Words and tags without ">" in turn, the words first; and the words alone.

    Cut at each bracket, which is faster than a regular expression; by one where a bracket stands among words or inside
    of a tag: then words begin with "<", or there are not as many "<" as tags.
    """
    cut = part.replace(b"<", b"\0<")
    pieces = cut.replace(b">", b"\0").split(b"\0")
    words = b"".join(pieces[::2])
    if b"<" in words or len(pieces) != 2 * (len(cut) - len(part)) + 1 or _BETWEEN in part:
        pieces = _TAG.split(part)
        words = b"".join(pieces[::2])
    return pieces, words


def _as_tags(coded: bytes) -> bytes:
    for tag, code in _CODES.items():
        coded = coded.replace(code, tag)
    return coded.translate(None, _LEAD + _PLACE_CODE)


def _as_marks(coded: Sequence[bytes]) -> list[bytes]:
    """Rows and paragraphs whose tags were coded."""
    if not coded:
        return []
    rows = _BETWEEN.join(coded).translate(_SAME_MARKS, _NO_MARKS)
    rows = _LAST_LINE.sub(b"\x05", rows)
    if b"\x11" in rows:
        rows = _SPANNING.sub(_span_marks, rows)
    for code, mark in _MARKS:
        rows = rows.replace(code, mark.encode())
    row, line = ROW.encode(), LINE.encode()
    return [marked if marked.startswith(row) else line + marked for marked in rows.split(_BETWEEN)]


def _span_marks(tag: re.Match[bytes]) -> bytes:
    return _spanned(tag[1])


@cache
def _spanned(attributes: bytes) -> bytes:
    marks = ""
    for name, number in _SPAN_ATTRIBUTE.findall(attributes):
        marks += (COLUMN if name == b"col" else DOWN) * (int(number) - 1)
    return marks.encode()
