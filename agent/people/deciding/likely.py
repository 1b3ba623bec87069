"""Sentences that the fitted reader of kinds takes for ones about who decides, as signs of whom they are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log

from agent.people.deciding.links import linked
from agent.people.deciding.scope import Scopes
from agent.people.deciding.scope_words import scope
from agent.people.evidence_of_roles import Shown
from agent.people.statements import Statement
from agent.people.types import Person
from agent.sentence_kinds import Chances, Sentence

LEAST = 0.1
"""Chance below which a sentence shows nothing: most such sentences are about something else."""
MOST = 0.98
HEDGED = 0.4


def likely_signs(
    statements: Sequence[Statement],
    read: Sequence[tuple[Sentence, Chances]],
    persons: Sequence[Person],
    scopes: Scopes,
    public: Collection[int],
) -> list[Shown]:
    """A sign for every sentence and person it may be about: weight -log(1 - chance) × how far it is about them.

    Questions, and sentences of other purchases, jokes or the past, show nothing (see `Scopes`).
    """
    out: list[Shown] = []
    for place, (statement, (_, kinds)) in enumerate(zip(statements, read, strict=True)):
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
