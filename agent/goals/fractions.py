"""Fractions and counts in English words: one in eight, nine out of ten, two thirds, by a fifth, a dozen referrals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NUMBER = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100,
}  # fmt: skip
_PART = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10, "twentieth": 20}  # fmt: skip
_WORD = "|".join(sorted((word for word in _NUMBER if word not in ("a", "an")), key=len, reverse=True))

_ONE_IN = re.compile(
    rf"(?<![a-z\d.,-])(?P<of>{_WORD}|\d{{1,3}}) (?:[a-z]+ )?(?:in|out of)(?: every)? (?:a )?(?P<all>{_WORD}|\d{{1,3}})(?![a-z\d.%]| (?:days?|weeks?|months?|hours?|minutes?|years?))",
    re.I,
)
_FRACTION = re.compile(
    rf"(?<![a-z\d-])(?:(?P<of>a|one|two|three|four)[ -](?P<part>{'|'.join(_PART)})s?)(?![a-z-]| (?:part(?:y|ies)|of (?:the |a )?(?:fiscal|financial|year)|end|party))",
    re.I,
)
_DOZEN = re.compile(r"(?<![a-z])(?P<half>half )?(?:a|one|two|three) dozen(?: [a-z]+)?(?![a-z])", re.I)
_ONE_UNIT = re.compile(
    r"(?<![a-z])(?:within|inside|(?:in )?under|in less than|less than|longer than|more than) (?:a|an|one) (?:single |working |business )?(?P<unit>minute|hour|day|week|fortnight|month)(?![a-z])",
    re.I,
)
_SPEED = re.compile(
    r"(?<![a-z])(?:(?:the )?same[ -]day|overnight|next[ -]day|in minutes)(?![a-z]| (?:shift|team|batch))",
    re.I,
)
_TENS = re.compile(
    r"(?<![a-z])(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?P<ones>one|two|three|four|five|six|seven|eight|nine))? ?(?:percent|per cent)(?![a-z])",
    re.I,
)
_TENS_VALUE = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
_BARE = re.compile(
    rf"(?<![a-z])(?P<lead>from|to|than|of|at) (?P<n>{_WORD})(?= (?:to|down|up|from)(?![a-z])|$|[.,;)])", re.I
)
_ALONE = re.compile(rf"(?<=[,;] )(?P<n>{_WORD})(?= (?:by|before|until|from|as of|in) )", re.I)
_PER_QUARTER = re.compile(r"(?:\d|[%€$£kKmM]|times|[a-z]+s|once|twice)[ )]$")


class Fraction(NamedTuple):
    """A fraction in percent, or a count of dozens; offsets in the text."""

    start: int
    end: int
    value: float
    dimension: str  # ratio | count | time
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
            and not _is_share(before, text[match.end() :])
        ):
            continue
        value = _value(match["of"]) / _PART[match["part"].lower()] * 100
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
        ones = _NUMBER[match["ones"].lower()] if match["ones"] else 0
        yield Fraction(*match.span(), float(_TENS_VALUE[match["tens"].lower()] + ones), "ratio", False)
    for match in (*_BARE.finditer(text), *_ALONE.finditer(text)):
        yield Fraction(*match.span("n"), _value(match["n"]), "count", False)
    for match in _DOZEN.finditer(text):
        yield Fraction(*match.span(), 6.0 if match["half"] else 12.0, "count", False)


def _is_share(before: str, after: str) -> bool:
    """a quarter of orders, by a quarter, from a third to a quarter; not 212 a quarter."""
    if _PER_QUARTER.search(before):
        return False
    return bool(
        re.match(r" of (?!the year)", after)
        or re.search(r"(?:by|to|from|under|below|over|above|about|only|[,;(]|^) ?$", before, re.I)
    )


def _value(word: str) -> float:
    return float(word) if word.isdigit() else float(_NUMBER[word.lower()])
