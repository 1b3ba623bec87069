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
    """`count`: sources in which the person took part; `last`: the latest of their days; `ours`: who of us was there, the CSM
    before others, then the most often, then the last."""

    count: int
    last: dt.date | None
    ours: str | None


def read_contacts(
    persons: Sequence[Person], sources: Sequence[Source], as_of: dt.date, csm: str | None
) -> dict[int, Contact]:
    """Contacts of every customer-side person. A two-way contact is a meeting, a mail from them or a chat post."""
    by_index = {s.index: s for s in sources}
    ours: dict[int, dict[str, None]] = {}
    for person in persons:
        if person.side is Side.OURS:
            for mention in person.mentions:
                if mention.form in _TAKES_PART | {Form.RECEIVER, Form.AUTHOR}:
                    name = csm if csm and _is_csm(person, csm) else person.name
                    ours.setdefault(mention.doc, {})[name] = None
    out: dict[int, Contact] = {}
    for person in persons:
        if person.side is not Side.CUSTOMER:
            continue
        docs: set[int] = set()
        days: list[dt.date] = []
        together: Counter[str] = Counter()
        latest: dict[str, dt.date] = {}
        for mention in person.mentions:
            source = by_index[mention.doc]
            crm = mention.form is Form.TABLE and _dated_row(source, mention)
            if mention.form not in _TAKES_PART and not crm:
                if not source.public and _told_met(source, mention):
                    docs.add(mention.doc)
                continue
            if mention.form is Form.SENDER and mention.doc not in ours:
                continue
            docs.add(mention.doc)
            if mention.day and mention.day <= as_of:
                days.append(mention.day)
            for name in ours.get(mention.doc, ()):
                together[name] += 1
                latest[name] = max(mention.day or dt.date.min, latest.get(name, dt.date.min))
        often = max(together, key=lambda name: (together[name], latest[name]), default=None)
        best = csm if csm and together.get(csm) else often
        out[person.index] = Contact(len(docs), max(days, default=None), best)
    return out


_MET_EN = re.compile(
    r"\b(?:(?:has |have |had )?(?:already |only |briefly )?(?:met|seen|spoken (?:to|with)|talked to|dined with|visited) (?:with )?(?:us|me)\b"
    r"|(?:we|I)(?:['’]ve| have| had)? (?:already |only |briefly |both )?(?:met|saw|visited|spoke (?:to|with)|spoken (?:to|with)|talked to|had (?:lunch|coffee|a call|dinner) with) )",
    re.IGNORECASE,
)
_NOT_MET_EN = re.compile(r"\b(?:not|never|n['’]t|hardly|yet to|would|should|could|if|want)\b", re.IGNORECASE)
_MET_JA = re.compile(
    r"(?:と|に)は?、?(?:これまで|過去に|前任が|私も|すでに|既に)?(?:[一二三四五六七八九十数何\d]+(?:度|回)|毎月|毎週|定期的に|先月|先日|昨年|前回)?(?:だけ|ほど)?[^。、]{0,8}"
    r"(?:挨拶(?:し|を|済)|ご挨拶(?:し|を|済)|会っ(?:て|た)|お会い(?:し|でき)|面談(?:し|済|を)|面識(?:が|は)?(?:あ|有)|食事をし|会食し|名刺交換)(?!たい|たが|ていない|てない|できていない|せず)"
)
_NOT_MET_JA = re.compile(
    r"(?:会え|でき|し|って|面識(?:が|は|も)?)(?:てい)?(?:ない|なかった|ません|ず)|未だ?面談|予定|たい"
)


def _told_met(source: Source, mention: Mention) -> bool:
    """The sentence about the person, or the next one on the same line with "he" or "she", tells that we have met."""
    unit = source.units[mention.unit] if mention.unit >= 0 else None
    if unit is None:
        return False
    at = mention.start - unit.start
    end = min(
        (i for i in (unit.text.find(m, at) for m in ("。", ". ", "\n")) if i >= 0), default=len(unit.text)
    )
    sentence, rest = unit.text[max(unit.text.rfind(". ", 0, at), -1) + 1 : end], unit.text[end + 1 :].lstrip()
    if _MET_JA.search(unit.text[at:end]):
        return not _NOT_MET_JA.search(unit.text[at:end])
    told = [sentence] if sentence else []
    if re.match(r"(?:He|She|They)\b", rest):
        told.append(re.split(r"[.;\n]", rest, maxsplit=1)[0])
    return any(_met_in_english(words, mention.surface, n) for n, words in enumerate(told))


def _met_in_english(words: str, name: str, behind: int) -> bool:
    """ "Graham has met us", "we met Graham"; behind: a sentence on "he" or "she"."""
    found = _MET_EN.search(words)
    if found is None or _NOT_MET_EN.search(words):
        return False
    ours_first = found[0].casefold().startswith(("we", "i ", "i'", "i’"))
    beside = words[found.end() :][: len(name) + 12] if ours_first else words[: found.start()]
    return name in beside or (behind == 1 and not ours_first)


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
