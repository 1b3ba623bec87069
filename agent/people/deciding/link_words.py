"""The expressions of data/decider_links.toml, compiled once."""

from __future__ import annotations

import re
from functools import cache

from agent.people.lexicon import honorific_pattern, table

AFTER_NAME = r"(?:[一-龥]{0,4}長)?"
"""A title written behind a name that is marked alone."""


@cache
def behind(name: str, language: str) -> re.Pattern[str]:
    """What may stand behind a mark, honorific skipped; matched at the mark's end."""
    skipped = f"{honorific_pattern()}?{AFTER_NAME}" if language == "ja" else ""
    return re.compile(f"{skipped}\\s?(?:{_any(name, language)})", re.IGNORECASE)


@cache
def words(name: str, language: str) -> re.Pattern[str]:
    """Any expression of a list."""
    return re.compile(_any(name, language), re.IGNORECASE)


def _any(name: str, language: str) -> str:
    return "|".join(f"(?:{pattern})" for pattern in table("decider_links")[name][language])


@cache
def before_sidelined() -> re.Pattern[str]:
    """What stands in front of somebody who is not the one, in English."""
    return re.compile("|".join(table("decider_links")["sidelined"]["before"]), re.IGNORECASE)
