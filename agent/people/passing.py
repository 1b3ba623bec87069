"""Who of the customer's people the notes merely name in passing, or say to have no part in the matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from agent.people.own_house import WEAK
from agent.people.roles import Key, Standing
from agent.people.select import FEW, HARDLY, TOLD_OF, has_no_part, is_heard, is_passing
from agent.people.statements import Statement
from agent.people.types import Form, Person, Side
from connectors.interface import BlockKind

if TYPE_CHECKING:
    from agent.people.assemble import Assembler


BEFORE, BEHIND = 24, 48
"""Letters before and behind a name that may give the person's own words or doings."""


ALONE = 24
"""Letters of the longest line of a list that is one person's."""


def named_in_passing(read: Assembler, standings: Mapping[Key, Standing]) -> set[int]:
    """Indices of those merely named, where others are there of whom more is told."""
    theirs = [p for p in read.persons if p.side is Side.CUSTOMER and not read.is_public_only(p)]
    passing = {p.index for p in theirs if _passes_by(read, p, standings.get(("person", p.index)))}
    return passing if len(theirs) - len(passing) >= TOLD_OF else set()


def _passes_by(read: Assembler, person: Person, standing: Standing | None) -> bool:
    """Merely named, with nothing told of them that a plan speaks of; see `is_passing`.

    Who only thanks or likes something, in words that tell nothing else, is no champion: a visitor does so too.
    """
    told = [t for t in read.told.get(("person", person.index), ()) if t.statement.doc not in read.public]
    spoken = max((chance for t in told for chance in t.kinds.values()), default=0.0)
    liked = spoken < HARDLY
    shown = standing is not None and any(
        s.weight > 0 and not (liked and s.role == "champion") for s in standing.shown
    )
    stance = None if liked else read.stances.get(person.index, ("不明", None))[1]
    if not shown and any(_is_out_of_it(read, t.statement, person.index) for t in told):
        return _is_named_by_words(read, person)
    known = shown or stance is not None or person.index in read.statuses or _is_heard(read, person)
    return not known and not read.is_meant(person) and is_passing(person, read.public, spoken)


def _is_out_of_it(read: Assembler, statement: Statement, person: int) -> bool:
    before = [
        one
        for one in read.statements
        if (one.doc, one.unit) == (statement.doc, statement.unit) and one.start < statement.start
    ]
    return has_no_part(statement, before, person)


def _is_named_by_words(read: Assembler, person: Person) -> bool:
    """Words alone name the person, in few places, and neither goes nor comes by a notice of the customer's."""
    noted = [m for m in person.mentions if m.doc not in read.public]
    return (
        person.index not in read.statuses
        and person.why_side in WEAK
        and len({(m.doc, m.unit) for m in noted}) <= FEW + 1
        and all(m.form in (Form.PROSE, Form.SELF) for m in noted)
    )


def _is_heard(read: Assembler, person: Person) -> bool:
    """A line gives the person's own words, or stands for the person alone, as one of a list of people does."""
    units = (read.source_of(m.doc).units[m.unit] for m in person.mentions if m.unit >= 0)
    if any(u.block.kind is BlockKind.LIST_ITEM and len(u.text.strip()) <= ALONE for u in units):
        return True
    texts = ((read.source_of(m.doc).folded, m) for m in person.mentions)
    return any(
        is_heard(text[: m.start][-BEFORE:], text[end:][:BEHIND])
        for text, m in texts
        for end in sorted({m.end, max(m.end, m.outer.end)})
    )
