"""The SMART review: rules over goals, actions and whole plans."""

from agent.review.config import ReviewConfig, load_config
from agent.review.engine import review_items, review_plan
from agent.review.glance import Glance, GlanceRow, glance, portfolio
from agent.review.item import Item
from agent.review.rules import RULES

__all__ = [
    "RULES", "Glance", "GlanceRow", "Item", "ReviewConfig", "glance", "load_config", "portfolio", "review_items",
    "review_plan",
]  # fmt: skip
