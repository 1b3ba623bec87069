"""Loose expressions of a writer who had not seen the reader: how many of those outside its lists it still finds.

An expression is tried as a goal of its own, as a second demand after a measured goal, and as an action.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

_FRAMES = {
    "as_goal": ("goal", "{}", "{}"),
    "as_second_demand": (
        "goal",
        "離職率を12%から8%に減らす。また、{}",
        "Reduce attrition from 12% to 8%; also {}",
    ),
    "as_action": ("action", "{}", "{}"),
}
PLACES = tuple(_FRAMES)


def unseen_expressions(path: Path) -> dict[str, list[str]]:
    """By language, the file's expressions in which no word of the reader's lists occurs."""
    from agent.goals.words import pattern_of

    table = tomllib.loads(path.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for language in ("ja", "en"):
        lexicon = pattern_of(language, "vague", "degree", "verbs", "nouns", "time")
        found[language] = [words for words in table[language] if not lexicon.search(words)]
    return found


def found_loose(words: str, language: str, place: str) -> bool:
    """Whether the reader calls the expression loose where it stands."""
    from agent.goals import GoalContext, read_item

    kind, japanese, english = _FRAMES[place]
    text = (english if language == "en" else japanese).format(words)
    context = GoalContext(
        dt.date(2026, 6, 10), "action" if kind == "action" else "goal", 3, 12, None, dt.date(2027, 5, 31)
    )
    return bool(read_item(text, language, context, weighed=True).vague)
