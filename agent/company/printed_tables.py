"""Printed tables of figures: which rows, columns and captions mean what."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from agent.company.sections import bare_heading
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

_AMOUNT = re.compile(
    "^(?P<sign>[△▲-])? ?[¥$]?(?P<digits>\\d{1,3}(?:,\\d{3})+|\\d+)(?P<rest>\\.\\d+)?(?![\\d,.]*(?:[年月期日/]|[株口]当))"
)
_LEADING_NOTES = re.compile("^(?:[(]?(?:※|[*]|注)[)]? ?\\d{1,2}[,、 ]*)+ (?=[△▲\\d-])")
_UNIT = re.compile(
    "(?P<scale>百万|千万|十億|億|千|万)?(?P<unit>円|人|名|％|%|株|倍)|in (?P<en>thousands|millions|billions)"
)
_UNIT_CELL = re.compile(
    "^[(（\\[［〔【<〈]?(?:単位[:：]?)?(?:百万|千万|十億|億|千|万)?(?:円|人|名|％|%)[)）\\]］〕】>〉]?$"
)
_NOTES = re.compile(
    "[(\\[{〔［【<〈](?:注|※|外|ほか|平均|臨時|単位|百万円|千円|億円|円|人|名|%|％|\\*)[^)\\]}〕］】>〉]*[)\\]}〕］】>〉]\\d{0,2}|[※*]\\d*|\\(-\\)|又は.*\\(△\\)$|\\(△\\)"
)
_EMPLOYEES = re.compile("^従業員数 ?[(\\[〔［{]")
"""The column prints temporary staff in brackets below; filers word that remark in many ways."""
_PLAIN_AMOUNT = re.compile("[△▲-]? ?[\\d,]+(?:\\.\\d+)?")
_ANNOUNCING = re.compile("業績|経営成績|財政状態|キャッシュ・フロー|計算書|貸借対照表|配当|表示は")
_LINE = 2
"""Most cells of such a line: what it announces, and a remark on units at the right."""
_CAPTIONS = 4
_LABEL = 30
"""Characters up to which a line between the pieces of a statement is a label of it."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Rows of one table with the lines above it, nearest last, the headings it stands under, and the words that
    announce what it is."""

    rows: list[Block]
    captions: list[Block]
    headings: list[Block]
    announced: str


def printed_tables(document: Document) -> list[PrintedTable]:
    """Tables under a heading or caption that announces the company's own figures."""
    found: list[PrintedTable] = []
    wanted, unwanted = _places(document.kind is DocumentKind.EARNINGS_SUMMARY)
    lines: list[Block] = []
    headings: list[Block] = []
    open_: PrintedTable | None = None
    between = 0  # lines since the open table
    for _, run in groupby(document.blocks, key=lambda b: (b.kind is BlockKind.TABLE_ROW, b.table)):
        blocks = list(run)
        if blocks[0].kind is not BlockKind.TABLE_ROW:
            for block in blocks:
                if block.kind is BlockKind.HEADING:
                    headings = [h for h in headings if h.level < block.level] + [block]
                    lines, open_ = [], None
                else:
                    lines.append(block)
                    between += 1
            continue
        if len(blocks) == 1 and is_line(document, blocks[0]):
            lines.append(blocks[0])
            between += 1
            continue
        if open_ is not None and _goes_on(document, open_, lines[len(lines) - between :], blocks):
            open_.rows.extend(blocks)
            between = 0
            continue
        between, open_ = 0, None
        captions = lines[-_CAPTIONS:]
        nearest = headings[-1:] if _is_index(document, blocks) else [*headings[-1:], *captions]
        words = [flat(bare_heading(document.text[b.start : b.end])) for b in nearest]
        announced = next((w for w in reversed(words) if wanted.search(w) or unwanted.search(w)), "")
        if wanted.search(announced) and not unwanted.search(announced):
            open_ = PrintedTable(blocks, captions, headings, announced)
            found.append(open_)
    return found


def is_line(document: Document, row: Block) -> bool:
    """A line that only its layout makes a table: "（単位：百万円）", "（１）経営成績（累計） （％表示は、…）"."""
    words = [words for _, _, words in filled(document, row)]
    if len(words) == 1 and is_unit_cell(words[0]):
        return True
    return (
        0 < len(words) <= _LINE
        and _ANNOUNCING.search("".join(words)) is not None
        and not any(_PLAIN_AMOUNT.fullmatch(cell) or is_unit_cell(cell) for cell in words)
    )


def _goes_on(
    document: Document, table: PrintedTable, between: Sequence[Block], rows: Sequence[Block]
) -> bool:
    """A statement of a PDF, whose unruled lines are pieces of table with labels (販売費及び一般管理費) between them."""
    pages = table.rows[-1].locator.page, rows[0].locator.page
    if None in pages or pages[0] != pages[1]:
        return False
    labels = [document.text[block.start : block.end] for block in between]
    return all(len(label) <= _LABEL and "。" not in label for label in labels)


def _is_index(document: Document, rows: Sequence[Block]) -> bool:
    """A table of 主要な経営指標等の推移 by its first label, whatever notes of another one stand above it."""
    first = next((words for _, _, words in filled(document, rows[0])), "")
    return first.replace(" ", "") in ("回次", "決算年月", "連結会計年度")


def flat(words: str) -> str:
    """NFKC with single spaces; dashes and minus signs as "-"."""
    folded = unicodedata.normalize("NFKC", words)
    return re.sub("\\s+", " ", re.sub("[‐‑‒–—―−]", "-", folded)).strip()


def cell_words(document: Document, cell: Span) -> str:
    """A cell's words in one width, single-spaced."""
    return flat(document.text[cell.start : cell.end])


def key_of(words: str) -> str | None:
    """The figure a label names; None for any other."""
    folded = flat(words)
    return "employees" if _EMPLOYEES.match(folded) else _labels().get(_normal(words))


def key_in(table: PrintedTable, words: str, *, us_gaap: bool) -> str | None:
    """The figure a label names in this table: some labels count only in some statements or standards."""
    key = key_of(words)
    if key is None and us_gaap:
        return _us_gaap_labels().get(_normal(words))
    only = _only().get(key or "")
    return key if only is None or only.search(table.announced) else None


def amount_in(words: str) -> Decimal | None:
    """The number a cell begins with, △ and ▲ negative, a bracketed addition behind it left out; None without one."""
    match = _AMOUNT.match(_LEADING_NOTES.sub("", flat(words)))
    if match is None:
        return None
    value = Decimal(match["digits"].replace(",", "") + (match["rest"] or ""))
    return -value if match["sign"] else value


def unit_in(words: str) -> tuple[str, int] | None:
    """Unit and factor a label, head or caption names: "(百万円)" is ("円", 1000000); None without one."""
    match = _UNIT.search(flat(words))
    if match is None:
        return None
    if match["en"]:
        return "USD", {"thousands": 10**3, "millions": 10**6, "billions": 10**9}[match["en"].lower()]
    scales = {None: 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "億": 10**8, "十億": 10**9}
    unit = {"名": "人", "％": "%"}.get(match["unit"], match["unit"])
    return unit, scales[match["scale"]]


def is_dash(words: str) -> bool:
    """The mark of an empty value: －, ―."""
    return re.fullmatch("[-ー]+", flat(words)) is not None


def is_unit_cell(words: str) -> bool:
    """A cell that holds nothing but a unit."""
    return _UNIT_CELL.match(words.replace(" ", "")) is not None


@lru_cache(maxsize=8192)
def _normal(words: str) -> str:
    folded = flat(words).casefold().replace("･", "・")
    folded = _NOTES.sub("", folded)
    bare = (
        re.sub("\\s", "", bare_heading(folded))
        if not folded.isascii()
        else re.sub("\\s+", " ", folded).strip()
    )
    return bare.strip("()[]:・ ")


@cache
def _labels() -> dict[str, str]:
    return {_normal(label): key for key, labels in _table()["labels"].items() for label in labels}


@cache
def _us_gaap_labels() -> dict[str, str]:
    return {_normal(label): key for key, labels in _table()["us_gaap"].items() for label in labels}


@cache
def _only() -> dict[str, re.Pattern[str]]:
    return {key: re.compile(words, re.IGNORECASE) for key, words in _table()["only"].items()}


@cache
def _places(in_summary: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    places = _table()["places"]
    wanted = places["wanted"] + ("|" + places["in_summary"] if in_summary else "")
    return re.compile(wanted, re.IGNORECASE), re.compile(places["unwanted"], re.IGNORECASE)


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("printed.toml").read_text(encoding="utf-8"))


def filled(document: Document, row: Block) -> Sequence[tuple[int, Span, str]]:
    """Places, spans and words of the cells that are not empty."""
    return [(at, cell, words) for at, cell in enumerate(row.cells) if (words := cell_words(document, cell))]
