"""Tasks of an activity log: rows whose kind is "task", with who has it and whether it is done, as CRM systems export them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.task import Task
from agent.renewal.remarks import Remark

KIND = re.compile(r"^(?:種別|種類|区分|タイプ|活動種別|活動|type|kind|activity(?: type)?|record type)$", re.I)
IS_TASK = re.compile(
    r"^(?:タスク|宿題|課題|ToDo|To-do|TODO|やること|task|to do|action(?: item)?|follow-?up)$", re.I
)
OWNER = re.compile(
    r"^(?:担当(?:者)?|所有者|実施者|登録者|owner|assigned(?: to)?|assignee|responsible)$", re.I
)
WORDS = re.compile(
    r"^(?:内容|件名|メモ|備考|詳細|説明|タスク|notes?|subject|description|details?|comments?|summary|task)$",
    re.I,
)
STATE = re.compile(r"^(?:状態|状況|ステータス|進捗|status|state|stage)$", re.I)
DUE = re.compile(r"^(?:期限|期日|締切|締め切り|due(?: date)?|deadline)$", re.I)
DONE = re.compile(
    r"^(?:完了|済|済み|対応済み?|実施済み?|送付済み?|クローズ|終了|done|completed?|closed|finished|sent)$",
    re.I,
)


def task_of_log(row: Sequence[Remark], owners: Owners) -> Task | None:
    """The task of one row; None for calls, mails and rows without an owner of a known side."""
    kind = _cell(row, KIND)
    if kind is None or not IS_TASK.match(kind.text.strip()):
        return None
    owner, due, state = _cell(row, OWNER), _cell(row, DUE), _cell(row, STATE)
    words = max((r for r in row if WORDS.match(r.column.strip())), key=lambda r: len(r.text), default=None)
    side = owners.side(owner.text, owner.document.source_id) if owner is not None else None
    if words is None or owner is None or side is None:
        return None
    others = tuple(r for r in (owner, due) if r is not None)
    done = state is not None and DONE.match(state.text.strip()) is not None
    return Task(words, words.text, side, owner.text, due.text if due else None, done, others)


def _cell(row: Sequence[Remark], column: re.Pattern[str]) -> Remark | None:
    return next((r for r in row if column.match(r.column.strip())), None)
