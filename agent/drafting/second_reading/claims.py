"""Promises, expansion hints and risks: entries in the sentence's own words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.claims import citations_of, claim_of, same_matter
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim
from agent.models.plan import Risk, RiskKind
from agent.renewal.remarks import Remark

KINDS: tuple[RiskKind, ...] = (
    "budget", "champion_departure", "eb_unknown", "competitor", "low_usage", "reorg", "value_unproven", "price",
    "security", "other",
)  # fmt: skip
LISTED_ONCE = {"promise": 2}
"""Kinds that a source lists once: from so many entries of the rules on, sentences that speak of them add none."""
MOST_SIGNS = 3
"""Sentences quoted for a risk that only the second reading sees, the likeliest first."""


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
    """One risk a kind, in the order of KINDS."""
    by_kind = {risk.kind: risk for risk in risks if weighed.believed(f"risk:{risk.kind}", risk.citations)}
    for kind in KINDS:
        if kind in by_kind:
            continue
        signs = sorted(weighed.added(f"risk:{kind}", ()), key=lambda sign: -sign[1])
        risk = _risk(kind, [remark for remark, _ in signs[:MOST_SIGNS]])
        if risk:
            by_kind[kind] = risk
    return [by_kind[kind] for kind in KINDS if kind in by_kind]


def _risk(kind: RiskKind, signs: Sequence[Remark]) -> Risk | None:
    citations = citations_of(signs, MOST_SIGNS)
    if not citations:
        return None
    return Risk(kind=kind, text=citations[0].quote, severity="medium", citations=citations)
