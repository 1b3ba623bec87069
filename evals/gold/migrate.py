"""Bringing gold files of older schema versions to the present one, step by step."""

from __future__ import annotations

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


STEPS: dict[str, Step] = {"1.0": _from_1_0}
"""From each version to the next."""


def migrate(gold: dict[str, Any]) -> dict[str, Any]:
    """The same gold in the present version; the input is not changed. Raises GoldVersionError."""
    current = dict(gold)
    current.setdefault("schema_version", "1.0")
    while current["schema_version"] != GOLD_VERSION:
        step = STEPS.get(str(current["schema_version"]))
        if step is None:
            raise GoldVersionError(
                f"gold schema {current['schema_version']!r}: this program knows {GOLD_VERSION}"
            )
        current = step(current)
    return current
