"""How much a person's word counts, 1 to 5, where a source says it; nobody's influence is guessed from a title."""

from __future__ import annotations

from collections.abc import Sequence

from agent.people.claims.read import claims_of
from agent.people.evidence_of_roles import insider_marks
from agent.people.statements import Statement
from agent.people.types import Person, Side

SAID = {"influence:high": 4, "influence:low": 1}
DECIDES = 5
"""The scale of the stakeholder map: 5 decides, 4 is said to be heard, 1 is said not to be."""


def read_influence(
    statements: Sequence[Statement], persons: Sequence[Person]
) -> dict[int, tuple[int, Statement]]:
    """Person → influence with the newest sentence that says it. Customer-side people named in the sentence only."""
    out: dict[int, tuple[int, Statement]] = {}
    for statement in statements:
        if not statement.refs or statement.hedged:
            continue
        for claim in claims_of(statement.marked, insider_marks(statement, persons)):
            if claim.shows not in SAID or claim.mark is None:
                continue
            ref = statement.ref(claim.mark)
            if ref.kind != "person" or persons[ref.index].side is not Side.CUSTOMER:
                continue
            high = (claim.shows == "influence:high") != claim.denied
            known = out.get(ref.index)
            if known is None or (statement.day and known[1].day and statement.day >= known[1].day):
                out[ref.index] = (SAID["influence:high" if high else "influence:low"], statement)
    return out
