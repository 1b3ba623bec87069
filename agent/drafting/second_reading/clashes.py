"""Contradictions that no rule saw: a claim and what stands beside it, weighed with the chances of both."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.contradictions.beside import Beside, decider_corrected, use_refuted
from agent.drafting.notes.contradictions.pairs import contradiction_of
from agent.drafting.notes.contradictions.said import testimony
from agent.drafting.second_reading.verdicts import overlaps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.account import Account
from agent.models.plan import Contradiction, KeyPerson
from agent.renewal.sides import Sides


def weighed_clashes(
    weighed: Weighed,
    known: Sequence[Contradiction],
    account: Account,
    people: Sequence[KeyPerson],
    sides: Sides,
    language: str,
) -> list[Contradiction]:
    """Those known, then at most one of use and one of who decides whose sentences none of them quotes."""
    chances = {id(remark): found for remark, found in weighed.all()}
    remarks = [remark for remark, _ in weighed.all()]
    notes = [Beside(said, chances[id(said.remark)]) for said in testimony(remarks, account.as_of)]
    found = list(known)
    for pair in (*use_refuted(notes), *decider_corrected(notes, people, sides)):
        quoted = [citation for clash in known for citation in (clash.a, clash.b)]
        if any(overlaps(citation, remark) for citation in quoted for remark in (pair.a, pair.b)):
            continue
        contradiction = contradiction_of(pair, language)
        if contradiction is not None:
            found.append(contradiction)
    return found
