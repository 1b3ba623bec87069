"""What a cell's printed words are worth: a number in base units, a day, nothing, or the words themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from agent.tables.grid import RowKind, Table
from agent.tables.heads import Cell
from agent.tables.words import is_nothing, is_number, is_unit, plain, without_notes

_AMOUNT = re.compile(r"(?P<sign>[△▲▵-])?\(?[¥$]?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?")
_DAY = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和)?(?P<year>元|\d{1,4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:生まれ|生)?"
)
_ERA = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_UNIT = re.compile(
    r"(?:単位:?|金額)?(?P<scale>百万|千万|十億|億|千|万|百)?(?P<unit>円|米?ドル|ユーロ|元|人|名|%|株|個|倍|単元|銘柄|社|歳|年|ヶ月|か月)"
    r"(?:[・,、/;:。].*|未満.*)?"
)
_SCALES = {
    "": 1,
    "百": 100,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "億": 10**8,
    "十億": 10**9,
}
_BRACKETED = re.compile(r"[(\[〔〈<〔]([^()\[\]〔〕]*)[)\]〕〉>〕]")
_UNIT_CAPTION = re.compile(r"単位|[(（](?:百万|千|億)?円[)）]")
_SHARE = re.compile(r"割合|比率|率(?:\(.*\))?$|利回り|配当性向|賃金の差異|取得率|配当込み|株価指数")
_COUNT = re.compile(r"株式数|株主数|員数|人員|従業員|議決権|株数|銘柄数|単元|回数|年齢|年数|任期|倍率|収益率")
_SHARE_UNIT = re.compile(r"1株当たり|一株当たり")


Unit = tuple[str, int]
"""A unit and the factor to its base: ("円", 1000000)."""


@dataclass(frozen=True, slots=True)
class Value:
    """`number` is in base units with sign, a percentage as a share; `text` is the form two values are compared in."""

    text: str
    number: Decimal | None = None
    unit: str = ""


def value_of(table: Table, cell: Cell, money: Unit | None = None) -> Value:
    """The value of a cell under the unit its row, column, table or caption names, the nearest first.

    `money` is the unit of amounts of the tables around it (`money_units`), for a table that names none.
    """
    words = plain(cell.words)
    if is_nothing(without_notes(cell.words)):
        return Value("－")
    day = _DAY.fullmatch(words)
    if day is not None:
        return Value(_iso(day))
    if not is_number(cell.words):
        return Value(words)
    inner = plain(without_notes(cell.words)).strip("()[]〔〕<>〈〉約")
    match = _AMOUNT.match(inner)
    if match is None:
        return Value(words)
    number = Decimal(match["digits"].replace(",", "") + (match["rest"] or ""))
    unit, scale = _unit(table, cell, inner[match.end() :], money)
    number = -number if match["sign"] else number
    stated = number / 100 if unit == "%" else number * scale
    return Value(_printed(stated), stated, unit)


def _printed(number: Decimal) -> str:
    return format(number.normalize(), "f") if number else "0"


def _iso(day: re.Match[str]) -> str:
    year = 1 if day["year"] == "元" else int(day["year"])
    return f"{year + _ERA.get(day['era'] or '', 0):04d}-{int(day['month']):02d}-{int(day['day']):02d}"


def money_units(tables: Sequence[Table]) -> list[Unit | None]:
    """The unit of amounts that holds in each table: its own, else that of the table before in the same part."""
    found: list[Unit | None] = []
    last: Unit | None = None
    part = ""
    for table in tables:
        here = table.headings[0] if table.headings else ""
        if here != part:
            last, part = None, here
        rows = [w for row in table.rows[:4] for w in row.words if w and not is_number(w)]
        captions = [c for c in reversed(table.captions) if _UNIT_CAPTION.search(c)]
        own = next(
            (u for words in (*captions, *rows) if (u := _first(_inside(words))) is not None and u[0] == "円"),
            None,
        )
        last = own or last
        found.append(last)
    return found


def _unit(table: Table, cell: Cell, behind: str, money: Unit | None) -> Unit:
    row = table.rows[cell.row]
    labels = [row.words[c] for c in row.filled if c < cell.column and not is_number(row.words[c])]
    if any(plain(words) in ("〃", '"') for words in labels):
        above = _above_ditto(table, cell)
        if above is not None:
            return above
    about = plain("".join((*cell.beside, *cell.above)))
    own = _first([behind, *(words for words in labels if is_unit(words))]) or _first(
        [w for words in reversed(labels) for w in _inside(words) if w != "株" or "株式" in words]
    )
    if own is not None:
        return own
    found = _first([*_column_heads(table, cell), *_groups(table, cell), *_unit_rows(table, cell)])
    if found is None:
        found = _column_above(table, cell)
    if found is not None and found[0] == "円" and _SHARE_UNIT.search(about):
        return "円", 1
    share = _SHARE.search(about) is not None
    if found is not None and not (share and found[0] != "%"):
        return found
    if share:
        return "%", 1
    return (
        ("円", 1)
        if _SHARE_UNIT.search(about)
        else ("", 1)
        if _COUNT.search(about) or money is None
        else money
    )


def _column_above(table: Table, cell: Cell) -> Unit | None:
    """The unit that the first amount of the column carries: "5,747 百万円" above "2,860"."""
    for row in table.rows[: cell.row]:
        words = plain(row.words[cell.column])
        match = _AMOUNT.match(words)
        if match is not None and row.kind is RowKind.VALUE:
            return _named(words[match.end() :])
    return None


def _first(places: Sequence[str]) -> Unit | None:
    return next((found for words in places if (found := _named(words)) is not None), None)


def _inside(words: str) -> list[str]:
    """What stands in brackets, or the whole of a unit."""
    folded = plain(words)
    return (
        [folded]
        if is_unit(words)
        else [*_BRACKETED.findall(folded), *re.findall(r"単位:?[^\s)、。]+", folded)]
    )


def _named(words: str) -> Unit | None:
    match = _UNIT.fullmatch(plain(words).strip(":()[] "))
    return (match["unit"], _SCALES[match["scale"] or ""]) if match is not None else None


def _above_ditto(table: Table, cell: Cell) -> Unit | None:
    for row in reversed(table.rows[: cell.row]):
        for column in row.filled:
            if (
                column < cell.column
                and is_unit(row.words[column])
                and plain(row.words[column]) not in ("〃", '"')
            ):
                return _named(row.words[column])
    return None


def _column_heads(table: Table, cell: Cell) -> list[str]:
    """Units over the column: unit cells and brackets of heads, the nearest first; heads span to the right."""
    found: list[str] = []
    for row in reversed(table.rows[: cell.row]):
        if row.kind is RowKind.VALUE:
            continue
        at = cell.column
        while at > 0 and not row.words[at]:
            at -= 1
        words = row.words[at]
        if words and (at or cell.column == 0):
            found += _inside(words)
    return found


def _unit_rows(table: Table, cell: Cell) -> list[str]:
    rows = [row for row in table.rows[: cell.row] if row.kind is RowKind.UNIT]
    heads = [
        w for row in table.rows[: cell.row] if row.kind is RowKind.HEAD for w in row.words if "単位" in w
    ]
    return [w for row in reversed(rows) for w in _inside(row.words[row.filled[0]])] + [
        w for h in heads for w in _inside(h)
    ]


def _groups(table: Table, cell: Cell) -> list[str]:
    groups = [row for row in table.rows[: cell.row] if row.kind is RowKind.GROUP]
    return [w for row in list(reversed(groups))[:2] for w in _inside(row.words[row.filled[0]])]
