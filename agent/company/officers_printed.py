"""Officers from the printed table of 役員の状況, for filings whose table is not tagged (before 2019, plain pages)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from agent.calendar import fold
from agent.company.figures import number
from agent.company.officer_terms import NOTES_AFTER, Term, note_of_term, term_notes
from agent.company.officers import one_per_person, tagged_officers
from agent.company.scales import scale_of
from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import Number, Officer
from connectors.dates import date_in
from connectors.interface import Block, BlockKind, Document, Span

_HEADS = {
    "title": re.compile("役職名?|役名|役職|地位(?:及び担当)?"),
    "post": re.compile("職名|担当|委嘱業務"),
    "name": re.compile("氏名(?:\\(.*\\))?|名前"),
    "birth": re.compile("生年月日"),
    "term": re.compile("任期(?:\\(.*\\))?"),
    "shares": re.compile("所有(?:する)?(?:当社の?)?(?:普通)?株式(?:の?数)?.*"),
}
_BIRTH = re.compile(
    "(?:(?:明治|大正|昭和|平成|\\d{2})(?:元|\\d{1,2})|\\d{4})年 ?\\d{1,2}月 ?\\d{1,2}日 ?生?(?:まれ)?"
)
_NAME_AND_BIRTH = re.compile(f"(?P<name>.{{2,60}}?) ?\\( ?(?P<birth>{_BIRTH.pattern}) ?\\)")
"""Name and birth date in one cell, under the head 氏名（生年月日）."""
_YOUNGEST = 18
"""Years between birth and the end of the reported period; younger dates are those of plans and careers."""
_NONE = re.compile("[-－―—‐ー–\\s　]*$")
_PLANNED = re.compile("(?:可決|承認)され(?:ます|た場合|る)|選任予定|予定です。?$|予定であります")
_TOTAL = re.compile("計|合計")


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the columns stand in rows of `width` cells; the scale is the share column's."""

    width: int
    columns: dict[str, int]
    scale: int
    scale_span: Span | None
    joined: bool  # name and birth date share a cell


def newest_officers(documents: Iterable[Document]) -> list[Officer]:
    """Officers of the first document that has any, tagged or else printed; `documents` come newest first."""
    return next((found for d in documents if (found := tagged_officers(d) or printed_officers(d))), [])


def printed_officers(document: Document) -> list[Officer]:
    """Officers in printed order, one entry per person whose row has a name and a birth date below such a header.

    A name's 旧姓 and 戸籍上の氏名 stay with it; 役名 and 職名 are one title. Rows behind a sentence about a
    board still to be elected are left out.
    """
    rows = list(_rows(document))
    if not rows:
        return []
    notes = term_notes(document, rows[0][0].start, rows[-1][0].end + NOTES_AFTER)
    officers: list[Officer] = []
    term: Term | None = None
    for block, table in rows:
        cells = {head: block.cells[column] for head, column in table.columns.items()}
        if "term" in cells:
            words = _words(document, cells["term"])
            found = cite(document, *cells["term"]) if words else None
            term = note_of_term(words, (words, found) if found else None, notes, term)
        officer = _officer(document, table, cells, term)
        if officer is not None:
            officers.append(officer)
    return one_per_person(officers)


def _rows(document: Document) -> Iterator[tuple[Block, _Table]]:
    """Rows below a header of officers, up to the form's next section or a sentence about a board to come.

    What follows may be the board of a subsidiary or of a guarantor.
    """
    table: _Table | None = None
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            words = document.text[block.start : block.end]
            other = block.kind is BlockKind.HEADING and "【" in words and "役員の状況" not in words
            if table is not None and (other or _PLANNED.search(words)):
                return
            continue
        head = _header(document, block)
        if head is not None:
            table = head
        elif table is not None and len(block.cells) == table.width:
            words = fold(_words(document, block.cells[table.columns["birth"]])).text
            pattern = _NAME_AND_BIRTH if table.joined else _BIRTH
            if pattern.fullmatch(words) and _is_grown_up(document, words):
                yield block, table


def _is_grown_up(document: Document, words: str) -> bool:
    born, on = date_in(words), document.period.end if document.period else document.published
    return born is None or on is None or born.year + _YOUNGEST <= on.year


def _header(document: Document, block: Block) -> _Table | None:
    columns: dict[str, int] = {}
    scale, scale_span = 1, None
    for place, cell in enumerate(block.cells):
        words = re.sub("\\s", "", fold(_words(document, cell)).text)
        for head, pattern in _HEADS.items():
            if head not in columns and pattern.fullmatch(words):
                columns[head] = place
                if head == "shares":
                    scale, scale_span = scale_of(words), cell
                break
    joined = "birth" not in columns and "name" in columns
    if joined and "生年月日" in _words(document, block.cells[columns["name"]]):
        columns["birth"] = columns["name"]
    if not {"title", "name", "birth"} <= columns.keys():
        return None
    return _Table(len(block.cells), columns, scale, scale_span if scale != 1 else None, joined)


def _officer(document: Document, table: _Table, cells: dict[str, Span], term: Term | None) -> Officer | None:
    name = _words(document, cells["name"])
    if table.joined:
        name = re.sub("[ \u3000]*[(（][^(（]*$", "", name)
    cited = cite(document, *cells["name"])
    if cited is None or not name or _TOTAL.fullmatch(name):
        return None
    citations = [cited]
    titles = []
    for head in ("title", "post"):
        words = _words(document, cells[head]) if head in cells else ""
        found = cite(document, *cells[head]) if words and not _NONE.match(words) else None
        if found is not None:
            titles.append(words)
            citations.append(found)
    if term is not None and term[1] not in citations:
        citations.append(term[1])
    return Officer(
        name=name,
        title=" ".join(titles) or None,
        birth_date=_birth(document, cells["birth"]),
        term_until=term[0] if term else None,
        shares=_shares(document, table, cells.get("shares")),
        citations=citations,
    )


def _birth(document: Document, cell: Span) -> Value[dt.date] | None:
    day = date_in(_words(document, cell))
    cited = cite(document, *cell, check="value_matches")
    return Value[dt.date](value=day, citations=[cited]) if day is not None and cited is not None else None


def _shares(document: Document, table: _Table, cell: Span | None) -> Value[Number] | None:
    words = fold(_words(document, cell)).text if cell is not None else ""
    match = re.fullmatch("(?:普通株式)? ?(\\d{1,3}(?:,\\d{3})*|\\d+)(?:株)?", words)
    cited = cite(document, *cell, check="value_matches") if cell is not None and match is not None else None
    if match is None or cited is None:
        return None
    citations = [cited]
    if table.scale_span is not None and (head := cite(document, *table.scale_span, check="value_matches")):
        citations.append(head)
    shares = Decimal(match[1].replace(",", "")) * table.scale
    return Value[Number](value=number(shares), unit="株", citations=citations)


def _words(document: Document, span: Span) -> str:
    return document.text[span.start : span.end].strip()
