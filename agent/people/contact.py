"""Contact between a person and our side: who of ours, and when last in both directions."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from agent.messages import text
from agent.models.plan import Engagement
from agent.people.fold import name_key
from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import DocumentKind

_DATE = re.compile(r"^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\t20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
_TAKES_PART = {Form.SPEAKER, Form.SENDER, Form.CHAT_USER, Form.ATTENDEE}


@dataclass(frozen=True, slots=True)
class Contact:
    """`count`: sources in which the person took part; `last`: the latest of their days; `ours`: who of us was there."""

    count: int
    last: dt.date | None
    ours: str | None


def read_contacts(
    persons: Sequence[Person], sources: Sequence[Source], as_of: dt.date, csm: str | None
) -> dict[int, Contact]:
    """Contacts of every customer-side person. A two-way contact is a meeting, a mail from them or a chat post."""
    by_index = {s.index: s for s in sources}
    ours: dict[int, set[str]] = {}
    for person in persons:
        if person.side is Side.OURS:
            for mention in person.mentions:
                if mention.form in _TAKES_PART | {Form.RECEIVER, Form.AUTHOR}:
                    ours.setdefault(mention.doc, set()).add(
                        csm if csm and _is_csm(person, csm) else person.name
                    )
    out: dict[int, Contact] = {}
    for person in persons:
        if person.side is not Side.CUSTOMER:
            continue
        docs: set[int] = set()
        days: list[dt.date] = []
        together: Counter[str] = Counter()
        for mention in person.mentions:
            source = by_index[mention.doc]
            crm = mention.form is Form.TABLE and _dated_row(source, mention)
            if mention.form not in _TAKES_PART and not crm:
                continue
            if mention.form is Form.SENDER and mention.doc not in ours:
                continue
            docs.add(mention.doc)
            if mention.day and mention.day <= as_of:
                days.append(mention.day)
            together.update(ours.get(mention.doc, set()))
        best = csm if csm and together.get(csm) else (together.most_common(1)[0][0] if together else None)
        out[person.index] = Contact(len(docs), max(days, default=None), best)
    return out


def _is_csm(person: Person, csm: str) -> bool:
    """True for the CSM of the account, also where the sources give the family name alone."""
    key, own = name_key(csm), name_key(person.name)
    return key == own or (person.given is None and not person.latin and key.startswith(own))


def _dated_row(source: Source, mention: Mention) -> bool:
    """True for a row of a log: it has a day of its own, and somebody was met on it."""
    block = source.units[mention.unit].block
    row = source.folded[block.start : block.end]
    return (
        source.document.kind is DocumentKind.TABLE
        and bool(_DATE.search(row))
        and mention.group >= 0
        and len(block.cells) > 3
    )


DORMANT_DAYS = 90
"""Without an exchange for a quarter, a contact counts as dormant (the QBR interval)."""
_WANTED = {"economic_buyer": "decider"}


def engagement(contact: Contact | None, role: str, as_of: dt.date, language: str) -> Engagement:
    """Engagement now, from the last two-way contact, and wanted, from the role (a playbook rule, not a source)."""
    if contact is None or contact.count == 0:
        current = text("people.engagement_none", language)
    elif contact.last is None:
        current = text("people.engagement_present", language)
    else:
        kind = "two_way" if (as_of - contact.last).days <= DORMANT_DAYS else "dormant"
        current = text(f"people.engagement_{kind}", language, day=contact.last.isoformat())
    return Engagement(
        current=current, desired=text(f"people.engagement_want_{_WANTED.get(role, role)}", language)
    )
