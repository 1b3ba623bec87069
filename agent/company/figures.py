"""Numbers as the plan carries them."""

from __future__ import annotations

from decimal import Decimal

from agent.models.plan import Number


def number(value: Decimal) -> Number:
    """A JSON number without loss for the sizes filings have: int where the value is whole, else float."""
    return int(value) if value == value.to_integral_value() else float(value)
