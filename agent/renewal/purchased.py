"""Whether what was decided on back then is the purchase, or another thing the sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence

OBJECT = re.compile(
    r"(?P<ja>[^、。はがに]{1,14})を[^、。]{0,6}(?:決め|承認|決裁|判断|可決)"
    r"|\b(?:approved|agreed|signed(?: off)?(?: on)?|decided(?: on)?|bought|voted(?: for| on)?) (?:the|a|an|our|their|his|her|new) (?P<en>(?:[\w'’]+ ?){1,4})",
    re.I,
)
OURS = re.compile(
    r"導入|購入|更新|継続|契約|採用|利用|稟議|伺い|申請|これ|それ|本件|当社|御社|ライセンス|システム|ツール|"
    r"\b(?:deal|contract|order|purchase|renewal|it|us|you|this|licen[cs]es?|subscription|first|original|initial|last|years?|case|paper|request|PO|tool|software|system|money|spend|term|pilot|trial)\b",
    re.I,
)
WHEN = re.compile(r"\b(?:last|this|in|on|at|by|for|with|after|before)\b", re.I)
AS_AGREED = re.compile(
    r"決め(?:た|られた)(?:とおり|通り|よう|内容|日|件|こと)|\b(?:agreed|signed up|decided)(?: last time| back then)? (?:that|to|with)\b",
    re.I,
)
"""What was agreed between us, and no approval."""


def of_something_else(clause: str, products: Sequence[str] = ()) -> bool:
    """What was decided on is another thing than the purchase."""
    if AS_AGREED.search(clause):
        return True
    found = OBJECT.search(clause)
    if found is None:
        return False
    thing = found["ja"] or WHEN.split(found["en"] or "")[0]
    return not OURS.search(thing) and not any(word in thing for word in products)
