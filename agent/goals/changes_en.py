"""Yes-or-no states an English goal asks for by an order: Migrate the Lyon site to the new tenant, Install sensors by June.

The verb says that something changes once; its object is a thing, not a quality or a feeling; and a place it ends up
in or a date closes the clause. How well or how much something is to be done is no such state.
"""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.quantities import MASK
from agent.goals.words import data, pattern_of

_THINGS = r"(?P<thing>(?!up |out |off |on |over |down |in |towards? |forward |ahead |away |beyond |closer |past |with |from )(?:(?!(?:right|proper|suitable|appropriate|necessary|needed|good|solid|strong|sound|healthy|clear|things?|stuff|matters|forward|ahead|towards?|along|everything|something|anything|more|better|less|fewer|how|why|what|everyone|everybody|people|our|it)(?![a-z]))[A-Za-z0-9][\w&'/.-]*[ ,]*?(?: |(?=[,;.(])|$)){1,9}?)"
_ENDS = rf"(?=(?:(?:by|on|in|from|before|until|at|as of|no later than|during|after|come|this|next) )*(?:the )?{MASK}|[,;:(\n]|\.(?: |$)|[–—-] |$)"
_TO_PLACE = regex(
    r"(?<![a-z])(?:to|into|onto|over to|across to|with|by|from|off|at|in) (?:the |an? |one |our |its |their )?[A-Za-z0-9]",
    re.I,
)
_DATED = regex(rf"{MASK}")


@cache
def _orders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Orders that need a place or a date beside them, and orders that say all by a particle (shut down, bring online)."""
    of = {name: alternation(found) for name, found in data("states_en").items()}
    opens = r"(?:^|(?<=[.;:\n] )|(?<=[:;\n])|(?<= and )|(?<=, ))(?:[Tt]o )?"
    return (
        regex(
            rf"{opens}(?P<verb>{of['changes']}) (?:all |every |the |both |its |their |an? |\d+ )*{_THINGS}{_ENDS}",
            re.I,
        ),
        regex(
            rf"{opens}(?:bring|put|take|get|have|turn|switch|move|hand|roll|cut|shut|close|wind) (?:the |all |both |its |their |an? )*{_THINGS}(?:live|online|offline|onto|over to|over|off|down|on to|out to|up and running|into (?:use|service|production|operation)|out of (?:use|service)|running in|working in|in (?:production|place|use))(?![a-z])",
            re.I,
        ),
    )


def change_en(text: str) -> re.Match[str] | None:
    """The order, where folded text, its dates masked, gives one whose thing is no quality; None else."""
    for pattern in _orders():
        for match in pattern.finditer(text):
            if _is_thing(match["thing"]) and (
                _DATED.search(text) or "verb" not in match.groupdict() or _TO_PLACE.search(match["thing"])
            ):
                return match
    return None


_OBJECT_ENDS = regex(
    r"(?<![a-z])(?:to|into|onto|with|by|from|off|at|in|for|on|of|across|over|so|and|as|through|before|after) ",
    re.I,
)


def _is_thing(words: str) -> bool:
    """Neither a loose word nor an abstract noun is what changes, or what it changes to."""
    if pattern_of("en", "vague", "adjectives", "degree", "verbs").search(words):
        return False
    parts = [part.lower().split() for part in _OBJECT_ENDS.split(words) if part.split()]
    heads = [" ".join(part[-many:]).strip(",.'") for part in parts for many in (1, 2)]
    return bool(heads) and not any(head in _abstract() for head in heads)


@cache
def _abstract() -> frozenset[str]:
    from agent.goals.words import words

    known = (*words("en", "vague", "nouns"), *words("en", "abstract", "nouns"), *data("states_en")["felt"])
    return frozenset(known) - frozenset(data("states_en")["solid"])
