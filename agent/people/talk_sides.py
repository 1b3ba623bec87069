"""Who of those who talk or chat speaks for us, where no list, address or label says so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from agent.people.lexicon import table
from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import DocumentKind

OUR_ROLE = re.compile(
    r"CSM|CS(?:担当|責任者|チーム)|カスタマー(?:サクセス|・サクセス)|[Cc]ustomer [Ss]uccess|\bAE\b|[Aa]ccount (?:[Mm]anager|[Ee]xecutive|[Dd]irector)|[Ss]olutions|(?:当社|弊社|自社)"
)
"""Posts that only a vendor has, behind a speaker's name."""
_TO_THE_OTHER = re.compile(
    r"御社|貴社|いつもお世話に|お世話になって(?:おり|い)ま|(?i:\byour (?:team|contract|renewal|account|licen[cs]e|subscription)\b)"
)
"""What is said to another house only: in an internal channel nobody does."""
ANSWER = 60
"""Characters of a talk's turns that count as one sign of a customer: who is asked says more."""


def decide_talkers(persons: Sequence[Person], sources: Sequence[Source]) -> None:
    """Sets the side of the speakers of a talk, or users of a chat, none of whom is known to be ours."""
    owner = {id(m): p for p in persons for m in p.mentions}
    for source in sources:
        talkers = _talkers(source, owner)
        if not talkers or any(p.side is Side.OURS for p in talkers.values()):
            continue
        chat = source.document.kind is DocumentKind.CHAT
        if chat and not any(_TO_THE_OTHER.search(u.text) for u in source.units if u.block.speaker):
            _users(source, talkers)
        elif len({p.index for p in talkers.values()}) > 1:
            _speakers(source, talkers)


def _talkers(source: Source, owner: Mapping[int, Person]) -> dict[str, Person]:
    """Label of a turn → the person who has it; empty where the document is no talk."""
    found: dict[str, Person] = {}
    turns = [u for u in source.units if u.block.speaker]
    if source.document.kind not in (DocumentKind.CHAT, DocumentKind.TRANSCRIPT) and len(turns) * 2 < len(
        source.units
    ):
        return {}
    for identity, person in owner.items():
        for mention in person.mentions:
            if (
                id(mention) == identity
                and mention.doc == source.index
                and mention.form in (Form.SPEAKER, Form.CHAT_USER)
            ):
                found[source.units[mention.unit].block.speaker or ""] = person
    return found


def _labels(source: Source, person: Person) -> list[Mention]:
    return [m for m in person.mentions if m.doc == source.index and m.form in (Form.SPEAKER, Form.CHAT_USER)]


def _tagged(source: Source, person: Person) -> str:
    """The house or post printed behind a talker's name, or ""."""
    for mention in _labels(source, person):
        words = mention.note or mention.org or ""
        if words:
            return words
    return ""


def _users(source: Source, talkers: Mapping[str, Person]) -> None:
    """A channel of our own: guests carry their house behind the name, and of two kinds of users the bare ones are ours."""
    for person in talkers.values():
        if person.side is not Side.UNKNOWN:
            continue
        tag = _tagged(source, person)
        guest = bool(tag) and not OUR_ROLE.search(tag)
        person.side, person.why_side = (Side.CUSTOMER, tag) if guest else (Side.OURS, "internal_chat")


def _speakers(source: Source, talkers: Mapping[str, Person]) -> None:
    """One house sells: whoever asks and thanks most, with those of the same tag; the others answer for the customer."""
    unknown = {p.index: p for p in talkers.values() if p.side is Side.UNKNOWN}
    tags = {index: _tagged(source, person) for index, person in unknown.items()}
    ours = {index for index, tag in tags.items() if OUR_ROLE.search(tag)}
    if not ours:
        scores = {
            index: _selling([u.text for u in source.units if talkers.get(u.block.speaker or "") is person])
            for index, person in unknown.items()
        }
        ranked = sorted(scores, key=lambda index: -scores[index])
        if not ranked or scores[ranked[0]] <= 0:
            return
        if len(ranked) == len(talkers) and scores[ranked[0]] == scores[ranked[-1]]:
            return
        best = ranked[0]
        ours = {index for index in unknown if index == best or (tags[best] and tags[index] == tags[best])}
    for index, person in unknown.items():
        person.side = Side.OURS if index in ours else Side.CUSTOMER
        person.why_side = "speech"


def _selling(turns: Sequence[str]) -> float:
    """How much one talker's turns are a vendor's (above 0) or a customer's (below 0)."""
    vendor, customer = _cues("vendor"), _cues("customer")
    asked = sum(any(p.search(t) for p in vendor["asks"]) for t in turns)
    thanked = sum(any(p.search(t) for p in vendor["acknowledges"]) for t in turns)
    offered = sum(any(p.search(t) for p in vendor["offers"]) for t in turns)
    of_own = sum(len(p.findall(t)) for t in turns for p in customer["own_house"])
    return 1.5 * asked + 1.5 * thanked + 1.5 * offered - of_own - sum(map(len, turns)) / ANSWER


@cache
def _cues(side: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    data = table("talk_sides")[side]
    return {kind: tuple(re.compile(p) for p in patterns) for kind, patterns in data.items()}
