"""Who speaks in notes that are no transcript: side marks (先方:, (弊社)), pasted chats, and lines that only name a speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agent.drafting.notes.goals.part_labels import part_named
from agent.models.account import Account
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Side, Sides
from connectors.interface import BlockKind, DocumentKind
from connectors.readers.line_forms import begins_a_part

TASKS = cues("agent.drafting.notes.commitments", "commitments")["heading"]
US = r"弊社|当社|当方|弊|当|us|ours?|vendor"
THEM = r"客先|先方|顧客(?:側)?|お客様|お客さま|先|客|御社|貴社|them|customer|client"
MARK = re.compile(
    rf"^[\s・\-*●○]*(?:[(（\[【](?:(?P<us>{US})|(?P<them>{THEM}))(?:側|様)?[)）\]】]\s*[:：]?|"
    rf"(?:(?P<us2>{US})|(?P<them2>{THEM}))(?:側|様)?(?:[(（](?P<who>[^()（）]{{1,14}})[)）])?\s*[:：])\s*",
    re.I,
)
CHAT = re.compile(
    r"^[\s・\-*]*(?:[\[(]?\d{1,2}[:：]\d{2}(?::\d{2})?(?: ?[AP]M)?[\])]?[\s　]+)?(?P<who>[^\s:：、。「」\d][^:：、。「」]{0,24}?)(?:[\s　]+\d{1,2}[:：]\d{2})?\s*[:：]\s+(?=\S)"
)
ALONE = re.compile(
    r"^(?P<who>[^\s\d#(（>][^、。:：「」\d]{0,28}?)[\s　]+(?:\d{4}[/.-])?(?:\d{1,2}[/月.-]\d{1,2}日?[\s　]*)?(?:\d{1,2}[:：]\d{2}(?: ?[AP]M)?)$"
)
FROM_ELSEWHERE = re.compile(r"[(（][^)）]{2,}[)）]|[/／@＠]")
TO_THEM = re.compile(
    r"御社|貴社|いつもお世話に|お世話になって(?:おり|い)ま|\byour (?:team|contract|renewal|account|licen[cs]es?|subscription)\b",
    re.I,
)
"""What is said to another house only."""
ME = re.compile(r"^(?:me|myself|私|わたし|わし|自分|僕|俺|当方)$", re.I)
"""How a note-taker marks their own lines."""
FEWEST_LINES = 3
FEWEST_VOICES = 2
FEWEST_LETTERS = 4


def with_voices(remarks: Sequence[Remark], sides: Sides, account: Account) -> list[Remark]:
    """The same remarks with speaker and side where the notes themselves say who speaks, the mark cut off the text.

    Task lists keep their marks: there they name who has to do it. Speakers of a chat whom nobody knows are the
    customer's when they carry no other company and the chat has a speaker of ours.
    """
    voices = _Voices(account, sides)
    found: list[Remark] = []
    for _, group in groupby(remarks, key=lambda remark: remark.document.source_id):
        found += _of_document(list(group), voices)
    return found


class _Voices:
    """Sides of speakers as they sign: our people's first names, our company or product behind a name, else as known."""

    def __init__(self, account: Account, sides: Sides) -> None:
        self._sides = sides
        own = [*account.vendor.people, *([account.csm] if account.csm else [])]
        self._names = {word.casefold() for name in own for word in re.split(r"[\s　]+", name) if _tells(word)}
        self._marks = [mark for mark in (account.vendor.name, account.product) if mark]

    def side_of(self, label: str) -> Side | None:
        return "us" if self.is_marked(label) or ME.match(label.strip()) else self._sides.of(label)

    def is_ours(self, sent_from: str, said: Sequence[Remark]) -> bool:
        """The sender's address or self-introduction carries our product or company."""
        domain = sent_from.rpartition("@")[2].casefold()
        for mark in self._marks:
            if (
                mark.isascii()
                and len(mark) >= FEWEST_LETTERS
                and mark.casefold().replace(" ", "") in domain.replace("-", "")
            ):
                return True
            if any(
                re.search(
                    rf"{re.escape(mark)}(?:社)?の[^、。\s]{{1,12}}(?:です|と申します|でございます)", r.text
                )
                for r in said
            ):
                return True
        return False

    def is_marked(self, label: str) -> bool:
        """The label carries our company, our product or the name of one of ours."""
        if any(mark in label for mark in self._marks):
            return True
        return bool({word.casefold() for word in re.split(r"[\s　/／@()（）・_]+", label)} & self._names)


def _tells(word: str) -> bool:
    return len(word) >= (3 if word.isascii() else 2)


def _of_document(remarks: list[Remark], known: _Voices) -> Iterator[Remark]:
    kind = remarks[0].document.kind
    if kind in (DocumentKind.TRANSCRIPT, DocumentKind.CHAT):
        remarks = [replace(r, side=known.side_of(r.speaker)) if r.speaker else r for r in remarks]
        if kind is DocumentKind.CHAT and _is_among_us(remarks):
            yield from (_told(remark) for remark in remarks)
            return
        ours = any(remark.side == "us" for remark in remarks)
        for remark in remarks:
            yield _unknown_is_theirs(remark) if ours else remark
        return
    if not remarks[0].is_note:
        yield from remarks
        return
    if kind is DocumentKind.MAIL:
        remarks = _of_mail(remarks, known)
    voices = _chat_voices(remarks, known)
    speaker: str | None = None
    for _, block in groupby(remarks, key=lambda remark: remark.block):
        said = list(block)
        alone = ALONE.match(said[0].text.strip()) if voices and len(said) == 1 else None
        if alone and alone["who"].strip() in voices:
            speaker = alone["who"].strip()
            yield from said
            continue
        chat = CHAT.match(said[0].text) if voices else None
        who = chat["who"].strip() if chat and chat["who"].strip() in voices else speaker
        if who is not None:
            yield from _spoken(said, who, voices[who], chat.end() if chat else 0)
            continue
        yield from _marked(said)


def _of_mail(remarks: list[Remark], known: _Voices) -> list[Remark]:
    """A mail's remarks with its writer's side where only the mail itself tells it: our product in the address it was sent
    from, or in how the writer says who writes."""
    writer = next((r.speaker for r in remarks if r.speaker), None)
    sent_from = next((r.text for r in remarks if r.text.startswith("From:")), "")
    ours = known.is_ours(sent_from, remarks)
    if not writer or not ours:
        return remarks
    return [replace(r, side="us") if r.speaker == writer and not r.quoted else r for r in remarks]


def _is_among_us(remarks: Sequence[Remark]) -> bool:
    """A channel of our own: nobody in it is known as the customer's, and nothing in it is said to another house."""
    sides = {remark.side for remark in remarks if remark.speaker}
    return "us" in sides and "customer" not in sides and not any(TO_THEM.search(r.text) for r in remarks)


def _told(remark: Remark) -> Remark:
    """What one of ours tells the others of the customer, as a note-taker would."""
    return replace(remark, speaker=None, side=None, kind=BlockKind.PARAGRAPH) if remark.speaker else remark


def _spoken(said: list[Remark], who: str, side: Side | None, cut: int) -> Iterator[Remark]:
    first = said[0]
    if cut and len(first.text) > cut:
        first = replace(first, start=first.start + cut, text=first.text[cut:])
    for remark in (first, *said[1:]):
        yield replace(remark, speaker=who, side=side, kind=BlockKind.TURN)


def _marked(said: list[Remark]) -> Iterator[Remark]:
    mark = MARK.match(said[0].text)
    if mark is None or TASKS.search(said[0].heading) or said[0].kind is BlockKind.TABLE_ROW:
        yield from said
        return
    side: Side = "us" if mark["us"] or mark["us2"] else "customer"
    first = said[0]
    if len(first.text) > mark.end():
        first = replace(first, start=first.start + mark.end(), text=first.text[mark.end() :])
    for remark in (first, *said[1:]):
        yield replace(remark, side=side, speaker=mark["who"] or remark.speaker)


def _chat_voices(remarks: Sequence[Remark], known: _Voices) -> dict[str, Side | None]:
    """Speakers of a chat pasted into a note, with their sides; none where the note is no chat.

    A label that comes again with each item of a list (担当:, Target:) is no speaker.
    """
    if remarks[0].document.kind is DocumentKind.MAIL:
        return {}
    counted: Counter[str] = Counter()
    for _, block in groupby(remarks, key=lambda remark: remark.block):
        text = next(block).text.strip()
        found = ALONE.match(text) or CHAT.match(text)
        if found and part_named(found["who"]) is None and not begins_a_part(text):
            counted[found["who"].strip()] += 1
    often = [who for who, number in counted.items() if number >= FEWEST_VOICES]
    if sum(counted.values()) < FEWEST_LINES or not often or sum(counted[who] for who in often) < FEWEST_LINES:
        return {}
    if not any(_timed(remark.text) for remark in remarks) and len(often) < FEWEST_VOICES:
        return {}
    voices = {who: known.side_of(who) for who in counted if len(who) <= 30}
    if any(known.is_marked(who) for who in voices):
        voices = {
            who: side if side != "us" or known.is_marked(who) else "customer" for who, side in voices.items()
        }
    if "us" in voices.values():
        voices = {
            who: side or (None if FROM_ELSEWHERE.search(who) and not re.search(r"[/／]", who) else "customer")
            for who, side in voices.items()
        }
    return voices


def _timed(text: str) -> bool:
    return bool(re.search(r"\d{1,2}[:：]\d{2}", text))


def _unknown_is_theirs(remark: Remark) -> Remark:
    known = remark.side is not None or not remark.speaker
    return (
        remark if known or FROM_ELSEWHERE.search(remark.speaker or "") else replace(remark, side="customer")
    )
