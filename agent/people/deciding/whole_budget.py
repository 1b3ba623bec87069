"""A body that settles the whole year's budget against somebody who is said to decide ours.

"The board passes next year's budget in March" is true of most companies and says little of one contract; who is said
outright to decide on it stands before that body. Alone, the body is the best that is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.people.evidence_of_roles import Shown
from agent.people.refs import MARK

OUTRIGHT = 1.5
"""Weight of a sign from which somebody is said in so many words to decide."""
BEHIND = 1.0
"""What a budget's body weighs beside such a sign."""
_WHOLE_BUDGET = re.compile(
    r"(?:予算|年度計画|事業計画)(?:案|編成|全体)?(?:は|が|って|も)|"
    r"\b(?:the |our |next year['’]s |annual |yearly )?budgets?\b[^.]{0,40}\b(?:is|are|gets?|goes|go|passed|set|decided|approved|settled)\b",
    re.IGNORECASE,
)
_OF_OURS = re.compile(
    r"更新|継続|契約|この件|本件|今回|御社|ツール|renewal|renew|contract|this|your|subscription|tool", re.I
)


def behind_outright(signs: Sequence[Shown]) -> list[Shown]:
    """The signs in order, those of a budget's body weighing less where a person is said, then or since, to decide."""
    outright = [
        _day(sign)
        for sign in signs
        if sign.role == "economic_buyer"
        and sign.weight >= OUTRIGHT
        and sign.ref.kind != "body"
        and not _is_of_budget(sign)
    ]
    if not outright:
        return list(signs)
    return [
        replace(sign, weight=min(sign.weight, BEHIND), plain=min(sign.plain, BEHIND))
        if sign.role == "economic_buyer"
        and sign.ref.kind == "body"
        and _is_of_budget(sign)
        and max(outright) >= _day(sign)
        else sign
        for sign in signs
    ]


def _day(sign: Shown) -> dt.date:
    return sign.statement.day or dt.date.min


def _is_of_budget(sign: Shown) -> bool:
    words = re.sub(MARK, "", sign.statement.marked)
    return _WHOLE_BUDGET.search(words) is not None and not _OF_OURS.search(words)
