"""One main role for each person and body, from everything that was shown."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from agent.models.plan import Role
from agent.people.deciding.buyer import Candidate as Candidate
from agent.people.deciding.buyer import Key as Key
from agent.people.deciding.buyer import buyer_of, worth_today
from agent.people.evidence_of_roles import Shown
from agent.people.other_matters import is_other_matter
from agent.people.titles import rank_of

DRIVER, BLOCK, SIGN = 0.9, 1.2, 0.5
"""Least sums for champion, blocker, and for influencer or user."""
BEHAVIOUR, DRIVES_UNMET = 1.5, 0.75
"""Least weight of a rule that shows somebody driving, not only liking; least sum for a champion we have not met."""
GATE = re.compile(
    r"経営企画|経理|財務|情シス|情報システム|システム|情報|デジタル|(?<![A-Za-z])(?:IT|HR|ICT|DX統括)(?![A-Za-z])|購買|調達|法務|総務|人事|監査|セキュリティ|内部統制|finance|procurement|purchasing|legal|information|security|human resources|people|compliance|audit|accounts",
    re.IGNORECASE,
)
FLOOR = re.compile(
    r"工場(?!長)|現場|製造|倉庫|営業所|店舗(?!運営|開発|企画)|店長|所長|工場長|班長|職長|リーダー|Leader|Lead|Supervisor|SV|センター長|師長"
)

Basis = Literal["evidenced", "asserted", "inferred"]


@dataclass(slots=True)
class Standing:
    """A role with what it rests on."""

    role: Role = "unknown"
    also: list[Role] = field(default_factory=list)
    basis: Basis | None = None
    shown: list[Shown] = field(default_factory=list)


def decide_roles(
    shown: Sequence[Shown], candidates: Sequence[Candidate], as_of: dt.date, likely: Sequence[Shown] = ()
) -> dict[Key, Standing]:
    """Standing of every candidate.

    The economic buyer is chosen by agent.people.deciding.buyer from what rules show and what is `likely`; the champion is
    the one who drives most and does not decide; blockers need their own words or plain statements; the rest follow from signs, then
    from department and seniority (basis "inferred").
    """
    sums: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    by_key: dict[Key, list[Shown]] = defaultdict(list)
    for item in shown:
        if item.role == "blocker" and is_other_matter(item.statement.marked):
            continue
        key = (item.ref.kind, item.ref.index)
        by_key[key].append(item)
        sums[key][item.role] += item.weight * worth_today(item, as_of)
    known = {c.key: c for c in candidates}
    standings = {c.key: Standing(shown=by_key[c.key]) for c in candidates}
    buyer = buyer_of(shown, likely, known, as_of)
    if buyer is not None:
        standings[buyer].role = "economic_buyer"
        standings[buyer].shown = [*by_key[buyer], *(s for s in likely if (s.ref.kind, s.ref.index) == buyer)]
    champion = _champion(sums, by_key, known, buyer)
    if champion is not None:
        standings[champion].role = "champion"
    for candidate in candidates:
        standing = standings[candidate.key]
        if standing.role == "unknown":
            standing.role = _lesser(candidate, sums[candidate.key], by_key[candidate.key])
        standing.also = _also(standing.role, sums[candidate.key])
        standing.basis = basis_of(standing)
    return standings


def _champion(
    sums: dict[Key, dict[str, float]],
    by_key: dict[Key, list[Shown]],
    known: dict[Key, Candidate],
    buyer: Key | None,
) -> Key | None:
    ranked = sorted(
        (
            (sums[key]["champion"] + min(candidate.contacts, 5) * 0.1, key)
            for key, candidate in known.items()
            if key != buyer
            and key[0] == "person"
            and not candidate.gone
            and not candidate.new
            and (candidate.contacts or candidate.noted or sums[key]["champion"] >= DRIVES_UNMET)
            and _drives(by_key[key])
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < DRIVER:
        return None
    return ranked[0][1]


def _drives(shown: Sequence[Shown]) -> bool:
    """One thing done for the product before others, or liking shown more than once."""
    signs = [s for s in shown if s.role == "champion" and s.weight > 0]
    return len(signs) > 1 or any(s.plain >= BEHAVIOUR for s in signs)


def _lesser(candidate: Candidate, sums: dict[str, float], shown: list[Shown]) -> Role:
    """Blocker by plain statements; influencer by department, seniority, or because the sources say that it is not
    them who decides; user by use or presence."""
    if candidate.gone or candidate.new:
        return "unknown"
    if candidate.key[0] == "body":
        return "influencer"
    if sums["blocker"] >= BLOCK and any(s.role == "blocker" and s.weight > 0 and s.plain >= 2 for s in shown):
        return "blocker"
    gate = bool(candidate.department and GATE.search(candidate.department))
    rank = rank_of(candidate.title)
    floor = bool(FLOOR.search(f"{candidate.title} {candidate.department}")) and not gate
    influence, use = sums["influencer"], sums["user"]
    known = bool(candidate.contacts or candidate.met or candidate.noted)
    denied = known and any(s.role == "economic_buyer" and s.weight < 0 and s.plain > 0 for s in shown)
    if candidate.public_only and influence < SIGN and not (rank <= 2 and candidate.meant):
        return "unknown"
    if gate and (known or influence >= SIGN or rank < 9 or any(s.weight > 0 for s in shown)):
        return "influencer"
    if rank <= 2 and candidate.meant:
        return "influencer"
    if rank <= 5 and not floor:
        driven = max(influence, sums["champion"], sums["economic_buyer"])
        if rank == 5 and use >= 2 * SIGN and use > driven:
            return "user"
        return "influencer" if known or driven >= SIGN else "unknown"
    if denied and influence >= SIGN and influence >= use:
        return "influencer"
    if floor:
        return "user"
    if influence >= 2 * SIGN and influence > use:
        return "influencer"
    if use >= SIGN or candidate.met:
        return "user"
    return "influencer" if influence >= SIGN else "unknown"


def _also(role: Role, sums: dict[str, float]) -> list[Role]:
    """Second roles, more strongly shown than a first one has to be."""
    also: list[Role] = []
    if role in ("champion", "user") and sums["influencer"] >= 4 * SIGN:
        also.append("influencer")
    if role == "champion" and sums["user"] >= 6 * SIGN:
        also.append("user")
    return also


def basis_of(standing: Standing) -> Basis | None:
    if standing.role == "unknown":
        return None
    signs = [s for s in standing.shown if s.role == standing.role and s.weight > 0]
    if any(s.statement.directness >= 2 and not s.statement.hedged for s in signs):
        return "evidenced"
    return "asserted" if signs else "inferred"
