"""How layouts write days, and what a layout is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from evals.laid_out.facts import Facts, Goal

Layout = Callable[[Facts], list[str]]

ERA = 2018


def day(at: dt.date, language: str, style: str = "plain") -> str:
    """A day as notes write it."""
    if language == "en":
        if style == "slash":
            return at.isoformat()
        return f"{at.day} {at:%B} {at.year}" if style == "plain" else f"{at.day} {at:%b}"
    if style == "slash":
        return f"{at.year}/{at.month}/{at.day}"
    if style == "short":
        return f"{at.month}/{at.day}"
    if style == "era":
        return f"令和{at.year - ERA}年{at.month}月{at.day}日"
    return f"{at.year}年{at.month}月{at.day}日"


def until(goal: Goal, language: str, style: str = "plain") -> str:
    """The due date of a goal: a month's end as its month."""
    if not goal.month:
        return day(goal.due, language, "plain" if style == "month" else style)
    if language == "en":
        return f"end of {goal.due:%B} {goal.due.year}"
    return f"{goal.due.year}年{goal.due.month}月末"
