"""The expressions of data/decision_scope.toml, compiled once."""

from __future__ import annotations

import re
from functools import cache

from agent.people.lexicon import table


@cache
def scope(name: str) -> re.Pattern[str]:
    """The expressions of one scope of both languages."""
    data = table("decision_scope")[name]
    japanese = "|".join(f"(?:{p})" for p in data["ja"])
    english = "|".join(rf"(?<![A-Za-z])(?:{p})(?![a-z])" for p in data["en"])
    return re.compile(f"{japanese}|(?i:{english})")
