"""Ruling lines of a PDF page, counted by pdfium: a page with several holds a table, whatever its words are."""

from __future__ import annotations

import ctypes
from typing import Any

_THIN = 3.0
"""Points up to which a drawn path is a line: filings draw them as lines or as filled boxes of 0.5 to 1.5."""
_UPRIGHT, _FLAT = 2, 6
"""Lines of the smallest table: of one with boxes, and of one that has lines under its heads and sums alone. Headings
and running heads are underlined too."""


def is_ruled(page: Any) -> bool:
    """True for a pdfium page with two upright ruling lines or six flat ones."""
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    places = [ctypes.byref(edge) for edge in edges]
    upright = flat = 0
    for number in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, number)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, *places):
            width, height = right.value - left.value, top.value - bottom.value
            upright += width <= _THIN < height
            flat += height <= _THIN < width
            if upright >= _UPRIGHT or flat >= _FLAT:
                return True
    return False
