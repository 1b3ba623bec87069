"""Letters of a PDF page as pdfium sees them, in the form pdfplumber makes words and cells of."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

Drawn = dict[str, Any]
"""A letter or line as pdfplumber describes it: `top` and `bottom` from the top of its page, `y0` and `y1` from below."""
_PRINTED = range(0x20, 0xFFFE)
_TURNED = 0.1
"""Radians from which a letter does not stand upright."""


class Frame(NamedTuple):
    """Points a page is high, points of all pages before it, and its number from 1."""

    height: float
    above: float
    number: int


class TurnedLettersError(ValueError):
    """A page with letters that do not stand upright: how they make words is pdfplumber's to find out."""


def letters(words: Any, frame: Frame) -> Iterator[Drawn]:
    """The letters of a pdfium text page, without those pdfium adds itself. Raises TurnedLettersError."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    height, above, number = frame
    for at in range(raw.FPDFText_CountChars(words)):
        code = raw.FPDFText_GetUnicode(words, at)
        if code not in _PRINTED or raw.FPDFText_IsGenerated(words, at) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(words, at, place):
            continue
        if _TURNED < raw.FPDFText_GetCharAngle(words, at) % 6.28 < 6.28 - _TURNED:
            raise TurnedLettersError(f"page {number}")
        top, bottom = height - box.top, height - box.bottom
        yield {
            "object_type": "char",
            "page_number": number,
            "text": chr(code),
            "x0": box.left,
            "x1": box.right,
            "y0": box.bottom,
            "y1": box.top,
            "top": top,
            "bottom": bottom,
            "doctop": above + top,
            "width": box.right - box.left,
            "height": bottom - top,
            "size": bottom - top,
            "upright": True,
            "fontname": "",
            "matrix": (1, 0, 0, 1, box.left, box.bottom),
        }
