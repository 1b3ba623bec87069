"""Days as notes write them."""

from __future__ import annotations

import datetime as dt

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
