"""A pair of remarks that disagree, made into a contradiction of the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.contradictions.telling import in_full, where_of
from agent.messages import text
from agent.models.plan import Contradiction
from agent.renewal.remarks import Remark
from connectors.interface import DocumentKind

Reason = Literal["newer", "direct", "data", "contract", "both"]


@dataclass(frozen=True, slots=True)
class Pair:
    """`a` is what does not hold (any more), `b` what holds, for the reason given."""

    topic: str  # key of notes.contradiction
    a: Remark
    b: Remark
    why: Reason


def contradiction_of(pair: Pair, language: str) -> Contradiction | None:
    """The pair as the plan states it: where either stands, and both quotes; None where one cannot be quoted."""
    one, other = in_full(pair.a), in_full(pair.b)
    a, b = citation_of(one), citation_of(other)
    if a is None or b is None:
        return None
    words = text(
        f"notes.contradiction.{pair.topic}",
        language,
        a=one.text,
        b=other.text,
        at_a=where_of(one, language),
        at_b=where_of(other, language),
    )
    why = text(f"notes.why.{pair.why}", language)
    return Contradiction(text=words, a=a, b=b, preferred="none" if pair.why == "both" else "b", why=why)


def opening_of(topic: str, language: str) -> str:
    """The words with which a contradiction of a topic begins, before its first slot."""
    slots = dict.fromkeys(("a", "b", "at_a", "at_b"), "\0")
    return text(f"notes.contradiction.{topic}", language, **slots).partition("\0")[0]


def newest_of(remarks: list[Remark], key: Callable[[Remark], int] = lambda _: 0) -> Remark | None:
    """The remark with the highest key, of those the latest said."""
    return max(remarks, key=lambda r: (key(r), r.day or dt.date.min), default=None)


def is_earlier(first: Remark, second: Remark) -> bool:
    """True when the first was said before the second: by day, in one document by place, else in another document."""
    if first.day and second.day and first.day != second.day:
        return first.day < second.day
    if first.document is second.document:
        return first.start < second.start
    return not (first.day and second.day)


def stand_apart(first: Remark, second: Remark) -> bool:
    """Two testimonies: of two documents, or in one of two days, sections, rows or speakers."""
    if first.document is not second.document:
        return True
    if first.block == second.block:
        return False
    if first.document.kind is DocumentKind.TABLE:
        return True
    days = first.day is not None and second.day is not None and first.day != second.day
    voices = first.speaker is not None and second.speaker is not None and first.speaker != second.speaker
    return days or voices or (first.document.kind is DocumentKind.NOTE and first.section != second.section)
