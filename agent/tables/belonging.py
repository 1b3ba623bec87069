"""The year, scope and part of a filing that a table and its cells belong to, as printed or as tagged."""

from __future__ import annotations

import re
from decimal import Decimal

from agent.tables.grid import RowKind, Table
from agent.tables.heads import Cell
from agent.tables.words import label, plain
from agent.tables.years import fiscal_year_of, year_in
from connectors.interface import Document, Fact

_LONG = 60
"""Characters from which words are a sentence and no head."""
_WHOLE = re.compile(r"(?<!非)連結")
_ALONE = re.compile(
    r"提出会社|単体|個別|事業年度|財務諸表等|【財務諸表】|【貸借対照表】|【損益計算書】|【株主資本等変動計算書】"
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


def tagged_cells(document: Document) -> dict[int, Fact]:
    """Numbers that the filer tagged, by the code point where their cell's digits begin."""
    starts: dict[int, Fact] = {}
    for fact in document.facts:
        if fact.span is not None and isinstance(fact.value, Decimal) and fact.context.period.end is not None:
            starts.setdefault(fact.span.start, fact)
    cells: dict[int, Fact] = {}
    if not starts:
        return cells
    for block in document.blocks:
        for cell in block.cells:
            found = next(
                (starts[at] for at in range(cell.start, min(cell.end, cell.start + 8)) if at in starts), None
            )
            if found is not None:
                cells[cell.start] = found
    return cells


def tagged_year(fact: Fact | None) -> int:
    """The year in which a tagged value's period ends or its day lies; 0 without a tag."""
    end = fact.context.period.end if fact is not None else None
    return end.year if end is not None else 0


def tagged_scope(fact: Fact | None) -> int:
    """1 for a value of the group, -1 of the company alone, 0 when the tag does not say."""
    scope = fact.context.consolidated if fact is not None else None
    return 0 if scope is None else 1 if scope else -1


def fiscal_end_of(document: Document) -> tuple[tuple[int, int] | None, int | None]:
    """Year and month in which a document's fiscal year ends and the number of its 期, as far as it says."""
    fiscal, term = fiscal_year_of(document.text)
    if fiscal is None and document.period is not None and document.period.end is not None:
        fiscal = (document.period.end.year, document.period.end.month)
    return fiscal, term


def year_of(cell: Cell, around: int, fiscal: tuple[int, int] | None, term: int | None) -> int:
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


def balances_in(table: Table) -> list[tuple[int, int]]:
    """Rows that state a balance at a day ("2020年3月31日残高"), with the year of the day."""
    found = []
    for number, row in enumerate(table.rows):
        words = label(row.words[row.filled[0]]) if row.filled else ""
        year = year_in(words) if re.search(r"残高|現在|期[首末]", words) and len(words) < _LONG else None
        if year is not None:
            found.append((number, year))
    return found


def next_balance(balances: list[tuple[int, int]], row: int) -> int:
    """The year of the balance that the changes in a row lead to; 0 unless a balance stands above and below."""
    if not balances or row <= balances[0][0]:
        return 0
    return next((year for number, year in balances if number > row), 0)


def year_around(table: Table, fiscal: tuple[int, int] | None, term: int | None) -> int:
    """The year that the lines above a table, or a row with the day alone, give to all of it; 0 without one."""
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


def place_of(table: Table) -> int:
    """The number in PLACES of the part of a filing that the table stands in."""
    for words in reversed(table.headings):
        for number, (_, pattern) in enumerate(PLACES):
            if pattern is not None and pattern.search(words):
                return number
    return 0


def scope_of(cell: Cell) -> int:
    """1 or -1 when the heads over a cell speak of 連結会計年度 or of 事業年度, else 0."""
    words = "".join(cell.above)
    if "連結会計年度" in words:
        return 1
    return -1 if "事業年度" in words and "末現在" not in words else 0


def scope_around(table: Table) -> int:
    """The scope that the nearest caption or heading names: 1 the group, -1 the company alone, 0 none."""
    for words in (*reversed(table.captions), *reversed(table.headings)):
        folded = plain(words)
        if len(folded) > 60:
            continue
        if _WHOLE.search(folded):
            return 1
        if _ALONE.search(folded):
            return -1
    return 0
