"""The person who decides alone, where no body does: at the last step at which it is decided, dated or not, else the buyer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.second_reading.listed_steps import Listed
from agent.models.evidence import Citation, Value
from agent.models.plan import KeyPerson
from agent.renewal.approvers import economic_buyer

POST = re.compile(r"(?:事業本|本|事業|支)?(?:部|課|室|局|社|店|所|工場|センター)長|専務|常務")
"""A post by which a power is told; 本部長 is another than 部長."""


def person_who_decides(listed: Sequence[Listed], people: Sequence[KeyPerson]) -> Value[str] | None:
    """Who decides alone, as a quote names them; None where the power was told of a post they have left since."""
    name, person, told = _decider(listed, people)
    if name is None or (person is not None and has_left_the_post(person, told)):
        return None
    return _named(name, person, told)


def decider_alone(listed: Sequence[Listed], people: Sequence[KeyPerson]) -> KeyPerson | None:
    """The stakeholder who decides alone; None where a body does, or nobody is known to."""
    _, person, told = _decider(listed, people)
    return person if person is not None and not has_left_the_post(person, told) else None


def _decider(
    listed: Sequence[Listed], people: Sequence[KeyPerson]
) -> tuple[str | None, KeyPerson | None, Sequence[Citation]]:
    for one in reversed([one for one in listed if one.decides]):
        name = one.step.approver
        person = next((p for p in people if p.name == name), None)
        if name is not None and (person is None or person.kind == "person"):
            return name, person, one.step.citations
    buyer = economic_buyer(people)
    if buyer is None or buyer.kind != "person" or buyer.status == "left" or buyer.role_basis == "inferred":
        return None, None, ()
    return buyer.name, buyer, list(reversed(buyer.citations))


def has_left_the_post(person: KeyPerson, told: Sequence[Citation]) -> bool:
    """The power is told of a post, and the person holds another one now: whether it went with them nobody said."""
    now = {found[0] for found in POST.finditer(person.title or "")}
    then = {found[0] for citation in told for found in POST.finditer(citation.quote)}
    return bool(now and then) and not now & then


def _named(name: str, person: KeyPerson | None, told: Sequence[Citation]) -> Value[str] | None:
    """The first of name, other names, family name and title that a quote prints."""
    others = (*person.aliases, person.title or "") if person is not None else ()
    words = [name, *sorted(others, key=len, reverse=True), re.split(r"[\s　]", name)[0]]
    for word in (word for word in words if len(word) > 1):
        citation = next((c for c in told if word in c.quote), None)
        if citation is not None:
            return Value[str](value=word, citations=[citation])
    return None
