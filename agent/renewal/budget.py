"""Budget facts of the decision path: request window, deciding body, decision and announcement dates, last approval."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.evidence.cite import cite
from agent.models.evidence import Citation, Value
from agent.models.plan import KeyPerson
from agent.renewal.approvers import economic_buyer
from agent.renewal.clauses import CUES
from agent.renewal.decision_path import Step, step_value
from agent.renewal.holders import body_in
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

BY_TITLE = re.compile(
    r"(?P<who>[一-龠ァ-ヴー]{1,8}(?:長|代表|役員)|CFO|CEO|CIO)(?:決裁で|が承認|が決裁|がハンコ)"
)
PUT_TO = re.compile(r"付議先|承認者|決裁者|会議体|approv", re.I)
NOW = re.compile(r"(?:が、?|。)?(?:今|いま|現在|今回)は|,? but now|;? now ", re.I)
"""What follows tells how it is decided today, not who approved last time."""
RECIPIENT_OF_ORDER = re.compile(r"受注|クローズ|closed[- ]won|won\b", re.I)


def request_window(steps: Sequence[Step]) -> Value[str] | None:
    """When requests for the next budget close, from the request step; else when the papers for the body close."""
    return _date_of(steps, "request") or _date_of(steps, "papers")


def decision_date(steps: Sequence[Step]) -> Value[str] | None:
    """The day or month the decision is taken: of several that are dated, the last."""
    dated = [step for step in steps if step.kind == "decide" and step.dated]
    return step_value(dated[-1]) if dated else None


def announcement_date(steps: Sequence[Step]) -> Value[str] | None:
    """When departments learn their budget."""
    return _date_of(steps, "announce")


def decision_body(steps: Sequence[Step]) -> Value[str] | None:
    """The body that decides, in the words of a source; where none does, the person said to decide alone.

    Somebody who decides up to an amount holds a delegated power, and the body above is not known then.
    """
    decided = [step for step in steps if step.kind == "decide"]
    last_first = sorted(decided, key=lambda step: step.dated is not None, reverse=True)
    for step in last_first:
        body = _body_of(step)
        if body:
            return body
    for step in reversed(decided):
        for sighting in step.sightings:
            holder = sighting.holder
            sole = sighting.power and CUES["sole"].search(sighting.remark.text)
            if holder is None or sighting.limited or sighting.ceiling or not sole:
                continue
            citation = cite(sighting.remark.document, sighting.remark.start, sighting.remark.end)
            words = _written(holder, step, sighting.remark.text)
            if citation and words:
                return Value[str](value=words, citations=[citation])
    return None


def known_decider(people: Sequence[KeyPerson]) -> Value[str] | None:
    """The body that is shown to decide about the contract, in a source's words, where no step names one."""
    buyer = economic_buyer(people)
    if buyer is None or buyer.kind != "body" or buyer.role_basis == "inferred":
        return None
    for citation in reversed(buyer.citations):
        names = [buyer.name, *sorted(buyer.aliases, key=len, reverse=True)]
        written = next((name for name in names if name in citation.quote), None)
        if written:
            return Value[str](value=written, citations=[citation])
    return None


def _body_of(step: Step) -> Value[str] | None:
    """The fullest wording of the step's body with the quote it stands in."""
    best: tuple[int, str, Citation] | None = None
    for sighting in step.sightings:
        body = body_in(sighting.remark.text)
        citation = (
            cite(sighting.remark.document, sighting.remark.start, sighting.remark.end) if body else None
        )
        if body and citation and (best is None or len(body) > best[0]):
            best = (len(body), body, citation)
    return Value[str](value=best[1], citations=[best[2]]) if best else None


def _written(holder: str, step: Step, text: str) -> str | None:
    """The holder as the remark prints them: the name, or the title they go by there."""
    if holder in text:
        return holder
    person = step.approver
    if not isinstance(person, KeyPerson):
        return None
    words = [
        person.title or "",
        *sorted(person.aliases, key=len, reverse=True),
        re.split(r"[\s　]", person.name)[0],
    ]
    return next((w for w in words if w and w in text), None)


def last_renewal_approver(remarks: Sequence[Remark], sides: Sides) -> Value[str] | None:
    """Who gave the last approval (renewal, else purchase): the newest of the most explicit statements.

    A statement names an approval that is over ("承認者は…", "…で承認", "approved by …") and a body or person.
    """
    found: list[tuple[int, dt.date, Value[str]]] = []
    for index, remark in enumerate(remarks):
        if not remark.is_note or remark.kind.value == "heading" or CUES["hedge"].search(remark.text):
            continue
        if CUES["not_approval"].search(remark.text) or CUES["question"].search(remark.text):
            continue
        told = replace(remark, text=NOW.split(remark.text)[0])
        approved = CUES["approved"].search(told.text)
        past = CUES["past"].search(f"{remark.label} {remark.text}")
        if not approved or not (past or "承認者は" in remark.text or _sold(remarks, index)):
            continue
        named = _named(told, remarks, index, sides)
        if named:
            explicit = 2 if "承認" in approved[0] or "approv" in approved[0].lower() else 1
            found.append((explicit, remark.day or dt.date.min, named))
    return max(found, key=lambda entry: (entry[0], entry[1]), default=(0, dt.date.min, None))[2]


def _named(remark: Remark, remarks: Sequence[Remark], index: int, sides: Sides) -> Value[str] | None:
    """The last body or the person the statement names, with its quote; in a log the row's contact."""
    for said in (remark, *_put_to(remark, remarks)):
        body = body_in(said.text)
        citation = cite(said.document, said.start, said.end) if body else None
        if body and citation:
            return Value[str](value=body, citations=[citation])
    title = BY_TITLE.search(remark.text)
    if title:
        person = sides.person(title["who"])
        citation = cite(remark.document, remark.start, remark.end)
        name = _as_written(person, remark.text) if person else title["who"]
        return Value[str](value=name, citations=[citation]) if citation else None
    for said in (remark, *_same_row(remarks, index)):
        person = sides.person(said.text)
        citation = cite(said.document, said.start, said.end) if person else None
        if person and citation:
            return Value[str](value=_as_written(person, citation.quote), citations=[citation])
    return None


def _put_to(remark: Remark, remarks: Sequence[Remark]) -> list[Remark]:
    """In a form, the row that says to whom the matter was put (付議先, 承認者 …)."""
    if remark.kind.value != "table_row":
        return []
    return [
        r for r in remarks if r.document is remark.document and PUT_TO.search(r.label) and r.text != r.label
    ]


def _as_written(person: KeyPerson, quote: str) -> str:
    """The person's name where the quote prints it, else the longest alias that it does print."""
    written = [
        name for name in (person.name, *sorted(person.aliases, key=len, reverse=True)) if name in quote
    ]
    family = re.split(r"[\s　]", person.name)[0]
    return written[0] if written else family


def _sold(remarks: Sequence[Remark], index: int) -> bool:
    return any(RECIPIENT_OF_ORDER.search(said.text) for said in _same_row(remarks, index))


def _same_row(remarks: Sequence[Remark], index: int) -> list[Remark]:
    here = remarks[index]
    if here.kind.value != "table_row":
        return []
    around = remarks[max(0, index - 8) : index + 8]
    return [r for r in around if r.document is here.document and r.block == here.block and r is not here]


def _date_of(steps: Sequence[Step], kind: str) -> Value[str] | None:
    step = next((step for step in steps if step.kind == kind), None)
    return step_value(step) if step else None
