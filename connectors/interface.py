"""All that crosses the door between sources and the rest of the program: types, the reader, its errors.

A `Document` is immutable text with structure laid over it. Every offset in this module counts code points
in `Document.text`, half-open, exactly as in the plan's citations.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Code points `[start, end)` of a Document's text."""

    start: int
    end: int


class DocumentKind(StrEnum):
    """What a document is, as far as its form tells; `sources[].kind` in the plan."""

    ANNUAL_REPORT = "annual_report"  # 有価証券報告書
    SEMIANNUAL_REPORT = "semiannual_report"  # 半期報告書
    QUARTERLY_REPORT = "quarterly_report"  # 四半期報告書
    EARNINGS_SUMMARY = "earnings_summary"  # 決算短信
    FORECAST_REVISION = "forecast_revision"  # 業績予想・配当予想の修正
    OTHER_FILING = (
        "other_filing"  # 大量保有、自己株券買付、投信 …: recognised, never read as an annual report
    )
    WEB_PAGE = "web_page"  # news, press release, notice
    FEED_ENTRY = "feed_entry"
    NOTE = "note"  # minutes, hand-over, memo (.md .txt .docx .pptx)
    TRANSCRIPT = "transcript"
    MAIL = "mail"
    CHAT = "chat"
    TABLE = "table"  # hearing sheet, CRM log, usage report (.csv .tsv .xlsx)


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"  # one line of the text; `cells` says where each cell stands
    TURN = "turn"  # what one speaker said in one cue or chat message
    FIELD = "field"  # "name: value" line of a mail header, CRM record …


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a person finds the place in the original: whichever of these the format has."""

    page: int | None = None  # 1-based page of a PDF or slide
    section: str | None = None  # heading path, " > " between levels
    element: str | None = None  # XBRL element, "jppfs_cor:NetSales"
    cue: str | None = None  # "00:03:25.142" of a transcript
    row: int | None = None  # 1-based row of a sheet or CSV, header row = 1
    sheet: str | None = None  # worksheet name
    message: str | None = None  # mail or chat message: "2026-11-06 19:02 山田 花子"


@dataclass(frozen=True, slots=True)
class Block:
    """One structural piece. Blocks are in text order, do not overlap, and each covers whole lines."""

    kind: BlockKind
    start: int
    end: int
    locator: Locator = Locator()
    level: int = 0  # heading: 1 highest; list item: nesting depth
    # Table rows: one span per cell, empty cells have start == end. Fields: name and value. Turns and list items
    # with a printed label or marker ("山田: ", "・", "1."): one span, the words after it.
    cells: tuple[Span, ...] = ()
    table: int | None = None  # which table of the document (0-based), for table rows
    header: bool = False  # table row made of column headings
    speaker: str | None = None  # turns: the label as written ("山田 花子(例示商事)")
    spoken_on: dt.date | None = None  # turns, messages and dated records: the day
    quoted: bool = False  # quoted tail of a mail, forwarded copy: somebody's earlier words


class FactPeriod(NamedTuple):
    """`start is None` for an instant; both None when the form does not say (type=5 CSV without DEI)."""

    start: dt.date | None
    end: dt.date | None


@dataclass(frozen=True, slots=True)
class FactContext:
    """XBRL context. `relative` keeps the EDINET id's prefix ("Prior1YearDuration")."""

    id: str
    period: FactPeriod
    consolidated: bool | None = None  # False with ConsolidatedOrNonConsolidatedAxis=NonConsolidatedMember
    members: tuple[tuple[str, str], ...] = ()  # (axis, member) pairs other than the scope axis, sorted
    relative: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A tagged value. Numbers: `value` is a Decimal in base units with sign (scale applied), text: a string.

    `span` is where its printed form stands in the text (the digits with their own sign mark, the word, or the
    whole text block); None when it is tagged but not printed (hidden facts). `sign_span` and `scale_span` are
    where a sign mark (△) or scale words (百万円, caption or column head) stand when they are outside `span`.
    """

    element: str  # "prefix:LocalName"
    context: FactContext
    value: Decimal | str | None  # None: xsi:nil
    unit: str | None = None  # "JPY", "pure", "shares", "JPYPerShares", "USD" …; None for text
    decimals: int | None = None  # None: not given or INF
    label: str | None = None  # the form's own label (type=5 CSV 項目名, extension labels)
    span: Span | None = None
    sign_span: Span | None = None
    scale_span: Span | None = None
    text_block: bool = False  # a …TextBlock: value is "" and span covers the whole block

    @property
    def local_name(self) -> str:
        """Element without its prefix."""
        return self.element.rpartition(":")[2]


class CalculationArc(NamedTuple):
    """One summation of a filing's calculation linkbase: `parent` counts `child` with `weight` (1 or -1)."""

    role: str  # the statement, last part of its link role: "rol_ConsolidatedStatementOfIncome"
    parent: str  # "prefix:LocalName"
    child: str
    weight: int


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody the format itself names: mail sender and receivers, chat users, transcript speakers."""

    name: str  # as written
    address: str | None = None
    title: str | None = None
    role: str = "speaker"  # from | to | cc | speaker | user


@dataclass(frozen=True, slots=True)
class Filer:
    """Who filed or published, as the document says it."""

    name: str
    edinet_code: str | None = None
    sec_code: str | None = None  # as printed; five digits in XBRL DEI ("72030")
    corporate_number: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Canonical text of one source with blocks, facts and where everything stands. Never changes after reading."""

    source_id: str  # `source_id_of(bytes, member)`; the key of citations and of texts/<source_id>.txt
    path: str  # relative to the account's sources folder; "a.zip!member" inside archives
    title: str
    kind: DocumentKind
    text: str
    blocks: tuple[Block, ...]
    sha256: str  # of the original bytes
    language: str  # "ja" | "en" by script, the majority of letters
    facts: tuple[Fact, ...] = ()
    filer: Filer | None = None
    form: str | None = None  # document type as the form states it ("第三号様式", "030000", "asr", "10-K")
    period: FactPeriod | None = None  # the reporting period of a filing
    amends: str | None = None  # for 訂正: what it amends, as stated
    published: dt.date | None = None
    url: str | None = None
    access: str = "internal"  # "public" | "internal"
    participants: tuple[Participant, ...] = ()
    warnings: tuple[str, ...] = ()  # reason codes of what could not be read inside it
    # Calculation links of a filing, read when first asked for; None where the form has none.
    calculations: Callable[[], Sequence[CalculationArc]] | None = field(
        default=None, compare=False, repr=False
    )


class ReasonCode(StrEnum):
    """Why a source, or a part of one, was not read. Shown to users through the message catalogue."""

    EMPTY = "empty"
    TRUNCATED = "truncated"
    CORRUPT = "corrupt"
    NOT_WHAT_NAME_SAYS = "not_what_name_says"  # a PDF renamed .zip
    UNSAFE_ARCHIVE = "unsafe_archive"  # path traversal, links, encrypted members
    TOO_LARGE = "too_large"  # size, ratio, member or page limits
    UNSAFE_XML = "unsafe_xml"  # entity declarations
    MOJIBAKE = "mojibake"  # no encoding gives sane text
    UNSUPPORTED = "unsupported"
    DUPLICATE = "duplicate"  # the same bytes were read under another path
    NO_TEXT = "no_text"  # readable, but nothing in it (scanned PDF)
    UNREADABLE_FILE = "unreadable_file"  # permission, vanished
    READER_FAILED = "reader_failed"  # a defect of this program, not of the file


class ConnectorError(Exception):
    """Base of everything connectors raise on purpose. `str()` is one line without a traceback's help."""


class ReadError(ConnectorError):
    """A reader gives up on a source: `reason` is the code, `detail` the place and what was found there."""

    def __init__(self, reason: ReasonCode, detail: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}" if detail else str(reason))


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that was not read, as a value."""

    path: str
    reason: ReasonCode
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RawSource:
    """Bytes with the name they came under; `path` is relative with forward slashes."""

    path: str
    data: bytes = field(repr=False)

    @property
    def suffix(self) -> str:
        """Lower-case suffix with the dot (".csv"); "" without one."""
        name = self.path.rpartition("/")[2]
        return "." + name.rpartition(".")[2].lower() if "." in name else ""


class Reader(ABC):
    """One format. `claims` looks, `read` reads; exactly one registered reader may claim a source."""

    name: str

    @abstractmethod
    def claims(self, source: RawSource) -> bool:
        """True when this reader is the one for the source. Must be cheap and must not raise."""

    @abstractmethod
    def read(self, source: RawSource) -> Sequence[Document]:
        """One Document or several (an archive of filings, a feed). Raises ReadError, nothing else."""


def source_id_of(data: bytes, member: str = "") -> str:
    """Stable key of a source: "s" and 12 hex digits of SHA-256 over its bytes and, in archives, the member name."""
    digest = hashlib.sha256(data)
    if member:
        digest.update(b"\0" + member.encode("utf-8", "surrogatepass"))
    return source_id_from(digest.hexdigest())


def source_id_from(sha256: str) -> str:
    """The same from the digest, where it is known: hashing a large file twice takes longer than looking at its names."""
    return "s" + sha256[:12]
