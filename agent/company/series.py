"""The company's main line of years, and how figures moved along it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from agent.models.evidence import Derived, Value
from agent.models.plan import FinancialRow, Number

Movement = Literal["up", "flat", "down"]

FLAT = 0.01
"""Changes within one percent of the earlier figure count as flat (横ばい)."""
_YEAR_DAYS = (350, 380)
PROFITS = (
    "operating_income",
    "ebitda",
    "ordinary_income",
    "profit_before_tax",
    "profit_attributable_to_owners",
)
"""Profit figures in order of preference; banks and US GAAP filers state no operating income."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure in two consecutive years."""

    key: str
    before: Value[Number]
    after: Value[Number]

    @property
    def rate(self) -> float | None:
        """Relative change; None when the earlier figure is zero or negative, where a rate says nothing."""
        return self.after.value / self.before.value - 1 if self.before.value > 0 else None

    @property
    def movement(self) -> Movement:
        """Direction; within `FLAT` of the earlier figure's size is flat."""
        difference = self.after.value - self.before.value
        if abs(difference) <= FLAT * abs(self.before.value):
            return "flat"
        return "up" if difference > 0 else "down"


def main_series(rows: Sequence[FinancialRow]) -> list[FinancialRow]:
    """Whole fiscal years of the newest row's standard, consolidated where there are any, oldest first.

    Half-years, quarters and irregular periods are no part of a trend, and standards are never mixed.
    """
    years = [row for row in rows if is_year(row) and row.net_sales is not None]
    scope = "consolidated" if any(row.scope == "consolidated" for row in years) else "non_consolidated"
    years = [row for row in years if row.scope == scope]
    return [row for row in years if row.standard == years[-1].standard] if years else []


def last_change(series: Sequence[FinancialRow], key: str) -> Change | None:
    """The newest year against the year before it; None unless both state the figure in one unit."""
    if len(series) < 2 or (series[-1].end - series[-2].end).days > _YEAR_DAYS[1]:
        return None
    before, after = getattr(series[-2], key), getattr(series[-1], key)
    if before is None or after is None or before.unit != after.unit:
        return None
    return Change(key, before, after)


def profit_change(series: Sequence[FinancialRow]) -> Change | None:
    """The change of the first profit figure that both years state."""
    return next((change for key in PROFITS if (change := last_change(series, key))), None)


def ratio(row: FinancialRow, key: str, to: str = "net_sales") -> Value[Number] | None:
    """`key` in percent of `to`, computed, one decimal; None without both or with nothing to divide by."""
    part: Value[Number] | None = getattr(row, key)
    whole: Value[Number] | None = getattr(row, to)
    if part is None or whole is None or whole.value <= 0:
        return None
    return Value[Number](
        value=round(100 * part.value / whole.value, 1),
        unit="%",
        check="computed",
        derived=Derived(rule=f"{key} / {to}", inputs=[as_object(part), as_object(whole)]),
    )


def as_object(value: Value[Number]) -> Value[object]:
    """The same value as an input of a derivation."""
    return Value[object](**value.model_dump())


def is_year(row: FinancialRow) -> bool:
    """A whole fiscal year, or a day's balances whose period nobody states."""
    return row.start is None or _YEAR_DAYS[0] <= (row.end - row.start).days <= _YEAR_DAYS[1]
