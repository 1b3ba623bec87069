"""Ruling lines of a PDF page as pdfium sees them: a page with several holds a table, whatever its words are."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from connectors.readers.pdf_letters import Drawn, Frame

Point = tuple[float, float]

_THIN = 3.0
"""Points up to which a drawn path is a line: filings draw them as lines or as filled boxes of 0.5 to 1.5."""
_UPRIGHT, _FLAT = 2, 6
"""Lines of the smallest table: of one with boxes, and of one that has lines under its heads and sums alone. Headings
and running heads are underlined too."""
_ALONG = 0.1
"""Points a flat or upright line may lean."""


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


def has_forms(page: Any) -> bool:
    """True for a page that draws other pages (form XObjects): their lines are not among its own."""
    from pypdfium2 import raw

    objects = (raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page)))
    return any(raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_FORM for drawn in objects)


def rulings(page: Any, frame: Frame) -> Iterator[Drawn]:
    """Flat and upright pieces of the paths of a pdfium page, the sides of thin boxes too, as pdfplumber's lines."""
    from pypdfium2 import raw

    height, above, number = frame
    for at in range(raw.FPDFPage_CountObjects(page)):
        path = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(path) != raw.FPDF_PAGEOBJ_PATH:
            continue
        for (left, low), (right, high) in _straight(path):
            if abs(high - low) <= _ALONG:
                high = low
            elif abs(right - left) <= _ALONG:
                right = left
            else:
                continue
            x0, x1, y0, y1 = min(left, right), max(left, right), min(low, high), max(low, high)
            yield {
                "object_type": "line",
                "page_number": number,
                "x0": x0,
                "x1": x1,
                "y0": y0,
                "y1": y1,
                "top": height - y1,
                "bottom": height - y0,
                "doctop": above + height - y1,
                "width": x1 - x0,
                "height": y1 - y0,
            }


def _straight(path: Any) -> Iterator[tuple[Point, Point]]:
    """Ends of the straight pieces of a path that is drawn, on the page."""
    from pypdfium2 import raw

    matrix, filled, stroked = raw.FS_MATRIX(), ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
    if not (filled.value or stroked.value):
        return
    raw.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    x, y = ctypes.c_float(), ctypes.c_float()
    places = (ctypes.byref(x), ctypes.byref(y))
    begin = last = (0.0, 0.0)
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        raw.FPDFPathSegment_GetPoint(segment, *places)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            if last != begin:
                yield last, begin
            last = begin
