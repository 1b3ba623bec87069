"""Budget facts of the decision path: request window, deciding body, decision and announcement dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Citation, Value
from agent.models.plan import KeyPerson
from agent.renewal.approvers import economic_buyer
from agent.renewal.clauses import CUES
from agent.renewal.decision_path import Step, step_value
from agent.renewal.holders import BODY, body_in


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
        person = isinstance(sighting.approver, KeyPerson) and sighting.approver.kind == "person"
        body = body_in(sighting.clause.text if person else sighting.remark.text)
        if body is None and sighting.listed and isinstance(sighting.approver, str):
            named = sighting.approver
            body = named if BODY.search(named) and named in sighting.remark.text else None
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


def _date_of(steps: Sequence[Step], kind: str) -> Value[str] | None:
    step = next((step for step in steps if step.kind == kind), None)
    return step_value(step) if step else None
