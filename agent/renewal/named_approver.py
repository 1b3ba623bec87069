"""Whom a text names as the one who approved: a body, a person, or a title and the one who holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Citation, Value
from agent.models.plan import KeyPerson
from agent.renewal.holders import TITLE, body_in, by_title
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

TITLED = re.compile(
    r"(?:先代の|先代|前任の|前の|元|旧|各)?(?:[一-龠]{0,6}(?:長|代表|役員|支配人)|専務(?:理事)?|常務(?:理事)?|女将|オーナー|CFO|CEO|COO|CIO)(?=先生|様|さん|殿|決裁|の|が|㊞|印|いわく|即決|押印|捺印|専決|(?:だけ|のみ|一人|ひとり|お一人|限り|どまり|止まり)?(?:で|は|に|も|を|へ|と|まで|[ 　(（/／、。]|$))"
    r"|\b(?:[A-Z][a-z]+ )?(?:[Mm]anager|[Dd]irector|[Oo]fficer|[Pp]rincipal|[Bb]ursar|[Cc]hair|[Hh]ead of [A-Z]\w+|CFO|CEO|COO|CIO|GM|MD|FD|VP)\b"
)
FORMER = re.compile(r"(?<![一-龠])(?:先代|前任|前の|元|旧|各)の?(?:[一-龠]{0,4}(?:長|代表)|専務|常務)")
"""Of somebody who held the title before, or of several who hold one, the title is all that is known."""


def who_is_named(remark: Remark, text: str, people: Sequence[KeyPerson], sides: Sides) -> Value[str] | None:
    """The body, else the person, else the title the words name."""
    citation = cite(remark.document, remark.start, remark.end)
    if citation is None:
        return None
    body = body_in(text)
    if body:
        return Value[str](value=body, citations=[citation])
    person = sides.person(text)
    if person is not None and _is_a_namesake(person, text):
        person = next((p for p in people if p is not person and _goes_by(p, text)), None)
    if person is not None and sides.of(text) != "us":
        if named := as_printed(person, citation):
            return Value[str](value=named, citations=[citation])
        called = [a for a in person.aliases if a in text and TITLE.search(a) and not FORMER.search(text)]
        if called and (known := _by_title(person, called[0], citation)):
            return known
    title = TITLED.search(text)
    if title and not FORMER.match(title[0]):
        holder = by_title(title[0], people)
        known = _by_title(holder, title[0], citation) if holder else None
        if known:
            return known
    return None


def _is_a_namesake(person: KeyPerson, text: str) -> bool:
    """The text gives the family name another title than the person's ("某社長" is not 某室長)."""
    called = _titled(person, text)
    return called is not None and bool(person.title) and called not in _titles(person)


def _goes_by(person: KeyPerson, text: str) -> bool:
    """The text gives the person's family name a title that is the person's."""
    called = _titled(person, text)
    return called is not None and called in _titles(person)


def _titled(person: KeyPerson, text: str) -> str | None:
    """The title behind the family name in the text."""
    family = re.escape(re.split(r"[\s　]", person.name)[0])
    called = re.search(rf"{family}(?P<title>[一-龠]{{0,5}}長|専務|常務|代表)", text)
    return called["title"] if called else None


def _titles(person: KeyPerson) -> str:
    return f"{person.title or ''} {' '.join(person.aliases)}"


def title_alone(remark: Remark, text: str) -> Value[str] | None:
    """The title as written, where nobody known is found to hold it."""
    title, citation = TITLED.search(text), cite(remark.document, remark.start, remark.end)
    return (
        Value[str](value=title[0], citations=[citation])
        if title and citation and title[0] in citation.quote
        else None
    )


def as_printed(person: KeyPerson, citation: Citation) -> str | None:
    """The person's name, or the family name alone, as the quote prints it."""
    names = (person.name, re.split(r"[\s　]", person.name)[0])
    return next((name for name in names if name in citation.quote), None)


def _by_title(person: KeyPerson, title: str, citation: Citation) -> Value[str] | None:
    """The one who holds the title, with another quote that prints title and name."""
    for other in person.citations:
        name = as_printed(person, other)
        near = "[^。「」:.]{0,20}"
        pattern = rf"{re.escape(name or '')}{near}{re.escape(title)}|{re.escape(title)}.{{0,4}}{re.escape(name or '')}"
        together = re.search(pattern, other.quote, re.IGNORECASE)
        if name and together:
            return Value[str](value=name, citations=[citation, other])
    return None
