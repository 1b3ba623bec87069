"""What a goal or action is read against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from agent.calendar import Anchor

Kind = Literal["goal", "action"]


@dataclass(frozen=True, slots=True)
class GoalContext:
    """The account's dates and what was promised at purchase (稟議書); None where nobody knows."""

    as_of: dt.date
    kind: Kind = "goal"
    customer_fiscal_year_end_month: int | None = None
    vendor_fiscal_year_end_month: int | None = None
    contract_start: dt.date | None = None
    contract_end: dt.date | None = None
    purchase_promise: str | None = None

    @property
    def anchor(self) -> Anchor:
        """The same dates, for the calendar."""
        return Anchor(
            self.as_of,
            self.customer_fiscal_year_end_month,
            self.vendor_fiscal_year_end_month,
            self.contract_start,
            self.contract_end,
        )
