"""Goals laid out in fields: a table with a column for the target, or lines and rows whose labels name the parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

FIELDS = {
    "target": re.compile(
        r"^(?:目標(?:値|数値|水準)?|ゴール|目指す(?:値|水準)|到達(?:値|点)|あるべき(?:姿|値)|to-?be|target(?: value)?|goal value|aim)$|(?:何(?:件|分|日|割|%|時間)|どこまで|いくつ)(?:に|まで)?.{0,4}(?:したい|する|か)|目標(?:値|数値)",
        re.I,
    ),
    "baseline": re.compile(
        r"^(?:現状|現在|いま|今|実績|足元|導入前|as-?is|now|today|current(?:ly)?|baseline|before|actual)(?:の?(?:値|数値|数字|件数|時間|水準|value|level|figure))?$|^(?:いま|今|現在|現状)の.{1,8}$",
        re.I,
    ),
    "due": re.compile(
        r"期限|期日|いつまで|達成時期|納期|^(?:時期|by|by when|due(?: date)?|deadline|when)$", re.I
    ),
    "owner": re.compile(
        r"責任者|担当(?!営業)|推進者|持ち主|誰が(?:見|持|測|数|追|やる)|オーナー|^(?:owner|who|responsible|owned by|lead)$",
        re.I,
    ),
    "metric": re.compile(
        r"指標|KPI|測るもの|何を測|項目|テーマ|^(?:metric|measure|kpi|what|item|goal|objective)$", re.I
    ),
    "statement": re.compile(
        r"^(?:目標|ゴール|狙い|ねらい|達成したいこと|実現したいこと|やりたいこと|成功(?:の定義|とは)?|KPI|goals?|objectives?|aim|outcome|success|what (?:they|we) want)\d*$",
        re.I,
    ),
}
MOST_ROWS = 7
"""Rows after the one that names the goal in which its parts are looked for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One goal's fields as they stand, each with the remark that holds it."""

    statement: Remark
    fields: dict[str, Remark]


def read_sheets(remarks: Sequence[Remark], answers: Sequence[Answer]) -> Iterator[Sheet]:
    """Goals of tables and of labelled lines that give at least a target or a baseline apart from the statement."""
    yield from _tables(remarks)
    yield from _labelled(answers)


def field_of(label: str) -> str | None:
    """Which part of a goal a heading or label names."""
    words = label.strip(" 　・*:：()（）")
    return next((name for name, pattern in FIELDS.items() if pattern.search(words)), None)


def _tables(remarks: Sequence[Remark]) -> Iterator[Sheet]:
    rows = [r for r in remarks if r.is_note and r.kind is BlockKind.TABLE_ROW and r.column]
    for _, group in groupby(rows, key=lambda r: (r.document.source_id, r.block)):
        cells = list(group)
        if cells[0].document.blocks[cells[0].block].header:
            continue
        fields = {name: cell for cell in cells if (name := _column(cell.column)) and cell.text.strip()}
        named = fields.get("metric") or fields.get("statement")
        if named is not None and "target" in fields and len(fields) > 2:
            yield Sheet(named, fields)


def _column(heading: str) -> str | None:
    found = field_of(heading)
    return (
        "metric"
        if found == "statement" and not re.fullmatch(r"目標|ゴール|goal|target", heading.strip(), re.I)
        else ("target" if found == "statement" else found)
    )


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
                if FIELDS["statement"].search(later.label.strip()):
                    break
                name = field_of(later.label)
                if name in ("target", "baseline", "due", "owner") and not later.is_empty:
                    fields.setdefault(name, later.remarks[0])
            if "target" in fields or ("baseline" in fields and len(fields) > 1):
                yield Sheet(row.remarks[0], {"statement": row.remarks[0], **fields})
