"""What others say of a person, and what that person says of it themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.models.plan import KeyPerson
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

PACKAGE, FILE = "agent.drafting.notes.contradictions", "opposites"
STEM = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[A-Za-z]{4}")
NEAR = 8
"""Remarks back within which "that" in a denial points."""


def own_words(remarks: Sequence[Remark], sides: Sides) -> Iterator[Pair]:
    """A person denies, or takes back, what was told of them; and "no such thing" after somebody's claim."""
    for index, denial in enumerate(remarks):
        if not denial.is_note or denial.side == "us":
            continue
        if _matches("asked", denial.text) and (told := _impression(denial, remarks, sides)):
            yield Pair("stance", told, denial, "direct")
            return
        if not _matches("own", denial.text):
            continue
        speaker = sides.person(denial.speaker or "")
        told = _told_of(speaker, denial, remarks, sides) if speaker is not None else None
        told = told or _just_claimed(index, remarks)
        if told is not None:
            yield Pair("not_so", told, denial, "direct")
            return


def _impression(answer: Remark, remarks: Sequence[Remark], sides: Sides) -> Remark | None:
    """What somebody reports that a person feels, where somebody closer was then asked for it."""
    person = sides.person(answer.text)
    told = [
        r
        for r in remarks
        if r.is_note
        and r.start != answer.start
        and sides.person(r.text) is person
        and _matches("hearsay", r.text)
        and _matches("favour_yes", r.text)
    ]
    return told[0] if person is not None and told else None


def _told_of(person: KeyPerson, denial: Remark, remarks: Sequence[Remark], sides: Sides) -> Remark | None:
    """Hearsay on the person by others elsewhere, the most alike in words."""
    about = [
        r
        for r in remarks
        if r.is_note
        and r.document is not denial.document
        and sides.person(r.text) is person
        and sides.person(r.speaker or "") is not person
        and _matches("hearsay", r.text)
    ]
    stems = set(STEM.findall(denial.text.casefold()))
    return max(about, key=lambda r: len(stems & set(STEM.findall(r.text.casefold()))), default=None)


def _just_claimed(index: int, remarks: Sequence[Remark]) -> Remark | None:
    """The claim that a denial answers: the last quoted or reported words before it in the same note."""
    denial = remarks[index]
    for before in reversed(remarks[max(0, index - NEAR) : index]):
        if before.document is not denial.document:
            return None
        if "「" in before.text and before.block != denial.block and _matches("hearsay", before.text):
            return before
    return None


def _matches(key: str, text: str) -> bool:
    language = "ja" if is_japanese(text) else "en"
    return any(frame.search(text) for frame in frames(PACKAGE, FILE, language, key))
