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
from agent.drafting.second_reading.verdicts import overlaps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Citation
from agent.models.plan import KeyPerson, Risk, RiskKind
from agent.renewal.sides import Sides

MOST_SIGNS = 5
"""Sentences quoted for a risk, the likeliest first."""
STRONGER = 1.5
"""How many times likelier a sentence is as a sign of another risk to head that one only."""
TELLING = 0.1
"""Share of the likeliest sign's chance that a further one needs to be quoted beside it."""
SHORTEST_SIGN = 10
"""Letters of the shortest line that tells of a risk."""
GREETING = re.compile(
    r"(?:いつも)?(?:大変)?お世話になっ|お疲れ(?:様|さま)|よろしく(?:お願い|どうぞ)|ご(?:無沙汰|連絡ありがとう)|拝啓|"
    r"(?:株式会社|有限会社|一般社団法人|社会福祉法人|医療法人|学校法人)[^。、]{1,20}$|"
    r"(?:出席|参加|同席)(?:者|メンバー)?\s*[:：]|(?:present|attendees|attending|in attendance|participants)\s*[:：]|"
    r"(?:hi|hello|dear|good (?:morning|afternoon)|thanks?|thank you|best|kind regards|regards|cheers)\b[^.]{0,24}[.,!]?$",
    re.I,
)
LIKELY = 0.17
"""Chance from which on an account has a risk: the best F1 of kinds on writers left out of the fit."""


def weighed_risks(
    weighed: Weighed,
    risks: Sequence[Risk],
    people: Sequence[KeyPerson],
    sides: Sides,
    planned: Sequence[Citation] = (),
) -> list[Risk]:
    """One risk a kind, in the order of KINDS, of those the account is likely to have; the likeliest signs are quoted.

    A sentence heads the risk it shows best, and only where it says more than what is
    `planned` (steps of the decision, goals). A risk that the rules read from published pages alone stays as it is: those are not weighed.
    """
    by_rules = {risk.kind: risk for risk in risks}
    all_signs = risk_signs(list(weighed.all()), risks)
    likely: dict[RiskKind, list[Sign]] = {}
    for kind in KINDS:
        signs = [sign for sign in all_signs[kind] if not is_unfit(kind, sign.remark, people, sides)]
        if kind == "champion_departure":
            fit = {id(sign.remark) for sign in signs}
            gone = {id(sign.remark): sign for sign in all_signs[kind] if id(sign.remark) not in fit}
            all_signs["other"] = _with_departures(all_signs["other"], gone)
        if chance_of_risk([sign.chance for sign in signs]) >= LIKELY:
            likely[kind] = signs
    best: dict[int, float] = {}
    for signs in likely.values():
        for sign in signs:
            best[id(sign.remark)] = max(best.get(id(sign.remark), 0.0), sign.chance)
    found = []
    for kind in KINDS:
        known = by_rules.get(kind)
        if known and not weighed.quotes(known.citations):
            found.append(known)
        elif kind in likely and (risk := _risk(kind, _own(likely[kind], best), known, planned)):
            found.append(risk)
    return found


def _own(signs: Sequence[Sign], best: Mapping[int, float]) -> list[Sign]:
    """The signs that may be quoted, in order; those that show another risk far better come last, before them those that
    do not speak of this kind."""
    telling = [sign for sign in signs[:MOST_SIGNS] if _tells(sign, signs[0])]

    def far(sign: Sign) -> bool:
        return best.get(id(sign.remark), 0.0) > STRONGER * sign.chance

    return sorted(telling, key=lambda sign: (far(sign), sign is not telling[0] and not sign.of_kind))


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
    """No greeting, list of those present, name or half-line, and not so far behind the likeliest sign that it would only be noise."""
    words = sign.remark.text.strip()
    return (
        sign.chance >= TELLING * likeliest.chance
        and len(words) >= SHORTEST_SIGN
        and GREETING.match(words) is None
    )


def _risk(
    kind: RiskKind, signs: Sequence[Sign], known: Risk | None, planned: Sequence[Citation]
) -> Risk | None:
    telling = [sign.remark for sign in signs[:MOST_SIGNS]]
    # "I don't know." heads nothing, nor does a day of the calendar or a goal where something else is at stake
    telling.sort(key=lambda r: (not has_matter(r.text), any(overlaps(told, r) for told in planned)))
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
