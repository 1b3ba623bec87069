"""Bringing gold files of older schema versions to the present one, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from agent.models.gold import GOLD_VERSION

Step = Callable[[dict[str, Any]], dict[str, Any]]


class GoldVersionError(ValueError):
    """The file's schema version has no way to the present one (it is newer, or damaged)."""


def _from_1_0(gold: dict[str, Any]) -> dict[str, Any]:
    """1.0, the packs' first form: no version, no account information, budget evidence may be null."""
    budget = dict(gold.get("budget") or {})
    budget["evidence"] = budget.get("evidence") or []
    return {"account_information": None, **gold, "budget": budget, "schema_version": "1.1"}


LISTS = {
    "key_people", "not_people", "decision_path", "tools", "goals", "promises_at_purchase", "risks", "expansion",
    "topics", "commitments", "contradictions", "expected_blank", "traps", "evidence", "aliases", "also_roles",
    "missing", "a", "b", "fiscal_year_end_evidence",
}  # fmt: skip
"""Keys whose null means an empty list."""
WORDS = {"metric", "baseline", "target", "due", "when", "date", "decision_date_or_month", "name", "title"}
"""Keys that hold words, whatever YAML made of an unquoted 25 or 2027-03-31."""


def tidy(node: Any, key: str = "") -> Any:
    """The same data with dates and numbers of worded slots as text and null lists as empty ones."""
    if isinstance(node, dict):
        return {name: tidy(child, str(name)) for name, child in node.items()}
    if isinstance(node, list):
        return [tidy(child, key) for child in node]
    if node is None:
        return [] if key in LISTS else None
    if isinstance(node, dt.date) or (key in WORDS and isinstance(node, int | float)):
        return node.isoformat() if isinstance(node, dt.date) else str(node)
    return node


STEPS: dict[str, Step] = {"1.0": _from_1_0}
"""From each version to the next."""


def migrate(gold: dict[str, Any]) -> dict[str, Any]:
    """The same gold in the present version; the input is not changed. Raises GoldVersionError."""
    current: dict[str, Any] = tidy(gold)
    current.setdefault("schema_version", "1.0")
    while current["schema_version"] != GOLD_VERSION:
        step = STEPS.get(str(current["schema_version"]))
        if step is None:
            raise GoldVersionError(
                f"gold schema {current['schema_version']!r}: this program knows {GOLD_VERSION}"
            )
        current = step(current)
    return current
