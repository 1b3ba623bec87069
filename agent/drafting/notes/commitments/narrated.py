"""Promises that notes tell of in the third person, and requests in mails: who will do what, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.tasks import Task
from agent.drafting.notes.frames import frames
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Side
from connectors.interface import BlockKind, DocumentKind

CUES = cues("agent.drafting.notes.commitments", "commitments")
GOALS = cues("agent.drafting.notes.goals", "goals")
JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠]")
SUBJECT_JA = re.compile(
    r"(?:^[\s・\-*]*|[、。:：(（]|(?<=で))(?P<who>[^、。「」()（）はがに:：\s]{1,14}?)(?:側)?(?:は|が|より|から|には|、)"
)
SUBJECT_EN = re.compile(
    r"(?:^[\s\-*•]*|[.;,] (?:and )?|\band )(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w'’-]+)?|[Ww]e|I) (?:will|is going to|has promised|promised to|agreed to|is to|to|has to|undertook|said|is sending|can|owe)\b"
)
GIVEN = re.compile(r"約束して(?:くれ|もら|いただ)|くれるとのこと|もらえることに")
OWN = re.compile(r"と約束した|と約束。|\bwe promised\b|\bI promised\b", re.I)
QUESTION = re.compile(r"[?？]$|(?:でしょうか|ますか|ませんか)。?$")


def says(key: str, text: str) -> bool:
    """True when the words hold a pattern of pledges.toml in the text's language."""
    language = "ja" if JAPANESE.search(text) else "en"
    return any(p.search(text) for p in frames("agent.drafting.notes.commitments", "pledges", language, key))


def read_narrated(remarks: Sequence[Remark], owners: Owners, anchor: Anchor) -> Iterator[Task]:
    """Promises told in minutes, diaries and logs: somebody whose side is known, what they will do, and a date to come."""
    for remark in remarks:
        if not _tells(remark):
            continue
        text = remark.text
        if (
            not (CUES["narrated"].search(text) or says("told", text))
            or CUES["done"].search(text)
            or QUESTION.search(text)
        ):
            continue
        if says("not_told", text) and not GIVEN.search(text):
            continue
        owner, side = _who(remark, owners)
        when = due_in(text, remark.day, anchor)
        if side == "us" and remark.kind is BlockKind.TURN and GIVEN.search(text):
            owner, side = None, "customer"
        if side and (when or GIVEN.search(text) or OWN.search(text)):
            yield Task(remark, text, side, owner)


def read_requests(remarks: Sequence[Remark], anchor: Anchor) -> Iterator[Task]:
    """What a mail asks the other side to do until a date. The request itself makes it owed; nobody has to accept."""
    for remark in remarks:
        if remark.document.kind is not DocumentKind.MAIL or remark.quoted or remark.side is None:
            continue
        text = remark.text
        if not says("request", text) or says("not_request", text):
            continue
        if due_in(text, remark.day, anchor) is not None:
            yield Task(remark, text, "customer" if remark.side == "us" else "us", None)


def _tells(remark: Remark) -> bool:
    if remark.kind is BlockKind.TURN or remark.document.kind is DocumentKind.CHAT:  # ours among ourselves
        return remark.side == "us" and bool(GIVEN.search(remark.text))
    if remark.document.kind not in (DocumentKind.NOTE, DocumentKind.TABLE):
        return False
    if remark.kind in (BlockKind.HEADING, BlockKind.FIELD) or CUES["heading"].search(remark.heading):
        return False
    return not GOALS["heading"].search(remark.heading)


def _who(remark: Remark, owners: Owners) -> tuple[str | None, Side | None]:
    pattern = SUBJECT_JA if JAPANESE.search(remark.text) else SUBJECT_EN
    for found in pattern.finditer(remark.text):
        side = owners.side(found["who"], remark.document.source_id)
        if side:
            return found["who"], side
    other = pattern.search(remark.text)
    if GIVEN.search(remark.text) or (other and says("to_us", remark.text)):
        return other["who"] if other else None, "customer"
    return None, "us" if OWN.search(remark.text) else remark.side
