"""True quotes as people and programs retype them: width of letters and marks, entities, line breaks, doubled spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from random import Random

_TO_WIDE = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
_TO_NARROW = {wide: code for code, wide in _TO_WIDE.items()}
_MARKS_TO_WIDE = {
    code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum() and chr(code) != "&"
} | str.maketrans("¥¢£", "￥￠￡")  # "&" may begin an entity
_MARKS_TO_NARROW = {wide: code for code, wide in _MARKS_TO_WIDE.items()} | str.maketrans(
    "。「」、・＆", "｡｢｣､･&"
)
_ONE_WIDTH = {wide: code for code, wide in _MARKS_TO_WIDE.items()} | str.maketrans("｡｢｣､･＆", "。「」、・&")
_KANA: dict[str, str] = {}
for _code in range(0xFF66, 0xFF9E):
    _KANA[unicodedata.normalize("NFKC", chr(_code))] = chr(_code)
    for _mark in "ﾞﾟ":
        _voiced = unicodedata.normalize("NFKC", chr(_code) + _mark)
        if len(_voiced) == 1:
            _KANA[_voiced] = chr(_code) + _mark


def wide(rng: Random, quote: str) -> str:
    """Latin letters and digits in full width."""
    return quote.translate(_TO_WIDE)


def narrow(rng: Random, quote: str) -> str:
    """Latin letters and digits in half width."""
    return quote.translate(_TO_NARROW)


def wide_marks(rng: Random, quote: str) -> str:
    """Commas, stops, brackets, quotation and other ASCII marks in full width."""
    return quote.translate(_MARKS_TO_WIDE)


def narrow_marks(rng: Random, quote: str) -> str:
    """Full-width and Japanese marks in half width, where Unicode has both."""
    return quote.translate(_MARKS_TO_NARROW)


def one_width(quote: str) -> str:
    """Letters, digits and marks in one width: what two texts are compared by."""
    return quote.translate(_TO_NARROW).translate(_ONE_WIDTH)


def narrow_kana(rng: Random, quote: str) -> str:
    """Katakana in half width, voice marks apart."""
    return "".join(_KANA.get(mark, mark) for mark in quote)


def entities(rng: Random, quote: str) -> str:
    """Marks and a few characters as HTML entities, plain spaces sometimes as &nbsp;."""
    typed = html.escape(quote)
    pieces = re.split(r"(&#?\w+;)", typed)
    for index in range(0, len(pieces), 2):
        pieces[index] = "".join(
            (f"&#{ord(mark)};" if rng.random() < 0.5 else f"&#x{ord(mark):X};")
            if rng.random() < 0.1
            else mark
            for mark in pieces[index]
        )
    return "".join(pieces).replace(" ", rng.choice((" ", "&nbsp;")))


def line_breaks(rng: Random, quote: str) -> str:
    """A line break for some spaces, and inside Japanese where a page would wrap, never between digits."""
    typed = re.sub(r" ", lambda _m: "\n" if rng.random() < 0.3 else " ", quote)
    japanese = [m.end() for m in re.finditer(r"[぀-ヿ一-鿿](?=[぀-ヿ一-鿿、。])", typed)]
    for at in sorted(rng.sample(japanese, min(len(japanese), 2)), reverse=True):
        typed = typed[:at] + "\n" + typed[at:]
    return typed


def doubled_spaces(rng: Random, quote: str) -> str:
    """Every run of whitespace longer, of other kinds."""
    return re.sub(r"\s+", lambda m: m.group() + rng.choice((" ", "\u3000", "\t", "\r\n")), quote)


RETYPINGS: dict[str, Callable[[Random, str], str]] = {
    "as_is": lambda _rng, quote: quote,
    "wide": wide,
    "narrow": narrow,
    "wide_marks": wide_marks,
    "narrow_marks": narrow_marks,
    "narrow_kana": narrow_kana,
    "entities": entities,
    "line_breaks": line_breaks,
    "doubled_spaces": doubled_spaces,
}
