"""Whose mail domain is whose, where neither account.yaml nor a signature says it: by what the senders write."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from agent.people.lexicon import table
from agent.people.romaji import kana_key, latin_key
from agent.people.types import Side, Source, Unit
from connectors.interface import BlockKind, DocumentKind, Participant

LEAST_KEY = 4
"""Letters of a product's name from which a mail domain that begins so is ours."""


def our_domains(sources: Sequence[Source], product: str, domain_of: Callable[[str | None], str]) -> set[str]:
    """Domains of our own mails; empty where there is no mail or every sender writes as a customer."""
    found: set[str] = set()
    votes: dict[str, float] = defaultdict(float)
    key = kana_key(re.sub(r"[^ァ-ヶーぁ-ん]", "", product)) or latin_key(product.split(" ")[0])
    for source in sources:
        if source.document.kind is not DocumentKind.MAIL:
            continue
        people = [(p, domain_of(p.address)) for p in source.document.participants]
        sender = next((d for p, d in people if p.role == "from" and d), "")
        others = {d for p, d in people if p.role == "to" and d and d != sender}
        for person, domain in people:
            if domain and (_is_product(domain, key) or _our_box(person)):
                found.add(domain)
        if not sender:
            continue
        if not others and any(p.role == "to" and d == sender for p, d in people):
            found.add(sender)
            continue
        score = _vendor_score(_own_words(source))
        votes[sender] += score
        for domain in others:
            votes[domain] -= score
    if found:
        return found
    best = max(votes, key=lambda domain: votes[domain], default="")
    return {best} if best and votes[best] > 0 else set()


def _is_product(domain: str, key: str) -> bool:
    label = latin_key(domain.split(".")[0].split("-")[0])
    return (
        len(key) >= LEAST_KEY and len(label) >= LEAST_KEY and (label.startswith(key) or key.startswith(label))
    )


def _our_box(person: Participant) -> bool:
    """A team's box such as cs@, or an addressee written as "CS担当 …"."""
    data = table("talk_sides")["mail"]
    local = (person.address or "").split("@")[0].casefold()
    return local in data["our_boxes"] or (
        person.role == "to" and bool(re.match(data["our_addressee"], person.name))
    )


def _own_words(source: Source) -> str:
    return "\n".join(
        u.text for u in source.units if not u.block.quoted and u.block.kind is not BlockKind.FIELD
    )


def _vendor_score(words: str) -> float:
    """Above 0 for a vendor's mail. A mail that shows nothing is the customer's: accounts keep what they receive."""
    vendor, customer = (sum(len(p.findall(words)) for p in _cues(side)) for side in ("vendor", "customer"))
    return vendor - customer - 0.5


@cache
def _cues(side: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in table("talk_sides")["mail"][side])


def house_of_sender(source: Source, senders: Iterable[str]) -> list[str]:
    """Names of the house the senders give as theirs: "岬水産の和賀です"."""
    words = _own_words(source)
    return [
        found[1]
        for family in senders
        for found in re.finditer(
            rf"([一-龥ァ-ヶーA-Za-z]{{2,15}})の{re.escape(family)}(?:です|と申|でございます|より)", words
        )
    ]


_ATTRIBUTION = re.compile(
    r"(?:\bwrote|書きました|のメール|@[^\s]{3,40})\s*[:：]\s*\Z|^(?:From|差出人|送信者)\s*[:：]"
)
_FORWARDED = re.compile(r"Forwarded message|^Fwd?:|転送(?:メッセージ|された)", re.IGNORECASE | re.MULTILINE)


def answered_side(source: Source, unit: Unit, sender: Side) -> Side | None:
    """Whose words a quoted tail gives: those of the house the mail answers, and by turns below that.

    The line above the tail ("… wrote:") says it where it names who sent this mail or who receives it. None for a
    forwarded mail, one within a house, or a sender of no known side.
    """
    participants = source.document.participants
    houses = {
        (p.address or "").rpartition("@")[2].casefold() for p in participants if p.role in ("from", "to")
    }
    if sender not in (Side.OURS, Side.CUSTOMER) or len(houses) < 2 or _FORWARDED.search(source.folded):
        return None
    other = Side.CUSTOMER if sender is Side.OURS else Side.OURS
    above = [
        u
        for u in source.units
        if u.index <= unit.index and u.block.quoted and _ATTRIBUTION.search(u.text.strip())
    ]
    if above:
        named = [p for p in participants if _is_named(p, above[-1].text)]
        if len({p.role for p in named}) == 1 and named[0].role in ("from", "to"):
            return sender if named[0].role == "from" else other
    depth = max(len(above), 1)
    return other if depth % 2 else sender


def _is_named(participant: Participant, line: str) -> bool:
    return bool(participant.name and participant.name in line) or bool(
        participant.address and participant.address in line
    )
