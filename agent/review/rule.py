"""What a rule is: a stable id, a severity, and a function from an item or a plan to hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from agent.goals import ItemReading, Part
from agent.models.account import Account
from agent.models.finding import Severity
from agent.models.plan import SuccessPlan
from agent.review.item import Item

Letter = Literal["S", "M", "A", "R", "T", "O", "P"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule applies; `words` fill the message, `path` overrides the item's."""

    span: Part | None = None
    words: dict[str, str] = field(default_factory=dict)
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """An item with its reading."""

    item: Item
    reading: ItemReading

    @property
    def is_goal(self) -> bool:
        return self.item.kind == "goal"


@dataclass(frozen=True)
class Whole:
    """A plan under review, with its goals and actions read; `plan` is None for a bare list of items."""

    items: tuple[Read, ...]
    plan: SuccessPlan | None = None
    account: Account | None = None

    @cached_property
    def goals(self) -> tuple[Read, ...]:
        return tuple(read for read in self.items if read.is_goal)

    @cached_property
    def actions(self) -> tuple[Read, ...]:
        return tuple(read for read in self.items if not read.is_goal)

    @cached_property
    def actions_of(self) -> Mapping[str | None, Sequence[Read]]:
        """The actions by the id of the goal they serve; None for those that name none."""
        found: dict[str | None, list[Read]] = {}
        for action in self.actions:
            found.setdefault(action.item.goal_id, []).append(action)
        return found


ItemCheck = Callable[[Read], Iterable[Hit]]
WholeCheck = Callable[[Whole], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Exactly one of `item` and `whole` is set."""

    id: str
    severity: Severity
    item: ItemCheck | None = None
    whole: WholeCheck | None = None

    @property
    def letter(self) -> str:
        return self.id[0]
