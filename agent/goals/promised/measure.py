"""One figure of a text, in the base unit of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from agent.goals.promised.periods import Period

Kind = Literal["time", "clock", "money", "share", "times", "rank", "effort", "turns", "count"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure; `value` in the base unit of its kind, offsets of the folded text."""

    start: int
    end: int
    value: float
    kind: Kind
    unit: str = ""  # what is counted; "working" for working days
    period: Period | None = None
    number: float = 0.0  # as written, before its unit is applied


NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""Digits, with or without commas and a decimal point."""


def float_of(number: str) -> float:
    """The number the digits say: 1,200 is 1200."""
    return float(number.replace(",", ""))
