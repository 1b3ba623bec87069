"""A question for who follows somebody, and the sentences that tell of that person's successor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from agent.drafting.notes.risks.signs import speaks_of_leaving
from agent.models.plan import KeyPerson
from agent.renewal.remarks import Remark

_LABEL = re.compile(r"^[^:：。、「]{1,24}[:：]\s*")
SHORTEST = 10
"""Letters below which a line ("引き継ぎ面談。") tells of nobody."""
BACK = 4
"""Sentences back to the one that names whom somebody follows."""
_ASKS = re.compile(
    r"後任|後釜|後継|引き?継ぐ|引き?継いだ|代わりに?(?:は|誰|だれ|どなた)|の(?:次|後|あと|代わり)(?:の(?:人|方|担当))?(?:は|を|に|って)|(?:抜け|辞め|異動し|退職し|いなくなっ)た(?:後|あと|ら)"
    r"|\b(?:takes? over (?:from|for)|taking over (?:from|for)|took over (?:from|for)|replac(?:e|es|ing|ed|ement)|success(?:or|ion)|succeed(?:s|ed|ing)?|step(?:s|ping)? in for|cover(?:s|ing)? for|fill(?:s|ing)? in for|in (?:the )?place of|comes? after)\b",
    re.I,
)
_MAY_ASK = re.compile(
    r"\b(?:follows?(?! up)|after|instead of|when \w+ (?:leaves|goes|is gone)|once \w+ (?:leaves|has left))\b",
    re.I,
)
"""Ask for a successor only beside the name of a known person."""
_WHO = re.compile(r"誰|だれ|どなた|何という|決ま|は[?？]?$|\bwho(?:m|se)?\b|successor|replacement", re.I)
_FOLLOWS = re.compile(
    r"後任|後釜|後継|引き?継(?:ぎ|ぐ|い)|代わりに?(?:入|来|担当)|代役|に交代|バトン"
    r"|\b(?:tak(?:es?|ing|en) over|took over|replac(?:es?|ing|ed|ement)|successor|succeed(?:s|ed|ing)?|step(?:s|ping)? in(?:to)?|cover(?:s|ing)?(?: for| until| while)|fill(?:s|ing)? in|backfill|inherit(?:s|ed|ing)?|until they hire|in (?:the )?interim|acting)\b",
    re.I,
)
_ALREADY = re.compile(r"前任|元(?:の)?担当|\bpredecessor\b", re.I)
_ASKED_BACK = re.compile(r"[?？]\s*$|(?:です|ます|でしょう)か。?\s*$")
_NAMED = re.compile(
    r"([一-龠ァ-ヶー]{1,8}?)(?:さん|様|氏|先生|[部課室次係]長)|\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?![\w’'])"
)


def may_ask(question: str) -> bool:
    """False where the question surely asks for no successor."""
    folded = unicodedata.normalize("NFKC", question).strip()
    return bool((_ASKS.search(folded) or _MAY_ASK.search(folded)) and _WHO.search(folded))


def asked_of(question: str, people: Sequence[KeyPerson]) -> str | None:
    """The name whose successor is asked for, as the question writes it; None for any other question."""
    folded = unicodedata.normalize("NFKC", question).strip()
    if not may_ask(folded):
        return None
    for person in people:
        if person.kind == "person" and (name := next((n for n in _names(person) if n in folded), None)):
            return name
    if not _ASKS.search(folded):
        return None
    words = (found[1] or found[2] for found in _NAMED.finditer(folded))
    return next((word for word in words if word and not re.match(r"(?i:who|the|what|is|will)\b", word)), None)


def named(name: str, people: Sequence[KeyPerson]) -> KeyPerson | None:
    """The person of that name."""
    return next((p for p in people if p.kind == "person" and name in _names(p)), None)


def told_of_successor(name: str, people: Sequence[KeyPerson], remarks: Sequence[Remark]) -> list[Remark]:
    """Sentences that tell who follows the named person, the newest first.

    A sentence counts that names the person, that they say themselves, or that goes on about them: the nearest sentence
    before it that names anybody names them. Questions tell nothing.
    """
    person = named(name, people)
    own = _names(person) if person else (name,)
    others = [n for p in people if p is not person and p.kind == "person" for n in _names(p) if n not in own]
    found = []
    for place, remark in enumerate(remarks):
        if not remark.is_note or (not _FOLLOWS.search(remark.text) and not _answers(remarks, place)):
            continue
        if (
            _ASKED_BACK.search(remark.text)
            or len(remark.text) < SHORTEST
            or remark.kind.value in ("heading", "field")
        ):
            continue
        if _is_of(remarks, place, own, others):
            found.append(remark)
    return sorted(found, key=lambda r: (r.day is not None, r.day), reverse=True)


def _answers(remarks: Sequence[Remark], place: int) -> bool:
    """The first thing said after a question for the successor."""
    before = remarks[place - 1] if place else None
    return (
        before is not None
        and before.document is remarks[place].document
        and _ASKED_BACK.search(before.text) is not None
        and _FOLLOWS.search(before.text) is not None
    )


def _is_of(remarks: Sequence[Remark], place: int, own: Sequence[str], others: Sequence[str]) -> bool:
    remark = remarks[place]
    if _holds(remark.text, own):
        return True
    if _ALREADY.search(remark.text) or (_holds(remark.text, others) and speaks_of_leaving(remark.text)):
        return False
    says_so = remark.side != "us" and _holds(remark.speaker or "", own)
    for before in reversed(remarks[max(0, place - BACK) : place]):
        if before.document is not remark.document or (says_so and before.block != remark.block):
            break
        told = _LABEL.sub("", before.text, count=1)  # who speaks is not whom it is about
        if _holds(told, own):
            return True
        if _holds(told, others):
            return False
    return says_so


def _holds(text: str, names: Sequence[str]) -> bool:
    return any(
        re.search(rf"\b{re.escape(name)}\b", text) if name.isascii() else name in text for name in names
    )


def _names(person: KeyPerson) -> tuple[str, ...]:
    """Full name, aliases and single names of two characters or more, the longest first."""
    parts = {person.name, person.name.replace(" ", ""), *person.name.split(), *person.aliases}
    titles = re.compile(r"(?:長|役|専務|常務|主任|代表)$")
    return tuple(
        sorted((p for p in parts if len(p) >= 2 and not titles.search(p)), key=lambda p: (-len(p), p))
    )
