"""Dates that a sentence takes back or says not to be it: 「10月始まりではなく、1月から」, "not in October"."""

from __future__ import annotations

import re

AFTER = re.compile(
    r"(?:[(（][月火水木金土日][)）])?(?:の(?:回|会議?|[一-龠ァ-ヴー]{1,8}))?(?:始まり|開始|から|締め?切?り?|頃|ごろ|まで)?(?:では|じゃ)(?:なく|な[いか]|ありません|ございません|決まら|決めな|間に合わ)"
    r"|(?:の(?:回|会議?|[一-龠ァ-ヴー]{1,8}))?に(?:は)?(?:かから|かけ|上がら|載ら|諮ら|出さ)(?:ない|ず|ません)"
)
BEFORE = re.compile(
    r"n['’]t (?:\w+ ){1,3}(?:in|on|until|before) (?:the )?$|\b(?:not|rather than|instead of|no longer) (?:in|on|at|by|until|from)? ?(?:the )?$",
    re.I,
)


def is_denied(text: str, start: int, end: int) -> bool:
    """The words around the date say that it is not the one."""
    return AFTER.match(text, end) is not None or BEFORE.search(text[:start]) is not None
