"""When somebody who decides is to answer, told in a sentence after the one that says so: "…が決めます。返事は12月10日にもらえます"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.clauses import CUES
from agent.renewal.no_steps import is_past_start
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import When, finest, is_current, read_when
from connectors.interface import BlockKind

AHEAD = 3
"""Remarks after the one that names who decides."""
BLOCKS = 2
"""Lines or turns from it."""
ANSWERS = re.compile(
    r"返事|回答|結果|結論|可否|答え|返って|戻って|返る|返し|下り|降り|目を通|(?:に|で|は)(?:見る|見ます|見て)|判[をは]|押す|押し|サイン|署名|決め|決裁|判断|承認|うちの(?:分|番)|出[るす]の?は"
    r"|\b(?:answers?|repl(?:y|ies)|verdict|decid\w+|decision|signs?|signature|goes through|looks? at|reads?|sees?|comes? back|back (?:to us|from|by|on)|returns?|hers|his|for ours|ours is|yes or no|let us know|says)\b",
    re.I,
)
"""An answer of somebody, or the turn at which they take the matter up."""
PRONOUN = re.compile(r"\b(?:she|he|her|his|hers|they|their)\b", re.I)
NOT_AN_ANSWER = re.compile(
    r"資料|見積|打ち?合わ?せ|訪問|面談|定例|提出|出す|出し|送|渡|異動|着任|退職|休|\b(?:papers?|quote|slides?|visit|meeting|call|training|holiday|leave|starts?|joins?|send)\b",
    re.I,
)


NO_MEETING = re.compile(
    r"\b(?:no|without a|not a) (?:meetings?|calls?|slides?|visits?)\b|(?:打ち?合わ?せ|面談|資料)(?:は|も)?(?:なし|無し|不要|要らな|しない)",
    re.I,
)
"""What there is not."""
STARTS = re.compile(
    r"^\W*(?:and |then |so |but )?(?:she|he)(?:['’](?:ll|s))? (?:will |usually |always |only |then )?[a-z]+",
    re.I,
)
"""An English sentence about the one named before."""


def _is_subject(text: str, decider: KeyPerson) -> bool:
    """The sentence is about what the decider does."""
    if STARTS.match(text):
        return True
    names = [decider.name, *decider.aliases, re.split(r"[\s　]", decider.name)[0], decider.title or ""]
    return any(
        re.search(rf"(?:^|[、。「・\s]){re.escape(name)}(?:さん|様|氏|先生)?(?:が|は|も)", text)
        or re.match(
            rf"\W*(?:the |our )?{re.escape(name)}(?:['’]ll| will| usually| always)? [a-z]+s?\b", text, re.I
        )
        for name in names
        if len(name) > 1
    )


def answer_day(
    remarks: Sequence[Remark], index: int, decider: KeyPerson, sides: Sides, anchor: Anchor
) -> tuple[When, Remark] | None:
    """The day or month of the answer with the remark that gives it; None where no sentence after tells one."""
    here = remarks[index]
    for near in remarks[index + 1 : index + 1 + AHEAD]:
        if near.document is not here.document or near.block - here.block > BLOCKS:
            return None
        if near.side == "us" or near.kind is not here.kind:
            continue
        day = _day_in(near, anchor) if _tells_the_answer(near, here, decider, sides) else None
        if day is not None:
            return day, near
    return None


def answer_told(
    remarks: Sequence[Remark], decider: KeyPerson, sides: Sides, anchor: Anchor
) -> tuple[When, Remark] | None:
    """The answer's day wherever the notes name the one who decides: there, else in a sentence after; a day before a month."""
    found = []
    for index, remark in enumerate(remarks):
        if not remark.is_note or remark.side == "us" or CUES["hedge"].search(remark.text):
            continue
        named = sides.names(remark.text, decider) or (decider.title and decider.title in remark.text)
        if not (named or _is_of_their_row(remark, decider, sides)):
            continue
        here = _day_in(remark, anchor) if _tells_the_answer(remark, remark, decider, sides) else None
        told = (here, remark) if here else answer_day(remarks, index, decider, sides, anchor)
        found += [told] if told else []
    days = [told for told in found if told[0].first == told[0].last]
    return next(iter(days or found), None)


def _is_of_their_row(remark: Remark, decider: KeyPerson, sides: Sides) -> bool:
    """Another cell of the remark's row names the decider alone: the row is of a talk with them."""
    if remark.kind is not BlockKind.TABLE_ROW:
        return False
    text = remark.document.text
    cells = [text[cell.start : cell.end] for cell in remark.document.blocks[remark.block].cells]
    return any(sides.person(cell) is decider for cell in cells if remark.text not in cell)


def _day_in(remark: Remark, anchor: Anchor) -> When | None:
    days = finest(read_when(remark.text, remark.day, anchor))
    ahead = [
        day
        for day in days
        if is_current(day, anchor)
        and day.iso != str(remark.day)
        and not is_past_start(remark.text, day.start, day.end)
    ]
    return ahead[-1] if ahead and not CUES["question"].search(remark.text) else None


def _tells_the_answer(near: Remark, here: Remark, decider: KeyPerson, sides: Sides) -> bool:
    """It is about the one who decides, by name, pronoun or as nobody else is named in the same line."""
    text = NO_MEETING.sub("", near.text)
    acts = ANSWERS.search(text) or _is_subject(text, decider)
    if not acts or NOT_AN_ANSWER.search(text) or CUES["past"].search(text):
        return False
    if sides.names(near.text, decider) or (decider.title and decider.title in near.text):
        return True
    someone = sides.person(near.text)
    if someone is not None and someone is not decider:
        return False
    return near.block == here.block or PRONOUN.search(near.text) is not None
