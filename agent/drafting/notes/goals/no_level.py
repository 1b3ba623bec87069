"""Figures that are neither where things stand nor what is to be reached: denied ones, conditions, and by how much it moved."""

from __future__ import annotations

import re

NOT_SO = re.compile(
    r"(?:以[上下内])?(?:に|まで|へ)(?:は|も)?(?:し|なっ|行っ|届い|達し|減っ|増え)て(?:い)?(?:ない|ません|なかった)|(?:以[上下内])?に(?:は|も)(?:なら|届か|達さ|達し|いか|行か)(?:な|ま)"
)
"""Behind a figure that is denied."""
CONDITION = re.compile(
    r"(?:以[上下内]|超)?(?:が)?(?:あれば|あったら|ある(?:場合|とき|時|もの)|あった(?:場合|とき|時|もの))"
)
"""Behind a figure that says which cases are counted."""
MOVED_BY = re.compile(
    r"(?:分|ほど|くらい|程度|近く|以上|も|は)*(?:上が|下が|増え|ふえ|減っ|へっ|減り|増加|減少|伸び|改善|上昇|低下|縮ま|縮ん|短縮|短くな|良くな|よくな|浮い|悪化|悪くな)"
    r"|^ ?(?:points? |pts? )?(?:better|worse|higher|lower|fewer|up on|down on)\b"
)
BY = re.compile(
    r"\b(?:rose|risen|fell|fallen|dropped|gained|grew|grown|up|down|improved|increased|decreased|slipped) by (?:about |some |around |nearly )?$",
    re.I,
)
"""Around a figure that says by how much something has moved."""


def is_denied_or_conditional(after: str) -> bool:
    """True where the words right behind a figure deny it (半分にはしていない) or make it a condition (2件以上あれば)."""
    return bool(NOT_SO.match(after) or CONDITION.match(after))


def is_moved_by(before: str, after: str) -> bool:
    """True where the words around a figure say by how much something moved, and not where it stands."""
    return bool(MOVED_BY.match(after) or BY.search(before))
