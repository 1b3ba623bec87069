"""Promises, expansion hints and risks: entries in the sentence's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.claims import citations_of, claim_of, same_matter
from agent.drafting.second_reading.candidates import Form
from agent.drafting.second_reading.entries import listed
from agent.drafting.second_reading.risk_signs import KINDS, Sign, chance_of_risk, risk_signs
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim
from agent.models.plan import Risk, RiskKind

MOST_SIGNS = 5
"""Sentences quoted for a risk, the likeliest first."""
TELLING = 0.1
"""Share of the likeliest sign's chance that a further one needs to be quoted beside it."""
SHORTEST_SIGN = 10
"""Letters of the shortest line that tells of a risk."""
GREETING = re.compile(
    r"(?:いつも)?(?:大変)?お世話になっ|お疲れ(?:様|さま)|よろしく(?:お願い|どうぞ)|ご(?:無沙汰|連絡ありがとう)|拝啓|"
    r"(?:株式会社|有限会社|一般社団法人|社会福祉法人|医療法人|学校法人)[^。、]{1,20}$|"
    r"(?:hi|hello|dear|good (?:morning|afternoon)|thanks?|thank you|best|kind regards|regards|cheers)\b[^.]{0,24}[.,!]?$",
    re.I,
)
LIKELY = 0.17
"""Chance from which on an account has a risk: the best F1 of kinds on writers left out of the fit."""


def weighed_promises(weighed: Weighed, promises: Sequence[Claim]) -> list[Claim]:
    """The promises a careful reader would list, numbered anew."""
    return _numbered("promise", listed(weighed, promises, promise_form()))


def promise_form() -> Form[Claim]:
    """How promises at purchase are looked at."""
    return Form(
        name="promises",
        kinds=("promise",),
        kind_of=lambda _claim: "promise",
        text_of=lambda claim: claim.text,
        citations_of=lambda claim: claim.citations,
        parts_of=lambda claim: {},
        made_of=lambda remark, kind: claim_of(kind, 1, [remark]),
    )


def weighed_expansion(weighed: Weighed, claims: Sequence[Claim]) -> list[Claim]:
    """The expansion hints that are believed, then the sentences that no rule saw, numbered anew."""
    kept = [claim for claim in claims if weighed.believed("expansion", claim.citations)]
    cited = [citation for claim in claims for citation in claim.citations]
    for remark, _ in weighed.added("expansion", cited):
        claim = claim_of("expansion", 1, [remark])
        if claim and not any(same_matter(claim.text, known.text) for known in kept):
            kept.append(claim)
    return _numbered("expansion", kept)


def _numbered(prefix: str, claims: Sequence[Claim]) -> list[Claim]:
    return [claim.model_copy(update={"id": f"{prefix}-{number}"}) for number, claim in enumerate(claims, 1)]


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


def _tells(sign: Sign, likeliest: Sign) -> bool:
    """No greeting, name or half-line, and not so far behind the likeliest sign that it would only be noise."""
    words = sign.remark.text.strip()
    return (
        sign.chance >= TELLING * likeliest.chance
        and len(words) >= SHORTEST_SIGN
        and GREETING.match(words) is None
    )


def _risk(kind: RiskKind, signs: Sequence[Sign], known: Risk | None) -> Risk | None:
    telling = [sign.remark for sign in signs[:MOST_SIGNS] if _tells(sign, signs[0])]
    citations = citations_of(telling, MOST_SIGNS)
    if not citations:
        return None
    severity = known.severity if known else "medium"
    return Risk(kind=kind, text=citations[0].quote, severity=severity, citations=citations)
