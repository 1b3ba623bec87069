"""Usage as the data says it: seats and active users by group, from usage reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from agent.renewal.remarks import Remark
from connectors.interface import DocumentKind

LOW_RATE = 0.25
"""A quarter of the seats or less: such a group cannot be said to use the product."""
GOOD_RATE = 0.75
"""Three quarters or more: such a group uses the product."""
BETWEEN = "・"
"""Between a group and its part ("本社・夜勤")."""
FEWEST_SEATS = 10
"""Smaller groups are left out: one person more or less changes the picture."""

SEATS = re.compile(
    r"(?:付与|契約|登録|在籍)?(?:ID|席|アカウント|ライセンス|ユーザー)数?$|(?:対象|登録|在籍|配属|加入)(?:者|人|家庭|店|拠点|名)?数?$|"
    r"(?:職員|社員|従業員|対象者|配属人|パート人|[一-龠]{0,2}人|拠点|店舗|現場|[一-龠]{0,3}クラス|病棟)数$|"
    r"\b(?:seats|licen[cs]es|licen[cs]ed|users|named users|accounts|headcount|staff|people|learners|members|loaded|on the list)\b",
    re.I,
)
"""Headings of columns that count who, or what, could use it."""
ACTIVE = re.compile(
    r"アクティブ(?!率)|ログイン(?!率)|(?:利用|報告|投稿|入力|閲覧|登録|使用|記入|再生|検索)(?:者数?|人数|中の|した(?:人|者|[一-龠]{1,3}))|稼働ID|[一-龠ぁ-ん]+(?:った|いた|した|れた)(?:人|者|ID|席|拠点|店|現場|病棟)(?!のみ)|[月週日]\d+回以上|"
    r"\bactive\b|\blog(?:ged)?[- ]?ins?\b|\bsigned in\b|\bopened\b|\bwriting\b|\bat least (?:one|once)\b|\bused\b|\bwith tally\b",
    re.I,
)
"""Headings of columns that count who, or what, did use it."""
THINGS = re.compile(r"現場|店|拠点|病棟|クラス")
PERIOD = re.compile(r"月|週|期間|period|month|week|date", re.I)
TOTAL = re.compile(r"^(?:合?計|全体|総計|全社|集計|total|all)$", re.I)
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
    """Rows of the newest period of each report, groups of ten seats or more, totals left out.

    Which columns count the seats and the users is read from their headings and from the table as a whole: nowhere do
    more use it than could.
    """
    tables = [
        r
        for r in remarks
        if r.document.kind is DocumentKind.TABLE and r.kind.value == "table_row" and r.column
    ]
    found: list[UsageRow] = []
    for _, cells in groupby(tables, key=lambda r: r.document.source_id):
        lines = [list(row) for _, row in groupby(cells, key=lambda r: r.block)]
        rows = _rows(lines)
        newest = max((row.period for row in rows), default="")
        found += [row for row in rows if row.period == newest]
    return found


def _rows(lines: Sequence[Sequence[Remark]]) -> list[UsageRow]:
    """The rows of one table; none where no two of its columns count seats and users."""
    body = [
        {cell.column.replace("_", " "): cell for cell in line}
        for line in lines
        if not line[0].document.blocks[line[0].block].header
    ]
    headings = list(dict.fromkeys(heading for row in body for heading in row))
    seats = next((h for h in headings if SEATS.search(h) and _is_counted(h, body)), None)
    users = [h for h in headings if h != seats and ACTIVE.search(h) and _is_counted(h, body)]
    active = next((h for h in users if seats is not None and _is_part(h, seats, body)), None)
    if seats is not None and active is not None and _things(active) - _things(seats):
        return []
    if seats is None or active is None:
        return []
    period = next((h for h in headings[: headings.index(seats)] if PERIOD.search(h)), "")
    named = _naming(headings[: headings.index(seats)], period, body)
    return [row for line in body if (row := _row(line, named, period, seats, active)) is not None]


def _naming(before: Sequence[str], period: str, body: Sequence[Mapping[str, Remark]]) -> list[str]:
    """The columns before the seats' that name groups: the first, with the next where one name stands in several rows of
    one period."""
    words = [h for h in before if h != period and not _is_counted(h, body)]
    firsts = [tuple(row[h].text for h in (*words[:1], period) if h in row) for row in body]
    return words[:1] if len(set(firsts)) == len(firsts) else words[:2]


def _things(heading: str) -> set[str]:
    """What a heading counts that is no person: sites of persons are no share of them."""
    return set(THINGS.findall(heading))


def _is_counted(heading: str, body: Sequence[Mapping[str, Remark]]) -> bool:
    """Every cell under the heading is a count, but for empty ones."""
    cells = [row[heading].text.strip() for row in body if heading in row]
    return bool(cells) and all(_count(cell) is not None for cell in cells if cell not in ("", "-", "－", "—"))


def _is_part(part: str, whole: str, body: Sequence[Mapping[str, Remark]]) -> bool:
    """Nowhere is the part more than the whole."""
    pairs = [
        (_count(row[part].text), _count(row[whole].text)) for row in body if part in row and whole in row
    ]
    return all(one is None or other is None or one <= other for one, other in pairs)


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


def _row(
    line: Mapping[str, Remark], named: Sequence[str], period: str, seats: str, active: str
) -> UsageRow | None:
    groups = [line[heading] for heading in named if heading in line and line[heading].text.strip()]
    number, used = (_count(line[heading].text) if heading in line else None for heading in (seats, active))
    if not groups or number is None or used is None or number < FEWEST_SEATS:
        return None
    if any(TOTAL.match(group.text.strip()) for group in groups):
        return None
    last = max((*groups, line[active]), key=lambda cell: cell.start)
    first = min((*groups, line[active]), key=lambda cell: cell.start)
    row = replace(first, end=last.end, text=first.document.text[first.start : last.end])
    told = line[period].text if period in line else ""
    return UsageRow(BETWEEN.join(group.text for group in groups), told, number, used, row)


def _count(text: str) -> int | None:
    digits = text.replace(",", "").strip()
    return int(digits) if digits.isdecimal() else None
