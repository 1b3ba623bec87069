"""The new day of a body's meeting told later, without the old one: "Forum's been shifted a week, it's the 4th of March now",
「経営会議、1週間後ろ倒しで2月3日になりました」.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.renewal.clauses import CUES
from agent.renewal.holders import BODY, body_in
from agent.renewal.remarks import Remark
from agent.renewal.when import When, finest, is_current, read_when

MOVED = re.compile(
    r"延期|前倒し|後ろ倒し|うしろ倒し|繰り[上下]|ずれ(?!が)|日程(?:が|の)?変更|(?:に|へ)(?:変更|変わ|移[りっし動]|動[いき])|早ま[りっ]|早めに?な|遅くな|延び[たまて]|(?:日|[)）])になりました|流れて"
    r"|\b(?:moved|shifted|pushed|postponed|brought forward|put back|rescheduled|slipped|delayed|pulled forward|changed (?:it )?to|is now|are now|now (?:on|the|sits|meets))\b",
    re.I,
)
"""A day is told in the place of another."""
OF_PAPERS = re.compile(
    r"(?:papers?|pack|slides|forms?|drafts?|case)\b[^.;,]{0,14}$|(?:資料|議案|書類|申請|締め?切り?|提出)[^。、]{0,8}$",
    re.I,
)
OLD = re.compile(
    r"^[^。、]{0,6}(?:から|より|ではなく|じゃなく|でなく)|\bfrom (?:the )?$|\bnot (?:on )?(?:the )?$", re.I
)
COUNTED = re.compile(r"[間月]後|[間月]前|\blater\b|\bearlier\b|\bafter\b", re.I)
"""By how much it moves, no day."""
DAY = 2
"""Hyphens of a day ("2026-11-18")."""
BACK = 2
"""Remarks back in the same turn, line or mail in which the body may be named."""


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """`words` name the body as the remark or the one before does; `when` is its new day."""

    words: str
    when: When
    remark: Remark


def read_rescheduled(remarks: Sequence[Remark], anchor: Anchor) -> list[Rescheduled]:
    """Every new day of a body's, in the order of the remarks."""
    return [found for index in range(len(remarks)) for found in _in(remarks, index, anchor)]


def new_day(holder: str, said_on: dt.date | None, told: Sequence[Rescheduled]) -> Rescheduled | None:
    """The newest new day of the body that is told after `said_on`."""
    later = [
        one
        for one in told
        if one.remark.day is not None
        and said_on is not None
        and one.remark.day > said_on
        and _is_one(holder, one.words)
    ]
    return max(later, key=lambda one: (one.remark.day or dt.date.min, one.remark.start), default=None)


def _in(remarks: Sequence[Remark], index: int, anchor: Anchor) -> Iterator[Rescheduled]:
    remark = remarks[index]
    if not remark.is_note or not MOVED.search(remark.text) or CUES["question"].search(remark.text):
        return
    if any(CUES[name].search(remark.text) for name in ("hedge", "open", "wonders")):
        return
    before = [r for r in remarks[max(0, index - BACK) : index] if r.document is remark.document]
    near = [r for r in before if r.block == remark.block or remark.block - r.block <= 1]
    words = next((found for r in (remark, *reversed(near)) if (found := _body(r.text))), None)
    when = _day(remark, anchor) if words else None
    if words and when is not None:
        yield Rescheduled(words, when, remark)


def _body(text: str) -> str | None:
    found = body_in(text)
    named = BODY.search(text)
    return found or (named[0] if named else None)


def _day(remark: Remark, anchor: Anchor) -> When | None:
    """The first day that is neither the old one nor that of the papers."""
    text = remark.text
    days = [
        day
        for day in finest(read_when(text, remark.day, anchor))
        if day.iso.count("-") == DAY and is_current(day, anchor) and day.iso != str(remark.day)
        if not COUNTED.search(day.words)
    ]
    new = [
        day
        for day in days
        if not OF_PAPERS.search(text[: day.start])
        and not OLD.search(text[day.end :])
        and not OLD.search(text[: day.start])
    ]
    return new[0] if new else None


def _is_one(holder: str, words: str) -> bool:
    """One name ends in the other: "the Board", "Digital Portfolio Board"."""
    one, other = (re.sub(r"^(?:the|our|their) ", "", name, flags=re.I).casefold() for name in (holder, words))
    return one.endswith(other) or other.endswith(one)
