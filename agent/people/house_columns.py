"""Tables of people with a column for the house or side of each: whose house every row names, and whether ours sit there too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.people.columns import column_kind
from agent.people.fold import fold
from agent.people.labels import Label, english_unit, is_post, is_unit, place_words, read_label
from agent.people.parties import Parties, core
from agent.people.types import Side, Source
from connectors.interface import BlockKind, Span

LONGEST_HOUSE = 30
"""Characters of a cell that may be a house's name or a side."""
FEWEST = 2
_SIDE = re.compile(
    r"(?:(?:お?客(?:様|さま|先)?|先方|先様|御社|貴社|顧客|当社|弊社|当方|自社|こちら|社外|他社|外部|その他|第三者|協力会社|ベンダー|パートナー|代理店)(?:側|様)?"
    r"|(?:the )?(?:customer|client|vendor|supplier|us|ours|them|theirs|our side|their side|partner|third party|external|other|internal)(?: side)?)\Z",
    re.IGNORECASE,
)
_PROPER = re.compile(r"[A-Z][\w&'’.-]*(?: (?:[A-Z][\w&'’.-]*|&|and|of))*\Z|[^\x00-\x7f][^。、]*\Z")
_NO_HOUSE = re.compile(
    r"\d|[?？]|(?:です|ます|した|する|いる|ない|不明|未定|未回答)\Z|\A(?:n/?a|none|tbc|tbd|unknown|-+)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """`column` names the house or side of each row; `shared` holds where rows of ours stand beside the customer's;
    `header` replaces a heading the table has none of."""

    column: int
    shared: bool
    header: tuple[str, ...] = ()
    headed: bool = True
    """Its first row is a heading; a row of a person is none, whatever the reader of files took it for."""

    def side(self, cells: Sequence[str], parties: Parties) -> Side | None:
        """Whose house the row names; None for a cell that names none."""
        return side_of_cell(cells[self.column], parties) if self.column < len(cells) else None


def side_of_cell(cell: str, parties: Parties) -> Side | None:
    """The side that a cell names as a house or in a word; a proper name that is neither party's is a third house."""
    words = cell.strip()
    if not words or len(words) > LONGEST_HOUSE or _NO_HOUSE.search(words):
        return None
    known = known_side(words, parties)
    if known is not None:
        return known
    if is_unit(words) or is_post(words) or english_unit(words) or not _PROPER.match(words):
        return None
    if read_label(words, 0, loose=False) is not None and not words.isascii():
        return None
    return Side.THIRD


def known_side(words: str, parties: Parties) -> Side | None:
    """The side of words that are a party's name in whole or a word for a side; None for others."""
    side = parties.of_words(words)
    if _SIDE.match(words):
        return side if side is not Side.UNKNOWN else Side.THIRD
    if side not in (Side.OURS, Side.CUSTOMER):
        return None
    names = parties.ours if side is Side.OURS else parties.customer
    key = core(words)
    whole = any(key == name or (len(key) > 2 and name.startswith(key)) for name in names)
    return side if whole else None


def people_tables(source: Source, parties: Parties) -> Mapping[int, PeopleTable]:
    """By number of table, those of a note with a column of houses or sides in which the customer stands."""
    if source.public:
        return {}
    rows: dict[int, list[list[str]]] = {}
    headers: dict[int, list[str]] = {}
    for unit in source.units:
        block = unit.block
        if block.kind is not BlockKind.TABLE_ROW or block.table is None:
            continue
        cells = [source.folded[c.start : c.end].strip() for c in block.cells]
        if block.header:
            headers[block.table] = cells
        else:
            rows.setdefault(block.table, []).append(cells)
    found: dict[int, PeopleTable] = {}
    for number, held in rows.items():
        read = _table(held, headers.get(number, []), parties)
        if read is not None:
            found[number] = read
    return found


def _table(rows: Sequence[Sequence[str]], header: Sequence[str], parties: Parties) -> PeopleTable | None:
    first = list(rows[0]) if rows else []
    headed = not (header and _is_person(header, parties))
    if not headed:
        header, rows = (), [header, *rows]
    elif not header and sum(column_kind(cell) is not None for cell in first) >= FEWEST:
        header, rows = first, rows[1:]
    width = max((len(row) for row in rows), default=0)
    if len(rows) < FEWEST or width < FEWEST:
        return None
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        known = [known_side(cell, parties) for cell in cells]
        sided = [side_of_cell(cell, parties) for cell in cells]
        if Side.CUSTOMER not in known or None in sided or len(cells) < len(rows):
            continue
        name = _name_column(rows, width, column)
        if name is None and not header:
            return None
        made = () if header else _made_header(rows, width, column, name or 0)
        return PeopleTable(column, Side.OURS in known, made, headed)
    return None


def _is_person(row: Sequence[str], parties: Parties) -> bool:
    """The row names a house of a party and somebody by their full name."""
    labels = [read_label(cell, 0, loose=False) for cell in row]
    return any(known_side(cell, parties) for cell in row) and any(one and one.given for one in labels)


def _name_column(rows: Sequence[Sequence[str]], width: int, house: int) -> int | None:
    """The column in which every cell is somebody's full name."""
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row)]
        labels = [read_label(fold(cell), 0, loose=False) for cell in cells]
        if column != house and all(label is not None and label.given for label in labels):
            return column
    return None


def _made_header(rows: Sequence[Sequence[str]], width: int, house: int, name: int) -> tuple[str, ...]:
    heads = [""] * width
    heads[house], heads[name] = "会社", "氏名"
    for column in range(width):
        if heads[column]:
            continue
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        if cells and sum(_is_post(cell) for cell in cells) * 2 > len(cells):
            heads[column] = "役職"
            break
    return tuple(heads)


def _is_post(cell: str) -> bool:
    label = Label(0, 0, "", None, False, Span(0, len(cell)))
    place_words(label, cell, 0)
    return label.title is not None
