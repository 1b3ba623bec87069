"""Evidence that somebody is one of us, carried from the place that shows it to every other place of the account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from agent.people.fold import name_key
from agent.people.naming_sides import minuted_lines, naming_side, speakers_of
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import DocumentKind

_SHOWN = {
    Form.SPEAKER,
    Form.CHAT_USER,
    Form.SENDER,
    Form.SIGNATURE,
    Form.ATTENDEE,
    Form.AUTHOR,
    Form.RECEIVER,
}
"""Forms that show whose somebody is; prose and cells say it by their words only."""
_POLITE = ("様", "さま", "殿")
_OPENING = 4
"""Lines of a paper that may say that it is about a meeting within our own house."""
_INTERNAL = re.compile(
    r"\bINTERNAL\b|\b[Ii]nternal (?:meeting|prep|preparation|call|notes?|minutes|review|sync|discussion)"
    r"|社内(?:会議|打ち?合わ?せ|ミーティング|MTG|準備|検討|共有会|レビュー|定例|用|限り|資料|議事)|部内(?:会議|限)|【社内】|\[社内\]|[(（]社内[)）]"
)


def internal_meetings(persons: Sequence[Person], sources: Sequence[Source]) -> None:
    """Those listed as present in the minutes of a meeting of our own house, with somebody known to be ours, are ours."""
    for source in sources:
        head = " ".join(unit.text for unit in source.units[:_OPENING])
        if source.public or not _INTERNAL.search(f"{source.document.title} {head}"):
            continue
        present = [
            person
            for person in persons
            if any(
                m.doc == source.index and m.form is Form.ATTENDEE and m.honorific not in _POLITE
                for m in person.mentions
            )
        ]
        if not any(person.side is Side.OURS for person in present):
            continue
        for person in present:
            elsewhere = any(
                m.side is Side.CUSTOMER and m.form in _SHOWN and m.doc != source.index
                for m in person.mentions
            )
            if person.side is not Side.OURS and not elsewhere:
                person.side, person.why_side = Side.OURS, "internal_meeting"


def addressed_in_notes(persons: Sequence[Person], sources: Sequence[Source], parties: Parties) -> None:
    """Whom a note of ours is written to, on its first line and without 様, are ours: "杉課長", "Xさん、Yさん"."""
    for source in sources:
        if source.public or source.document.kind is not DocumentKind.NOTE or not source.units:
            continue
        first = source.units[0]
        here = [
            (person, m)
            for person in persons
            for m in person.mentions
            if m.doc == source.index and m.unit == first.index and not m.latin
        ]
        rest = first.text
        for _, mention in here:
            begin, end = (
                min(mention.start, mention.outer.start or mention.start),
                max(mention.end, mention.outer.end),
            )
            rest = rest.replace(source.folded[begin:end], "")
        if not here or not _TO_NOBODY_ELSE.fullmatch(rest) or not _speaks_of_them(source, parties):
            continue
        for person, mention in here:
            polite = mention.honorific in _POLITE or not (mention.honorific or mention.title)
            shown = any(m.form in _SHOWN and m.side is Side.CUSTOMER for m in person.mentions)
            if person.side is Side.UNKNOWN and not polite and not shown:
                person.side, person.why_side = Side.OURS, "addressed"


_TO_NOBODY_ELSE = re.compile(r"(?:[ 　、,，・&]|へ|宛て?|あて|ならびに|および|と|cc|CC|Cc|[:：])*")


def _speaks_of_them(source: Source, parties: Parties) -> bool:
    """The note calls the customer 先方, or by its name with さま: its writer and readers are of another house."""
    if re.search(r"先方|先様|客先|お客様|お客さま|顧客", source.folded):
        return True
    called = (
        found[1]
        for found in re.finditer(r"([一-龥々ァ-ヶーぁ-んA-Za-z0-9&・]{2,20}?)(?:さま|様|さん)", source.folded)
    )
    return any(
        any(name.startswith(key) or key.endswith(name) for name in parties.customer)
        for word in called
        if len(key := name_key(word)) >= _LEAST_NAME
    )


_LEAST_NAME = 2


def spread_ours(persons: Sequence[Person], sources: Mapping[int, Source], parties: Parties) -> None:
    """A family or first name alone is our colleague's whom the account shows by the full name, where no customer has it."""
    ours = [p for p in persons if p.side is Side.OURS and p.given and _is_shown(p)]
    others = [p for p in persons if p.side is not Side.OURS]
    speakers, says = speakers_of(persons), minuted_lines(persons, sources)
    for person in others:
        spoken_of = [
            m
            for m in person.mentions
            if m.unit < 0 or naming_side(m, sources[m.doc], speakers, says) is not Side.CUSTOMER
        ]
        if _stands_firm(person, spoken_of, parties):
            continue
        bearers = [p for p in ours if _may_be(person, p)]
        rivals = [p for p in others if p is not person and p.given and p.mentions and _may_be(person, p)]
        if len(bearers) == 1 and not rivals:
            person.side, person.why_side = Side.OURS, f"spread {bearers[0].name}"


def _is_shown(person: Person) -> bool:
    return person.why_side == "account" or any(m.form in _SHOWN for m in person.mentions)


def _stands_firm(person: Person, spoken_of: Sequence[Mention], parties: Parties) -> bool:
    """The name stands in a list or head of the customer's or a third's, or is spoken of as only another house's is.

    `spoken_of`: the mentions by others than the customer's people, who say 様 and titles of ours.
    """
    for mention in person.mentions:
        if mention.form in _SHOWN and mention.side in (Side.CUSTOMER, Side.THIRD):
            return True
        if parties.of_address(mention.address) is Side.CUSTOMER:
            return True
    return any(
        (m.title is not None and m.form is not Form.SELF) or (not m.latin and m.honorific in _POLITE)
        for m in spoken_of
    )


def _may_be(person: Person, known: Person) -> bool:
    """True where the shorter name of `person` may stand for `known`."""
    if not person.latin:
        return (
            not known.latin
            and not person.given
            and name_key(person.family or "") == name_key(known.family or "")
        )
    words = _words(person)
    spellings = [_words(m) for m in known.mentions if m.latin and m.given]
    if known.latin and known.given:
        spellings.append(_words(known))
    return any(_short_for(words, full) for full in spellings)


def _short_for(words: Sequence[str], full: Sequence[str]) -> bool:
    """One word of the full name, or two of which one is an initial: "Ann", "Ann C", "A. Carter" for Ann Carter."""
    if len(words) == 1:
        return len(words[0]) > 1 and words[0] in (full[0], full[-1])
    first, last = words[0], words[-1]
    return (first == full[0] and len(last) == 1 and full[-1].startswith(last)) or (
        last == full[-1] and len(first) == 1 and full[0].startswith(first)
    )


def _words(named: Person | Mention) -> list[str]:
    return [w for w in _plain(f"{named.given or ''} {named.family or ''}".split()) if w]


def _plain(words: Iterable[str]) -> list[str]:
    return [w.casefold().strip(".,") for w in words]
