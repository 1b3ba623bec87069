"""What an entry of a list in the plan is called, by its path: the goal's statement, the person's name."""

from __future__ import annotations

import re
from typing import Any

from agent.models.plan import SuccessPlan

_WITHIN = re.compile(r"(?P<list>\w+(?:\.\w+)*)\[(?P<key>[^\]]+)\]")
_NAMES = ("name", "statement", "step", "text", "category")
"""Attributes that say what an entry is, the likeliest first."""
_GLANCE = 60
"""Characters that tell a reader which entry is meant."""


def first_words(words: str) -> str:
    """One line of it, cut short where it is long."""
    line = " ".join(words.split())
    return line if len(line) <= _GLANCE else f"{line[: _GLANCE - 1]}…"


def entry_at(plan: SuccessPlan, path: str) -> str | None:
    """Words of the entry that `path` begins with ("goals[g-1].due", "cs_setup.tools[0].purpose"); None without one."""
    within = _WITHIN.match(path)
    if within is None:
        return None
    entries: Any = plan
    for attribute in within["list"].split("."):
        entries = getattr(entries, attribute, None)
    for index, entry in enumerate(entries or []):
        if within["key"] == str(getattr(entry, "id", None) or index):
            return next((str(words) for name in _NAMES if (words := getattr(entry, name, None))), None)
    return None
