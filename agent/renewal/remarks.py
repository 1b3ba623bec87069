"""What the notes say, one quotable unit at a time, with who said it, when, and under which heading or label."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.evidence.sentences import quotable_spans
from agent.renewal.columns import label_places
from agent.renewal.sides import Side, Sides
from connectors.interface import Block, BlockKind, Document, DocumentKind

NOTE_KINDS = frozenset(
    {DocumentKind.NOTE, DocumentKind.TRANSCRIPT, DocumentKind.MAIL, DocumentKind.CHAT, DocumentKind.TABLE}
)
"""Interview notes: what people wrote or said. Filings and pages are what a company published."""


DAY = re.compile(r"(20\d{2})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})")
COMPACT_DAY = re.compile(r"(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?!\d)")
DATE_COLUMN = re.compile(
    r"日付|日時|活動日|対応日|実施日|年月日|^日$|^(?:activity )?date|timestamp|^when$", re.I
)
SPEAKER_COLUMN = re.compile(r"^(?:発言|発言者|話者|話し手|発話者|スピーカー|speaker|said by|who said)$", re.I)
FORM_DAY = re.compile(r"(?:記入|回答|作成|受注|記録|更新)日|回収|補足|date", re.I)
PSEUDO_HEADING = re.compile(
    r"^[■◆●◇▼□【\[<＜《〔](?![ xX]\]).{0,30}$|^(?:\d+[.)．]\s*)?[^。.!?！？、,:：\d\[][^。.!?！？、,:：]{1,15}[:：]?$"
)
SHORT_ITEM = re.compile(r"^[・●○•◦‣\-*–\s]*[^\s。、:：0-9]{2,10}[:：]?$")
SECTION_NUMBER = re.compile(r"(\d+)[.．]\s*\D")
BULLET = re.compile(r"[・●○•◦‣]\s*|[-*–]\s+")
FIELD = re.compile(
    r"(?:[・\-*●○]\s+|\d+[.)．]\s*)?(?P<mark>\*\*|__)[^*_\n]{1,30}(?:[:：]\s*(?P=mark)|(?P=mark)\s*[:：])"
)
EMPTY_FIELD = re.compile(FIELD.pattern + r"\s*")
HEADING_LENGTH = 40
INTRODUCES = ("。", ".", ":", "：")
INTRODUCTION = 9  # a line that only introduces a list stands below every real heading
NUMBERED = re.compile(r"^\d+[.)．]\s*(?P<words>[^。、]{2,16})$")
MARKS = "・-*●○◎■□◆◇▼※→>＞[]【】 　\t"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence, cell or list item. `start`/`end` are offsets in the document's text."""

    document: Document
    start: int
    end: int
    text: str
    kind: BlockKind
    block: int  # index in document.blocks
    heading: str = ""  # nearest heading above, or the line that introduces the list
    section: str = ""  # headings above it, outermost first, " > " between
    label: str = ""  # first cell of the row, or what stands before the colon
    column: str = ""  # column heading of the cell
    speaker: str | None = None
    side: Side | None = None  # of the speaker, where there is one
    day: dt.date | None = None  # when it was said or written
    quoted: bool = False  # somebody's earlier words, forwarded

    @property
    def is_note(self) -> bool:
        """Said or written in the course of the account work, not published."""
        return self.document.kind in NOTE_KINDS


def read_remarks(documents: Sequence[Document], sides: Sides) -> list[Remark]:
    """Remarks of all documents, in the documents' order and the text's order."""
    return [remark for document in documents for remark in _of_document(document, sides)]


def document_day(document: Document) -> dt.date | None:
    """The day a document speaks of itself: published, else dated in its first lines, else in its file name."""
    if document.published:
        return document.published
    if document.kind is not DocumentKind.TABLE:
        for block in document.blocks[:8]:
            day = _day(DAY.search(document.text, block.start, block.end))
            if day:
                return day
    return _day(COMPACT_DAY.search(document.path.rpartition("/")[2])) or _filled_in_on(document)


def _filled_in_on(document: Document) -> dt.date | None:
    """Latest day a form gives for itself: a cell under or beside 記入日, 回答日, 受注日, "date completed" …"""
    days: list[dt.date] = []
    columns: tuple[str, ...] = ()
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        cells = _cells(document, block)
        columns = cells if block.header else columns
        for place, cell in enumerate(cells):
            beside = columns[place] if place < len(columns) else ""
            label = cells[place - 1] if place else ""
            day = _day(DAY.search(cell))
            if day and (FORM_DAY.search(beside) or FORM_DAY.search(label)):
                days.append(day)
    return max(days, default=None)


def neighbours(remarks: Sequence[Remark], index: int, before: int, after: int) -> list[Remark]:
    """Remarks around `index` in the same document, itself excluded, in order."""
    here = remarks[index]
    window = [*remarks[max(0, index - before) : index], *remarks[index + 1 : index + 1 + after]]
    return [remark for remark in window if remark.document is here.document]


def _of_document(document: Document, sides: Sides) -> Iterator[Remark]:
    day = document_day(document)
    heading = ""
    introduced: str | None = None  # the heading to return to after a list that a sentence introduces
    above: list[tuple[int, str]] = []
    columns: tuple[str, ...] = ()
    table: int | None = None
    spans = list(quotable_spans(document))
    at = 0
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end].strip()
        if index and block.quoted != document.blocks[index - 1].quoted:
            heading = ""
        if introduced is not None and _list_is_over(document, index):
            heading, introduced = introduced, None
        if _introduces_list(document, index):
            introduced = heading if introduced is None else introduced
        elif block.kind is BlockKind.HEADING:
            introduced = None
        if block.kind is BlockKind.HEADING or _opens_a_list(document, index) or _next_section(heading, text):
            heading = text[:HEADING_LENGTH].strip(MARKS + ":：")
            level = block.level if block.kind is BlockKind.HEADING else INTRODUCTION
            above = [*((depth, words) for depth, words in above if depth < level), (level, heading)]
        if block.kind is BlockKind.TABLE_ROW:
            if block.table != table:
                table, columns = block.table, ()
            if block.header:
                columns = _cells(document, block)
        while at < len(spans) and spans[at].end <= block.start:
            at += 1
        here = at
        while here < len(spans) and spans[here].start < block.end:
            span = spans[here]
            section = " > ".join(words for _, words in above)
            yield _remark(document, block, index, span.start, span.end, heading, section, columns, day, sides)
            here += 1


def _remark(
    document: Document,
    block: Block,
    index: int,
    start: int,
    end: int,
    heading: str,
    section: str,
    columns: tuple[str, ...],
    day: dt.date | None,
    sides: Sides,
) -> Remark:
    label = column = ""
    said_on = block.spoken_on or day
    speaker = block.speaker or (
        _sender(document) if document.kind is DocumentKind.MAIL and not block.quoted else None
    )
    if block.speaker and start == block.start and document.text.startswith(block.speaker, start):
        start = _after_label(document.text, start + len(block.speaker), end)
    elif block.kind is BlockKind.LIST_ITEM and (bullet := BULLET.match(document.text, start, end)):
        start = bullet.end()
    if block.kind is BlockKind.TABLE_ROW:
        cells = _cells(document, block)
        place = next((i for i, cell in enumerate(block.cells) if cell.start <= start < cell.end), 0)
        column = columns[place] if place < len(columns) else ""
        label = row_label(columns, cells)
        said_on = _row_day(columns, cells) or said_on
        who = _row_speaker(columns, cells)
        if who and not block.header and document.text[start:end].strip() != who:
            return Remark(
                document, start, end, document.text[start:end], BlockKind.TURN, index, heading, section,
                speaker=who, side=sides.of(who), day=said_on, quoted=block.quoted,
            )  # fmt: skip
    elif block.kind is BlockKind.FIELD:
        label = document.text[block.start : block.end].partition(":")[0].strip()
    return Remark(
        document=document,
        start=start,
        end=end,
        text=document.text[start:end],
        kind=block.kind,
        block=index,
        heading=heading,
        section=section,
        label=label,
        column=column,
        speaker=speaker,
        side=sides.of(speaker),
        day=said_on,
        quoted=block.quoted,
    )


def _after_label(text: str, at: int, end: int) -> int:
    """Where the words begin after "speaker: "."""
    while at < end and text[at] in ":： \t":
        at += 1
    return at if at < end else end - 1


def _sender(document: Document) -> str | None:
    return next((who.name for who in document.participants if who.role == "from"), None)


NUMBER_CELL = re.compile(
    r"^(?:(?:No\.?|Q|#)?\s*\d+|[A-Z]{1,3}-?\d{1,3}|[A-Za-z]|[ァ-ヴ]|[イロハニホヘトチリヌルヲ]|[ivx]{1,4})[.．)）]?$",
    re.I,
)


def row_label(columns: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """What a row is about: the cell under 項目/設問/Item …, else the first cell that is no running number or code."""
    for place in label_places(columns):
        if place < len(cells) and not NUMBER_CELL.match(cells[place]):
            return cells[place]
    return next((cell for cell in cells if cell and not NUMBER_CELL.match(cell)), "")


def _row_speaker(columns: tuple[str, ...], cells: tuple[str, ...]) -> str | None:
    """Who speaks in a row of minutes kept as a table (発言者 | 内容); its other cells are then their words."""
    pairs = zip(columns, cells, strict=False)
    return next((cell for column, cell in pairs if SPEAKER_COLUMN.match(column.strip()) and cell), None)


def _row_day(columns: tuple[str, ...], cells: tuple[str, ...]) -> dt.date | None:
    for column, cell in zip(columns, cells, strict=False):
        if DATE_COLUMN.search(column):
            return _day(DAY.search(cell))
    return None


def _cells(document: Document, block: Block) -> tuple[str, ...]:
    return tuple(document.text[cell.start : cell.end].strip() for cell in block.cells)


def _opens_a_list(document: Document, index: int) -> bool:
    """A short line without a sentence, with list items or further lines under it ("宿題", "■今後", "[次]")."""
    block = document.blocks[index]
    if document.kind in (DocumentKind.TRANSCRIPT, DocumentKind.CHAT):
        return False
    text = document.text[block.start : block.end].strip()
    if block.kind is BlockKind.LIST_ITEM:
        numbered = bool(NUMBERED.match(text)) and _has_text_under(document, index)
        return numbered or (bool(SHORT_ITEM.match(text)) and _goes_deeper(document, index))
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if _is_empty_field(document, index):
        return False
    return bool(PSEUDO_HEADING.match(text)) or _introduces_list(document, index)


def _is_empty_field(document: Document, index: int) -> bool:
    """An emphasised label without a value, among lines with such labels ("**Budget**:")."""
    around = document.blocks[max(index - 1, 0) : index + 2]
    lines = [document.text[block.start : block.end].strip() for block in around]
    here = document.text[document.blocks[index].start : document.blocks[index].end].strip()
    return EMPTY_FIELD.fullmatch(here) is not None and sum(bool(FIELD.match(line)) for line in lines) > 1


def _introduces_list(document: Document, index: int) -> bool:
    """A short sentence right before a list ("ここで目標についてお話ししました。", "We agreed:")."""
    block = document.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH or document.kind in (DocumentKind.TRANSCRIPT, DocumentKind.CHAT):
        return False
    text = document.text[block.start : block.end].strip()
    short = len(text) <= HEADING_LENGTH and text.endswith(INTRODUCES) and not text.startswith(("※", "*"))
    return short and _list_follows(document, index)


def _list_is_over(document: Document, index: int) -> bool:
    """A paragraph after the items of a list."""
    here, before = document.blocks[index], document.blocks[index - 1]
    return here.kind is BlockKind.PARAGRAPH and before.kind is BlockKind.LIST_ITEM


def _list_follows(document: Document, index: int) -> bool:
    """The block after is an item, and no later number of a list that this line stands in ("2. …")."""
    if index + 1 >= len(document.blocks) or document.blocks[index + 1].kind is not BlockKind.LIST_ITEM:
        return False
    after = document.blocks[index + 1]
    number = re.match(r"(\d+)[.)．]", document.text[after.start : after.end].strip())
    return number is None or int(number[1]) == 1


def _next_section(heading: str, text: str) -> bool:
    """A numbered line after a numbered heading, where the source prints heading and text on one line."""
    here, there = SECTION_NUMBER.match(heading), SECTION_NUMBER.match(text)
    return bool(here and there and int(there[1]) == int(here[1]) + 1)


def _goes_deeper(document: Document, index: int) -> bool:
    """The block after belongs under this item: indented further, or plain lines under a bullet."""
    if index + 1 >= len(document.blocks):
        return False
    here, after = document.blocks[index], document.blocks[index + 1]
    return after.kind is BlockKind.PARAGRAPH or (
        after.kind is BlockKind.LIST_ITEM and after.level > here.level
    )


def _has_text_under(document: Document, index: int) -> bool:
    """A numbered line is a heading when text or a bullet follows it, and an item when a numbered line stands beside it."""
    if index + 1 >= len(document.blocks):
        return False
    after = document.blocks[index + 1]
    follows = after.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
    return follows and not _is_numbered(document, index - 1) and not _is_numbered(document, index + 1)


def _is_numbered(document: Document, index: int) -> bool:
    if index < 0:
        return False
    block = document.blocks[index]
    return bool(re.match(r"\d+[.)．](?!\d)", document.text[block.start : block.end].strip()))


def _day(found: re.Match[str] | None) -> dt.date | None:
    if not found:
        return None
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
