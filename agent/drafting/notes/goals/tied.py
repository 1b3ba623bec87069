"""A measure that its sentence puts right before where it stands: it is one whatever it is counted in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.goals.measures import MARKER, is_bare
from agent.drafting.notes.goals.metric import unquoted
from agent.drafting.notes.goals.series import without_item_mark
from connectors.language import JAPANESE

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
OBJECT = r"(?:の?(?:件|回|人|枚|本|台|個|店)数)?(?:を|は|が)、?[^をはが。「」『』]{0,20}$"
"""Between a measure that a clause is about and the target of that clause."""
NO_OBJECT = re.compile(
    r"^(?:これ|それ|あれ|ここ|そこ|私|僕|うち|当社|弊社|御社|先方|皆|みんな|全員|誰)|(?:目標|期限|時期|数字|こと|もの|ところ|ほう|話|件|点|方|さん|様|氏|部長|課長|係長|主任|室長|社長|所長|店長|専務|常務|長|者|年度?|期|月|週|まで|から)$"
)
PREDICATE = re.compile(
    r"(?:です|ます|ました|でした|たい|した|って)$|^(?:we|they|he|she|it|i|you|then|and|but|so)\b", re.I
)


def tied(metric: str, before: str, known: Sequence[str]) -> str | None:
    """The metric without its list mark where `before`, the words up to the figure, ends in it; None where it is a predicate,
    a bare count or one of the `known` names."""
    words = _named(metric, known)
    return words if words and re.search(re.escape(words) + BETWEEN, before, re.I) else None


def as_object(metric: str, before: str, known: Sequence[str]) -> str | None:
    """The metric where it is the object or the subject of a Japanese clause whose target comes next (報告を、早期に100件)."""
    words = _named(metric, known)
    if words is None or NO_OBJECT.search(words) or JAPANESE.search(words) is None:
        return None
    return words if re.search(re.escape(words) + OBJECT, unquoted(before)) else None


def _named(metric: str, known: Sequence[str]) -> str | None:
    words = without_item_mark(MARKER.sub("", metric)).strip(" 　、。:：")
    if len(words) < SHORTEST or is_bare(words) or words in known:
        return None
    plain = OVER.sub("", words)
    return None if re.search(r"\d|[「」『』\"“”]", plain) or PREDICATE.search(plain) else words
