"""Who has a request last: "goes to the board and then to Tom", 「委員会の審議を経て部長が決裁」, "he signs after the panel".

Whoever has it before somebody else passes it on; a sentence's signs of deciding are of the one who has it last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from agent.people.deciding.scope import Scopes
from agent.people.deciding.scope_words import scope
from agent.people.deciding.words import language_of
from agent.people.evidence_of_roles import Shown
from agent.people.lexicon import table
from agent.people.statements import MARK, Ref, Statement

WEIGHT = 2.0
"""Worth of standing last: a path says who has it, not always whose yes it is."""


def last_ones(statement: Statement) -> dict[Ref, Ref]:
    """Everybody whom a sentence puts before somebody else, with the one it puts last behind them."""
    text = statement.marked
    marks = list(re.finditer(MARK, text))
    language = language_of(text)
    if len(marks) < 2 or not _words("about", language).search(text):
        return {}
    after: dict[Ref, Ref] = {}
    for first, second in pairwise(marks):
        between = text[first.end() : second.start()]
        one, two = statement.ref(first[0]), statement.ref(second[0])
        if one == two or one.bare_speaker or two.bare_speaker:
            continue
        if _is_behind(text, first, second, language):
            after[one] = two
        elif _words("back", language).fullmatch(between) and _words("back_ends", language).match(
            text, second.end()
        ):
            after[two] = one
    return {ref: _end(ref, after) for ref in after}


def _is_behind(text: str, first: re.Match[str], second: re.Match[str], language: str) -> bool:
    """The second of two marks has it after the first: "A and then B", "after A, B signs"."""
    between = text[first.end() : second.start()]
    if _words("onward", language).fullmatch(between):
        return _words("told", language).match(text, second.end()) is None
    begins = _words("after_first", language).search(text, 0, first.start()) is not None
    return begins and _words("after_between", language).fullmatch(between) is not None


def _end(ref: Ref, after: dict[Ref, Ref]) -> Ref:
    seen = {ref}
    while ref in after and after[ref] not in seen:
        ref = after[ref]
        seen.add(ref)
    return ref


def given_to_the_last(signs: Sequence[Shown]) -> list[Shown]:
    """The signs of who decides, those of somebody who only has it before another given to that other."""
    out: list[Shown] = []
    for sign in signs:
        last = (
            last_ones(sign.statement).get(sign.ref)
            if sign.role == "economic_buyer" and sign.weight > 0
            else None
        )
        out.append(sign if last is None else replace(sign, ref=last))
    return out


def chain_signs(statements: Sequence[Statement], scopes: Scopes) -> list[Shown]:
    """A sign for the last of every path told, and one against everybody before."""
    out: list[Shown] = []
    for statement in statements:
        if scope("ask").search(statement.marked) or scope("limit").search(statement.marked):
            continue
        order = last_ones(statement)
        strength = WEIGHT * min(statement.directness, 3.0) / 2 * (0.3 if statement.hedged else 1.0)
        for last in dict.fromkeys(order.values()):
            if not scopes.void(statement, last):
                out.append(Shown(last, "economic_buyer", strength, statement, WEIGHT))
                out += [
                    Shown(ref, "economic_buyer", -strength, statement, WEIGHT)
                    for ref, end in order.items()
                    if end == last
                ]
    return out


@cache
def _words(name: str, language: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in table("decision_chains")[name][language]), re.IGNORECASE)
