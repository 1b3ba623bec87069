"""Decisions that are nobody's alone: a vote, unanimity, the owners' consent, read as signs of the body that takes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from agent.people.deciding.scope import Scopes
from agent.people.deciding.scope_words import scope
from agent.people.evidence_of_roles import Shown
from agent.people.lexicon import table
from agent.people.refs import Ref
from agent.people.statements import MARK, Statement

WEIGHT = 4.0
"""Who has a vote among several does not decide alone, whatever was told of them: as plain as a rule of amounts."""
HEDGED = 0.3
NEAR = 10
"""Statements before or behind one of a vote, in one document, that may name the body that votes."""

_NO_VOTE = re.compile(r"(?:n['’]t|\bnot|\bnever)(?: \w+)? votes?(?: \w+)?\Z", re.IGNORECASE)
"""Somebody does not vote: nothing is said of who does."""


def collective_signs(statements: Sequence[Statement], scopes: Scopes, public: Collection[int]) -> list[Shown]:
    """A sign for the body of every sentence that says a decision is taken by vote, by all or by consent.

    The body is the one the sentence names, else the last one named before it nearby, else the first behind it, else
    the only one of the document. Questions, other purchases and public pages (general meetings vote on much) show none.
    """
    out: list[Shown] = []
    for place, statement in enumerate(statements):
        if statement.doc in public or scope("ask").search(statement.marked):
            continue
        told = _expressions("votes").search(statement.marked)
        if told is None or _NO_VOTE.search(statement.marked, 0, told.end()):
            continue
        ref = _body_of(statements, place, told.start())
        if ref is None or scopes.void(statement, ref):
            continue
        strength = WEIGHT * min(statement.directness, 3.0) / 2 * (HEDGED if statement.hedged else 1.0)
        out.append(Shown(ref, "economic_buyer", strength, statement, WEIGHT))
    return out


def _body_of(statements: Sequence[Statement], place: int, at: int) -> Ref | None:
    here = statements[place]
    before = [ref for ref in map(here.ref, re.findall(MARK, here.marked[:at])) if ref.kind == "body"]
    if before:
        return before[-1]
    near = [
        *reversed(statements[max(0, place - NEAR) : place + 1]),
        *statements[place + 1 : place + 1 + NEAR],
    ]
    for statement in near:
        bodies = _bodies(statement)
        if statement.doc == here.doc and bodies:
            return bodies[-1] if statement.start < here.start else bodies[0]
    only = {ref for statement in statements if statement.doc == here.doc for ref in _bodies(statement)}
    return only.pop() if len(only) == 1 else None


def _bodies(statement: Statement) -> list[Ref]:
    return [ref for ref in statement.refs if ref.kind == "body"]


@cache
def _expressions(name: str) -> re.Pattern[str]:
    data = table("collective")[name]
    japanese = "|".join(f"(?:{pattern})" for pattern in data["ja"])
    english = "|".join(f"(?:{pattern})" for pattern in data["en"])
    return re.compile(f"{japanese}|(?i:{english})")


def says_unknown(statement: Statement) -> bool:
    """The sentence says that it is not known who decides, or answers so to a question after it."""
    text = statement.marked
    if _expressions("unknown").search(text):
        return True
    return (
        statement.answers_who
        and bool(scope("nobody").search(text))
        and not any(ref.kind == "body" for ref in statement.refs)
    )
