"""Which reader reads what: a plain list, and reading one source or a whole folder with it.

Other distributions add readers through the entry point group `banso.readers` (each names a Reader class).
A source that cannot be read is a Skipped value; nothing here raises for what a source contains.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from connectors.edgar.companyfacts import CompanyFactsReader
from connectors.edinet.bundle import BundleReader
from connectors.edinet.csv_form import CsvFormReader
from connectors.edinet.instance import InlineReader, InstanceReader
from connectors.edinet.package import EdinetPackageReader
from connectors.edinet.plain_pages import PlainFilingReader
from connectors.interface import Document, RawSource, Reader, ReadError, ReasonCode, Skipped
from connectors.limits import MAX_SOURCE_BYTES
from connectors.readers.chat import ChatReader
from connectors.readers.feed import FeedReader
from connectors.readers.mail import MailReader
from connectors.readers.note import NoteReader
from connectors.readers.pdf import PdfReader
from connectors.readers.records import RecordsReader
from connectors.readers.slides import SlidesReader
from connectors.readers.transcript import TranscriptReader
from connectors.readers.web_page import WebPageReader
from connectors.readers.word import WordReader
from connectors.readers.workbook import WorkbookReader
from connectors.signatures import contradiction
from connectors.tdnet.package import TdnetPackageReader

READERS: list[Reader] = [
    EdinetPackageReader(),
    CsvFormReader(),
    InstanceReader(),
    InlineReader(),
    PlainFilingReader(),
    TdnetPackageReader(),
    BundleReader(),
    CompanyFactsReader(),
    NoteReader(),
    RecordsReader(),
    ChatReader(),
    MailReader(),
    TranscriptReader(),
    WebPageReader(),
    FeedReader(),
    PdfReader(),
    WorkbookReader(),
    WordReader(),
    SlidesReader(),
]
"""Every reader of this distribution; at most one may claim a source."""

ENTRY_POINTS = "banso.readers"


@dataclass
class Reading:
    """All that came out of a folder, in the order of paths."""

    documents: list[Document] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    paths: dict[str, str] = field(default_factory=dict, repr=False)
    """Path under which each source id was first read."""


def readers() -> list[Reader]:
    """This distribution's readers and those of installed extensions."""
    return [*READERS, *_installed()]


@cache
def _installed() -> tuple[Reader, ...]:
    return tuple(point.load()() for point in entry_points(group=ENTRY_POINTS))


def read_source(source: RawSource) -> tuple[list[Document], list[Skipped]]:
    """The documents of one source, or why there are none. Any failure of a reader ends in a reason code."""
    if not source.data:
        return [], [Skipped(source.path, ReasonCode.EMPTY)]
    if len(source.data) > MAX_SOURCE_BYTES:
        return [], [Skipped(source.path, ReasonCode.TOO_LARGE, f"{len(source.data)} bytes")]
    try:
        found = contradiction(source)
        if found:
            return [], [Skipped(source.path, ReasonCode.NOT_WHAT_NAME_SAYS, found)]
        reader = next((reader for reader in readers() if reader.claims(source)), None)
        if reader is None:
            return [], [Skipped(source.path, ReasonCode.UNSUPPORTED, source.suffix or "no suffix")]
        return list(reader.read(source)), []
    except ReadError as error:
        return [], [Skipped(source.path, error.reason, error.detail)]
    except Exception as error:  # a defect in a reader or its library must not cost the rest of the account
        return [], [
            Skipped(source.path, ReasonCode.READER_FAILED, f"{type(error).__name__}: {str(error)[:200]}")
        ]


def read_folder(path: Path, on_progress: Callable[[str], None] | None = None) -> Reading:
    """Everything under `path`, any depth, sorted by path; hidden files are ignored.

    The same bytes under a second path are skipped as DUPLICATE. `on_progress` is called with each relative
    path before it is read.
    """
    reading = Reading()
    seen: dict[str, str] = {}
    for file in _files(path):
        relative = _shown_name(file.relative_to(path).as_posix())
        if on_progress is not None:
            on_progress(relative)
        data = _bytes(file, relative, reading)
        if data is None:
            continue
        digest = hashlib.sha256(data).hexdigest()
        if data and digest in seen:
            reading.skipped.append(Skipped(relative, ReasonCode.DUPLICATE, seen[digest]))
            continue
        seen[digest] = relative
        documents, skipped = read_source(RawSource(relative, data))
        reading.skipped += skipped
        for document in documents:
            _keep(document, reading)
    return reading


def _keep(document: Document, reading: Reading) -> None:
    """Attachments and archive members may repeat a source: one id is one document."""
    other = reading.paths.setdefault(document.source_id, document.path)
    if other == document.path:
        reading.documents.append(document)
    else:
        reading.skipped.append(Skipped(document.path, ReasonCode.DUPLICATE, other))


def _files(path: Path) -> Iterator[Path]:
    found = [
        file
        for file in path.rglob("*")
        if not any(part.startswith(".") for part in file.relative_to(path).parts)
        and (file.is_file() or file.is_symlink())
    ]
    yield from sorted(found, key=lambda file: file.relative_to(path).as_posix())


def _shown_name(relative: str) -> str:
    """A file name that is no UTF-8 (unpacked from a Japanese zip) read as cp932, else with U+FFFD."""
    raw = relative.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "cp932"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _bytes(file: Path, relative: str, reading: Reading) -> bytes | None:
    try:
        if not file.is_file():
            reading.skipped.append(
                Skipped(relative, ReasonCode.UNREADABLE_FILE, "a link to nothing that can be read")
            )
            return None
        size = file.stat().st_size
        if size > MAX_SOURCE_BYTES:
            reading.skipped.append(Skipped(relative, ReasonCode.TOO_LARGE, f"{size} bytes"))
            return None
        return file.read_bytes()
    except OSError as error:
        reading.skipped.append(
            Skipped(relative, ReasonCode.UNREADABLE_FILE, error.strerror or type(error).__name__)
        )
        return None
