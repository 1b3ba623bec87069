"""Days counted back from a body's day: "Papers a week before", 「資料は2週間前まで」, told beside the day it meets."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.renewal.clauses import CUES, Clause
from agent.renewal.remarks import Remark
from agent.renewal.sighting import Sighting
from agent.renewal.when import When, finest, is_current, read_when

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "fourteen": 14,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "丸1": 1, "前": 1,
}  # fmt: skip
BACK = re.compile(
    r"(?P<n>\d{1,2}|[一二三四五六七八九十])(?:か|ヶ|カ)?(?P<unit>週(?:間)?|日)(?:ほど|くらい|ぐらい)?前(?!後|倒|か(?:ら|け)|に(?:聞|お|伝|言|送|届|着|あった|決))|"
    r"(?:その|会(?:議)?の|委員会の|開催(?:日)?の)?(?P<week>前の?週)(?:の(?P<weekday>[月火水木金])曜?日?)?(?=まで|〆|締|に(?:は)?(?:提|出|必|事|配|集)|必着|中)|"
    r"(?P<eve>前日)(?=まで|〆|締|必着)|"
    r"\b(?P<en>\d{1,2}|an?|one|two|three|four|five|six|seven|ten|fourteen) (?:full |clear |working |calendar )?(?P<of>day|week|fortnight)s? (?:before|ahead|in advance|prior|earlier|beforehand)\b|"
    r"\bthe (?P<day>Mon|Tues|Wednes|Thurs|Fri)day before\b|\bthe (?P<prior>week|day) before\b",
    re.I,
)
PAPER = re.compile(
    r"資料|議題|議案|書類|案件|付議|申請|提出|起案|登録|締め?切|〆|紙|必着|\b(?:papers?|packs?|materials?|agendas?|submissions?|submitted|deadline|pre-?reads?|circulat\w+|documents?|slides?|items?|paperwork)\b",
    re.I,
)
"""What has to be there before a body meets."""
FROM_US = re.compile(
    r"いただ|頂[きけ]|ください|下さい|もらえ|お送り|お届け|御社|貴社|\b(?:please|send (?:us|me|it|them)|(?:could|can|would) you|let (?:us|me) have|(?:I|we)(?:'|’)ll|you(?:'|’)ll)\b|\?|？",
    re.I,
)
"""What we are asked for is a task of ours, and an offer is one of theirs."""
REACH = 4
"""Remarks on either side among which the body's day stands."""
MONTHS_END = re.compile(r"[年期月]度?末|contract|renewal|year[- ]end|満了|更新日|契約(?:終了|満了)", re.I)
"""Counted back from something else than a meeting."""


def papers_before(remarks: Sequence[Remark], found: Sequence[Sighting], anchor: Anchor) -> Iterator[Sighting]:
    """The papers' day of every sentence that counts it back from the day of a body told beside it, or of the only one dated."""
    papers = [s for s in found if s.kind == "papers" and s.remark.is_note]
    told = any(s.when and s.when.first == s.when.last for s in papers)
    if told or any(_tells_the_day(remark, anchor) for remark in remarks):
        return  # their day is told
    meetings = [
        s
        for s in found
        if s.kind == "decide"
        and not PAPER.search(s.clause.text)
        and s.holder
        and s.when
        and s.when.first == s.when.last
    ]
    for index, remark in enumerate(remarks):
        back = _counted_back(remark)
        if back is None:
            continue
        meeting = _meeting(remarks, index, meetings)
        day = _day(back, meeting.when.first) if meeting is not None and meeting.when else None
        if day is None or meeting is None:
            continue
        meeting_day = meeting.when.iso if meeting.when else None
        when = When(*back.span(), back[0], day.isoformat(), day, day, "counted_back", False)
        others = [d for d in _days(remark, anchor) if d.end <= back.start() or back.end() <= d.start]
        if not is_current(when, anchor) or any(d.iso != meeting_day for d in others):
            continue
        clause = Clause("papers", remark.text, 0, len(remark.text))
        yield Sighting("papers", remark, clause, when, remark, None, deadline=True, base=meeting.dated_by)


def _tells_the_day(remark: Remark, anchor: Anchor) -> bool:
    """It counts back and says which day that is (「紙は3週間前だから11月20日」)."""
    back = _counted_back(remark)
    return back is not None and any(day.start >= back.end() for day in _days(remark, anchor))


def _counted_back(remark: Remark) -> re.Match[str] | None:
    if not remark.is_note or remark.side == "us" or remark.kind.value in ("heading", "field"):
        return None
    text = remark.text
    if not PAPER.search(text) or FROM_US.search(text) or MONTHS_END.search(text):
        return None
    if any(CUES[name].search(text) for name in ("hedge", "past", "open")) or CUES["task"].search(
        remark.heading
    ):
        return None
    return BACK.search(text)


def _meeting(remarks: Sequence[Remark], index: int, meetings: Sequence[Sighting]) -> Sighting | None:
    """The body's day told in the remark or the nearest before it, then after it; else that of the only dated body."""
    here = remarks[index]
    near = [index, *(index - n for n in range(1, REACH + 1)), *(index + n for n in range(1, REACH + 1))]
    for place in near:
        if 0 <= place < len(remarks) and remarks[place].document is here.document:
            told = [s for s in meetings if s.dated_by is remarks[place] or s.remark is remarks[place]]
            if told:
                return told[-1]
    days = {s.when.iso for s in meetings if s.when}
    return meetings[0] if len(days) == 1 else None


def _day(back: re.Match[str], meeting: dt.date) -> dt.date | None:
    if back["eve"] or (back["prior"] or "").lower() == "day":
        return meeting - dt.timedelta(days=1)
    if back["day"] or back["weekday"]:
        weekday = _weekday(back["day"] or back["weekday"])
        if back["weekday"]:  # 前の週の金曜
            return meeting - dt.timedelta(days=meeting.weekday() + 7 - weekday)
        return meeting - dt.timedelta(days=(meeting.weekday() - weekday - 1) % 7 + 1)
    if back["week"] or back["prior"]:
        return meeting - dt.timedelta(days=7)
    number = back["n"] or back["en"]
    count = int(number) if number.isdigit() else NUMBERS[number.lower()]
    unit = back["unit"] or back["of"].lower()
    days = {"日": 1, "day": 1, "fortnight": 14}.get(unit, 7)
    return meeting - dt.timedelta(days=count * days)


def _weekday(words: str) -> int:
    if words in "月火水木金":
        return "月火水木金".index(words)
    return ["mon", "tues", "wednes", "thurs", "fri"].index(words.lower())


def _days(remark: Remark, anchor: Anchor) -> list[When]:
    """Days the sentence prints itself."""
    return [d for d in finest(read_when(remark.text, remark.day, anchor)) if d.first == d.last]
