"""Yes-or-no states said as a headline: last cheque book destroyed, the yard live by renewal, invoices no longer printed.

The words that say a thing has ended or is there are lists of data/states_en.toml; before them stands the thing alone,
after them the clause ends or comes to its date. What is only felt (barriers gone) and how well something goes (orders
shipped on time) are no such states.
"""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.patterns import regex
from agent.goals.quantities import MASK
from agent.goals.words import compiled, data, pattern_of

_DATE = rf" ?(?:(?:by|on|in|from|before|until|at|as of|no later than|with effect from|during|after|ahead of|come|this|next) (?:the )?)?{MASK}"
_DATED = regex(_DATE, re.I)
_CLAUSE_ENDS = regex(
    rf" ?(?:$|[,;.:()\n]| [-–—/|+] )|{_DATE}"
    r"| (?:for good|once and for all|in full|for all|everywhere|overnight|together|again|permanently|completely|entirely|forever|at last|altogether|ahead of|before|by|over (?:one|a|a single|the) (?:night|weekend|day)|within|without|so|and nobody)(?![a-z])",
    re.I,
)
_AND_PLACE = regex(
    r" (?:in|on|from|at|for|with|to|into|across|under|during|until|as|and|after|through|off|out|up|next|this)(?![a-z])",
    re.I,
)
_HOW_WELL = regex(
    r" (?:on|in) time(?![a-z])| (?:with (?:care|ease|confidence|pride|joy)|at (?:pace|speed)|in (?:good|better|great)|to (?:the|a) (?:next|higher|new|best|full)|without (?:a hitch|fuss|hassle|stress|friction|drama))",
    re.I,
)
_OPENS = regex(rf"[:;.(\n{MASK}]|, | [-–—/|] |(?<![a-z])and then ", re.I)
_THING = regex(
    r"[^A-Za-z]*(?!(?:more|less|fewer|better|faster|quicker|number of|share of|percentage of|rate of|most|many|much|some|get|gets|keep|keeps|make|makes|we|they|i|you|it|everyone|everybody|people|with|without|once|whenever|after|until|as|while|whilst|since|though|although)(?![a-z]))"
    r"(?:(?!(?<![a-z])(?:that|which|who|whose|is|are|was|were|be|been|being|has|have|had|will|can|must|should|to|than|if|when|because)(?![a-z]))[^.;:,\n()]){2,70} $",
    re.I,
)
_WHEN = regex(r"\W*(?:as soon as|once|when|whenever|after|until|if|while|whilst)(?![a-z])", re.I)
_DATED_BY = regex(rf" (?:by|on|in|from|before|until|at) (?:the )?{MASK}", re.I)
_ALREADY_SAID = regex(r"(?:ed|wn|nt|lt|id|en|ing|take) $", re.I)
"""talked through, stock-take in: the short word belongs to the one before it."""
_RUNS_ON = regex(
    r"(?<![a-z])(?:of|in|on|for|with|from|at|by|about|into|between|among|within|across|over|around|behind) ",
    re.I,
)


@cache
def _lists() -> dict[str, list[str]]:
    return data("states_en")


@cache
def _ended() -> re.Pattern[str]:
    of = _lists()
    left = [f"no longer {word}" for word in of["no_longer"]]
    return compiled((*of["ended"], *of["over_with"], *of["short"], *of["happens"], *left), "en")


@cache
def _set_of(name: str) -> frozenset[str]:
    return frozenset(_lists()[name])


def felt_en() -> frozenset[str]:
    """Nouns of what is only felt, in small letters: barriers, trust."""
    return _set_of("felt")


def headline_en(text: str) -> re.Match[str] | None:
    """The word that says so, where a clause of folded text, its dates masked, is such a headline."""
    for match in _ended().finditer(text):
        opened = max((found.end() for found in _OPENS.finditer(text, 0, match.start())), default=0)
        thing = text[opened : match.start()]
        if _THING.fullmatch(thing) and not _is_felt(thing) and _closes(text, match, thing):
            return match
    return None


def is_no_state(text: str, match: re.Match[str]) -> bool:
    """is gone, is in force: of what is only felt, or in a clause that says when (once the move is behind us)."""
    opened = max((found.end() for found in _OPENS.finditer(text, 0, match.start())), default=0)
    clause = text[opened : match.start()]
    if _WHEN.match(clause) or (match["be"] and not clause.strip()):
        return True  # an occasion, even one taken for a date
    head = _RUNS_ON.split(clause.rstrip(), maxsplit=1)[0].split()
    return bool(head) and head[-1].lower() in _set_of("felt")


def _closes(text: str, match: re.Match[str], thing: str) -> bool:
    """The clause ends after the state, or goes on with where and when it holds."""
    word = match.group().lower()
    if word in _set_of("short"):
        return _DATED_BY.match(text, match.end()) is not None and not _ALREADY_SAID.search(thing)
    if word in _set_of("happens"):
        return _DATED.match(text, match.end()) is not None
    if _HOW_WELL.match(text, match.end()):
        return False
    if _CLAUSE_ENDS.match(text, match.end()):
        return True
    return _AND_PLACE.match(text, match.end()) is not None and not _RUNS_ON.search(thing)


def _is_felt(thing: str) -> bool:
    """The head of what has ended is a feeling or a quality, or something in the clause is loose itself."""
    head = _RUNS_ON.split(thing.rstrip(), maxsplit=1)[0].split()
    if not head or head[-1].lower().strip("'\"") in _set_of("felt"):
        return True
    start = len(thing) - len(thing.lstrip())
    loose = pattern_of("en", "vague", "verbs").match(thing, start)
    return loose is not None or pattern_of("en", "vague", "adjectives", "degree").search(thing) is not None
