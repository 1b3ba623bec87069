"""Figures that are neither where things stand nor what is to be reached: denied ones, conditions, and by how much it moved."""

from __future__ import annotations

import re

NOT_SO = re.compile(
    r"(?:以[上下内])?(?:に|まで|へ)(?:は|も)?(?:し|なっ|行っ|届い|達し|減っ|増え)て(?:い)?(?:ない|ません|なかった)|(?:以[上下内])?に(?:は|も)(?:なら|届か|達さ|達し|いか|行か)(?:な|ま)"
)
"""Behind a figure that is denied."""
REFUSED = re.compile(
    r"(?:以[上下内])?(?:は|も|では|なんて|とか|というのは|だと)(?:、)?(?:さすがに|正直|どうしても|ちょっと|到底|とても|まず|もう)?(?:無理|むり|ムリ|難し|むずかし|厳し(?:い|く)|きつい|不可能|できない|できません|届かない|届きません|非現実)"
    r"|(?: \w+){0,2} (?:is|are|was|would be|looks|seems|feels) (?:simply |just |quite |too |far too |not |un|im)?(?:impossible|unrealistic|too (?:hard|much|high|low|ambitious|soon)|not (?:possible|realistic|doable|achievable|feasible)|out of reach|hard|ambitious)\b",
    re.I,
)
"""Behind a figure that the speaker says cannot be reached."""
LEVEL = re.compile(r"\d[\d,.]*[^\d\s、。,.]{0,3}?|ゼロ|半分|半減|全員|全部|倍|\b(?:zero|half|none)\b", re.I)
NOT_ONLY = re.compile(r"(?:だけ(?:で(?:は)?なく|じゃなく|でない)|のみならず|に限らず|に加え|以外)")
NOT_ONLY_BEFORE = re.compile(r"\b(?:not (?:just|only|merely)|beyond) (?:the )?$", re.I)
"""Around a scope that is to be left (58店だけでなく全店で)."""
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


def is_refused(before: str, after: str) -> bool:
    """True where the words say that a figure cannot be reached (ゼロはむずかしい), or that it is not all (58店だけでなく)."""
    return bool(REFUSED.match(after) or NOT_ONLY.match(after) or NOT_ONLY_BEFORE.search(before))


def is_moved_by(before: str, after: str) -> bool:
    """True where the words around a figure say by how much something moved, and not where it stands."""
    return bool(MOVED_BY.match(after) or BY.search(before))


def refuses_level(text: str) -> bool:
    """The sentence says of each figure it names that it cannot be reached, or names none but such."""
    figures = list(LEVEL.finditer(text))
    refused = [
        f
        for f in figures
        if any(REFUSED.match(text, at) for at in range(f.end(), min(f.end() + 5, len(text))))
    ]
    return bool(refused) and len(refused) == len(figures)
