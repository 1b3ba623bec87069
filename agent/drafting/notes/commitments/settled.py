"""Commitments as they stand: which of them a later source tells as done, and their words without who said them.

It runs after the entries are weighed, so that what is listed does not depend on it.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.commitments.in_own_words import quoted
from agent.drafting.notes.commitments.objects import objects_of
from agent.drafting.notes.contradictions.values import plain_of, values_in
from agent.models.plan import Commitment
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from connectors.interface import DocumentKind

CUES = cues("agent.drafting.notes.commitments", "settled")
KINDS = ("give", "make", "look", "hold", "mend")
ALSO_TELLS: Mapping[str, tuple[str, ...]] = {"make": ("give",)}
"""What was sent has been made."""
MOST_CITATIONS = 4
FEW = 2  # a task of so few words must have all of them told
SHARE = 0.6  # of the words of any other. Own choice.
TAIL = 30  # characters before the verb in which an English sentence names who did it
NAMED = re.compile(
    r"(?P<who>[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?(?: (?:has|have|had|already|just|now|then|also))* $"
)
SPEAKER = re.compile(r"\b(?:I|we|you)\b", re.I)
BY_OTHERS = re.compile(r"\b(?:was|were|been|got|be)\b(?: \w+)? $", re.I)
ACT = re.compile(r"[一-龠]{2,4}")
DONE_SO = r"(?:を)?(?:済|ずみ|し(?:て(?!ほし|欲し|くだ|下さ|もら|いただ)|た(?!い|ら)|まし|、)|いたし(?:まし|て)|完了)"
"""Behind a noun of acting: it is done (反映済, 持参して)."""
IN_A_LOG = r"(?:を)(?P<act>[一-龠]{2,4})(?=[。(（]|$)"
"""In a row of a log a noun of acting alone says that it is done (単価を反映。)."""
HAS_A_VERB = re.compile(
    r"[うくすつぬむるぐぶ](?:[。、)）]|$)|ます|\b(?:will|to|I|we|she|he|they)\b|[’']ll\b", re.I
)
FITS_THE_DAY = 0.5
"""Share of the words that must be told where the line names the day on which the task was due."""
ASKED = re.compile(r"[?？]\s*$|か。?\s*$")
PERSON = re.compile(r"(?:様|さん|氏|殿)$")
Side = Literal["us", "customer"]


@dataclass(frozen=True)
class _Told:
    """A line that tells of something done, and the words that say what."""

    remark: Remark
    about: str


def as_they_stand(commitments: Sequence[Commitment], remarks: Sequence[Remark]) -> list[Commitment]:
    """The commitments with their state: `done` where a line of a later day tells that the thing was sent, held, mended …

    The line that tells it is the last citation.
    """
    told = list(_told(remarks))
    return [_settled(entry, remarks, told) for entry in commitments]


def _told(remarks: Sequence[Remark]) -> Iterator[_Told]:
    for index, remark in enumerate(remarks):
        if remark.day is None or remark.quoted or CUES["not_told"].search(remark.text):
            continue
        told = (*(f"{k}_told" for k in KINDS), "any_told", "received", "kindly")
        if any(CUES[name].search(remark.text) for name in told) or _acts_done(remark):
            yield _Told(remark, f"{_asked_before(remarks, index)} {remark.text}")


def _asked_before(remarks: Sequence[Remark], index: int) -> str:
    """The question that "It went ahead." answers: the turn before it, where a speaker only points at it."""
    here = remarks[index]
    if here.document.kind is not DocumentKind.TRANSCRIPT or index == 0:
        return ""
    before = remarks[index - 1]
    said = here.text.removeprefix(here.speaker or "").lstrip(":： ")
    if before.document is not here.document or before.block == here.block or not CUES["points"].search(said):
        return ""
    return before.text if ASKED.search(before.text) else ""


def _settled(entry: Commitment, remarks: Sequence[Remark], told: Sequence[_Told]) -> Commitment:
    made = _made_on(entry, remarks)
    wanted = _wanted(entry)
    if entry.done or made is None:
        return entry
    for line in told:
        if line.remark.day is None or line.remark.day <= made:
            continue
        on_the_day = _names_due(entry, line.remark)
        if not _all_told(wanted, line.about, on_the_day) and not (not wanted and on_the_day):
            continue
        citation = citation_of(line.remark)
        if citation is not None and _tells(entry, line.remark):
            kept = [
                c for c in entry.citations if (c.source_id, c.start) != (citation.source_id, citation.start)
            ]
            return entry.model_copy(
                update={"done": True, "citations": [*kept[: MOST_CITATIONS - 1], citation]}
            )
    return entry


def _made_on(entry: Commitment, remarks: Sequence[Remark]) -> dt.date | None:
    """The last day on which a source speaks of the task as owed."""
    return max((remark.day for remark in quoted(entry, remarks) if remark.day), default=None)


def _wanted(entry: Commitment) -> frozenset[str]:
    """What the task is about: neither the people of it nor its verb."""
    owner = {word.casefold() for word in re.findall(r"\w+", entry.owner or "")}
    found = (word for word in objects_of(entry.text) if not PERSON.search(word) and word not in owner)
    return frozenset(
        word for word in found if not any(CUES[f"{kind}_task"].fullmatch(word) for kind in KINDS)
    )


def _names_due(entry: Commitment, remark: Remark) -> bool:
    """The line prints the day on which the task was due, or is a row of that day."""
    try:
        due = dt.date.fromisoformat(str(entry.due.value)) if entry.due else None
    except ValueError:
        return False
    if due is None:
        return False
    printed = any(
        value.day == due.day and value.month in (None, due.month)
        for value in values_in(plain_of(remark.text))
        if value.is_date
    )
    return printed or (remark.day == due and remark.document.kind is DocumentKind.TABLE)


def _all_told(wanted: frozenset[str], words: str, on_the_day: bool) -> bool:
    """The line names what the task is about: all of few words, most of many; one word alone as the thing itself (見積
    of 更新見積, not 人事 of 人事異動). Of a line that names the task's day half of them are enough."""
    named = objects_of(words)
    if not wanted:
        return False
    if len(wanted) == 1:
        want = next(iter(wanted))
        return any(name.endswith(want) or want.endswith(name) for name in named)
    shared = sum(any(want in name or name in want for name in named) for want in wanted)
    if on_the_day:
        return shared >= math.ceil(FITS_THE_DAY * len(wanted))
    return shared >= (len(wanted) if len(wanted) <= FEW else max(FEW, math.ceil(SHARE * len(wanted))))


def _tells(entry: Commitment, remark: Remark) -> bool:
    """The line tells an act of the task's kind, by the task's side; a task without a verb may be of any kind."""
    if CUES["any_told"].search(remark.text) or _tells_its_act(entry.text, remark):
        return True
    if entry.who == "customer" and CUES["kindly"].search(remark.text):
        return True
    for kind in _kinds_of(entry.text):
        for name in (kind, *ALSO_TELLS.get(kind, ())):
            if name == "give" and _is_received(entry, remark):
                return True
            act = CUES[f"{name}_told"].search(remark.text)
            if act and (name != "give" or _gives(entry, remark, act.start())):
                return True
    return False


def _kinds_of(task: str) -> Sequence[str]:
    """The kinds of act the task names; one without a verb, a thing of a list, may be of any."""
    named = [kind for kind in KINDS if CUES[f"{kind}_task"].search(task)]
    return named or (() if HAS_A_VERB.search(task) else KINDS)


def _tells_its_act(task: str, remark: Remark) -> bool:
    """The noun of acting that ends the task stands in the line as done (10/9に反映 … 単価を反映。)."""
    acts = ACT.findall(task)
    return bool(acts) and acts[-1] in _acts_done(remark)


def _acts_done(remark: Remark) -> set[str]:
    """Nouns of acting that the line tells as done."""
    found = re.findall(f"({ACT.pattern}){DONE_SO}", remark.text)
    if remark.document.kind is DocumentKind.TABLE:
        found += re.findall(IN_A_LOG, remark.text)
    return set(found)


def _is_received(entry: Commitment, remark: Remark) -> bool:
    """What one side received the other has given; a note or log without a speaker is ours."""
    return bool(CUES["received"].search(remark.text)) and (remark.side or "us") != entry.who


def _gives(entry: Commitment, remark: Remark, at: int) -> bool:
    """Whether the task's side is who gave: the named person, the speaker, or we in a note that names nobody."""
    if CUES["received"].search(remark.text):
        return False
    before = remark.text[max(0, at - TAIL) : at]
    if BY_OTHERS.search(before):
        return True
    named = NAMED.search(before)
    if named and not SPEAKER.fullmatch(named["who"]):
        return bool(entry.owner and named["who"] in entry.owner)
    side: Side = "customer" if CUES["theirs"].search(remark.text) else (remark.side or "us")
    return side == entry.who
