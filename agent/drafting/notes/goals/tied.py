"""A measure that its sentence puts right before where it stands: it is one whatever it is counted in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.goals.measures import MARKER, is_bare
from agent.drafting.notes.goals.series import without_item_mark

SHORTEST = 3
BETWEEN = (
    r"(?:を|は|が)?[\s　]*(?:[:：=][\s　]*)?(?:(?:平均|中央値|月平均|年平均|月間?|年間?|週|1?日|いま|今|現在|現状|約|だいたい|およそ|"
    r"from|down|up|to|at|now|of|is|currently|an?|average|median|about)[\s　でのはにを]*)*$"
)
"""What may stand between a measure and its figure."""
OVER = re.compile(
    r"\d+[^\s\d、。]{1,3}(?:超|以上|以下|以内|未満|越え)(?:の)?|(?:over|under|within) \d+ [a-z]+"
)
"""A limit in the name of what is counted (72時間超の看護師)."""
PREDICATE = re.compile(
    r"(?:です|ます|ました|でした|たい|した|って)$|^(?:we|they|he|she|it|i|you|then|and|but|so)\b", re.I
)


def tied(metric: str, before: str, known: Sequence[str]) -> str | None:
    """The metric without its list mark where `before`, the words up to the figure, ends in it; None where it is a predicate,
    a bare count or one of the `known` names."""
    words = without_item_mark(MARKER.sub("", metric)).strip(" 　、。:：")
    if len(words) < SHORTEST or is_bare(words) or words in known:
        return None
    plain = OVER.sub("", words)
    if re.search(r"\d|[「」『』\"“”]", plain) or PREDICATE.search(plain):
        return None
    return words if re.search(re.escape(words) + BETWEEN, before, re.I) else None
