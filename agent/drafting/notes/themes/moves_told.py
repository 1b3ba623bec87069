"""Moves of a notice's table (新職 | 氏名 | 旧職) as events: the row of whoever heads a department or the house."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

NEW_POST = re.compile(
    r"新(?:しい)?(?:役職|職|職名|任|所属|ポスト|職務)?|(?:異動|変更|発令)後|異動先|就任先|new(?: (?:role|position|title|post|job))?",
    re.I,
)
HEADS = re.compile(
    r"(?<![次副])(?:部|本部|支社|支店|工場|事業部|所|院|局)長(?!代理|補佐|付)|社長|会長|専務|常務|取締役|執行役員|理事|"
    r"\b(?:chief|head|president|chair|(?<!deputy )(?<!assistant )director)\b|\bC[EFIO]O\b",
    re.I,
)
TAKES_EFFECT = re.compile(r"付(?:け|$|で|\s|、|。)|発令|effective|with effect from", re.I)


def moved_heads(remarks: Sequence[Remark]) -> list[tuple[Remark, Remark]]:
    """Each row with a new post at the head of something, as one remark, and the line that dates it (else the row)."""
    found = []
    for at, remark in enumerate(remarks):
        new_post = remark.kind is BlockKind.TABLE_ROW and NEW_POST.fullmatch(remark.column.strip())
        if not new_post or remark.text == remark.column or not HEADS.search(remark.text):
            continue
        row = _row(remarks, at)
        found.append((row, _dated(remarks, at) or row))
    return found


def _row(remarks: Sequence[Remark], at: int) -> Remark:
    """The cells of the row together."""
    here = remarks[at]
    cells = [r for r in remarks if r.document is here.document and r.block == here.block]
    start, end = min(r.start for r in cells), max(r.end for r in cells)
    return replace(here, start=start, end=end, text=here.document.text[start:end])


def _dated(remarks: Sequence[Remark], at: int) -> Remark | None:
    """The nearest line above in the document that says from when (2026年10月1日付)."""
    for remark in reversed(remarks[:at]):
        if remark.document is not remarks[at].document:
            return None
        if TAKES_EFFECT.search(remark.text):
            return remark
    return None
