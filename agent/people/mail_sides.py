"""Whose mail domain is whose, where neither account.yaml nor a signature says it: by what the senders write."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from agent.people.lexicon import table
from agent.people.romaji import kana_key, latin_key
from agent.people.types import Source
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
