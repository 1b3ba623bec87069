"""Sentences that the fitted reader of kinds takes for ones about who decides, as signs of whom they are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log

from agent.people.deciding.links import linked
from agent.people.deciding.scope import Scopes
from agent.people.deciding.scope_words import scope
from agent.people.deciding.words import language_of
from agent.people.evidence_of_roles import Shown
from agent.people.statements import Statement
from agent.people.types import Person, Side, Source
from agent.sentence_kinds import Sentence, chances_of

LEAST = 0.1
"""Chance below which a sentence shows nothing: most such sentences are about something else."""
MOST = 0.98
HEDGED = 0.4
SIDES = {Side.OURS: "us", Side.CUSTOMER: "customer"}


def likely_signs(
    statements: Sequence[Statement],
    sources: Sequence[Source],
    persons: Sequence[Person],
    scopes: Scopes,
    public: Collection[int],
) -> list[Shown]:
    """A sign for every sentence and person it may be about: weight -log(1 - chance) × how far it is about them.

    Questions, and sentences of other purchases, jokes or the past, show nothing (see `Scopes`).
    """
    chances = chances_of(list(_sentences(statements, sources)))
    out: list[Shown] = []
    for place, (statement, kinds) in enumerate(zip(statements, chances, strict=True)):
        chance = min(kinds.get("decider", 0.0), MOST)
        if chance < LEAST or statement.doc in public or _is_no_sign(statement):
            continue
        strength = -log(1 - chance) * (HEDGED if statement.hedged else 1.0)
        out += [
            Shown(ref, "economic_buyer", strength * far, statement, chance * far)
            for ref, far in linked(statements, place, persons).items()
            if not scopes.void(statement, ref)
        ]
    return out


def _is_no_sign(statement: Statement) -> bool:
    """A question, or a power up to an amount, which agent.people.limits compares with the price."""
    return bool(scope("ask").search(statement.marked) or scope("limit").search(statement.marked))


def _sentences(statements: Sequence[Statement], sources: Sequence[Source]) -> list[Sentence]:
    """Statements as the reader of kinds sees them; neighbours are those of the same document."""
    by_index = {source.index: source for source in sources}
    texts = [by_index[s.doc].document.text[s.start : s.end].strip() for s in statements]
    out: list[Sentence] = []
    for place, statement in enumerate(statements):
        document = by_index[statement.doc].document
        block = by_index[statement.doc].units[statement.unit].block
        out.append(
            Sentence(
                text=texts[place],
                before=_beside(statements, texts, place, -1),
                after=_beside(statements, texts, place, 1),
                side=SIDES.get(statement.speaker_side, ""),
                block=block.kind.value,
                document=document.kind.value,
                language="ja" if language_of(texts[place]) == "ja" else "en",
            )
        )
    return out


def _beside(statements: Sequence[Statement], texts: Sequence[str], place: int, step: int) -> str:
    other = place + step
    if not 0 <= other < len(statements) or statements[other].doc != statements[place].doc:
        return ""
    return texts[other]
