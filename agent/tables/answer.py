"""The cell that states the figure a question asks for, with its citation; nothing where no cell says it all.

The ranking finds likely cells; a cell answers only if its year, its scope and its label are those of the question
and nothing beside or above it names another part of the company. Cells that print the same value support each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.company.names import parse_name
from agent.evidence.cite import cite
from agent.models.evidence import Citation
from agent.tables.belonging import fiscal_end_of
from agent.tables.features import Asked, aliases
from agent.tables.index import NUMBER, TableIndex, index_tables
from agent.tables.plain_words import read_plain
from agent.tables.question import TableQuestion, core
from agent.tables.rank import rank_cells
from agent.tables.strings import grams
from agent.tables.values import Value, value_of
from connectors.interface import Document, DocumentKind

if TYPE_CHECKING:
    from agent.tables.grid import Table
    from agent.tables.heads import Cell

_KINDS = frozenset(
    {
        DocumentKind.ANNUAL_REPORT,
        DocumentKind.SEMIANNUAL_REPORT,
        DocumentKind.QUARTERLY_REPORT,
        DocumentKind.EARNINGS_SUMMARY,
        DocumentKind.OTHER_FILING,
        DocumentKind.WEB_PAGE,
    }
)
"""Documents whose tables are searched; notes and logs speak of their own matters."""
_ONLY_THERE = re.compile("残高|^小計$|^合計$|^項目合計$|比較指標")
_AGREED = 0.8
"""Least share of the probability of all cells that pass the checks which the value's own cells must have."""
_CONTAINED = 0.75


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """A value with the cells that print it, the surest first; `citations` are of the first cell."""

    question: TableQuestion
    document: Document
    table: Table
    cell: Cell
    value: Value
    year: int
    consolidated: bool | None
    citations: list[Citation]
    sure: float


class TableSearch:
    """The tables of some documents, indexed once for any number of questions."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = [
            d for d in documents if d.kind in _KINDS and any(block.cells for block in d.blocks)
        ]
        self._index = index_tables(self._documents)
        self._months = {fiscal[1] for fiscal, _ in map(fiscal_end_of, self._documents) if fiscal is not None}

    def answer(self, text: str) -> tuple[TableQuestion | None, list[CellAnswer]]:
        """The question, if it asks for a figure that these documents' tables name, and the answers to it.

        No answer where the tables have the label but not for that year and scope, where cells disagree, or where
        the year asked for ends in a month in which no document's year ends (2020年3月期 of a year to December).
        """
        question = read_plain(text, *self._index.latest(), names=names_of(self._documents))
        if question is None or not self._index.cells:
            return None, []
        asked = Asked(self._index, question)
        if not _is_label(asked, question):
            return None, []
        if question.month is not None and question.month not in self._months:
            return question, []
        return question, _agreed(self._index, question, asked)


def answer_from_tables(
    documents: Sequence[Document], text: str
) -> tuple[TableQuestion | None, list[CellAnswer]]:
    """`TableSearch.answer` for one question; tables are read only for a question that can ask for a figure."""
    if read_plain(text, (2000, 3), 1) is None:
        return None, []
    return TableSearch(documents).answer(text)


def names_of(documents: Sequence[Document]) -> frozenset[str]:
    """Names of the company itself, which say nothing in a question."""
    names = {d.filer.name for d in documents if d.filer is not None}
    bare = {name.replace("株式会社", "").strip() for name in names}
    bare |= {parse_name(name).core for name in names}
    return frozenset(names | bare | {"当社", "会社", "同社", "お客様", "全社", "業績", "決算"})


def _is_label(asked: Asked, question: TableQuestion) -> bool:
    strings = asked.index.strings
    return any(strings.cores.get(core(word)) for word in _called(question.pieces[0]))


def _called(label: str) -> list[str]:
    """The label and what filers print for it, without words that mean it only in one kind of table (期末残高, 小計)."""
    return [label, *(name for name in aliases(label) if not _ONLY_THERE.search(name))]


def _agreed(index: TableIndex, question: TableQuestion, asked: Asked) -> list[CellAnswer]:
    scopes = [question.consolidated] if question.consolidated is not None else [True, False]
    for scope in scopes:  # a question without a scope asks for the group, where there is one
        choice = rank_cells(index, replace(question, consolidated=scope))
        found: dict[str, list[tuple[float, int]]] = {}
        for cell, chance in zip(choice.cells, choice.probabilities, strict=True):
            if _answers(index, asked, cell, scope):
                found.setdefault(_value(index, cell).text, []).append((chance, cell))
        if not found:
            continue
        total = sum(chance for cells in found.values() for chance, _ in cells)
        best = max(found.values(), key=lambda cells: sum(chance for chance, _ in cells))
        sure = sum(chance for chance, _ in best) / total if total else 0.0
        if sure < _AGREED:
            return []
        return [_answer(index, question, cell, sure) for _, cell in best]
    return []


def _answers(index: TableIndex, asked: Asked, cell: int, scope: bool | None) -> bool:
    """Year, scope and label are the question's, what it belongs to is named, and no other part is."""
    question, strings = asked.question, index.strings
    if index.kind[cell] != NUMBER or index.is_member[cell] or index.bracketed[cell]:
        return False
    if question.year is not None and index.year[cell] != question.year:
        return False
    said = int(index.scope[cell])
    if said != (1 if scope else -1) and not (said == 0 and not scope and 1 not in index.scope):
        return False
    leaf, head = int(index.leaf[cell]), int(index.head[cell])
    names = {n for words in _called(question.pieces[0]) for n in strings.cores.get(core(words), ())}
    if leaf not in names and head not in names:
        return False
    table = int(index.table[cell])
    around = [
        *index.beside[cell],
        *index.above[cell],
        *index.groups[cell],
        *index.captions[table],
        *index.headings[table],
    ]
    near = [leaf, head, *around]
    for piece in question.pieces[1:]:
        wanted = grams(piece)
        if not any(len(wanted & grams(strings.words[n])) >= _CONTAINED * len(wanted) for n in near):
            return False
    other = head if leaf in names else leaf
    return _says_nothing_more(index, other, question) and _is_span_of_year(index, cell)


def _says_nothing_more(index: TableIndex, string: int, question: TableQuestion) -> bool:
    """The other head of the cell is a period, a total or words of the question."""
    words = index.strings.words[string]
    if not words or index.is_period[string] or index.is_total[string] or index.is_grand[string]:
        return True
    return any(core(piece) == core(words) for piece in question.pieces) or words in (
        "金額",
        "実績",
        "区分",
        "科目",
    )


def _is_span_of_year(index: TableIndex, cell: int) -> bool:
    """No part of a year and no forecast: nothing around says quarter, half or plan."""
    words = "".join((*index.cells[cell].above, *index.cells[cell].beside))
    return not any(
        word in words
        for word in (
            "四半期",
            "中間",
            "予想",
            "計画",
            "増減",
            "前期比",
            "前年",
            "構成比",
            "百分比",
            "比率(%)",
        )
    )


def _value(index: TableIndex, cell: int) -> Value:
    table = int(index.table[cell])
    return value_of(index.tables[table], index.cells[cell], index.units[table])


def _answer(index: TableIndex, question: TableQuestion, cell: int, sure: float) -> CellAnswer:
    at = index.cells[cell]
    table = int(index.table[cell])
    document = index.documents[index.document_of[table]]
    citation = cite(document, at.span.start, at.span.end, "quote_found")
    scope = {1: True, -1: False}.get(int(index.scope[cell]))
    return CellAnswer(
        question, document, index.tables[table], at, _value(index, cell), int(index.year[cell]), scope,
        [citation] if citation is not None else [], sure,
    )  # fmt: skip
