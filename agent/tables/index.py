"""All cells of a filing's tables in arrays, with an index of the words that stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from agent.tables.belonging import (
    balances_in,
    fiscal_end_of,
    next_balance,
    place_of,
    scope_around,
    scope_of,
    tagged_cells,
    tagged_scope,
    tagged_year,
    year_around,
    year_of,
)
from agent.tables.grid import Row, Table, tables_in
from agent.tables.heads import Cell, cells_of
from agent.tables.strings import Strings
from agent.tables.values import Unit, money_units
from agent.tables.words import is_nothing, is_number, label, without_numbering
from agent.tables.years import year_in
from connectors.interface import Document, DocumentKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]

NUMBER, NOTHING, WORDS = 0, 1, 2
_BESIDE, _ABOVE, _GROUPS, _MATES, _BEFORE, _HEADINGS, _CAPTIONS = 2, 3, 3, 4, 3, 5, 3
_MATE = 45
_GRAND = re.compile(
    r"(?:純資産|資本|連結|資本の部)(?:合計|計|総計)$|(?:要約)?(?:四半期)?連結(?:財務諸表)?(?:計上額|損益計算書計上額)?(?:\(|$)|連結合計|総合計|総計$"
)
_OPENING = tuple("(（[［〔〈<＜【")


@dataclass
class TableIndex:
    """Arrays over cells (N) and tables (T); numbers in them are numbers of `strings`."""

    documents: list[Document]
    tables: list[Table]
    cells: list[Cell]
    document_of: list[int]  # of each table
    units: list[Unit | None]  # of amounts, by table
    strings: Strings
    first: Ints  # first cell of each table, and one past the last
    table: Ints
    leaf: Ints
    head: Ints
    beside: Ints
    above: Ints
    groups: Ints
    mates: Ints  # other short words in the cell's row
    before: Ints  # labels of the rows above
    headings: Ints  # by table
    captions: Ints  # by table
    year: Ints
    kind: Ints
    bracketed: Ints
    is_label: Ints
    is_balance: Ints  # its row states a balance at a day
    is_movement: Ints  # its row leads from one balance to the next
    rightmost: Ints  # the last cell of its row
    lowest: Ints  # in the last row of its table
    place: Ints  # by table: the part of a filing it stands in, a number of PLACES
    column: Ints
    is_member: Ints  # tagged as a value of a part of the company
    scope: Ints  # by cell: 1 consolidated, -1 the company alone, 0 not said
    is_period: NDArray[np.bool_]  # by string
    is_total: NDArray[np.bool_]  # by string
    is_grand: NDArray[np.bool_]  # by string: the total of all members
    is_cost: NDArray[np.bool_]  # by string: gross amounts and deductions beside the carrying amount
    is_opening: NDArray[np.bool_]  # by string
    is_other: NDArray[np.bool_]  # by string: その他 alone
    is_partial: NDArray[np.bool_]  # by string: a part of a figure by where it comes from

    def latest(self) -> tuple[tuple[int, int] | None, int | None]:
        """Year and month of the latest fiscal year's end that a document states, and the number of its 期."""
        known = [(fiscal, term) for fiscal, term in map(fiscal_end_of, self.documents) if fiscal is not None]
        return max(known, key=lambda found: found[0]) if known else (None, None)

    def cells_of(self, table: int) -> Ints:
        """Numbers of the cells of a table."""
        return np.arange(self.first[table], self.first[table + 1], dtype=np.int32)


def index_tables(documents: Sequence[Document]) -> TableIndex:
    """The index of all tables of the documents."""
    strings = Strings()
    tables: list[Table] = []
    cells: list[Cell] = []
    document_of: list[int] = []
    units: list[Unit | None] = []
    first = [0]
    columns: dict[str, list[Any]] = {
        name: [] for name in ("table", "leaf", "head", "beside", "above", "groups", "mates", "before", "headings", "captions",
                              "year", "kind", "bracketed", "column", "is_member", "is_label", "is_balance", "is_movement", "rightmost", "lowest", "place", "scope")
    }  # fmt: skip
    years = [fiscal_end_of(document) for document in documents]
    latest = max(
        (year for year in years if year[0] is not None),
        key=lambda year: year[0] or (0, 0),
        default=(None, None),
    )
    for at, document in enumerate(documents):
        fiscal, term = years[at]
        if (
            fiscal is None and document.kind is DocumentKind.OTHER_FILING
        ):  # a page of a report without its cover
            fiscal, term = latest
        facts = tagged_cells(document)
        found = tables_in(document)
        units += money_units(found)
        for table in found:
            number = len(tables)
            tables.append(table)
            document_of.append(at)
            columns["headings"].append(
                _slots(strings, (label(without_numbering(w)) for w in table.headings), _HEADINGS)
            )
            columns["captions"].append(
                _slots(strings, (label(without_numbering(w)) for w in table.captions), _CAPTIONS)
            )
            around = year_around(table, fiscal, term)
            balances = balances_in(table)
            columns["place"].append(place_of(table))
            table_scope = scope_around(table)
            mates = {at: _mates(strings, row) for at, row in enumerate(table.rows)}
            for cell in cells_of(table):
                cells.append(cell)
                columns["table"].append(number)
                columns["leaf"].append(strings.number(cell.beside[-1] if cell.beside else ""))
                columns["head"].append(strings.number(cell.above[-1] if cell.above else ""))
                columns["beside"].append(_slots(strings, cell.beside[:-1], _BESIDE))
                columns["above"].append(_slots(strings, cell.above[:-1], _ABOVE))
                columns["groups"].append(_slots(strings, cell.groups, _GROUPS))
                columns["mates"].append(mates[cell.row])
                columns["before"].append(_before(strings, table, cell.row))
                fact = facts.get(cell.span.start)
                columns["column"].append(cell.column)
                columns["is_member"].append(fact is not None and bool(fact.context.members))
                columns["year"].append(
                    tagged_year(fact)
                    or year_of(cell, next_balance(balances, cell.row) or around, fiscal, term)
                )
                columns["kind"].append(
                    NOTHING if is_nothing(cell.words) else NUMBER if is_number(cell.words) else WORDS
                )
                columns["bracketed"].append(cell.words[:1] in _OPENING)
                stated = any(number == cell.row for number, _ in balances)
                columns["is_balance"].append(stated)
                columns["is_movement"].append(not stated and next_balance(balances, cell.row) > 0)
                columns["is_label"].append(cell.is_label)
                columns["rightmost"].append(cell.column == table.rows[cell.row].filled[-1])
                columns["lowest"].append(cell.row == len(table.rows) - 1)
                columns["scope"].append(tagged_scope(fact) or scope_of(cell) or table_scope)
            first.append(len(cells))
    strings.close()
    arrays = {name: np.array(values, dtype=np.int32) for name, values in columns.items()}
    for name, width in (("beside", _BESIDE), ("above", _ABOVE), ("groups", _GROUPS), ("mates", _MATES), ("before", _BEFORE),
                        ("headings", _HEADINGS), ("captions", _CAPTIONS)):  # fmt: skip
        arrays[name] = arrays[name].reshape(-1, width)
    return TableIndex(
        list(documents), tables, cells, document_of, units, strings, np.array(first, dtype=np.int32),
        is_period=np.array([year_in(w, (2020, 3), 100) is not None and len(w) < 40 for w in strings.words]),
        is_total=np.array([re.search(r"(?:合計|計|総額|計上額|全社|連結)$", core_of_total(w)) is not None for w in strings.words]),
        is_grand=np.array([_GRAND.match(w) is not None for w in strings.words]),
        is_cost=np.array([re.search("取得原価|取得価額|累計額", w) is not None for w in strings.words]),
        is_opening=np.array(["期首" in w for w in strings.words]),
        is_other=np.array([w == "その他" for w in strings.words]),
        is_partial=np.array([is_partial(w) for w in strings.words]),
        **arrays,
    )  # fmt: skip


def is_partial(words: str) -> bool:
    """Names sales to or from one side only: 外部顧客への売上高, セグメント間の内部売上高."""
    return re.search("外部(?:顧客|収益)|内部(?:売上|収益|営業)|セグメント間", words) is not None


def core_of_total(words: str) -> str:
    """Words without brackets and marks behind them, where 合計 may end."""
    return re.sub(r"[(（].*$|[\d*※]+$", "", words)


def _mates(strings: Strings, row: Row) -> list[int]:
    words = [label(row.words[at]) for at in row.filled if not is_number(row.words[at])]
    return _slots(strings, [w for w in words if 1 < len(w) <= _MATE][:_MATES], _MATES)


def _before(strings: Strings, table: Table, row: int) -> list[int]:
    """First words of the rows right above, nearest first."""
    rows = table.rows[max(0, row - _BEFORE) : row]
    return _slots(strings, [label(r.words[r.filled[0]]) for r in rows if r.filled], _BEFORE)


def _slots(strings: Strings, words: Iterable[str], width: int) -> list[int]:
    """The nearest `width` of the words, nearest first."""
    found = [strings.number(word) for word in words][::-1][:width]
    return found + [0] * (width - len(found))
