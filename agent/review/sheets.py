"""Goals and actions out of rows: of a workbook, a CSV file, or a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.calendar import fold
from agent.errors import PlanError
from agent.goals import GoalContext
from agent.goals.context import Kind
from agent.review.columns import Columns, Shown, guess, letter
from agent.review.item import Item, is_unknown

_FOOTNOTES = re.compile(r"(?:\s*\[\^?\d+\])+\s*$")
_CUSTOMER = re.compile(r"顧客|お客様|御社|貴社|先方|customer|client", re.I)
_US = re.compile(r"当社|弊社|自社|us|vendor|our", re.I)
MOST_ROWS = 100_000
ContextOf = Callable[[Kind], GoalContext]


@dataclass(frozen=True, slots=True)
class Rows:
    """Items of one sheet and how its columns were read; `mappings` are empty when no heading was found.

    `skipped` are the rows (1-based) under a heading that hold neither a goal nor an action.
    """

    items: list[Item]
    mappings: list[Shown]
    skipped: list[int]


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
    mappings: list[Shown] = []
    skipped: list[int] = []
    columns: Columns | None = None
    goals: dict[str, str] = {}
    above: Item | None = None  # the goal that an action below it in the same table serves
    for number, row in enumerate(rows, start=1):
        cells = [_clean(cell) for cell in row]
        if not any(cells):
            columns = above = None
            continue
        heading = guess(cells, given if columns is None else None, kind)
        if heading is not None:
            columns, above = heading, None
            mappings.append(columns.shown(cells, sheet))
        elif columns is not None:
            row_of = Row(cells, columns, sheet, number, context_of)
            if columns.action is not None:
                found = row_of.goal_and_action(above, goals)
            else:
                item = row_of.item(goals)
                found = [item] if item is not None else []
            if not found and not row_of.repeats(above):
                skipped.append(number)
            for item in found:
                items.append(item)
                if item.kind == "goal":
                    above = item
                    goals.setdefault(item.text, item.id)
    return Rows(items, mappings, skipped)


def _clean(cell: str) -> str:
    return _FOOTNOTES.sub("", cell or "").strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One row under a heading."""

    cells: Sequence[str]
    columns: Columns
    sheet: str
    number: int
    context_of: ContextOf

    def item(self, goals: Mapping[str, str]) -> Item | None:
        """The goal or action of the text column; None when its cell is empty. `goals`: text → id."""
        words = self._cell(self.columns.text)
        if not words:
            return None
        value = self._values()
        kind: Kind = self.columns.kind
        if re.search(r"アクション|施策|タスク|action|task", value.get("kind", ""), re.I):
            kind = "action"
        elif re.search(r"目標|ゴール|goal", value.get("kind", ""), re.I):
            kind = "goal"
        reference = value.get("goal_id", "")
        return Item(
            id=value.get("id") or self._path(self.columns.text),
            path=self._path(self.columns.text),
            text=words,
            context=self.context_of(kind),
            fields={name: words for name, words in value.items() if name in _BESIDE},
            side=_side(value),
            goal_id=goals.get(reference, reference) or None,
            line=self.number,
        )

    def goal_and_action(self, above: Item | None, goals: Mapping[str, str]) -> list[Item]:
        """The goal of the row, unless it is the one `above` again, and the action that serves it.

        An empty goal cell belongs to the goal above (merged cells); G1, 目標2 … refer to a goal.
        """
        goal = self._goal(above)
        words = self._cell(self.columns.text)
        if goal is not None:
            served: str | None = goal.id
        elif _REFERENCE.fullmatch(fold(words).text):
            served = goals.get(words, words)
        else:
            served = above.id if above is not None and (not words or words == above.text) else None
        found = [goal] if goal is not None else []
        at = self.columns.action
        if at is None or is_unknown(self._cell(at)):
            return found
        value = self._values()
        own = {name: self._cell(column) for name, column in self.columns.action_at.items()}
        action = Item(
            id=(value.get("id") if goal is None else None) or self._path(at),
            path=self._path(at),
            text=self._cell(at),
            context=self.context_of("action"),
            fields={name: own.get(name) or value[name] for name in ("due", "owner") if name in value},
            side=_side(value),
            goal_id=served,
            line=self.number,
            shared=frozenset(("due", "owner") if goal is not None else ()) - own.keys(),
        )
        return [*found, action]

    def repeats(self, above: Item | None) -> bool:
        """The row prints the goal above once more, with the same measures."""
        return above is not None and above.text == self._cell(self.columns.text) and self._measures(above)

    def _goal(self, above: Item | None) -> Item | None:
        words = self._cell(self.columns.text)
        if is_unknown(words) or _REFERENCE.fullmatch(fold(words).text) or self.repeats(above):
            return None
        value = self._values()
        return Item(
            id=value.get("id") or self._path(self.columns.text),
            path=self._path(self.columns.text),
            text=words,
            context=self.context_of("goal"),
            fields={name: words for name, words in value.items() if name in _BESIDE},
            line=self.number,
        )

    def _measures(self, goal: Item) -> bool:
        value = self._values()
        return all(value.get(name, "") in ("", goal.fields.get(name)) for name in _MEASURES)

    def _values(self) -> dict[str, str]:
        return {name: self._cell(at) for name, at in self.columns.at.items()}

    def _cell(self, at: int) -> str:
        return self.cells[at] if at < len(self.cells) else ""

    def _path(self, at: int) -> str:
        return f"{self.sheet}{letter(at)}{self.number}"


def _side(value: Mapping[str, str]) -> str | None:
    side = value.get("side", "")
    return "customer" if _CUSTOMER.search(side) else "us" if _US.search(side) else None


_BESIDE = frozenset(("metric", "baseline", "target", "due", "owner", "method", "review", "objective"))
_MEASURES = ("metric", "baseline", "target")
_REFERENCE = re.compile(r"(?:目標|ゴール|goal|[a-z]{1,4})?\s*[-_.#]?\s*\d{1,3}|[①-⑳]", re.I)
"""A goal cell that names a goal by its number: G1, g-2, 目標3, 4."""


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
