"""Goals and actions out of rows: of a workbook, a CSV file, or a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.errors import PlanError
from agent.goals import GoalContext
from agent.goals.context import Kind
from agent.review.columns import Columns, guess, letter
from agent.review.item import Item

_FOOTNOTES = re.compile(r"(?:\s*\[\^?\d+\])+\s*$")
_CUSTOMER = re.compile(r"顧客|お客様|御社|貴社|先方|customer|client", re.I)
_US = re.compile(r"当社|弊社|自社|us|vendor|our", re.I)
MOST_ROWS = 100_000
ContextOf = Callable[[Kind], GoalContext]


@dataclass(frozen=True, slots=True)
class Rows:
    """Items of one sheet and how its columns were read; `mappings` are empty when no heading was found."""

    items: list[Item]
    mappings: list[str]


def items_of_rows(
    rows: Iterable[Sequence[str]],
    sheet: str,
    context_of: ContextOf,
    given: Mapping[str, str] | None = None,
    kind: Kind | None = None,
) -> Rows:
    """Items under every heading row; a table ends at a blank row or at the next heading.

    `sheet` is the prefix of the paths ("シート1!" → "シート1!B4"; "" → "B4").
    """
    items: list[Item] = []
    mappings: list[str] = []
    columns: Columns | None = None
    goals: dict[str, str] = {}
    for number, row in enumerate(rows, start=1):
        cells = [_clean(cell) for cell in row]
        if not any(cells):
            columns = None
            continue
        heading = guess(cells, given if columns is None else None, kind)
        if heading is not None:
            columns = heading
            mappings.append(f"{sheet}{columns.shown(cells)}" if sheet else columns.shown(cells))
        elif columns is not None:
            item = _item(cells, columns, f"{sheet}{letter(columns.text)}{number}", number, context_of, goals)
            if item is not None:
                items.append(item)
                if item.kind == "goal":
                    goals.setdefault(item.text, item.id)
    return Rows(items, mappings)


def _clean(cell: str) -> str:
    return _FOOTNOTES.sub("", cell or "").strip()


def _item(
    cells: Sequence[str],
    columns: Columns,
    path: str,
    number: int,
    context_of: ContextOf,
    goals: Mapping[str, str],
) -> Item | None:
    if columns.text >= len(cells) or not cells[columns.text]:
        return None
    value = {name: cells[at] if at < len(cells) else "" for name, at in columns.at.items()}
    kind: Kind = columns.kind
    if re.search(r"アクション|施策|タスク|action|task", value.get("kind", ""), re.I):
        kind = "action"
    elif re.search(r"目標|ゴール|goal", value.get("kind", ""), re.I):
        kind = "goal"
    side = value.get("side", "")
    reference = value.get("goal_id", "")
    return Item(
        id=value.get("id") or path,
        path=path,
        text=cells[columns.text],
        context=context_of(kind),
        fields={name: words for name, words in value.items() if name in _BESIDE},
        side="customer" if _CUSTOMER.search(side) else "us" if _US.search(side) else None,
        goal_id=goals.get(reference, reference) or None,
        line=number,
    )


_BESIDE = frozenset(("metric", "baseline", "target", "due", "owner", "method", "review", "objective"))


def workbook_rows(path: Path) -> list[tuple[str, list[list[str]]]]:
    """(sheet title, rows of text) of a workbook. Raises PlanError when it is none."""
    from zipfile import BadZipFile

    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise PlanError(f"{path}: not a workbook ({error}). Save it as .xlsx and try again.") from None
    sheets: list[tuple[str, list[list[str]]]] = []
    for sheet in book.worksheets:
        rows = [
            [_text(value) for value in row] for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS)
        ]
        sheets.append((sheet.title, rows))
    book.close()
    return sheets


def _text(value: object) -> str:
    import datetime as dt

    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
