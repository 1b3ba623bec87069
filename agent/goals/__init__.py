"""The typed reading of a goal or action, shared by people, renewal and review."""

from agent.goals.context import GoalContext
from agent.goals.labels import LABELS, labels_of
from agent.goals.read import Asked, read_item, read_items
from agent.goals.reading import Due, ItemReading, Owner, Part, Quantity

__all__ = [
    "LABELS",
    "Asked",
    "Due",
    "GoalContext",
    "ItemReading",
    "Owner",
    "Part",
    "Quantity",
    "labels_of",
    "read_item",
    "read_items",
]
