"""Fractions and counts in English words: one in eight, nine out of ten, two thirds, by a fifth, a dozen referrals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agent.calendar.alternation import alternation
from agent.calendar.number_words import NUMBER_WORDS_EN, ONES_EN, PARTS_EN, TENS_EN, number_of
from agent.calendar.patterns import regex
from agent.goals.words import lazily

_WORD = alternation(word for word in NUMBER_WORDS_EN if word not in ("a", "an"))

_ONE_IN = regex(
    rf"(?<![a-z\d.,-])(?P<of>{_WORD}|\d{{1,3}}) (?:[a-z]+ )?(?:in|out of)(?: every)? (?:a )?(?P<all>{_WORD}|\d{{1,3}})(?![a-z\d.%]| (?:days?|weeks?|months?|hours?|minutes?|years?))",
    re.I,
)
_FRACTION = lazily(
    lambda: regex(
        rf"(?<![a-z\d-])(?:(?P<of>a|one|two|three|four)[ -](?P<part>{alternation(PARTS_EN)})s?)(?![a-z-]| (?:part(?:y|ies)|of (?:the |a )?(?:fiscal|financial|year)|end|party))",
        re.I,
    )
)
_DOZEN = regex(r"(?<![a-z])(?P<half>half )?(?:a|one|two|three) dozen(?: [a-z]+)?(?![a-z])", re.I)
_ONE_UNIT = regex(
    r"(?<![a-z])(?:within|inside|(?:in )?under|in less than|less than|longer than|more than) (?:a|an|one|the) (?:single |working |business )?(?P<unit>minute|hour|day|week|fortnight|month)(?![a-z])",
    re.I,
)
_SPEED = regex(
    r"(?<![a-z])(?:(?:the )?same[ -]day|overnight|next[ -](?:working |business )?day|in minutes)(?![a-z]| (?:shift|team|batch))",
    re.I,
)
_TENS = lazily(
    lambda: regex(
        rf"(?<![a-z])(?P<tens>{alternation(TENS_EN)})(?:[ -](?P<ones>{alternation(ONES_EN)}))? ?(?:percent|per cent)(?![a-z])",
        re.I,
    )
)
_BARE = regex(
    rf"(?<![a-z])(?P<lead>from|to|than|of|at|versus|vs\.?|against|was|now|instead of) (?P<n>{_WORD})(?= (?:in|at|on|during|last|today|now|currently)(?![a-z])| (?:to|down|up|from|or (?:fewer|less|more|better|higher|lower|above|below|under))(?![a-z])|$|[.,;)])",
    re.I,
)
_ALONE = regex(
    rf"(?:(?<=[,;:] )|(?<=[(,;:])|(?<= - ))(?P<n>{_WORD})(?= (?:by|before|until|from|as of|in|now|today|currently|altogether|all told|last (?:year|quarter|month))(?: |$|[,.;)])| ?(?:\.|$))"
    rf"|(?<=[a-z]:)(?: ?)(?P<first>{_WORD})(?=,)|(?<![a-z-])(?P<total>{_WORD})(?= (?:in total|in all|altogether|all told)(?![a-z]))",
    re.I,
)
"""Visits: four in total; workshops - four; schools: five, all by November."""
_PER_QUARTER = regex(r"(?:\d|[%€$£kKmM]|times|[a-z]+s|once|twice)[ )]$")


class Fraction(NamedTuple):
    """A fraction in percent, or a count of dozens; offsets in the text."""

    start: int
    end: int
    value: float
    dimension: str  # ratio | count | none | time
    change: bool


def fractions(text: str) -> Iterator[Fraction]:
    """Fractions and dozens of folded English text, in no order."""
    for match in _ONE_IN.finditer(text):
        of, whole = _value(match["of"]), _value(match["all"])
        if 0 < of < whole:
            yield Fraction(*match.span(), of / whole * 100, "ratio", False)
    for match in _FRACTION.finditer(text):
        before = text[: match.start()]
        if (
            match["part"].lower() == "quarter"
            and match["of"].lower() in ("a", "one")
            and not is_share(before, text[match.end() :])
        ):
            continue
        value = _value(match["of"]) / PARTS_EN[match["part"].lower()] * 100
        yield Fraction(
            *match.span(),
            value,
            "ratio",
            bool(re.search(r"\bby (?:about |around |at least )?$", before, re.I)),
        )
    for match in _ONE_UNIT.finditer(text):
        yield Fraction(match.start("unit") - 2, match.end(), 1.0, "time", False)
    for match in _SPEED.finditer(text):
        yield Fraction(*match.span(), 1.0, "time", False)
    for match in _TENS.finditer(text):
        value = number_of(f"{match['tens']} {match['ones'] or ''}".strip()) or 0.0
        yield Fraction(*match.span(), value, "ratio", False)
    for match in _BARE.finditer(text):
        yield Fraction(*match.span("n"), _value(match["n"]), "count", False)
    for match in _ALONE.finditer(text):
        said = next(name for name, word in match.groupdict().items() if word)
        yield Fraction(*match.span(said), _value(match[said]), "count" if said == "n" else "none", False)
    for match in _DOZEN.finditer(text):
        yield Fraction(*match.span(), 6.0 if match["half"] else 12.0, "count", False)


def is_share(before: str, after: str) -> bool:
    """a quarter of orders, by a quarter, from a third to a quarter; not 212 a quarter."""
    if _PER_QUARTER.search(before):
        return False
    return bool(
        re.match(r" of (?!the year)", after)
        or re.search(
            r"(?:by|to|from|under|below|over|above|about|only|drops?|falls?|rises?|shrinks?|cut|down|up|grows?|lower|higher|nearly|roughly|almost|almost|[,;(]|^) ?$",
            before,
            re.I,
        )
    )


def _value(word: str) -> float:
    return float(word) if word.isdigit() else float(NUMBER_WORDS_EN[word.lower()])
