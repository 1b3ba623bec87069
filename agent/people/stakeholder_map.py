"""The stakeholder map as data: who stands where in power and organisation, and what links them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from agent.models.plan import KeyPerson
from agent.people.titles import rank_of

Tier = Literal["decides", "influences", "uses", "unclear"]
TIERS: tuple[Tier, ...] = ("decides", "influences", "uses", "unclear")
_TIER_OF: dict[str, Tier] = {
    "economic_buyer": "decides",
    "champion": "influences",
    "influencer": "influences",
    "blocker": "influences",
    "user": "uses",
    "unknown": "unclear",
}


@dataclass(frozen=True, slots=True)
class MapNode:
    """One person or body; `tier` is the power read from the role, `order` the place in the tier from the left."""

    id: str
    name: str
    title: str | None
    department: str | None
    role: str
    stance: str
    status: str
    kind: str
    our_contact: str | None
    tier: Tier
    order: int
    in_confidence: bool = False  # something told in confidence stands behind the entry


@dataclass(frozen=True, slots=True)
class MapLink:
    """`kind` "reports_to" runs between two nodes, "contact" from one of our people to a node."""

    source: str
    target: str
    kind: Literal["reports_to", "contact"]


@dataclass(frozen=True, slots=True)
class StakeholderMap:
    nodes: tuple[MapNode, ...]
    links: tuple[MapLink, ...]
    ours: tuple[str, ...]


def build_map(people: Sequence[KeyPerson]) -> StakeholderMap:
    """Nodes by tier (who decides, influences, uses, is unclear); in a tier one department beside the other,
    the senior person first. Links only where an entry states them. Deterministic for equal input."""
    nodes: list[MapNode] = []
    for tier in TIERS:
        inside = [p for p in people if _TIER_OF[p.role] == tier]
        heads = {
            p.department or "": min(rank_of(q.title) for q in inside if q.department == p.department)
            for p in inside
        }
        inside.sort(
            key=lambda p: (
                heads[p.department or ""],
                p.department or "",
                p.kind != "body",
                rank_of(p.title),
                p.name,
            )
        )
        nodes += [
            MapNode(
                p.id,
                p.name,
                p.title,
                p.department,
                p.role,
                p.stance,
                p.status,
                p.kind,
                p.our_contact,
                tier,
                order,
                any(citation.in_confidence for citation in p.citations),
            )
            for order, p in enumerate(inside)
        ]
    by_name = {n.name: n.id for n in nodes}
    links = [MapLink(p.id, by_name[p.reports_to], "reports_to") for p in people if p.reports_to in by_name]
    links += [MapLink(p.our_contact, p.id, "contact") for p in people if p.our_contact]
    return StakeholderMap(
        tuple(nodes), tuple(links), tuple(sorted({p.our_contact for p in people if p.our_contact}))
    )
