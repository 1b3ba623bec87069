"""What stands above and beside each cell of a table: its column heads, row labels and the groups it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from agent.tables.grid import Row, RowKind, Table, is_note, is_note_head
from agent.tables.words import is_nothing, is_number, is_unit, label
from connectors.interface import Span

_TOTAL = re.compile(r"(?:小計|合計|総計|計|総額)$")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with words. Paths run from the outermost head to the nearest; `groups` are the labels above its row."""

    table: int
    row: int
    column: int
    span: Span
    words: str
    beside: tuple[str, ...]
    above: tuple[str, ...]
    groups: tuple[str, ...]
    unit: str = ""
    is_label: bool = False  # it stands among the labels of a table of amounts


@dataclass(slots=True)
class _State:
    """What has been passed on the way down a table."""

    heads: list[Row] = field(default_factory=list)
    last_kind: RowKind | None = None
    groups: list[tuple[int, str]] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)
    unit: str = ""


def cells_of(table: Table) -> Iterator[Cell]:
    """Cells that may answer something, row by row: all but column heads, groups and units."""
    state = _State()
    columns = _label_columns(table)
    amounts = sum(_has_amounts(row, columns) for row in table.rows if row.kind is RowKind.VALUE) * 2 > len(
        [row for row in table.rows if row.kind is RowKind.VALUE]
    )
    for number, row in enumerate(table.rows):
        if row.kind is RowKind.HEAD:
            if state.last_kind is not RowKind.HEAD:
                state.heads = []
            state.heads.append(row)
        elif row.kind is RowKind.UNIT:
            state.unit = row.words[row.filled[0]]
        elif row.kind is RowKind.GROUP:
            _open_group(state, row.filled[0], label(row.words[row.filled[0]]))
        elif row.filled:
            yield from _cells(table, number, row, columns, amounts, state)
        if row.kind is not RowKind.UNIT:
            state.last_kind = row.kind


def _label_columns(table: Table) -> int:
    """How many columns at the left hold labels: those before the first one with mostly amounts, at least one."""
    values = [row for row in table.rows if row.kind is RowKind.VALUE]
    heads = [row for row in table.rows if row.kind is RowKind.HEAD][:3]
    for column in range(1, table.width):
        words = [row.words[column] for row in values if row.words[column]]
        if heads and sum(_is_note(heads, row, column) for row in values if row.words[column]) * 2 > len(
            words
        ):
            continue
        amounts = sum(1 for cell in words if is_number(cell) or is_nothing(cell))
        if words and amounts * 2 >= len(words):
            return column
    return 1


def _has_amounts(row: Row, columns: int) -> bool:
    return any(is_number(row.words[c]) or is_nothing(row.words[c]) for c in row.filled if c >= columns)


def _is_note(heads: list[Row], row: Row, column: int) -> bool:
    """A number of a note under 注記: "10,26"."""
    return is_note(row.words[column]) and any(is_note_head(head.words[column]) for head in heads)


def _open_group(state: _State, column: int, words: str) -> None:
    state.labels = {c: w for c, w in state.labels.items() if c < column}
    if state.last_kind is RowKind.GROUP:
        state.groups = [g for g in state.groups if g[0] <= column]
    else:
        state.groups = [g for g in state.groups if g[0] < column] or state.groups[:-1]
    state.groups = [*state.groups, (column, words)][-_DEEPEST:]


def _cells(table: Table, number: int, row: Row, columns: int, amounts: bool, state: _State) -> Iterator[Cell]:
    notes = [c for c in row.filled if _is_note(state.heads, row, c)]
    own = [
        c
        for c in row.filled
        if c < columns and c not in notes and not is_unit(row.words[c]) and not is_nothing(row.words[c])
    ]
    first = own[0] if own else columns
    for column in [c for c in state.labels if c >= first]:
        del state.labels[column]
    inherited = [state.labels[c] for c in sorted(state.labels)]
    for column in own:
        if not _TOTAL.search(label(row.words[column])):
            state.labels[column] = label(row.words[column])
    unit = next((row.words[c] for c in row.filled if c < columns and is_unit(row.words[c])), state.unit)
    own_words = [label(row.words[c]) for c in own]
    total = _TOTAL.search(own_words[-1]) if own_words else None
    groups = tuple(w for c, w in state.groups if c <= first)
    if not own_words and inherited:
        own_words, inherited = inherited[-1:], inherited[:-1]
    corner = next((label(head.words[0]) for head in reversed(state.heads) if head.words[0]), "")
    if corner and columns and corner not in groups:
        groups = (corner, *groups)
    for column in row.filled:
        if column in notes:
            continue
        beside = [w for c, w in zip(own, own_words, strict=False) if c < column] if own else own_words
        if not beside and column >= columns:
            beside = [label(w) for w in row.words[:column] if w and not is_number(w)][-1:]
        above = tuple(_above(state.heads, column))
        yield Cell(
            table.number, number, column, row.spans[column], row.words[column],
            (*inherited, *beside) if column >= first else tuple(inherited), above, groups, unit, column < columns and amounts,
        )  # fmt: skip
    if total is not None and own_words:
        stem = own_words[-1][: total.start()]
        at = next((i for i, (_, words) in enumerate(state.groups) if stem and words.startswith(stem)), None)
        if at is not None:
            state.groups = state.groups[:at]
        elif not stem and len(state.groups) == 1:
            state.groups = []


def _above(heads: list[Row], column: int) -> Iterator[str]:
    """Words of each head row over a column; a head that spans columns stands over all of them."""
    for depth, row in enumerate(heads):
        at = column
        while at > 0 and not row.words[at]:
            if at <= 1 or any(upper.words[at] for upper in heads[:depth]):
                at = -1
                break
            at -= 1
        if at >= 0 and row.words[at] and not is_unit(row.words[at]):
            yield label(row.words[at])
