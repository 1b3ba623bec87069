"""A font for PDFs that name a font and do not hold it: every character is a box, half of an em or a whole one wide.

pdfium asks the system for such fonts (MS Mincho in most filings) and takes from them how high and wide characters are.
The machine's own fonts made the words of a page differ between machines (without a Japanese font single characters such
as △ are lost), and drawing the outlines of a font of 20 MB took nine tenths of the time and most of the memory.
"""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from typing import Any

_EM = 1000
_BOXES = (None, (40, -100, 460, 780), (40, -100, 960, 860))
"""Left, bottom, right and top of the glyphs, in thousandths of an em: none, half-width, full-width."""
_CHARACTERS = (
    (0x00, 0x20, 0),
    (0x21, 0x9F, 1),
    (0xA0, 0xA0, 0),
    (0xA1, 0x2FF, 1),
    (0x300, 0x2FFF, 2),
    (0x3000, 0x3000, 0),
    (0x3001, 0xFF60, 2),
    (0xFF61, 0xFF9F, 1),
    (0xFFA0, 0x2FFFF, 2),
)
"""First and last character, and their glyph: spaces are empty, Latin letters and half-width kana half an em."""
_WHOLE = 0
"""The table pdfium asks for when it wants the whole font."""


@cache
def box_font() -> bytes:
    """The font as a TrueType file (OpenType 1.9, chapters of the tables' names; `cmap` in format 13)."""
    glyphs = [_glyph(box) for box in _BOXES]
    ends = [sum(map(len, glyphs[:count])) for count in range(len(glyphs) + 1)]
    groups = b"".join(struct.pack(">3I", *group) for group in _CHARACTERS)
    tables = {
        b"cmap": struct.pack(">4HI2H3I", 0, 1, 3, 10, 12, 13, 0, 16 + len(groups), 0, len(_CHARACTERS))
        + groups,
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(
            ">2H3I2H2q4h2H3h",
            *(1, 0, 1 << 16, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, -100, _EM, 900, 0, 8, 2, 0, 0),
        ),
        b"hhea": struct.pack(
            ">2H3hH11hH", 1, 0, 880, -120, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 0, 0, 0, 0, len(glyphs)
        ),
        b"hmtx": struct.pack(">HhHhHh", _EM, 0, _EM // 2, 40, _EM, 40),
        b"loca": struct.pack(f">{len(ends)}H", *(end // 2 for end in ends)),
        b"maxp": struct.pack(">I14H", 1 << 16, len(glyphs), 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def _glyph(box: tuple[int, int, int, int] | None) -> bytes:
    """A rectangle as one contour of four points; empty without a box."""
    if box is None:
        return b""
    left, bottom, right, top = box
    across = struct.pack(">4h", left, 0, right - left, 0)
    upward = struct.pack(">4h", bottom, top - bottom, 0, bottom - top)
    return _padded(struct.pack(">5h2H", 1, *box, 3, 0) + bytes([1] * 4) + across + upward)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables behind their directory: name, checksum, offset and length of each."""
    at = 12 + 16 * len(tables)
    directory, body = b"", b""
    for name, data in tables.items():
        padded = _padded(data)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4s3I", name, checksum, at + len(body), len(data))
        body += padded
    return struct.pack(">I4H", 1 << 16, len(tables), 64, 2, 16 * len(tables) - 64) + directory + body


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


@cache
def use_box_font() -> None:
    """From now on pdfium takes the box font for every font a file does not hold, in this process."""
    from pypdfium2 import PdfSysfontBase

    class Boxes(PdfSysfontBase):  # type: ignore[misc]
        """pdfium's questions to the system about fonts (fpdf_sysfontinfo.h)."""

        def EnumFonts(self, *_: Any) -> None:  # noqa: N802
            return None

        def MapFont(self, *_: Any) -> int:  # noqa: N802
            return 1

        def GetFont(self, *_: Any) -> int:  # noqa: N802
            return 1

        def GetFontData(self, _: Any, __: Any, table: int, buffer: Any, size: int) -> int:  # noqa: N802
            font = box_font()
            if table != _WHOLE:
                return 0
            if buffer and size >= len(font):
                ctypes.memmove(buffer, font, len(font))
            return len(font)

        def GetFaceName(self, *_: Any) -> int:  # noqa: N802
            return 0

        def GetFontCharset(self, *_: Any) -> int:  # noqa: N802
            return 0

        def DeleteFont(self, *_: Any) -> None:  # noqa: N802
            return None

    Boxes().setup()
