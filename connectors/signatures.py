"""What the first bytes of a file say it is, where that cannot be what its name says."""

from __future__ import annotations

from connectors.interface import RawSource

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x7fELF", "ELF"),
)
_EXPECTED = {".pdf": "PDF", ".zip": "zip", ".xlsx": "zip", ".xlsm": "zip", ".docx": "zip", ".pptx": "zip"}
_TEXT_SUFFIXES = {
    ".md", ".markdown", ".txt", ".text", ".csv", ".tsv", ".json", ".vtt", ".srt", ".eml", ".html", ".htm", ".xhtml",
    ".xml", ".rss", ".atom", ".xbrl",
}  # fmt: skip


def kind_of(data: bytes) -> str | None:
    """Name of the binary format the bytes begin with, None for text and unknown ones."""
    head = data[:1024].lstrip(b"\0\r\n\t ") if data[:1].isspace() else data[:1024]
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)


def contradiction(source: RawSource) -> str | None:
    """What the source is instead of what its suffix says ("PDF"), None when the two agree or nothing is known."""
    found = kind_of(source.data)
    expected = _EXPECTED.get(source.suffix)
    if expected is not None:
        if found is not None and found != expected and not (found == "OLE" and source.suffix != ".zip"):
            return found
        looks_marked_up = source.data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html"))
        return "HTML" if found is None and looks_marked_up else None
    return found if found is not None and source.suffix in _TEXT_SUFFIXES else None
