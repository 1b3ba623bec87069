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
    r"定例|打ち?合わ?せ|面談|ミーティング|キックオフ|訪問|次回|説明会|報告会|(?<![A-Za-z])(?:MTG|QBR|EBR)(?![A-Za-z])|"
    r"\b(?:meeting|call|kick-?off|session|review|catch-?up|workshop)\b",
    re.I,
)
THEIRS = re.compile(
    r"まで|社内|(?:経営|役員|幹部)ミーティング|店長会|役員|委員会|取締役会|internal|board", re.I
)
BUDGET = re.compile(
    r"(?:年度|会計期間|決算期?|期首|期末)(?:は|が|の)[^。]{0,12}(?:月|日)[^。]{0,4}(?:始ま|から|スタート|締)|"
    r"予算(?:会議|審議|編成|申請|要求|査定|締)|"
    r"\b(?:new|fiscal|financial|budget|book|accounting|trading) year (?:always |usually )?(?:starts?|begins?|opens|runs|ends?|closes|is)\b|"
    r"\bbudget(?:ing)? (?:calls?|rounds?|reviews?|sessions?|meetings?|workshops?|kick-?offs?|requests?|submissions?|cycle|season)\b",
    re.I,
)
"""The customer's own year and budget: its days are no occasion to meet."""

NEAR = 40  # characters between the date and the word for a meeting
A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Meeting:
    date: dt.date
    text: str
    citation: Citation


def read_meetings(remarks: Sequence[Remark], anchor: Anchor) -> list[Meeting]:
    """Meetings on or after as_of in order of time, one a day. The customer's own meetings
    and its budget days are left out."""
    found: dict[dt.date, Meeting] = {}
    for remark in remarks:
        if not remark.is_note or THEIRS.search(remark.text) or BUDGET.search(remark.text):
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


OWN_DAY = re.compile(
    r"^\s*[・●○◦\-*–]?\s*(?:次回|next)?\s*[:：]?\s*(?:20\d\d\s*[年/.\-]\s*)?\d{1,2}\s*[月/.\-]\s*\d{1,2}\s*日?(?:\s*[(（]\S{1,3}[)）])?\s*(?:\d{1,2}[:：時]\d{0,2}分?\s*[〜~\-–]?\s*(?:\d{1,2}[:：]\d\d)?)?\s*[:：、,に\-–]?\s*"
)


CLAUSE = re.compile(r"(?<=[。！？!?;；])|(?<=[.])\s+|[、,]\s*|\n")
LONGEST = 48
"""Characters of an occasion: it stands in every row of the questions."""


def occasion(meeting: Meeting) -> str:
    """What the meeting is, without the day its words begin with: that stands before them already."""
    rest = OWN_DAY.sub("", meeting.text, count=1).strip() or meeting.text
    if len(rest) <= LONGEST:
        return rest
    clause = next((part for part in CLAUSE.split(rest) if MEETING.search(part)), rest).strip()
    return clause if len(clause) <= LONGEST else f"{clause[: LONGEST - 1].rstrip()}…"
