"""Documents as scopes of reading: one unit a block, with what was said told apart from who said it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.evidence.instructions import instructing_blocks
from agent.evidence.pasted_talk import Spoken, pasted_talk
from agent.people.fold import fold
from agent.people.shared_microphones import shared_microphones
from agent.people.types import Source, Unit
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

FILINGS = {
    DocumentKind.ANNUAL_REPORT,
    DocumentKind.SEMIANNUAL_REPORT,
    DocumentKind.QUARTERLY_REPORT,
    DocumentKind.EARNINGS_SUMMARY,
    DocumentKind.FORECAST_REVISION,
    DocumentKind.OTHER_FILING,
}
"""Read by agent.company, not here: officers of a filing are not thereby stakeholders."""
_LABEL_END = re.compile(r"\s*[:：>]?\s*")
_DATE = re.compile(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_FEED_DATE = re.compile(rf"\w{{3}}, (\d{{1,2}}) ({'|'.join(MONTHS)})\w* (20\d\d)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]+[」』）)”\"]*|[^。！？!?\n]+")
_SENTENCE_EN = re.compile(
    r"(?:(?<=\w)[.](?=\w)|(?:Mr|Ms|Mrs|Dr|Prof|Mdm|St|No|vs|e\.g|i\.e|approx)\.|[^.!?\n])+[.!?]*[\"”)]*"
)
_QUOTED = re.compile(r"^\s*(?:>|＞)")


MAX_KEY = 20
"""Longest cell taken for the key of the cell behind it, in characters."""


def read_units(documents: Sequence[Document]) -> list[Source]:
    """Sources with units for every document that is not a filing, in the order given.

    A block that tries to instruct a program has no unit and is blank in `folded`: nobody in it is spoken of.
    """
    return [_source(i, d) for i, d in enumerate(documents) if d.kind not in FILINGS]


def _source(index: int, document: Document) -> Source:
    dropped = instructing_blocks(document)
    folded = fold(document.text)
    for number in dropped:
        folded = _blanked(folded, document.blocks[number])
    source = Source(index, document, folded)
    base = document.published or _first_date(folded[:2000])
    spoken = pasted_talk(document)
    for number, block in enumerate(document.blocks):
        if number in dropped:
            continue
        if number in spoken:
            if spoken[number].words >= block.end:
                continue
            block = _turn(block, spoken[number])
        start = block.start
        if block.kind is BlockKind.TURN and block.cells:
            start = block.cells[0].start
        elif block.speaker and document.text.startswith(block.speaker, start):
            start += len(block.speaker)
            start = _LABEL_END.match(folded, start).end()  # type: ignore[union-attr]  # matches the empty string
        if document.kind is DocumentKind.FEED_ENTRY:
            base = _feed_day(folded[block.start : block.end]) or base
        if block.kind is BlockKind.TABLE_ROW and document.kind is DocumentKind.TABLE:
            day = block.spoken_on or _first_date(folded[block.start : block.end]) or base
        else:
            day = block.spoken_on or base
        source.units.append(
            Unit(
                index,
                len(source.units),
                block,
                min(start, block.end),
                block.end,
                folded[start : block.end],
                day,
            )
        )
    for place, (name, said) in shared_microphones(source.units).items():
        unit = source.units[place]
        source.units[place] = replace(unit, block=replace(unit.block, speaker=name), says_name=said)
    return source


def _turn(block: Block, spoken: Spoken) -> Block:
    """The block as a turn of its speaker, whose name may stand on a line above."""
    return replace(
        block,
        kind=BlockKind.TURN,
        start=min(block.start, spoken.place.start),
        speaker=spoken.label,
        cells=(Span(spoken.words, block.end),),
    )


def _blanked(folded: str, block: Block) -> str:
    """The text with a block's words replaced by as many spaces."""
    gone = re.sub(r"[^\n\t]", " ", folded[block.start : block.end])
    return folded[: block.start] + gone + folded[block.end :]


SAYS = re.compile(
    r"(?:[(（][^)）]*[)）])?[ 　]*(?:[:：「『\"“]|(?:は|が|より|から)?、?[「『]|いわく|曰く|談[:：]?)"
)
"""What follows a name whose words a minuted line gives: a colon or an opening quotation mark."""


def is_quoted(unit: Unit) -> bool:
    """True for somebody's earlier words inside a mail."""
    return unit.block.quoted or bool(_QUOTED.match(unit.text))


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Sentences of one unit's text as offsets into it; a tab between cells ends a sentence too."""
    spans: list[tuple[int, int]] = []
    pattern = _SENTENCE_EN if language == "en" else _SENTENCE
    at = 0
    for line in text.split("\n"):
        spans += [(at + m.start(), at + m.end()) for m in pattern.finditer(line) if m.group().strip()]
        at += len(line) + 1
    return spans


def statement_spans(unit: Unit, language: str) -> list[tuple[int, int]]:
    """Sentences of a unit; in table rows each cell's own, the first joined to a short key cell before it."""
    if unit.block.kind is not BlockKind.TABLE_ROW or not unit.block.cells:
        return sentence_spans(unit.text, language)
    spans: list[tuple[int, int]] = []
    previous: tuple[int, int] | None = None
    for cell in unit.block.cells:
        start, end = cell.start - unit.start, cell.end - unit.start
        inner = [(start + a, start + b) for a, b in sentence_spans(unit.text[start:end], language)]
        if inner and previous is not None and 0 < previous[1] - previous[0] <= MAX_KEY:
            inner[0] = (previous[0], inner[0][1])
        spans += inner
        previous = (start, end)
    return spans


def _feed_day(line: str) -> dt.date | None:
    """The day of a feed's date line ("Fri, 28 Aug 2026 15:30:00 +0900"), which holds for the lines below it."""
    found = _FEED_DATE.match(line)
    if not found:
        return None
    return dt.date(int(found[3]), MONTHS.index(found[2].casefold()) + 1, int(found[1]))


def _first_date(text: str) -> dt.date | None:
    for found in _DATE.finditer(text):
        try:
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
    return None


_CONTACT_LINE = re.compile(
    r"\s*(?:(?:TEL|FAX|電話|携帯|直通|代表|内線|mobile|phone|direct|cell|office|e-?mail|mail|メール|url|web)\s*[:：.／/]?\s*)?"
    r"(?:[+(]?\d[\d\-‐－() .+]{5,}(?:\(?(?:代表|直通|内線)\)?)?|\S+@\S+|https?://\S+|www\.\S+|〒\S.*)\s*",
    re.IGNORECASE,
)


def is_contact_line(text: str) -> bool:
    """A phone number, an address or a page alone: it says nothing of anybody."""
    return _CONTACT_LINE.fullmatch(text) is not None
