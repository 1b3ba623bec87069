"""What others make of somebody's mind, against what that person says of it, or of having changed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.contradictions.said import Said, comes_before
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.models.plan import KeyPerson
from agent.renewal.sides import Sides

PACKAGE, FILE = "agent.drafting.notes.contradictions", "stances"
MOST = 2
LOG = re.compile(r"crm|sfa|日報|nippo", re.I)
"""Paths of logs that repeat what other notes say."""
LONGEST = 200
"""Letters beyond which a statement tells of too much to be one on somebody's mind."""


def corrected_stances(said: Sequence[Said], people: Sequence[KeyPerson], sides: Sides) -> Iterator[Pair]:
    """A denial or change of mind by a person, or told of them, with the earlier statement of it; at most MOST."""
    told: set[str] = set()
    for denial in said:
        plainly = _fits("denied", denial)
        if denial.is_question or denial.remark.side == "us" or not (plainly or _fits("undecided", denial)):
            continue
        held = "held" if plainly else "for_it"
        for person in _of_whom(denial, people, sides):
            claim = None if person.id in told else _made_of(person, held, denial, said, sides)
            if claim is not None:
                told.add(person.id)
                yield Pair("stance", claim.remark, denial.remark, "direct")
                break
        if len(told) == MOST:
            return


def _of_whom(denial: Said, people: Sequence[KeyPerson], sides: Sides) -> list[KeyPerson]:
    """Who speaks, else whom the sentence or the one before it names."""
    speaker = sides.person(denial.voice) if denial.voice else None
    if speaker is not None and denial.remark.speaker:
        return [speaker]
    persons = [person for person in people if person.kind == "person"]
    for text in (f"{denial.voice} {denial.remark.text}", denial.before):
        named = [person for person in persons if sides.names(text, person)]
        if named:
            return named[:2]
    return []


def _made_of(person: KeyPerson, held: str, denial: Said, said: Sequence[Said], sides: Sides) -> Said | None:
    """The earlier statement on the person's mind in another document with the most words of the denial in it."""
    found = []
    for place, claim in enumerate(said):
        if claim.remark.document is denial.remark.document or len(claim.remark.text) > LONGEST:
            continue
        own = claim.remark.speaker is not None and sides.person(claim.voice) is person
        about = own or sides.names(f"{claim.voice} {claim.remark.text}", person)
        if not about or claim.is_question or not comes_before(claim, denial):
            continue
        plain = _fits("own" if own else held, claim)
        if plain and not _fits("denied", claim) and not _fits("no_claim", claim):
            first_hand = not LOG.search(claim.remark.document.path)
            found.append((not own, first_hand, len(claim.words & denial.words), -place, claim))
    return max(found, key=lambda entry: entry[:4])[4] if found else None


def _fits(key: str, said: Said) -> bool:
    language = "ja" if is_japanese(said.plain) else "en"
    return any(frame.search(said.plain) for frame in frames(PACKAGE, FILE, language, key))
