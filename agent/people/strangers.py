"""Outsiders told by how a house speaks of people: 先生 where nobody inside is called so, an outsider's own colleagues."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agent.people.parties import Parties
from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import DocumentKind

_TALKERS = (Form.SPEAKER, Form.CHAT_USER, Form.SENDER)
_HAS_TEACHERS = re.compile(
    r"医|病|診|クリニック|歯科|薬|看護|介護|福祉|療|リハ|整骨|動物|保育|幼稚|こども園|学|校|塾|教|研究|研修|法律|法務|弁護|税理|税務|会計|監査|特許|弁理|司法|行政書士|社労|労務|設計|芸術|美術|音楽|文化|出版|放送|劇|道場|スポーツ|議会|[市県町村区]役|寺|神社|組合"
)
"""Lines of business and houses whose own people are called 先生."""


def mark_strangers(persons: Sequence[Person], sources: Mapping[int, Source], parties: Parties) -> None:
    """Sets the side of persons whom nothing yet gives one, where the way they are spoken of makes them outsiders."""
    teachers = _HAS_TEACHERS.search(parties.industry + "".join(parties.customer))
    for person in persons:
        if person.side is Side.UNKNOWN and not teachers and _is_called_teacher(person):
            person.side, person.why_side = Side.THIRD, "先生"
    talkers = _outside_talkers(persons)
    for person in persons:
        if person.side is not Side.UNKNOWN or not talkers:
            continue
        said = [m for m in person.mentions if _speaker(m, sources) in talkers]
        others = [m for m in person.mentions if _speaker(m, sources) not in talkers]
        if any(_is_own(m) for m in said) and not any(m.title or m.honorific for m in others):
            person.side, person.why_side = Side.THIRD, "an outsider's colleague"


def _is_called_teacher(person: Person) -> bool:
    """A company calls who advises it 先生, and none of its own."""
    return any(m.honorific == "先生" for m in person.mentions) and not any(
        m.side is Side.CUSTOMER or m.form in _TALKERS for m in person.mentions
    )


def _outside_talkers(persons: Sequence[Person]) -> set[tuple[int, str]]:
    """Documents and labels of those of neither house who talk there or wrote the mail (label "")."""
    return {
        (m.doc, m.surface if m.form is not Form.SENDER else "")
        for p in persons
        if p.side is Side.THIRD
        for m in p.mentions
        if m.form in _TALKERS
    }


def _speaker(mention: Mention, sources: Mapping[int, Source]) -> tuple[int, str]:
    """Who speaks at the mention, as `_outside_talkers` writes it."""
    source = sources[mention.doc]
    if source.document.kind is DocumentKind.MAIL:
        return mention.doc, ""
    label = source.units[mention.unit].block.speaker or "" if mention.unit >= 0 else ""
    return mention.doc, re.split(r"[(（@＠ 　]", label)[0]


def _is_own(mention: Mention) -> bool:
    """Named bare or by the post alone, as one's own people are to another house."""
    return (
        mention.form in (Form.PROSE, Form.SELF)
        and not mention.latin
        and not mention.honorific
        and (mention.title is None or mention.title.end <= mention.start)
    )
