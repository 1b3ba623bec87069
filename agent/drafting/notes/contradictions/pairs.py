"""A pair of remarks that disagree, made into a contradiction of the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from agent.drafting.notes.claims import citation_of
from agent.messages import text
from agent.models.plan import Contradiction
from agent.renewal.remarks import Remark

Reason = Literal["newer", "direct", "data", "contract", "both"]


@dataclass(frozen=True, slots=True)
class Pair:
    """`a` is what does not hold (any more), `b` what holds, for the reason given."""

    topic: str  # key of notes.contradiction
    a: Remark
    b: Remark
    why: Reason


def contradiction_of(pair: Pair, language: str) -> Contradiction | None:
    """The pair as the plan states it, both quotes in its text; None where one cannot be quoted."""
    a, b = citation_of(pair.a), citation_of(pair.b)
    if a is None or b is None:
        return None
    words = text(f"notes.contradiction.{pair.topic}", language, a=pair.a.text, b=pair.b.text)
    why = text(f"notes.why.{pair.why}", language)
    return Contradiction(text=words, a=a, b=b, preferred="none" if pair.why == "both" else "b", why=why)


def newest_of(remarks: list[Remark], key: Callable[[Remark], int] = lambda _: 0) -> Remark | None:
    """The remark with the highest key, of those the latest said."""
    return max(remarks, key=lambda r: (key(r), r.day or dt.date.min), default=None)


def is_earlier(first: Remark, second: Remark) -> bool:
    """True when the first was said before the second, or nobody knows and it stands in another document."""
    if first.day and second.day:
        return first.day < second.day or (first.document is second.document and first.start < second.start)
    return first.document is not second.document
