"""The half-term inventory (半年棚卸し): are the decider, champion, decision path and persona really known, as of when?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from agent.messages import text
from agent.models.plan import DecisionPath, KeyPerson

Topic = Literal["economic_buyer", "champion", "decision_path", "decider_persona"]
State = Literal["fresh", "stale", "unknown"]
TOPICS: tuple[Topic, ...] = ("economic_buyer", "champion", "decision_path", "decider_persona")
STALE_AFTER_DAYS = 183
"""Half a year: what was last confirmed longer ago is asked again (PRACTICES 0.21–0.23)."""
_LEAVING = ("leaving",)
_STAYING = ("active", "joining")


@dataclass(frozen=True, slots=True)
class InventoryItem:
    """One topic with the day a source last spoke of it; only a fresh answer needs no question."""

    topic: Topic
    state: State
    answer: str | None
    as_of: dt.date | None
    text: str


def half_term_day(start: dt.date | None, end: dt.date | None) -> dt.date | None:
    """The day half of the contract is over, when the inventory is due."""
    return start + (end - start) / 2 if start and end else None


def read_inventory(
    people: Sequence[KeyPerson],
    path: DecisionPath,
    said_on: dict[str, dt.date | None],
    as_of: dt.date,
    language: str,
) -> list[InventoryItem]:
    """The four topics in order. `said_on` gives for each the newest day a source speaks of it."""
    answers: dict[Topic, str | None] = {
        "economic_buyer": _names(people, "economic_buyer", language, _STAYING),
        "champion": _names(people, "champion", language, _STAYING),
        "decision_path": " → ".join(step.step for step in path.steps) or None,
        "decider_persona": path.decider_persona.text if path.decider_persona else None,
    }
    going = {topic: _names(people, topic, language, _LEAVING) for topic in TOPICS}
    return [
        _item(topic, answers[topic], going[topic], said_on.get(topic), as_of, language) for topic in TOPICS
    ]


def inventory_again(
    inventory: Sequence[InventoryItem],
    people: Sequence[KeyPerson],
    path: DecisionPath,
    as_of: dt.date,
    language: str,
) -> list[InventoryItem]:
    """The inventory after people or path changed, with the days it had; an answer it lacked has no day yet."""
    return read_inventory(people, path, {item.topic: item.as_of for item in inventory}, as_of, language)


def _item(
    topic: Topic, answer: str | None, going: str | None, day: dt.date | None, as_of: dt.date, language: str
) -> InventoryItem:
    state: State = "stale"
    if answer is None:
        state = "unknown"
    elif day is not None and (as_of - day).days <= STALE_AFTER_DAYS:
        state = "fresh"
    name = text(f"renewal.inventory.{topic}", language)
    manner: str = "undated" if state == "stale" and day is None else state
    if answer is None and going is not None:
        manner = "leaving"
    words = text(
        f"renewal.inventory.{manner}", language, topic=name, answer=answer or going or "", date=day or ""
    )
    return InventoryItem(topic, state, answer, day, words)


def _names(people: Sequence[KeyPerson], role: str, language: str, statuses: Collection[str]) -> str | None:
    held = [p.name for p in people if role in (p.role, *p.also_roles) and p.status in statuses]
    return text("renewal.inventory.separator", language).join(held) or None
