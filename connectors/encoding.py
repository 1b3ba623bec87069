"""Bytes of a text file as text, in the encoding they were written in, or a refusal: never mojibake as text."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from connectors.interface import ReadError, ReasonCode
from connectors.iso2022 import decode_iso2022
from connectors.mojibake import implausibility

TOLERATED = 0.12
"""Implausibility (0 sane … 1 garbage) up to which a reading is accepted as text."""

_WESTERN_SHARE = 0.1
"""Share of accented letters and typographic signs up to which bytes may be Windows-1252: French has 4%."""

_STRAY_NULS = 0.01
"""Share of NUL bytes up to which they are damage or padding; UTF-16 has one in every line end and blank."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|"""
    rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']|"""
    rb"""^\s*@charset\s+["']([A-Za-z0-9_.:-]{2,40})["']""",
    re.IGNORECASE,
)
_SHIFT_JIS_NAMES = {
    "shift_jis",
    "sjis",
    "x_sjis",
    "ms_kanji",
    "windows_31j",
    "shiftjis",
    "cp932",
    "ms932",
    "csshiftjis",
}
_ISO2022_NAMES = {
    "iso_2022_jp",
    "iso2022_jp",
    "csiso2022jp",
    "cp50220",
    "cp50221",
    "cp50222",
    "iso_2022_jp_ms",
}


class Decoded(NamedTuple):
    """Text without byte order mark and with "\\n" line ends; `truncated` when it ended inside a character."""

    text: str
    encoding: str
    truncated: bool = False


def declared_charset(data: bytes) -> str | None:
    """The charset an HTML or XML file names in its first 4,096 bytes."""
    found = _DECLARED.search(data[:4096])
    name = next((group for group in found.groups() if group), None) if found else None
    return name.decode("ascii") if name else None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`. Raises EMPTY for no bytes, MOJIBAKE when no encoding gives sane text.

    A byte order mark decides; then ISO-2022-JP by its escapes; then valid UTF-8; then the declared charset,
    cp932, EUC-JP, UTF-16 without mark and charset-normalizer's guess, whichever reads most like text.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(ReasonCode.EMPTY, "no bytes" if not data else "nothing but blanks")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _accept([_tolerant(data[len(mark) :], encoding)])
    if b"\x1b$" in data or b"\x1b(" in data:
        text = decode_iso2022(data)
        if text is not None:
            return _accept([Decoded(text, "iso-2022-jp")])
    if 0 < data.count(b"\0") <= _STRAY_NULS * len(data):
        data = data.replace(b"\0", b"")
    readings: list[Decoded | None] = []
    if b"\0" not in data:
        readings = [_tolerant(data, "utf-8")]
        if readings[0] is not None and implausibility(readings[0].text) <= TOLERATED:
            return _accept(readings)
        others = _candidates(declared)
        if readings[0] is not None:  # valid UTF-8 is no UTF-16 by chance, but may be encoded twice
            others = [name for name in others if not name.startswith("utf-16")]
        readings += [_strict(data, name) for name in others]
    elif len(data) >= 4:
        readings = [_tolerant(data, name) for name in ("utf-16-le", "utf-16-be")]
    if not any(reading and implausibility(reading.text) <= TOLERATED for reading in readings):
        readings.append(_western(data) or _guess(data))
    return _accept(readings)


def _candidates(declared: str | None) -> list[str]:
    names = ["cp932", "euc_jp", "euc_jis_2004", "utf-16-le", "utf-16-be"]
    if declared:
        name = declared.strip().lower().replace("-", "_")
        if name in _SHIFT_JIS_NAMES:
            name = "cp932"
        elif name in _ISO2022_NAMES:
            name = "iso2022_jp"
        names = [name, *(other for other in names if other != name)]
    return names


def _strict(data: bytes, encoding: str) -> Decoded | None:
    if encoding.startswith("utf-16") and (len(data) % 2 or len(data) < 8):
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _tolerant(data: bytes, encoding: str) -> Decoded | None:
    """Strict, but the last character may be cut off by a truncated file."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
        text = decoder.decode(data, final=False)
    except (UnicodeError, LookupError):
        return None
    pending = decoder.getstate()[0]
    return Decoded(text, encoding, bool(pending)) if text else None


def _western(data: bytes) -> Decoded | None:
    """Windows-1252, for files that are nearly all ASCII."""
    wide = sum(1 for byte in data[:20_000] if byte > 0x7F)
    return _strict(data, "cp1252") if wide <= _WESTERN_SHARE * len(data[:20_000]) else None


def _guess(data: bytes) -> Decoded | None:
    """charset-normalizer's best match for whatever is left."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return _strict(data, best.encoding) if best is not None else None


def _accept(readings: list[Decoded | None]) -> Decoded:
    judged = [
        (implausibility(reading.text), order, reading) for order, reading in enumerate(readings) if reading
    ]
    if not judged:
        raise ReadError(ReasonCode.MOJIBAKE, "no encoding reads these bytes")
    score, _, best = min(judged)
    if score > TOLERATED:
        raise ReadError(ReasonCode.MOJIBAKE, f"best reading ({best.encoding}) is {score:.0%} implausible")
    text = best.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return best._replace(text=text)
