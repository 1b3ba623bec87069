"""The only differences of writing a quote may show: width, HTML entities, line breaks and runs of whitespace.

PLAN.md, "What a quote may be". Width alone is folded, for what Unicode's block "Halfwidth and Fullwidth Forms"
has in two widths: full-width Latin letters, digits, punctuation and currency become ASCII (（１，２３４） is
(1,234)), half-width kana and Japanese marks become full-width (ｶﾞ is ガ, ｢｡､｣ is 「。、」). Marks that are others
stay others: 、 is no comma, − and ー are no hyphen, ” is no ", 〜 is no ～. So do superscripts, circled digits,
combining marks and invisible characters.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

_WIDE_RANGES = ((0xFF01, 0xFF5F), (0xFF61, 0xFF9E), (0xFFE0, 0xFFE3), (0xFFE5, 0xFFE7))
_WIDTH = {
    code: unicodedata.normalize("NFKC", chr(code)) for low, high in _WIDE_RANGES for code in range(low, high)
}
_SPACE_ENTITY = r"&(?:nbsp|ensp|emsp|thinsp|Tab|NewLine|#0*(?:9|10|13|32|160|12288)|#[xX]0*(?:9|[aA]|[dD]|20|[aA]0|3000));"
_ENTITY = r"&(?:[A-Za-z][0-9A-Za-z]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
_SPECIAL = re.compile(
    rf"(?P<space>(?:\s|{_SPACE_ENTITY})+)|(?P<entity>{_ENTITY})"
    r"|(?P<voiced>[ｦｳｶ-ﾄﾊ-ﾎﾜ][ﾞﾟ])"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the way back. Positions in `text` are code points; so are the original offsets.

    Whitespace is gone from `text`, except one space where it parted two digits; `gaps` are the positions before
    which some was dropped.
    """

    text: str
    gaps: list[int]
    _at: list[int] = field(repr=False)
    _from: list[int] = field(repr=False)
    _lengths: dict[int, int] = field(repr=False)

    def origin(self, position: int) -> int:
        """Original offset of the character at a folded position."""
        anchor = bisect_right(self._at, position) - 1
        return self._from[anchor] + position - self._at[anchor]

    def origin_end(self, position: int) -> int:
        """Original offset just after the character before a folded position (position > 0)."""
        return self.origin(position - 1) + self._lengths.get(position - 1, 1)

    def positions(self, offsets: list[int]) -> list[int]:
        """Folded positions of ascending original offsets: of the first character kept at or after each."""
        found: list[int] = []
        anchor = 0
        for offset in offsets:
            while anchor + 1 < len(self._from) and self._from[anchor + 1] <= offset:
                anchor += 1
            position = self._at[anchor] + offset - self._from[anchor]
            if anchor + 1 < len(self._at):
                position = min(position, self._at[anchor + 1])
            found.append(position)
        return found


def fold(text: str) -> Folded:
    """`text` without the differences a quote may show. Linear; 300,000 characters take about 30 ms."""
    pieces: list[str] = []
    at, origins, gaps = [0], [0], []
    lengths: dict[int, int] = {}
    done = 0
    position = 0
    last = ""
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        if match.lastgroup == "entity" and len(html.unescape(match.group())) != 1:
            continue  # "&foo;" is no entity
        if start > done:
            piece = text[done:start].translate(_WIDTH)
            pieces.append(piece)
            position += len(piece)
            last = piece[-1]
        kept = _kept(match, last, text)
        if kept:
            pieces.append(kept)
            lengths[position] = end - start
            position += 1
            last = kept
        elif match.lastgroup == "space" and position:
            gaps.append(position)
        at.append(position)
        origins.append(end)
        done = end
    pieces.append(text[done:].translate(_WIDTH))
    return Folded("".join(pieces), gaps, at, origins, lengths)


def _kept(match: re.Match[str], last: str, text: str) -> str:
    """What stays of whitespace, an entity or a voiced half-width kana."""
    if match.lastgroup == "voiced":
        return unicodedata.normalize("NFKC", match.group())
    if match.lastgroup == "entity":
        return html.unescape(match.group()).translate(_WIDTH)
    following = text[match.end() : match.end() + 33]
    entity = _SPECIAL.match(following)
    first = html.unescape(entity.group())[:1] if entity and entity.lastgroup == "entity" else following[:1]
    between_digits = last.isdecimal() and first.isdecimal()
    return " " if between_digits else ""


def spacing_differs(
    document: Folded, source: str, hard: set[int], begin: int, quote: Folded, raw: str
) -> bool:
    """True when whitespace that carries meaning differs between a quote and its place in the document.

    Whitespace beside Japanese text is free. Between Latin words, inside numbers and where two blocks or cells
    meet (`hard`: folded positions of unit starts) it is not; a line break a quote adds inside a word is free.
    """
    low = bisect_right(document.gaps, begin)
    high = bisect_right(document.gaps, begin + len(quote.text) - 1)
    theirs = {gap - begin for gap in document.gaps[low:high]}
    ours = set(quote.gaps)
    for gap in theirs - ours:
        place = begin + gap
        if place in hard and re.search(
            r"[\n\t]", source[document.origin_end(place) : document.origin(place)]
        ):
            return True
        if not _free(quote.text, gap):
            return True
    for gap in ours - theirs:
        if _free(quote.text, gap):
            continue
        broken = "\n" in raw[quote.origin_end(gap) : quote.origin(gap)]
        letters = quote.text[gap - 1].isalpha() and quote.text[gap].isalpha()
        if not (broken and letters) or _MAKES_NEGATION.search(raw, 0, quote.origin_end(gap)):
            return True
    return False


_MAKES_NEGATION = re.compile(r"\b(?:not?|non|never|none|now|un|in|im|dis|can)$", re.IGNORECASE)
_POINTS = frozenset(",.，．、'’:：/／")
_SIGNS = frozenset("-−－‐–—―〜～~+＋±")


def _free(text: str, gap: int) -> bool:
    """Whether whitespace before `text[gap]` may come and go without changing what is said."""
    left, right = text[gap - 1], text[gap]
    if left in _SIGNS or right in _SIGNS or (left in _POINTS and right.isdecimal()):
        return False
    if left.isdecimal() and right in _POINTS:
        return False
    if ord(left) >= 0x2E80 or ord(right) >= 0x2E80:
        return True
    if left in "△▲$¥€£" or right == "%":
        return True
    return not ((left.isalnum() and right.isalnum()) or left.isdecimal() or right.isdecimal())
