"""What `banso check` reads: plan.json, .jsonl, .csv, .xlsx, .md, or standard input."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from agent.errors import PlanError, UsageError
from agent.goals import GoalContext
from agent.goals.context import Kind
from agent.models.account import Account
from agent.models.plan import SuccessPlan
from agent.review.columns import Shown, mapped_field
from agent.review.item import Item, likely_kind
from agent.review.plan_items import items_of_plan
from agent.review.sheets import items_of_rows, workbook_rows

STDIN = "-"
_ACTION_HEADING = re.compile(r"アクション|施策|タスク|やること|to-?do|action|task|next step", re.I)
_GOAL_HEADING = re.compile(r"目標|ゴール|goal|objective|成功", re.I)
_BULLET = re.compile(r"^\s*(?:[-*+・•]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s*)?(?P<text>.+)$")
_TABLE_LINE = re.compile(r"^\s*\|.*\|\s*$")


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands for a file that says nothing of its own dates."""

    as_of: dt.date
    contract_start: dt.date | None = None
    contract_end: dt.date | None = None
    customer_fiscal_year_end_month: int | None = None
    vendor_fiscal_year_end_month: int | None = None
    purchase_promise: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    kind: Kind | None = None

    def context(self, kind: Kind) -> GoalContext:
        """The context of an item without one of its own."""
        return GoalContext(
            self.as_of,
            self.kind or kind,
            self.customer_fiscal_year_end_month,
            self.vendor_fiscal_year_end_month,
            self.contract_start,
            self.contract_end,
            self.purchase_promise,
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: its items, and the plan when it is one. `mappings` tell how columns were read.

    `skipped` are the rows of its tables that were not read ("5", "シート1!5").
    """

    name: str
    format: str  # plan | jsonl | csv | xlsx | md
    items: list[Item]
    plan: SuccessPlan | None = None
    account: Account | None = None
    mappings: list[Shown] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def read_input(name: str, data: bytes, settings: Settings) -> Checked:
    """The goals and actions of one file, by its suffix; standard input ("-") by its first character.

    Raises PlanError naming the file and the place, UsageError for a kind of file that is not read.
    """
    checked = _read(name, data, settings)
    _all_mapped(checked, settings.columns)
    return checked


def _all_mapped(checked: Checked, given: Mapping[str, str]) -> None:
    """UsageError for a `--map` that fits no column of the file: what the user corrected must not go unheard."""
    for said, column in given.items() if checked.mappings else ():
        name = mapped_field(said, column)
        if not any(shown.has(name, column) for shown in checked.mappings):
            columns = "; ".join(shown.words() for shown in checked.mappings)
            raise UsageError(f"{checked.name}: --map {said}={column}: no such column. Read were: {columns}")


def _read(name: str, data: bytes, settings: Settings) -> Checked:
    suffix = Path(name).suffix.lower() if name != STDIN else ""
    if suffix == ".xlsx":
        return _workbook(name, settings)
    text = _decoded(name, data)
    if suffix == ".json" or (name == STDIN and _is_one_object(text)):
        return _json(name, text, settings)
    if suffix in (".jsonl", ".ndjson") or (name == STDIN and text.lstrip().startswith("{")):
        return _json_lines(name, text, settings)
    if suffix in (".csv", ".tsv"):
        return _csv(name, text, settings, "\t" if suffix == ".tsv" else ",")
    if suffix in (".md", ".txt", ".markdown") or name == STDIN:
        return _markdown(name, text, settings)
    raise UsageError(f"{name}: not a kind that is checked. Give .json, .jsonl, .csv, .tsv, .xlsx, .md or -.")


def _decoded(name: str, data: bytes) -> str:
    encodings = ["utf-8-sig", "cp932"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise PlanError(f"{name}: text in no known encoding. Save it as UTF-8 and try again.")


def _is_one_object(text: str) -> bool:
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return start.startswith("[") or "goals" in json.loads(text)


def _json(name: str, text: str, settings: Settings) -> Checked:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise PlanError(f"{name}: not JSON ({error}).") from None
    if isinstance(value, list):
        return Checked(
            name, "jsonl", [_item(name, at + 1, entry, settings) for at, entry in enumerate(value)]
        )
    if not isinstance(value, dict) or ("goals" not in value and "schema_version" not in value):
        if isinstance(value, dict) and "text" in value:
            return Checked(name, "jsonl", [_item(name, 1, value, settings)])
        raise PlanError(f'{name}: neither a plan ("goals") nor items ("text"). See `banso schema plan`.')
    try:
        plan = SuccessPlan.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise PlanError(f"{name}: {place}: {first['msg']}. See `banso schema plan`.") from None
    account = _account(plan, settings)
    items = [
        replace(item, source=name)
        for item in items_of_plan(plan, account, settings.vendor_fiscal_year_end_month)
    ]
    return Checked(name, "plan", items, plan, account)


def _account(plan: SuccessPlan, settings: Settings) -> Account | None:
    """The account as the plan keeps it; None when it keeps no dates."""
    kept = {"as_of": plan.as_of, **plan.account.model_dump(exclude_none=True)}
    if settings.contract_end is not None:
        kept["contract_end"] = settings.contract_end
    if settings.contract_start is not None:
        kept["contract_start"] = settings.contract_start
    try:
        return Account.model_validate(kept)
    except ValidationError:
        return None


def _json_lines(name: str, text: str, settings: Settings) -> Checked:
    items: list[Item] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise PlanError(f"{name}:{number}: not JSON ({error}).") from None
        items.append(_item(name, number, entry, settings))
    return Checked(name, "jsonl", items)


def _item(name: str, number: int, entry: Any, settings: Settings) -> Item:
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise PlanError(f'{name}:{number}: an item needs "text". Example: {{"id": "1", "text": "…"}}')
    given = entry.get("context") or {}
    kind: Kind = "action" if entry.get("kind") == "action" else "goal"
    try:
        context = GoalContext(
            as_of=_day(given.get("as_of")) or settings.as_of,
            kind=kind,
            customer_fiscal_year_end_month=given.get(
                "customer_fiscal_year_end_month", settings.customer_fiscal_year_end_month
            ),
            vendor_fiscal_year_end_month=given.get(
                "vendor_fiscal_year_end_month", settings.vendor_fiscal_year_end_month
            ),
            contract_start=_day(given.get("contract_start")) or settings.contract_start,
            contract_end=_day(given.get("contract_end")) or settings.contract_end,
            purchase_promise=given.get("purchase_promise") or settings.purchase_promise,
        )
    except ValueError as error:
        raise PlanError(f"{name}:{number}: {error}. Dates look like 2026-09-30.") from None
    identity = str(entry.get("id") or number)
    return Item(identity, identity, entry["text"], context, source=name, line=number)


def _day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(str(value)) if value else None


def _csv(name: str, text: str, settings: Settings, delimiter: str) -> Checked:
    first = text.split("\n", 1)[0]
    if delimiter == "," and "," not in first and ("\t" in first or ";" in first):
        delimiter = "\t" if "\t" in first else ";"
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    read = items_of_rows(rows, "", settings.context, settings.columns, settings.kind)
    if not read.mappings:
        raise PlanError(f"{name}: no heading row with a goal or action column. Name it: --map goal=B")
    items = [replace(item, source=name) for item in read.items]
    return Checked(
        name, "csv", items, mappings=read.mappings, skipped=[str(number) for number in read.skipped]
    )


def _workbook(name: str, settings: Settings) -> Checked:
    items: list[Item] = []
    mappings: list[Shown] = []
    skipped: list[str] = []
    for title, rows in workbook_rows(Path(name)):
        read = items_of_rows(rows, f"{title}!", settings.context, settings.columns, settings.kind)
        items += [replace(item, source=name) for item in read.items]
        mappings += read.mappings
        skipped += [f"{title}!{number}" for number in read.skipped]
    if not mappings:
        raise PlanError(f"{name}: no heading row with a goal or action column. Name it: --map goal=B")
    return Checked(
        name, "xlsx", _once(items) if len(mappings) > 1 else items, mappings=mappings, skipped=skipped
    )


def _markdown(name: str, text: str, settings: Settings) -> Checked:
    lines = text.splitlines()
    items: list[Item] = []
    mappings: list[Shown] = []
    skipped: list[str] = []
    under = _Under()
    headed = any(_Under().below(line).kind for line in lines if line.lstrip().startswith("#"))
    table: list[tuple[int, list[str]]] = []
    for number, line in [*enumerate(lines, start=1), (len(lines) + 1, "")]:
        if _TABLE_LINE.match(line):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                table.append((number, cells))
            continue
        if table:
            read = items_of_rows(
                [cells for _, cells in table], "", settings.context, settings.columns, settings.kind
            )
            items += _at_lines(read.items, [at for at, _ in table], name)
            mappings += read.mappings
            skipped += [str(table[row - 1][0]) for row in read.skipped]
            table = []
        if line.lstrip().startswith("#"):
            under = under.below(line)
            continue
        bullet = _BULLET.match(line)
        if bullet and (under.kind is not None or not headed):
            items.append(_line_item(name, number, bullet["text"], settings, under.kind))
    if not items:
        items = [
            _line_item(name, number, line.strip(), settings, under.kind)
            for number, line in enumerate(lines, start=1)
            if line.strip() and not line.lstrip().startswith(("#", ">", "```", "---", "|"))
        ]
    return Checked(
        name, "md", _once(items) if len(mappings) > 1 else items, mappings=mappings, skipped=skipped
    )


@dataclass(frozen=True, slots=True)
class _Under:
    """What the headings above a line say its list holds; a heading of the same level or above ends what one said."""

    kind: Kind | None = None
    level: int = 0

    def below(self, heading: str) -> _Under:
        level = len(heading.lstrip()) - len(heading.lstrip().lstrip("#"))
        if _ACTION_HEADING.search(heading):
            return _Under("action", level)
        if _GOAL_HEADING.search(heading):
            return _Under("goal", level)
        return self if self.kind is not None and level > self.level else _Under()


def _once(items: list[Item]) -> list[Item]:
    """Actions that several tables of a file repeat (commitments, then the schedule) once: the one told most of."""
    best: dict[str, Item] = {}
    for item in items:
        if item.kind == "action":
            known = best.get(item.text)
            if known is None or len(item.fields) >= len(known.fields):
                best[item.text] = item
    return [item for item in items if item.kind != "action" or best[item.text] is item]


def _at_lines(items: list[Item], lines: list[int], name: str) -> list[Item]:
    """Items of a table with the file's lines as their places: "7", and "7.2" for the second one of a row."""
    ids: dict[str, str] = {}
    placed: list[Item] = []
    for item in items:
        line = lines[(item.line or 1) - 1]
        path = f"{line}.2" if placed and placed[-1].line == line else str(line)
        ids[item.id] = path if item.id == item.path else item.id
        goal_id = ids.get(item.goal_id, item.goal_id) if item.goal_id else None
        placed.append(replace(item, id=ids[item.id], source=name, path=path, line=line, goal_id=goal_id))
    return placed


def _line_item(name: str, number: int, text: str, settings: Settings, kind: Kind | None) -> Item:
    """A line of a list; where neither heading nor user says what it is, its words do."""
    context = settings.context(kind or likely_kind(text, settings.context("action")))
    return Item(str(number), str(number), text, context, source=name, line=number)
