"""All cells of a filing's tables in arrays, with an index of the words that stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from agent.tables.grid import Row, RowKind, Table, tables_in
from agent.tables.heads import Cell, cells_of
from agent.tables.strings import Strings
from agent.tables.values import Unit, money_units
from agent.tables.words import is_nothing, is_number, label, plain, without_numbering
from agent.tables.years import fiscal_year_of, year_in
from connectors.interface import Document, DocumentKind, Fact

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]

NUMBER, NOTHING, WORDS = 0, 1, 2
_BESIDE, _ABOVE, _GROUPS, _MATES, _BEFORE, _HEADINGS, _CAPTIONS = 2, 3, 3, 4, 3, 5, 3
_MATE, _LONG = 45, 60
_GRAND = re.compile(
    r"(?:純資産|資本|連結|資本の部)(?:合計|計|総計)$|(?:要約)?(?:四半期)?連結(?:財務諸表)?(?:計上額|損益計算書計上額)?(?:\(|$)|連結合計|総合計|総計$"
)
PLACES = (
    ("other", None),
    ("summary", re.compile(r"経営指標等")),
    ("cover", re.compile(r"^表紙$")),
    ("employees", re.compile(r"従業員の状況|多様性に関する指標|女性労働者の割合")),
    ("shares", re.compile(r"株式等の状況|発行済株式|所有者別状況|大株主の状況|議決権の状況|自己株式")),
    ("officers", re.compile(r"役員の状況|役員一覧")),
    ("remuneration", re.compile(r"役員の報酬|監査の状況|監査報酬")),
    ("holdings", re.compile(r"株式の保有状況|投資株式")),
    ("segments", re.compile(r"セグメント情報|事業セグメント")),
    (
        "statements",
        re.compile(
            r"【(?:.{0,6}連結)?(?:要約)?(?:四半期|中間)?(?:貸借対照表|損益計算書|財政状態計算書|純損益|包括利益計算書|持分変動計算書|株主資本等変動計算書|キャッシュ・フロー計算書|損益及び包括利益計算書).*】?|株主資本等変動計算書|連結持分変動計算書"
        ),
    ),
)
"""Parts of a filing by the words of the headings a table stands under, the nearest heading first."""
_OPENING = tuple("(（[［〔〈<＜【")
_WHOLE = re.compile(r"(?<!非)連結")
_ALONE = re.compile(
    r"提出会社|単体|個別|事業年度|財務諸表等|【財務諸表】|【貸借対照表】|【損益計算書】|【株主資本等変動計算書】"
)


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

    def latest(self) -> tuple[tuple[int, int] | None, int | None]:
        """Year and month of the latest fiscal year's end that a document states, and the number of its 期."""
        known = [(fiscal, term) for fiscal, term in map(_fiscal, self.documents) if fiscal is not None]
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
    years = [_fiscal(document) for document in documents]
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
        facts = _tagged(document)
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
            around = _year_around(table, fiscal, term)
            balances = _balances(table)
            columns["place"].append(_place(table))
            table_scope = _scope_around(table)
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
                    _year_of(fact) or _year(cell, _next_balance(balances, cell.row) or around, fiscal, term)
                )
                columns["kind"].append(
                    NOTHING if is_nothing(cell.words) else NUMBER if is_number(cell.words) else WORDS
                )
                columns["bracketed"].append(cell.words[:1] in _OPENING)
                stated = any(number == cell.row for number, _ in balances)
                columns["is_balance"].append(stated)
                columns["is_movement"].append(not stated and _next_balance(balances, cell.row) > 0)
                columns["is_label"].append(cell.is_label)
                columns["rightmost"].append(cell.column == table.rows[cell.row].filled[-1])
                columns["lowest"].append(cell.row == len(table.rows) - 1)
                columns["scope"].append(_scope_of(fact) or _scope(cell) or table_scope)
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
        **arrays,
    )  # fmt: skip


def _tagged(document: Document) -> dict[int, Fact]:
    """Numbers that the filer tagged, by the code point where their cell's digits begin."""
    starts: dict[int, Fact] = {}
    for fact in document.facts:
        if fact.span is not None and isinstance(fact.value, Decimal) and fact.context.period.end is not None:
            starts.setdefault(fact.span.start, fact)
    cells: dict[int, Fact] = {}
    for block in document.blocks:
        for cell in block.cells:
            found = next(
                (starts[at] for at in range(cell.start, min(cell.end, cell.start + 8)) if at in starts), None
            )
            if found is not None:
                cells[cell.start] = found
    return cells


def _year_of(fact: Fact | None) -> int:
    end = fact.context.period.end if fact is not None else None
    return end.year if end is not None else 0


def _scope_of(fact: Fact | None) -> int:
    scope = fact.context.consolidated if fact is not None else None
    return 0 if scope is None else 1 if scope else -1


def core_of_total(words: str) -> str:
    """Words without brackets and marks behind them, where 合計 may end."""
    return re.sub(r"[(（].*$|[\d*※]+$", "", words)


def _fiscal(document: Document) -> tuple[tuple[int, int] | None, int | None]:
    fiscal, term = fiscal_year_of(document.text)
    if fiscal is None and document.period is not None and document.period.end is not None:
        fiscal = (document.period.end.year, document.period.end.month)
    return fiscal, term


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


def _year(cell: Cell, around: int, fiscal: tuple[int, int] | None, term: int | None) -> int:
    """The year of the nearest head that names one; an opening balance is of the year before."""
    opening = "期首" in "".join(cell.beside)
    for end in (None, fiscal):
        for words in (*reversed(cell.above), *reversed(cell.beside), *reversed(cell.groups)):
            if len(words) >= _LONG or ("期首" in words and end is not None):
                continue
            found = year_in(words, end, term)
            if found is not None:
                return found - (opening and words not in cell.beside)
    return around - 1 if around and opening else around


def _balances(table: Table) -> list[tuple[int, int]]:
    """Rows that state a balance at a day ("2020年3月31日残高"), with the year of the day."""
    found = []
    for number, row in enumerate(table.rows):
        words = label(row.words[row.filled[0]]) if row.filled else ""
        year = year_in(words) if re.search(r"残高|現在|期[首末]", words) and len(words) < _LONG else None
        if year is not None:
            found.append((number, year))
    return found


def _next_balance(balances: list[tuple[int, int]], row: int) -> int:
    """The year of the balance that the changes in a row lead to; 0 unless a balance stands above and below."""
    if not balances or row <= balances[0][0]:
        return 0
    return next((year for number, year in balances if number > row), 0)


def _year_around(table: Table, fiscal: tuple[int, int] | None, term: int | None) -> int:
    days = [plain(row.words[row.filled[0]]) for row in table.rows if row.kind is RowKind.UNIT]
    for words in (*days, *reversed(table.captions)):
        if len(words) < 45 and "及び当" not in words:
            found = year_in(words, None) or year_in(words, fiscal, term)
            if found is not None:
                return found
    for words in reversed(table.headings[-2:]):
        found = year_in(words, None)
        if found is not None and len(words) < 45:
            return found
    return 0


def _place(table: Table) -> int:
    for words in reversed(table.headings):
        for number, (_, pattern) in enumerate(PLACES):
            if pattern is not None and pattern.search(words):
                return number
    return 0


def _scope(cell: Cell) -> int:
    words = "".join(cell.above)
    if "連結会計年度" in words:
        return 1
    return -1 if "事業年度" in words and "末現在" not in words else 0


def _scope_around(table: Table) -> int:
    for words in (*reversed(table.captions), *reversed(table.headings)):
        folded = plain(words)
        if len(folded) > 60:
            continue
        if _WHOLE.search(folded):
            return 1
        if _ALONE.search(folded):
            return -1
    return 0
