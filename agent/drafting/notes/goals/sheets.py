"""Goals laid out in fields: a table with a column for the target, or lines and rows whose labels name the parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from agent.renewal.labelled import Answer
from agent.renewal.remarks import NUMBER_CELL, Remark
from connectors.interface import BlockKind

FIELDS = {
    "target": re.compile(
        r"^(?:どこまで|いくつに|[^、。]{0,8}(?:決めた|定めた|合意した|設定した)?目標(?:値|数値|水準)?|ゴール|目指す(?:値|水準)|到達(?:値|点)|あるべき(?:姿|値)|to-?be|target(?: value)?|goal value|aim)$|(?:何(?:件|分|日|割|%|時間)|どこまで|いくつ)(?:に|まで)?.{0,4}(?:したい|する|か)|目標(?:値|数値)|(?:何|どの)[^。、]{0,6}(?:に|まで)(?:したい|する|なれば)|\\b(?:where|what) (?:do|would) (?:you|they) (?:want|like) (?:it )?to (?:be|get)|\\b(?:goal|target) (?:set|agreed)|(?:agreed|set|spring|last) (?:goal|target)$",
        re.I,
    ),
    "baseline": re.compile(
        r"^(?:現状|現在|いま|今|実績|足元|導入前|as-?is|now|today|current(?:ly)?|baseline|before|actual)(?:の?(?:値|数値|数字|件数|時間|水準|value|level|figure))?$|^(?:いま|今|現在|現状)の.{1,8}$|^(?:いま|今|現在|現状)(?:は|、)?.{0,12}(?:です|ます|いる|かかる)?か[?？]?$|\\b(?:how (?:long|many|much)|where) (?:is it|are you|does it|do you)[^?]{0,20}(?:now|today|currently)|^(?:now|today)\\b",
        re.I,
    ),
    "due": re.compile(
        r"期限|期日|いつまで|達成時期|納期|いつ(?:ごろ|頃)|^(?:時期|till|until|by|by when|due(?: date)?|deadline|when)$",
        re.I,
    ),
    "owner": re.compile(
        r"責任者|担当(?!営業)|推進者|持ち主|(?:どなた|誰|だれ)が|誰が(?:見|持|測|数|追|やる)|オーナー|^(?:owner|who|responsible|owned by|lead)$",
        re.I,
    ),
    "metric": re.compile(
        r"指標|KPI|測るもの|何を測|項目|テーマ|^(?:metric|measure|kpi|what|item|goal|objective)$", re.I
    ),
    "statement": re.compile(
        r"^(?:目標|ゴール|狙い|ねらい|達成したいこと|実現したいこと|やりたいこと|成功(?:の定義|とは)?|KPI|目標(?:は何|その|①|②|③)[^。]{0,8}|[^。]{0,12}(?:何が|どう)(?:変われ|なれ|なっ)ば?[^。]{0,8}|goals?|objectives?|aim|outcome|success|what (?:they|we) want)\d*$",
        re.I,
    ),
}
OF_NOW = re.compile(
    r"^(?:いま|今|現在|現状)(?:は|、)?(?:何|どの|どれ|いくつ)|^(?:how (?:long|many|much)|where) .*\b(?:now|today|currently)\b",
    re.I,
)
"""A question for the present value, whatever else it asks with."""
LONGEST_NAME = 40
MOST_ROWS = 7
"""Rows after the one that names the goal in which its parts are looked for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One goal's fields as they stand, each with the remark that holds it."""

    statement: Remark
    fields: dict[str, Remark]
    label: str = ""
    """The question that names the measure, where no field does."""
    whose: str = ""
    """The site or team whose goal it is, where the statement does not say."""
    headed: bool = False
    """The statement is a head: words that name the measure and no sentence, unless they say what is to change."""


def read_sheets(remarks: Sequence[Remark], answers: Sequence[Answer]) -> Iterator[Sheet]:
    """Goals of tables and of labelled lines that give at least a target or a baseline apart from the statement."""
    yield from _tables(remarks)
    yield from _labelled(answers)


def field_of(label: str) -> str | None:
    """Which part of a goal a heading or label names."""
    words = label.strip(" 　・*:：()（）")
    if OF_NOW.match(words):
        return "baseline"
    return next((name for name, pattern in FIELDS.items() if pattern.search(words)), None)


def _tables(remarks: Sequence[Remark]) -> Iterator[Sheet]:
    rows = [r for r in remarks if r.is_note and r.kind is BlockKind.TABLE_ROW and r.column]
    for _, group in groupby(rows, key=lambda r: (r.document.source_id, r.block)):
        cells = list(group)
        if cells[0].document.blocks[cells[0].block].header:
            continue
        fields = _fields(cells)
        named = fields.get("metric") or fields.get("statement") or _row_name(cells)
        if (
            named is not None
            and "target" in fields
            and len({cell.start for cell in (named, *fields.values())}) > 2
        ):
            yield Sheet(named, fields)


def _fields(cells: list[Remark]) -> dict[str, Remark]:
    """The cells by the part their column names; of two columns for the target, the one without a figure names the goal."""
    fields: dict[str, Remark] = {}
    for cell in cells:
        name = _column(cell.column)
        if name and cell.text.strip():
            other = fields.get("target")
            if name == "target" and other is not None and other.start != cell.start:
                figured = sorted((other, cell), key=lambda one: bool(re.search(r"\d", one.text)))
                fields.setdefault("metric", figured[0])
                fields["target"] = figured[1]
            else:
                fields[name] = cell
    return fields


def _row_name(cells: list[Remark]) -> Remark | None:
    """What the row is about, where its first cell stands under no heading or one that names nothing."""
    first = cells[0]
    named = (
        field_of(first.column) is None and first.text.strip() and not NUMBER_CELL.match(first.text.strip())
    )
    return first if named and len(first.text) <= LONGEST_NAME else None


def _column(heading: str) -> str | None:
    found = field_of(heading)
    return (
        "metric"
        if found == "statement" and not re.fullmatch(r"目標|ゴール|goal|target", heading.strip(), re.I)
        else ("target" if found == "statement" else found)
    )


def _gives_target(later: Answer, row: Answer, fields: dict[str, Remark]) -> bool:
    """A row called 目標 after the one that says what is wanted gives the figure, where that one gave none."""
    plain = re.fullmatch(r"目標|ゴール|goal|target", later.label.strip(), re.I)
    return bool(
        plain and "target" not in fields and re.search(r"\d", later.value) and not re.search(r"\d", row.value)
    )


def _part_of(later: Answer, fields: dict[str, Remark]) -> str | None:
    if re.fullmatch(r"目標|ゴール|goal|target", later.label.strip(), re.I):
        return "target"
    name = field_of(later.label)
    asked = name == "baseline" and "baseline" in fields and re.search(r"したい|want", later.label)
    return "target" if asked else name


def _labelled(answers: Sequence[Answer]) -> Iterator[Sheet]:
    for _, group in groupby(answers, key=lambda a: a.remarks[0].document.source_id):
        rows = list(group)
        for place, row in enumerate(rows):
            if (
                row.is_empty
                or not row.remarks[0].is_note
                or not FIELDS["statement"].search(row.label.strip())
            ):
                continue
            fields: dict[str, Remark] = {}
            for later in rows[place + 1 : place + 1 + MOST_ROWS]:
                if FIELDS["statement"].search(later.label.strip()) and not _gives_target(later, row, fields):
                    break
                name = _part_of(later, fields)
                if name in ("target", "baseline", "due", "owner", "metric") and not later.is_empty:
                    fields.setdefault(name, later.remarks[0])
            if "target" in fields or ("baseline" in fields and len(fields) > 1):
                yield Sheet(row.remarks[0], {"statement": row.remarks[0], **fields})
