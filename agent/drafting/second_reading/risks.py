"""Risks: one a kind, with the sentences a careful reader would cite for it, and how grave it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agent.drafting.notes.claims import citations_of, without_label_in_bold
from agent.drafting.notes.matter import has_matter
from agent.drafting.notes.risks.conditions import hangs_the_renewal
from agent.drafting.notes.risks.signs import speaks_of_leaving
from agent.drafting.second_reading.risk_signs import KINDS, Sign, chance_of_risk, risk_signs
from agent.drafting.second_reading.unfit_signs import is_unfit
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import KeyPerson, Risk, RiskKind
from agent.renewal.sides import Sides

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


def weighed_risks(
    weighed: Weighed, risks: Sequence[Risk], people: Sequence[KeyPerson], sides: Sides
) -> list[Risk]:
    """One risk a kind, in the order of KINDS, of those the account is likely to have; the likeliest signs are quoted.

    A risk that the rules read from published pages alone stays as it is: those are not weighed.
    """
    by_rules = {risk.kind: risk for risk in risks}
    all_signs = risk_signs(list(weighed.all()), risks)
    found = []
    for kind in KINDS:
        known = by_rules.get(kind)
        if known and not weighed.quotes(known.citations):
            found.append(known)
            continue
        signs = [sign for sign in all_signs[kind] if not is_unfit(kind, sign.remark, people, sides)]
        if kind == "champion_departure":
            fit = {id(sign.remark) for sign in signs}
            gone = {id(sign.remark): sign for sign in all_signs[kind] if id(sign.remark) not in fit}
            all_signs["other"] = _with_departures(all_signs["other"], gone)
        likely = chance_of_risk([sign.chance for sign in signs]) >= LIKELY
        if likely and (risk := _risk(kind, signs, known)):
            found.append(risk)
    return found


def _with_departures(others: Sequence[Sign], gone: Mapping[int, Sign]) -> list[Sign]:
    """Departures of people who are no champion, among the other hindrances, each with the better of its two chances."""
    named = [
        replace(sign, chance=max(sign.chance, gone[id(sign.remark)].chance))
        if id(sign.remark) in gone and speaks_of_leaving(sign.remark.text)
        else sign
        for sign in others
    ]
    return sorted(named, key=lambda sign: -sign.chance)


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
    telling.sort(key=lambda remark: not has_matter(remark.text))  # "I don't know." heads nothing
    hangs = [remark for remark in telling if hangs_the_renewal(remark.text)]
    if kind == "other":
        telling.sort(key=lambda remark: remark not in hangs)
    citations = citations_of(telling, MOST_SIGNS)
    if not citations:
        return None
    severity = "high" if hangs else known.severity if known else "medium"
    return Risk(
        kind=kind, text=without_label_in_bold(citations[0].quote), severity=severity, citations=citations
    )
