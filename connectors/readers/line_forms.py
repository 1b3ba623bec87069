"""Lines that are entries of a list without bullets: each written in the form of the one before it, or a part with its label."""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DAY = (
    r"(?:(?:20\d\d|令和\d+)[年/.-])?\d{1,2}(?:[/-]\d{1,2}|月\d{1,2}日)(?!\d)"
    rf"|\d{{1,2}} {_MONTH}(?: 20\d\d)?|{_MONTH} \d{{1,2}}(?:, 20\d\d)?"
)
_SIGN = re.compile(
    rf"(?P<day>{_DAY})|(?P<joint>→|⇒|->|=>|[|｜=＝]|(?<=\s)[-–—―]+(?=\s)|(?<=\S) / (?=\S)|[\s(（]@(?=\S))|(?P<other>[:：()（）\[\]【】/／])"
)
_EDGE = 14
"""Characters from the edge of a line within which a name or a mark may stand beside a day."""
_PART = re.compile(
    r"[*_]*(?:(?:主|利用|使用|所管|主管|対応|実施)?(?:担当|責任|対応|利用|使用|決裁|承認)?(?:者|部署|部門|課|先)|(?:主|副)?担当|オーナー|責任者|期限|期日|締め?切り?|〆切|納期|時期|日程|部門|部署|用途|目的|利用目的|使用目的|現状|現状値|目標|目標値|状態|状況|備考|優先度|内容|手順|担い手)"
    r"[*_]*(?:[ \u3000\t]+|[:：＝=])\S"
    r"|[*_]*(?i:(?:[a-z]+ ){0,2}(?:owner|due|deadline|date|when|who|department|team|purpose|users?|for|assignee|responsible|status|baseline|target|current|by|lead|approver))[*_]*[:=：] ?\S"
    r"|(?:owner|due|deadline|department|team|purpose|assignee|baseline|approver) \S"
)
"""A label of a part of what the line above names, and its value."""


def same_form(line: str, following: str) -> bool:
    """Both have the same signs between their pieces, or begin or end with a day: two entries, however full the line is."""
    one, other = list(_SIGN.finditer(line)), list(_SIGN.finditer(following))
    if not one or [_kind(sign) for sign in one] != [_kind(sign) for sign in other]:
        return False
    if any(sign["joint"] for sign in one) and len(one) > 1:
        return True
    first = one[0]["day"] and not one[0].start() and not other[0].start()
    last = one[-1]["day"] and len(line) - one[-1].end() <= _EDGE and len(following) - other[-1].end() <= _EDGE
    return bool(first or (last and len(one) > 1))


def _kind(sign: re.Match[str]) -> str:
    return "day" if sign["day"] else sign[0].strip()


def begins_a_part(text: str) -> bool:
    """The line gives one part under its label ("担当 山田", "due: 3 May")."""
    return _PART.match(text) is not None
