"""A family name with a post in the notes and an officer in the filing: one person, when only one fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.models.plan import KeyPerson, Officer

POSTS = re.compile(r"会長|社長|専務|常務|代表|本部長|部長|工場長|支社長|CEO|CFO|COO|CIO|CTO|執行役員")
"""Posts an officer's title and a note's way of addressing share."""


def complete_names(people: Sequence[KeyPerson], officers: Sequence[Officer]) -> None:
    """Give people known by family name and post the full name the filing prints, with its citations.

    Only where exactly one officer has the family name, the person's post is among the officer's, and no other
    stakeholder has that family name. The name in the notes stays as an alias; nothing else changes.
    """
    for person in people:
        if person.kind != "person" or any(mark in person.name for mark in " \u3000"):
            continue
        namesakes = [other for other in people if other.name.startswith(person.name)]
        fitting = [officer for officer in officers if _family(officer.name) == person.name]
        if len(fitting) == 1 and len(namesakes) == 1 and _share_a_post(person, fitting[0]):
            officer = fitting[0]
            person.aliases = [*person.aliases, person.name]
            person.name = re.sub(r"\s+", " ", officer.name)
            person.kana = person.kana or officer.kana
            person.citations = [*person.citations, *officer.citations]


def _family(name: str) -> str:
    """The part before the space a filing prints between family and given name; "" without one."""
    family, space, _ = re.sub(r"\s+", " ", name).partition(" ")
    return family if space else ""


def _share_a_post(person: KeyPerson, officer: Officer) -> bool:
    words = " ".join([person.title or "", *person.aliases])
    return bool(set(POSTS.findall(words)) & set(POSTS.findall(officer.title or "")))
