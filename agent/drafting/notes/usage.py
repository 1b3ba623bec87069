"""Usage as the data says it: seats and active users by group, from usage reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from agent.renewal.remarks import Remark
from connectors.interface import DocumentKind

LOW_RATE = 0.25
"""A quarter of the seats or less: such a group cannot be said to use the product."""
GOOD_RATE = 0.75
"""Three quarters or more: such a group uses the product."""
FEWEST_SEATS = 10
"""Smaller groups are left out: one person more or less changes the picture."""

SEATS = re.compile(
    r"(?:付与|契約)?(?:ID|席|アカウント|ライセンス|ユーザー)数?$|(?:対象者|対象人|職員|社員|従業員|配属人)数|\b(?:seats|licen[cs]es|licen[cs]ed|users|accounts|headcount)\b",
    re.I,
)
ACTIVE = re.compile(
    r"アクティブ(?!率)|ログイン(?!率)|(?:利用|報告|投稿|入力|閲覧|登録)(?:者|人)数|稼働ID|\bactive\b|log(?:ged)?[- ]?ins?\b",
    re.I,
)
PERIOD = re.compile(r"月|週|期間|period|month|week|date", re.I)
TOTAL = re.compile(r"^(?:合計|全体|総計|全社|total|all)$", re.I)
SHARE = re.compile(
    r"(?P<all>\d+)[^\d。、%]{0,6}(?:のうち|中)[^\d。]{0,12}(?P<some>\d+)(?!\d*[%％年月日時/])|(?P<some2>\d+)\s*(?:of|out of)\s*(?:the |our )?(?P<all2>\d+)|"
    r"(?P<some3>\d+)(?:名|人|席|台|ID)?\s*[/／]\s*(?P<all3>\d+)(?=名|人|席|台|ID)|(?:率|rate)[^\d。]{0,12}(?P<percent>\d+)(?:\.\d+)?\s*[%％]"
)
UNUSED = re.compile(
    r"(?:ない|ません|おらず|未利用|未着手|余っ|空い)|\b(?:not|never|unused|idle|inactive)\b|n[’']t\b", re.I
)
ONLY = re.compile(r"しか")


@dataclass(frozen=True, slots=True)
class UsageRow:
    """One group in one period; `remark` runs over the row's cells from the group's name to the active count."""

    group: str
    period: str
    seats: int
    active: int
    remark: Remark

    @property
    def rate(self) -> float:
        return self.active / self.seats


def read_usage(remarks: Sequence[Remark]) -> list[UsageRow]:
    """Rows of the newest period of each report, groups of ten seats or more, totals left out."""
    rows: list[UsageRow] = []
    tables = [
        r
        for r in remarks
        if r.document.kind is DocumentKind.TABLE and r.kind.value == "table_row" and r.column
    ]
    for _, cells in groupby(tables, key=lambda r: (r.document.source_id, r.block)):
        row = _row(list(cells))
        if row:
            rows.append(row)
    newest = {
        row.remark.document.source_id: max(r.period for r in rows if r.remark.document is row.remark.document)
        for row in rows
    }
    return [row for row in rows if row.period == newest[row.remark.document.source_id]]


def is_good_share(text: str) -> bool:
    """The sentence counts who uses the product, and every share it gives is GOOD_RATE or more; a share of those who
    do not use it ("40名中35名が使っていない") is none."""
    if UNUSED.search(text) and not ONLY.search(text):
        return False
    rates = [rate for found in SHARE.finditer(text) if (rate := share_of(found)) is not None]
    return bool(rates) and min(rates) >= GOOD_RATE


def share_of(found: re.Match[str]) -> float | None:
    """The share that a match of SHARE gives; None for a share of nothing."""
    if found["percent"]:
        return int(found["percent"]) / 100
    some = int(found["some"] or found["some2"] or found["some3"])
    whole = int(found["all"] or found["all2"] or found["all3"])
    return some / whole if whole else None


def _row(cells: list[Remark]) -> UsageRow | None:
    seats = next(
        (c for c in cells if SEATS.search(c.column.replace("_", " ")) and _count(c.text) is not None), None
    )
    active = next(
        (
            c
            for c in cells
            if c is not seats and ACTIVE.search(c.column.replace("_", " ")) and _count(c.text) is not None
        ),
        None,
    )
    group = next((c for c in cells if _count(c.text) is None and not PERIOD.search(c.column)), None)
    period = next((c.text for c in cells if PERIOD.search(c.column)), "")
    if seats is None or active is None or group is None or TOTAL.match(group.text.strip()):
        return None
    if cells[0].document.blocks[cells[0].block].header:
        return None
    number, used = _count(seats.text), _count(active.text)
    if number is None or used is None or number < FEWEST_SEATS or used > number:
        return None
    first, last = sorted((group, active), key=lambda cell: cell.start)
    row = replace(first, end=last.end, text=first.document.text[first.start : last.end])
    return UsageRow(group.text, period, number, used, row)


def _count(text: str) -> int | None:
    digits = text.replace(",", "").strip()
    return int(digits) if digits.isdecimal() else None
