"""`target_printed`: finds a goal's target with its unit in other sentences."""

from __future__ import annotations

import re

from agent.models.plan import Goal


def target_printed(goal: Goal) -> re.Pattern[str] | None:
    """Matches the goal's target as a figure with its unit (1,200件, 1200 件); None where it has no such figure."""
    target = goal.target
    if target is None or isinstance(target.value, str) or not target.unit:
        return None
    figure = "|".join(re.escape(words) for words in (f"{target.value:,}", str(target.value)))
    return re.compile(rf"(?<![\d.,])(?:{figure}) ?{re.escape(target.unit)}")
