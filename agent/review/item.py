"""One goal or action under review: its text, the fields given beside it, and the reading of both together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from agent.goals import Asked, GoalContext, ItemReading, Part, Quantity, read_item, read_items
from agent.goals.context import Kind
from agent.review.quoted import as_quoted

_JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
FIELDS = ("metric", "baseline", "target", "due", "owner", "method", "review", "objective")
"""What a sheet or a plan may give beside the text, each in a column of its own."""
_UNKNOWN = re.compile(
    r"(?:未確認|不明|未定|未記入|TBD|TBC|N/?A|unknown|not known|none|なし|-+|―+|\?+|？+)(?:[:：].*)?",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class Item:
    """`path` is where it stands ("goals[g-1]", "シート!B4", "3"); `fields` are the cells beside the text."""

    id: str
    path: str
    text: str
    context: GoalContext
    fields: dict[str, str] = field(default_factory=dict)
    side: str | None = None  # us | customer
    goal_id: str | None = None
    source: str = ""  # the file
    line: int | None = None  # 1-based line or row in the file
    shared: frozenset[str] = frozenset()  # fields whose cell is that of the goal in the same row
    quoted: bool = False  # the words of a source, as they were spoken or noted; nobody wrote them as a plan

    @property
    def kind(self) -> str:
        return self.context.kind

    @property
    def language(self) -> str:
        """Of the text: Japanese when it has a Japanese letter."""
        return language_of(self.text)


def language_of(text: str) -> str:
    """ja when the text has a kana or kanji, else en."""
    return "ja" if not text.isascii() and _JAPANESE.search(text) else "en"


def is_unknown(cell: str) -> bool:
    """A cell that says nobody knows: empty, 未確認：…, TBD."""
    return not cell.strip() or _UNKNOWN.fullmatch(cell.strip()) is not None


def readings_of(items: Sequence[Item]) -> list[ItemReading]:
    """The reading of each text, completed by the fields beside it; spans of fields are empty (0, 0)."""
    asked = [Asked(item.text, item.language, item.context) for item in items]
    return [
        _completed(item, as_quoted(reading) if item.quoted else reading)
        for item, reading in zip(items, read_items(asked, weighed=True), strict=True)
    ]


def _completed(item: Item, reading: ItemReading) -> ItemReading:
    given = {name: value for name, value in item.fields.items() if not is_unknown(value)}
    if not given:
        return reading
    if "metric" in given and reading.metric is None:
        reading = replace(reading, metric=Part("metric", 0, 0, given["metric"]))
    if "metric" in given and reading.method is None:
        source = _cell(given["metric"], item.context).method  # 誤出荷件数(品質会議の帳票)
        if source is not None:
            reading = replace(reading, method=Part("method", 0, 0, source.text))
    if "method" in given and reading.method is None:
        reading = replace(reading, method=Part("method", 0, 0, given["method"]))
    if "review" in given and reading.review is None:
        reading = replace(reading, review=Part("review", 0, 0, given["review"]))
    if "baseline" in given:
        part = Part("baseline", 0, 0, given["baseline"])
        value = _quantity(given["baseline"], part, item)
        if reading.baseline is None or _differs(value, reading.baseline_value):
            reading = replace(reading, baseline=part, baseline_value=value)
    loose = _loose_words(given.pop("target"), item.context) if _is_loose(given, item.context) else ()
    if loose and reading.target is None:
        reading = replace(reading, vague=(*reading.vague, *loose))
    if "target" in given and (
        reading.target is None
        or _differs(_quantity(given["target"], reading.target, item), reading.target_value)
    ):
        part = Part("target", 0, 0, given["target"])
        reading = replace(reading, target=part, target_value=_quantity(given["target"], part, item))
        cell = _cell(given["target"], item.context)
        if reading.baseline is None and cell.baseline is not None:  # 3日→1日 in one cell
            before = Part("baseline", 0, 0, cell.baseline.text)
            value = replace(cell.baseline_value, part=before) if cell.baseline_value else None
            reading = replace(reading, baseline=before, baseline_value=value)
        if reading.metric is None and reading.target_value is not None:
            reading = replace(reading, metric=Part("metric", 0, 0, item.text))
    if "due" in given and reading.due.kind in ("none", "relative_ambiguous"):
        due = _cell(given["due"], item.context).due
        if due.kind != "none":
            reading = replace(reading, due=replace(due, part=Part("due", 0, 0, given["due"])))
    elif "due" in given and _same_day_of_another_year(given["due"], reading, item.context):
        reading = replace(reading, due=_cell(given["due"], item.context).due)
    if "owner" in given and reading.owner.kind in ("none", "team"):
        owner = _cell(_labelled(given["owner"], item.language), item.context, item.language).owner
        if owner.kind != "none":
            reading = replace(
                reading, owner=replace(owner, name=given["owner"], part=Part("owner", 0, 0, given["owner"]))
            )
    if reading.metric is not None and reading.target is not None:
        reading = replace(
            reading, vague=(), pinned=(*reading.pinned, *reading.vague), qualitative_without_scale=False
        )
    return reading


def _is_loose(given: dict[str, str], context: GoalContext) -> bool:
    """The target cell has words that two readers read differently, and no value or state: 高い水準, best in class."""
    cell = _cell(given["target"], context) if "target" in given else None
    return cell is not None and bool(cell.vague) and cell.target is None


def _loose_words(cell: str, context: GoalContext) -> tuple[Part, ...]:
    return tuple(replace(part, start=0, end=0) for part in _cell(cell, context).vague)


def _same_day_of_another_year(cell: str, reading: ItemReading, context: GoalContext) -> bool:
    """The text gives day and month, the cell beside it the year too, and it is not the year the text was read in."""
    told, given = reading.due.last, _cell(cell, context).due.last
    if told is None or given is None or _YEAR.search(reading.due.part.text if reading.due.part else ""):
        return False
    return told.year != given.year and (told.month, told.day) == (given.month, given.day)


_YEAR = re.compile(r"\d{4}|令和|平成|[RH]\d|\d年|\d/\d{1,2}/\d")


@lru_cache(maxsize=2048)
def _cell(words: str, context: GoalContext, language: str | None = None) -> ItemReading:
    """The reading of a cell; a column repeats its dates and names."""
    return read_item(words, language or language_of(words), context)


def _labelled(name: str, language: str) -> str:
    return f"担当：{name}" if language == "ja" else f"Owner: {name}"


def _quantity(text: str, part: Part, item: Item) -> Quantity | None:
    value = _cell(text, item.context).target_value
    return replace(value, part=part) if value is not None else None


def _differs(value: Quantity | None, read: Quantity | None) -> bool:
    """The cell gives another figure than was read in the text: who filled the column said which one is meant.

    A bare number says nothing of the unit: 6 beside 6時間 is the same figure."""
    if value is None or read is None:
        return value is not None
    return value.value != read.value or value.unit not in ("", read.unit)


def likely_kind(text: str, context: GoalContext) -> Kind:
    """action for words that name an output or an event and no metric (手順書を作る), else goal."""
    language = language_of(text)
    as_action = read_item(text, language, replace(context, kind="action"))
    if as_action.deliverable is None:
        return "goal"
    as_goal = read_item(text, language, replace(context, kind="goal"))
    return "goal" if as_goal.metric is not None else "action"
