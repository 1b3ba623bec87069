"""Promises, expansion hints and risks: entries in the sentence's own words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.claims import citations_of, claim_of, same_matter
from agent.drafting.second_reading.risk_signs import KINDS, Sign, chance_of_risk, risk_signs
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim
from agent.models.plan import Risk, RiskKind

LISTED_ONCE = {"promise": 2}
"""Kinds that a source lists once: from so many entries of the rules on, sentences that speak of them add none."""
MOST_SIGNS = 5
"""Sentences quoted for a risk, the likeliest first."""
LIKELY = 0.17
"""Chance from which on an account has a risk: the best F1 of kinds on writers left out of the fit."""


def weighed_claims(weighed: Weighed, kind: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that are believed, then the sentences that no rule saw, numbered anew."""
    kept = [claim for claim in claims if weighed.believed(kind, claim.citations)]
    cited = [citation for claim in claims for citation in claim.citations]
    enough = kind in LISTED_ONCE and len(claims) >= LISTED_ONCE[kind]
    for remark, _ in () if enough else weighed.added(kind, cited):
        claim = claim_of(kind, len(kept) + 1, [remark])
        if claim and not any(same_matter(claim.text, known.text) for known in kept):
            kept.append(claim)
    return [claim.model_copy(update={"id": f"{kind}-{number}"}) for number, claim in enumerate(kept, 1)]


def weighed_risks(weighed: Weighed, risks: Sequence[Risk]) -> list[Risk]:
    """One risk a kind, in the order of KINDS, of those the account is likely to have; the likeliest signs are quoted.

    A risk that the rules read from published pages alone stays as it is: those are not weighed.
    """
    by_rules = {risk.kind: risk for risk in risks}
    signs = risk_signs(list(weighed.all()), risks)
    found = []
    for kind in KINDS:
        known = by_rules.get(kind)
        if known and not weighed.quotes(known.citations):
            found.append(known)
        elif chance_of_risk([sign.chance for sign in signs[kind]]) >= LIKELY and (
            risk := _risk(kind, signs[kind], known)
        ):
            found.append(risk)
    return found


def _risk(kind: RiskKind, signs: Sequence[Sign], known: Risk | None) -> Risk | None:
    citations = citations_of([sign.remark for sign in signs[:MOST_SIGNS]], MOST_SIGNS)
    if not citations:
        return None
    severity = known.severity if known else "medium"
    return Risk(kind=kind, text=citations[0].quote, severity=severity, citations=citations)
