"""Risks by kind, each with the sentences that show it: what people said, what the figures say, who leaves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.drafting.notes.claims import citations_of, without_label_in_bold
from agent.drafting.notes.promises.read import is_case
from agent.drafting.notes.risks.answers import unknown_decider_in_answers
from agent.drafting.notes.risks.conditions import hangs_the_renewal
from agent.drafting.notes.risks.facts import closes_early, low_cells, short_of_promise
from agent.drafting.notes.risks.signs import (
    changes_structure,
    names_the_drive,
    signs_in,
    speaks_of_leaving,
    speaks_of_successor,
)
from agent.drafting.notes.usage import UsageRow, is_good_share
from agent.models.evidence import Claim
from agent.models.plan import KeyPerson, Risk, RiskKind
from agent.renewal.courtesies import states_nothing
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark, neighbours
from agent.renewal.sides import Sides

CUES = cues("agent.drafting.notes.risks", "risks")
KINDS: tuple[RiskKind, ...] = (
    "budget", "champion_departure", "eb_unknown", "competitor", "low_usage", "reorg", "value_unproven", "price",
    "security", "other",
)  # fmt: skip
MOST = 6
HALF = 0.5
"""A group in which no more than every second seat is used is at risk; less than LOW_RATE contradicts a claim of use."""
MOST_ROWS = 3  # rows of a usage report among them, those with the most unused seats; words said of it follow
PUBLISHED = {"reorg": 2, "budget": 1, "competitor": 1}
"""Kinds that a press release or notice can show, alone or beside a note; the others only the account work shows."""
OURS_TOO = frozenset({"low_usage", "eb_unknown", "value_unproven", "competitor", "other"})
"""Kinds on which our own people's words count too: what we see in our data and have not been able to learn."""
PLANNED = frozenset({"budget", "competitor", "price", "other"})
"""What a business case says of cutting costs or comparing offers is its own aim and no risk."""
DECIDER = re.compile(
    r"決裁(?:者|権|ルート|$)|決定者|承認者|意思決定|decision[- ]maker|economic buyer|approver", re.I
)
UNKNOWN = re.compile(r"不明|分から|わから|たぶん|多分|unknown|not sure|unclear|tb[cd]", re.I)


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: RiskKind
    remark: Remark
    weight: int


def read_risks(
    remarks: Sequence[Remark],
    answers: Sequence[Answer],
    usage: Sequence[UsageRow],
    people: Sequence[KeyPerson],
    sides: Sides,
    anchor: Anchor,
    promises: Sequence[Claim],
    product: str | None = None,
) -> list[Risk]:
    """One risk a kind, with up to five quotes, the most telling first; its text is the first quote's words.

    Severity: high where the words say that something stops or cannot be, or where the sign is not older than a
    month and said more than once; low for mere possibilities; medium else.
    """
    remarks = [remark for remark in remarks if not states_nothing(remark)]
    signs = [
        *_said(remarks, people, sides, product),
        *_departures(remarks, people, sides),
        *_unknown_decider(answers, remarks, people, sides),
    ]
    signs += [_Sign("eb_unknown", remark, 3) for remark in unknown_decider_in_answers(remarks)]
    signs += [_Sign("budget", remark, 2) for remark in closes_early(remarks, anchor)]
    signs += [_Sign("value_unproven", remark, 3) for remark in short_of_promise(remarks, promises)]
    signs += [_Sign("low_usage", remark, 2) for remark in low_cells(remarks)]
    low = sorted((row for row in usage if row.rate <= HALF), key=lambda row: row.active - row.seats)
    signs += [_Sign("low_usage", row.remark, 3) for row in low[:MOST_ROWS]]
    risks = []
    for kind in KINDS:
        own = sorted(
            (s for s in signs if s.kind == kind),
            key=lambda s: (s.weight, s.remark.day or dt.date.min),
            reverse=True,
        )
        if not own or own[0].weight < 2:
            continue
        places = _from_every_source([s.remark for s in own])
        citations = citations_of(places, MOST)
        if citations:
            text = places[0].text if places[0].text in citations[0].quote else citations[0].quote
            risks.append(
                Risk(
                    kind=kind,
                    text=without_label_in_bold(text),
                    severity=_severity(own, anchor.as_of),
                    citations=citations,
                )
            )
    return risks


def _from_every_source(remarks: Sequence[Remark]) -> list[Remark]:
    """The same remarks, once each, the first of every document before the second of any."""
    seen: dict[str, int] = {}
    order = []
    for place, remark in enumerate(dict.fromkeys(remarks)):
        rank = seen.get(remark.document.source_id, 0)
        seen[remark.document.source_id] = rank + 1
        order.append((rank, place, remark))
    return [remark for _, _, remark in sorted(order, key=lambda entry: entry[:2])]


def _said(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, product: str | None
) -> Iterator[_Sign]:
    """Sentences that show a risk; wordings that only risks have before those that others share."""
    names = frozenset({name for person in people for name in (person.name, *person.aliases)})
    names |= {product} if product else set()
    heard = {remark.document.source_id for remark in remarks if remark.side == "customer"}
    for remark in remarks:
        among_us = remark.document.source_id not in heard
        if remark.kind.value in ("field", "heading") or remark.text == remark.label:
            continue
        for kind in signs_in(remark.text, names):
            weight = _weight(kind, remark, among_us)
            if weight == 0 or (kind == "eb_unknown" and _of_another(remark, sides)):
                continue
            sure = bool(CUES[kind].search(remark.text))
            yield _Sign(kind, remark, weight + sure + len(CUES["high"].findall(remark.text)))


def _of_another(remark: Remark, sides: Sides) -> bool:
    """The sentence names somebody who is known not to decide."""
    person = sides.person(remark.text)
    return (
        person is not None
        and "economic_buyer" not in (person.role, *person.also_roles)
        and (person.role not in ("unknown", "influencer") or person.status == "joining")
    )


def _weight(kind: str, remark: Remark, among_us: bool) -> int:
    """0 when the words do not count for the kind: said by us to sell, published on another matter, denied.

    What our people tell each other where no customer speaks (`among_us`) is a report and counts.
    """
    if CUES["not_risk"].search(remark.text) or (is_case(remark.document) and kind in PLANNED):
        return 0
    if kind == "low_usage" and is_good_share(remark.text):
        return 0
    if not remark.is_note:
        if kind == "reorg" and not changes_structure(remark.text):
            return 0
        return PUBLISHED.get(kind, 0)
    if remark.side == "us" and not among_us:
        return 2 if kind in OURS_TOO else 0
    return 2


def _departures(remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides) -> Iterator[_Sign]:
    """Somebody is leaving: the champion's move is a kind of its own, that of others who count is "other".

    Every sentence that names them with a word for moving counts, notices first; speakers may announce their own.
    """
    going = [p for p in people if p.status in ("leaving", "left")]
    champion_goes = any(_drives(person, people) for person in going)
    for place, remark in enumerate(remarks):
        if champion_goes and remark.is_note and speaks_of_successor(remark.text):
            yield _Sign("champion_departure", remark, 3)
            continue
        leaves = speaks_of_leaving(remark.text)
        told = leaves and remark.is_note and _told_to_drive(remarks, place)
        if not leaves and not CUES["champion_departure"].search(f"{remark.document.title} {remark.heading}"):
            continue
        person = sides.person(remark.text)
        if (
            remark.side == "customer"
            and leaves
            and (person is None or CUES["leaves_oneself"].search(remark.text))
        ):
            person = sides.person(remark.speaker or "") if CUES["of_oneself"].search(remark.text) else None
            if person is not None and person.kind == "person":
                yield _Sign("champion_departure" if told or _drives(person, people) else "other", remark, 4)
        elif told and (person is None or _may_drive(person)):
            yield _Sign("champion_departure", remark, 4)
        elif person is None or person.kind != "person":
            continue
        elif any(person is leaver for leaver in going) and _drives(person, people):
            yield _Sign("champion_departure", remark, 3 + leaves)
        elif leaves and remark.is_note and person.status not in ("joining", "left"):
            yield _Sign("champion_departure" if _drives(person, people) else "other", remark, 3)


def _told_to_drive(remarks: Sequence[Remark], place: int) -> bool:
    """The sentence, or one beside it, says that whoever leaves carries the use of the product."""
    near = [remarks[place], *neighbours(remarks, place, 1, 2)]
    return any(names_the_drive(remark.text) for remark in near)


def _may_drive(person: KeyPerson) -> bool:
    """A person of the customer who is not known to decide or to stand against us."""
    return (
        person.kind == "person"
        and person.role not in ("economic_buyer", "blocker")
        and person.status != "joining"
    )


def _drives(person: KeyPerson, people: Sequence[KeyPerson]) -> bool:
    """The champion, or where nobody is known to be one, whoever of the users talks to us."""
    champions = [p for p in people if "champion" in (p.role, *p.also_roles)]
    return any(person is champion for champion in champions) or (not champions and person.role == "user")


def _unknown_decider(
    answers: Sequence[Answer], remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides
) -> Iterator[_Sign]:
    """A form that cannot name the decider, or names somebody who by now is known not to decide."""
    buyers = [p for p in people if "economic_buyer" in (p.role, *p.also_roles)]
    for answer in answers:
        if not DECIDER.search(answer.label) or not answer.remarks or not answer.remarks[0].is_note:
            continue
        named = sides.person(answer.value)
        wrong = bool(buyers) and named is not None and not any(named is buyer for buyer in buyers)
        if wrong or (not buyers and (UNKNOWN.search(answer.value) or answer.is_empty)):
            yield _Sign("eb_unknown", answer.remarks[0], 3)


def _severity(signs: Sequence[_Sign], as_of: dt.date) -> str:
    words = signs[0].remark.text
    recent = [s for s in signs if s.remark.day and (as_of - s.remark.day).days <= 31]
    hangs = any(hangs_the_renewal(sign.remark.text) for sign in signs)
    if hangs or CUES["high"].search(words) or len(recent) >= 2:
        return "high"
    return "low" if CUES["low"].search(words) else "medium"
