"""Yes-or-no states an English goal may ask for: goes live, the old scheduler is switched off, drawings are released.

The words are lists of data/states_en.toml.
"""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.changes_en import change_en
from agent.goals.headlines_en import headline_en, is_no_state
from agent.goals.quantities import MASK
from agent.goals.words import data


@cache
def _state() -> re.Pattern[str]:
    of = {name: alternation(found) for name, found in data("states_en").items()}
    return regex(
        rf"(?<![a-z])(?P<be>{of['be']}) (?:{of['between']} )*{of['participles']}(?![a-z-])(?! (?:to|with) (?:the |our |their )?[a-z]+ing)"
        rf"|(?<![a-z])(?:migrat(?:e|ed) (?:all|every|to|from)|{of['alone']})(?![a-z])"
        rf"|(?<![a-z])(?:(?:stops?|stopped|ceases?|ceased) {of['stopped']}|no longer {of['no_longer_does']})(?![a-z])"
        rf"|(?<![a-z])(?:cut-?over|switch-?over|hand-?over|change-?over|only)(?= (?:is )?(?:on|by|from|as of|in|at|over) ?{MASK})|(?<![a-z])rolls? (?:the |our |its |their )?[a-z-]+(?: [a-z-]+)?? out to(?![a-z])",
        re.I,
    )


def state_of_goal_en(text: str) -> re.Match[str] | None:
    """The first state named in folded text with its dates masked."""
    found = (match for match in _state().finditer(text) if not is_no_state(text, match))
    return next(found, None) or headline_en(text) or change_en(text)
