"""What a person says they will do: first-person sentences of transcripts, mails and chats, and accepted requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.narrated import says
from agent.drafting.notes.commitments.task import Task
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.when import read_when
from connectors.interface import BlockKind, DocumentKind

CUES = cues("agent.drafting.notes.commitments", "commitments")
SPOKEN = (DocumentKind.TRANSCRIPT, DocumentKind.MAIL, DocumentKind.CHAT)
LONG = 80
BRIEF = 16  # characters; a promise this short ("聞いてみます。") takes its matter from what was just said
OWED = re.compile(r"\bI owe\b|no date yet", re.I)
UNTIL_THEN = re.compile(r"それまで|その(?:日|前|とき)まで|by then|before then|ahead of (?:it|that)", re.I)
THEN = re.compile(r"(?:それまで|その日まで|まで)(?:に)?(?:は)?[。]?$|\bby then[.]?$", re.I)
"""Closes a sentence that gives the one before it its date."""
OBJECT = re.compile(
    r"[一-龠ァ-ヴーA-Za-z0-9]{2,}[^。、]{0,12}(?:を|は|が|も|に|の)|\b(?:the|a|an|our|your|you)\b", re.I
)


def read_spoken(remarks: Sequence[Remark], anchor: Anchor) -> Iterator[Task]:
    """Promises in speech, by whoever speaks. A sentence counts when it names what is done, or until when.

    A mail that says "I send" sends now; only what comes later ("by …", "once …", 次第, 別途) is a promise there.
    """
    for index, remark in enumerate(remarks):
        text = remark.text
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
            whole = _with_its_matter(remarks, index)
            yield Task(whole, whole.text, remark.side, None, more=_dated_by(remarks, index, anchor))
        elif dates := _asked(remarks, index, anchor):
            answer = _answer(remarks, index)
            if answer is not None and not _own_promise(remarks, answer, anchor):
                yield Task(remark, text, answer.side, None, more=(*dates[1:], answer))


def _with_its_matter(remarks: Sequence[Remark], index: int) -> Remark:
    """A promise of few words ("聞いてみます。") together with the sentence right before it in the same turn."""
    here = remarks[index]
    before = remarks[index - 1] if index else None
    if (
        before is None
        or len(here.text) > BRIEF
        or before.document is not here.document
        or before.block != here.block
    ):
        return here
    if here.start - before.end > 1 or len(before.text) > LONG:
        return here
    return replace(here, start=before.start, text=here.document.text[before.start : here.end])


def _is_promise(remark: Remark, anchor: Anchor) -> bool:
    text = remark.text
    dated = bool(read_when(text, remark.day, anchor))
    if CUES["propose"].search(text):
        return (
            dated
            and remark.side == "us"
            and bool(CUES["will"].search(text) or re.search(r"お(?:渡|送|出)し|提出", text))
        )
    if CUES["not_will"].search(text) or says("not_will", text):
        return False
    if says("will_dated", text) and due_in(text, remark.day, anchor) is not None:
        return True
    if says("will", text) and (dated or due_in(text, remark.day, anchor) or OBJECT.search(text)):
        return (
            remark.document.kind is not DocumentKind.MAIL
            or dated
            or bool(CUES["later"].search(text))
            or OWED.search(text) is not None
        )
    if CUES["promise_plain"].search(text):
        return not (says("request", text) or says("not_request", text))
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


def _dated_by(remarks: Sequence[Remark], index: int, anchor: Anchor) -> tuple[Remark, ...]:
    """Sentences that give the promise its date: those that only give one, else the sentence before that names a day."""
    found = _same_turn_dates(remarks, index)
    here, before = remarks[index], remarks[index - 1] if index else None
    if found or before is None or due_in(here.text, here.day, anchor) is not None:
        return found
    beside = (
        before.document is here.document and before.block == here.block and not _is_promise(before, anchor)
    )
    return (before,) if beside and due_in(before.text, before.day, anchor) is not None else ()


def _same_turn_dates(remarks: Sequence[Remark], index: int) -> tuple[Remark, ...]:
    """Sentences beside this one in the same turn that only give its date ("これも18日までに。", "11月20日ですね。")."""
    here = remarks[index]
    beside = [*remarks[index + 1 : index + 2], *remarks[max(0, index - 1) : index]]
    return tuple(
        r
        for r in beside
        if r.document is here.document
        and r.block == here.block
        and (
            CUES["date_only"].search(r.text)
            or (r.start > here.start and THEN.search(r.text))
            or (r.start < here.start and (len(r.text) <= BRIEF or UNTIL_THEN.search(here.text)))
        )
    )
