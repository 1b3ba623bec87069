"""ISO-2022-JP as mailers write it: with NEC and IBM characters (①, ㈱, 髙) that the standard codec refuses.

Two-byte JIS codes are moved to Shift_JIS code points and read as cp932, as CP50220 does.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(rb"\x1b(\$[@B]|\$\([DOQ]|\([BJI])")


def decode_iso2022(data: bytes) -> str | None:
    """The text, or None when the bytes are no ISO-2022-JP (eight-bit bytes, broken pairs)."""
    if any(byte > 0x7F for byte in data):
        return None
    text: list[str] = []
    mode, at = b"(B", 0
    for escape in [*_ESCAPE.finditer(data), None]:
        piece = data[at : escape.start() if escape else len(data)]
        read = _read(piece, mode)
        if read is None:
            return None
        text.append(read)
        if escape:
            mode, at = escape.group(1), escape.end()
    return "".join(text)


def _read(piece: bytes, mode: bytes) -> str | None:
    if mode in (b"(B", b"(J"):
        return piece.decode("ascii")
    if mode == b"(I":
        return bytes(byte | 0x80 if 0x21 <= byte <= 0x5F else byte for byte in piece).decode(
            "cp932", "replace"
        )
    if mode in (b"$@", b"$B"):
        return _two_byte(piece)
    try:
        return (b"\x1b" + mode + piece).decode("iso2022_jp_ext")
    except UnicodeError:
        return None


def _two_byte(piece: bytes) -> str | None:
    shifted = bytearray()
    at = 0
    while at < len(piece):
        lead = piece[at]
        if lead < 0x21:  # line ends and blanks between escapes
            shifted.append(lead)
            at += 1
            continue
        if at + 1 >= len(piece) or not 0x21 <= piece[at + 1] <= 0x7E:
            return None
        trail = piece[at + 1]
        row = (lead + 1) >> 1
        first = row + (0x70 if lead < 0x5F else 0xB0)
        second = trail + ((0x1F if trail < 0x60 else 0x20) if lead & 1 else 0x7E)
        shifted += bytes((first, second))
        at += 2
    try:
        return shifted.decode("cp932")
    except UnicodeDecodeError:
        return None
