"""Whether an English figure is today's or yesterday's: from 12, 97.1 % at the last cycle, the lab averages 61 h.

A word before or after the figure in its own field says so, or a clause of its own about how things are. The words
are lists of data/present_en.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.quantities import Found
from agent.goals.scan import Scan
from agent.goals.words import data

_FIELD = regex(
    r"[;()\[\]\n]|, |\. (?=[A-Z\d])|\.$|: |(?<!\d):(?=\d)| [-–—/|] |[–—]|, and | but | and (?=we |it )"
)
_AIMED = regex(
    r"(?<![a-z])(?:to|by|target|aim|goal|want(?:s|ed)?|should|must|shall|will|below|under|at most|at least|no more than|reach|hit|become|cut|raise|lift|bring)(?: [a-z]+)? ?[<>≤≥=$€£¥~]?$",
    re.I,
)
"""to 5, below 5, target 5: what is to be, whatever else the field says."""


@cache
def _lists() -> dict[str, str]:
    return {name: alternation(found) for name, found in data("present_en").items()}


@cache
def _before() -> re.Pattern[str]:
    of = _lists()
    period = rf"(?:{of['past']}) (?:{of['past_nouns']})'s?"
    return regex(
        rf"(?<![a-z])(?:{of['before']}|{period})[ :=(~]*(?:{of['fillers']}[ ~]*)*[$€£¥~]? ?$",
        re.I,
    )


@cache
def _after() -> re.Pattern[str]:
    of = _lists()
    period = rf"(?:{of['past']})[ -](?:[a-z]+ )?(?:{of['past_nouns']})"
    return regex(
        rf"(?<![a-z])(?:{of['after']}|before(?=\W*$)|(?:(?:in|over|for|during|at|on|per|across|by|as of) )?(?:the |our |their )?{period}|(?:the )?(?:year|month|quarter|week|season|term|cycle) before)(?![a-z-])",
        re.I,
    )


def is_now_or_then(tail: str) -> bool:
    """What follows a value says that it is today's or a past one: at the moment, last year."""
    said = _after().search(tail)
    return said is not None and _THINGS.fullmatch(tail, 0, said.start()) is not None


_THINGS = regex(r"(?: (?!of|or|to|by|under|in|at)[a-z]+){0,2} ?")


@cache
def _stative() -> re.Pattern[str]:
    of = _lists()
    return regex(
        rf"(?:^|[ ])(?:{of['subjects']}|the [a-z-]+(?: [a-z-]+)?) ?(?:currently |now |still |only |just |already |today |typically |usually )*{of['statives']}(?: at| on| with| from| to| in| up)?[ ~]*(?:{of['fillers']}[ ~]*)*[$€£¥~]? ?$",
        re.I,
    )


@cache
def nothing_en() -> re.Pattern[str]:
    """No figure today: from nil, none now, nothing so far, zero today, for the first time."""
    none, after = _lists()["nothing"], _lists()["after"]
    return regex(
        rf"(?<![a-z])(?:{none}(?= ?(?:→|->|=>|›) ?\d)|(?:from|currently|now|presently|today:?|baseline:?|baseline is|up from|vs|before:?|started (?:at|from|with)|starting (?:at|from)|so far) {none}(?![.\d%a-z])"
        rf"|(?:{none}(?! named| assigned| appointed| chosen| decided)|no (?!one |body )[a-z]+)(?: [a-z]+)? (?:{after}|yet)(?![a-z])|not (?:yet )?(?:measured|done|used|tracked|started|in use|known|counted) (?:today|now|yet|so far|at present)|for the first time|do(?:es)? not (?:yet )?exist (?:today|yet)|no(?:body|ne) (?:does|uses|has|tracks|measures) [a-z ]{{0,20}}(?:today|yet|now|so far))",
        re.I,
    )


def is_present(scan: Scan, quantity: Found, others: Sequence[Found]) -> bool:
    """The figure is what is or was. Loose words after it, and clauses, count only beside `others` of its kind."""
    text = scan.text
    lead = text[max(0, quantity.start - 60) : quantity.start]
    if _TO_JUST_BEFORE.search(lead):
        return False
    if _THAN.search(lead):
        return True
    if _CONTRASTED.match(text, quantity.end):
        return False
    if (quantity.change or quantity.dimension == "ratio") and _COMPARED.match(text, quantity.end):
        return False
    said = _before().search(lead)
    if said is not None:
        return not said.group().lower().startswith(_SAY_LITTLE) or bool(others)
    start, end = _field(scan, quantity)
    tail, head = text[quantity.end : end], text[start : quantity.start]
    if _aimed_in_field(head) or any(start <= q.start < end and not _per(scan, q) for q in others):
        return False
    marked = _after().search(tail) or (_after().search(head) if head.strip() else None)
    if others and _at_a_past_day(scan, quantity, end):
        return True
    if marked is not None:
        if marked.group().lower() not in _NEEDS_ANOTHER:
            return True
        return any(other.unit in ("", quantity.unit) or not quantity.unit for other in others)
    if not others:
        return False
    later = [other for other in others if other.start > quantity.start]
    return _stative().search(head) is not None or (
        bool(later) and _LOSES.search(head) is not None and _NO_AIM.search(head) is None
    )


_SAY_LITTLE = ("from ", "off ", "against ", "not ", "no longer ", "start")
"""Before a figure that stands alone they may mean anything."""


def _per(scan: Scan, quantity: Found) -> bool:
    return scan.text[: quantity.start].endswith(" per ")


_AT_EN = regex(r"(?: [a-z]+| per [\d,]+(?: [a-z]+)?){0,2} (?:in|for|as of|during|over) $")


def _at_a_past_day(scan: Scan, quantity: Found, end: int) -> bool:
    """26 per 1,000 in Q1, €1.1m in FY25, where that is over."""
    return any(
        mention.last is not None
        and mention.last < scan.context.as_of
        and quantity.end < mention.start <= end
        and _AT_EN.fullmatch(scan.text, quantity.end, mention.start) is not None
        for mention in scan.mentions
    )


_THAN = regex(
    r"\d[^,;.]{0,16} (?<!no )(?<!not )(?:lower|less|fewer|more|higher|shorter|better|faster|cheaper|quicker|smaller) than [$€£¥~]?$"
)
"""€150k lower than €1.1m: a change of it."""
_LOSES = regex(
    r"(?<![a-z])(?:loses?|spends?|wastes?|takes?|costs?|burns?|averages?|swallows?|eats?(?: up)?|consumes?|ties up|gets?|misses|receives?|handles?|logs?|sees?|suffers?|records?|books?|clocks?|scraps?|throws? away|writes? off|pays?|runs? at|sits? at|stands? at|hovers? at|needs?|requires?|has|have|lost|spent|wasted|took|averaged)(?: (?:about|around|some|roughly|nearly|almost|an average of|on average|up to|over|more than|us|them|him|her))* ?[$€£¥~]?$",
    re.I,
)
_NO_AIM = regex(r"(?<![a-z])(?:to|will|shall|must|should|can|may|aims?|goal|target)(?![a-z])", re.I)
"""The crew loses 6.5 h a week re-keying: a clause about how things are, where a figure to reach comes later."""
_TO_JUST_BEFORE = regex(
    r"(?<![a-z])(?:should|must|shall|will|needs? to|has to|have to|to)(?: [a-z]+){1,2} ?$|(?<![a-z])(?:to|by|under|below|target|aim)(?: (?:about|around|at least|at most|under|below|over|above|only))? ?[<>≤≥=$€£¥~]?$",
    re.I,
)
_COMPARED = regex(
    r"(?:,? (?:lower|less|fewer|more|higher|better|faster|shorter|cheaper|quicker|smaller|larger|down|up|growth|reduction|improvement|increase|decrease|drop|cut))?,? (?:vs\.?|versus|than|on|over|against|compared (?:to|with)|relative to|below|above|under|beneath|from) (?:the |our |that of (?:the )?)?(?=last|previous|prior|past|preceding|trailing|today|now|current|present|this|(?:19|20)\d\d|fy)",
    re.I,
)
"""-5% vs last year, 10% lower than last year: by how much it is to differ from what was."""
_CONTRASTED = regex(
    r",? (?:(?:but )?not|no longer|instead of|rather than|as opposed to|where it (?:took|takes|was|is)) (?:the |about |around |some |today's |last year's |our )*[$€£¥~]?\d",
    re.I,
)
"""3 days, not 8: the figure before it is what is to be."""
_NEEDS_ANOTHER = frozenset(
    (
        "this week",
        "this month",
        "this quarter",
        "this year",
        "this season",
        "this term",
        "this fiscal year",
        "this fy",
        "reported",
        "recorded",
        "booked",
        "baseline",
        "observed",
        "as measured",
    )
)


def _aimed_in_field(head: str) -> bool:
    return _AIMED.search(head) is not None


def _field(scan: Scan, quantity: Found) -> tuple[int, int]:
    """The field of a figure: up to the nearest separators."""
    text = scan.text
    start = max((match.end() for match in _FIELD.finditer(text, 0, quantity.start)), default=0)
    following = _FIELD.search(text, quantity.end)
    return start, following.start() if following else len(text)
