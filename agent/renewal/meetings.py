"""The next meeting that could ask: future days on which the notes say that both sides meet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.evidence.cite import cite
from agent.models.evidence import Citation
from agent.renewal.remarks import Remark
from agent.renewal.when import read_when

MEETING = re.compile(
    r"定例|打ち?合わ?せ|面談|ミーティング|MTG|キックオフ|訪問|次回|説明会|報告会|QBR|EBR|"
    r"\b(?:meeting|call|kick-?off|session|review|catch-?up|workshop)\b",
    re.I,
)
THEIRS = re.compile(
    r"まで|社内|(?:経営|役員|幹部)ミーティング|店長会|役員|委員会|取締役会|internal|board", re.I
)


NEAR = 30  # characters between the date and the word for a meeting
A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Meeting:
    date: dt.date
    text: str
    citation: Citation


def read_meetings(remarks: Sequence[Remark], anchor: Anchor) -> list[Meeting]:
    """Meetings on or after as_of in order of time, one a day. The customer's own meetings are left out."""
    found: dict[dt.date, Meeting] = {}
    for remark in remarks:
        if not remark.is_note or THEIRS.search(remark.text):
            continue
        word = MEETING.search(remark.text)
        for when in read_when(remark.text, remark.day, anchor):
            if when.first != when.last or not 0 <= (when.first - anchor.as_of).days <= A_YEAR:
                continue
            if word is None or abs(when.start - word.start()) > NEAR:
                continue
            citation = cite(remark.document, remark.start, remark.end)
            if citation:
                found.setdefault(when.first, Meeting(when.first, remark.text, citation))
    return [found[day] for day in sorted(found)]
