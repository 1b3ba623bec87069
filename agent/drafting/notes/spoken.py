"""What a person says they will do: first-person sentences of transcripts, mails and chats, and accepted requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.tasks import Task
from agent.renewal.clauses import named_group
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import read_when
from connectors.interface import BlockKind, DocumentKind

CUES = cues("agent.drafting.notes", "commitments")
SPOKEN = (DocumentKind.TRANSCRIPT, DocumentKind.MAIL, DocumentKind.CHAT)
BRIEF = 16  # characters; a promise this short ("聞いてみます。") takes its matter from what was just said
OBJECT = re.compile(
    r"[一-龠ァ-ヴーA-Za-z0-9]{2,}[^。、]{0,12}(?:を|は|が|も|に|の)|\b(?:the|a|an|our|your|you)\b", re.I
)


def read_narrated(remarks: Sequence[Remark], sides: Sides, anchor: Anchor) -> Iterator[Task]:
    """Promises that minutes tell of in the third person: who, will do what, until when; all three must be there."""
    for remark in remarks:
        if remark.document.kind is not DocumentKind.NOTE or remark.kind.value not in (
            "list_item",
            "paragraph",
        ):
            continue
        if CUES["heading"].search(remark.heading) or not CUES["narrated"].search(remark.text):
            continue
        who = named_group(CUES["subject"], remark.text)
        side = sides.of(who) if who else None
        ahead = [w for w in read_when(remark.text, remark.day, anchor) if remark.day and w.last >= remark.day]
        if side and ahead and not CUES["done"].search(remark.text):
            yield Task(remark, remark.text, side, who)


def read_spoken(remarks: Sequence[Remark], anchor: Anchor) -> Iterator[Task]:
    """Promises in speech, by whoever speaks. A sentence counts when it names what is done, or until when.

    A mail that says "I send" sends now; only what comes later ("by …", "once …", 次第, 別途) is a promise there.
    """
    for index, remark in enumerate(remarks):
        text = remark.text
        if remark.document.kind is DocumentKind.TABLE and CUES["promise_plain"].search(text):
            yield Task(remark, text, "us", None)
        if (
            (remark.document.kind not in SPOKEN and remark.kind is not BlockKind.TURN)
            or remark.side is None
            or remark.quoted
            or remark.kind.value == "field"
        ):
            continue
        if CUES["done"].search(text) or CUES["talk_now"].search(text):
            continue
        if _is_promise(remark, anchor):
            yield Task(remark, text, remark.side, None, more=_same_turn_dates(remarks, index))
        elif dates := _asked(remarks, index, anchor):
            answer = _answer(remarks, index)
            if answer is not None and not _own_promise(remarks, answer, anchor):
                yield Task(remark, text, answer.side, None, more=dates[1:])


def _is_promise(remark: Remark, anchor: Anchor) -> bool:
    text = remark.text
    dated = bool(read_when(text, remark.day, anchor))
    if CUES["propose"].search(text):
        return (
            dated
            and remark.side == "us"
            and bool(CUES["will"].search(text) or re.search(r"お(?:渡|送|出)し|提出", text))
        )
    if CUES["not_will"].search(text):
        return False
    if CUES["promise_plain"].search(text):
        return True
    if remark.document.kind is DocumentKind.MAIL and not dated and not CUES["later"].search(text):
        return False
    return bool(CUES["will"].search(text)) and (dated or bool(OBJECT.search(text)) or len(text) <= BRIEF)


def _asked(remarks: Sequence[Remark], index: int, anchor: Anchor) -> tuple[Remark, ...]:
    """The request and the date that goes with it; empty when the sentence asks for nothing to be done later."""
    here = remarks[index]
    text = here.text.rstrip("?？。 ")
    dates = _same_turn_dates(remarks, index)
    if CUES["request"].search(text):
        return (here, *dates)
    dated = bool(dates) or bool(re.search(r"まで|by ", text) and read_when(text, here.day, anchor))
    return (here, *dates) if dated and CUES["request_dated"].search(text) else ()


def _answer(remarks: Sequence[Remark], index: int) -> Remark | None:
    """The first words of the next speaker when they accept."""
    asked = remarks[index]
    for remark in remarks[index + 1 : index + 6]:
        if remark.document is not asked.document:
            return None
        if remark.speaker != asked.speaker:
            return remark if remark.side and CUES["accept"].search(remark.text) else None
    return None


def _own_promise(remarks: Sequence[Remark], answer: Remark, anchor: Anchor) -> bool:
    """The answer itself says what will be done, so that the request need not be counted beside it."""
    turn = (r for r in remarks if r.document is answer.document and r.block == answer.block)
    return any(_is_promise(remark, anchor) for remark in turn)


def _same_turn_dates(remarks: Sequence[Remark], index: int) -> tuple[Remark, ...]:
    """Sentences beside this one in the same turn that only give its date ("これも18日までに。", "11月20日ですね。")."""
    here = remarks[index]
    beside = [*remarks[index + 1 : index + 2], *remarks[max(0, index - 1) : index]]
    return tuple(
        r
        for r in beside
        if r.document is here.document
        and r.block == here.block
        and (CUES["date_only"].search(r.text) or (r.start < here.start and len(r.text) <= BRIEF))
    )
