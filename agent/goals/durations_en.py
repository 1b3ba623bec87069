"""Times an English goal spells out: an hour and a quarter, half a day, two and a half weeks, a day less, an hour saved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.calendar.alternation import alternation
from agent.calendar.number_words import NUMBER_WORDS_EN
from agent.calendar.patterns import regex
from agent.goals.words import lazily

_UNITS = r"(?P<unit>minute|hour|day|night|shift|week|fortnight|month|quarter|year)"
_PARTS = {"half": 0.5, "a half": 0.5, "a quarter": 0.25, "quarter": 0.25, "three quarters": 0.75, "three-quarters": 0.75, "a third": 1 / 3, "two thirds": 2 / 3, "two-thirds": 2 / 3}  # fmt: skip
_PART = alternation(_PARTS)
_COUNT = rf"(?P<count>\d+|{alternation(NUMBER_WORDS_EN)})"

_DURATION = lazily(
    lambda: regex(
        rf"(?<![a-z\d.,-])(?:"
        rf"(?:(?P<part>half(?= )|(?:{_PART})(?= of)) (?:of )?an? (?P<of>minute|hour|day|shift|week|month|year)(?!-)"
        rf"|{_COUNT} (?:working |business )?{_UNITS}s? and (?P<more>{_PART})"
        rf"|(?P<whole>\d+|{alternation(NUMBER_WORDS_EN)}) and (?P<and>{_PART}) (?:working |business )?(?P<units>minute|hour|day|week|month|year)s?"
        rf"|an? (?:(?:full|whole|working) )?(?P<one>minute|hour|day|week|fortnight|month)(?= (?:less|more|saved|faster|sooner|earlier|off|shorter|longer|quicker|gained|freed|won|back)(?![a-z]))"
        rf"|(?:(?<=by )|(?<=saves )|(?<=save )|(?<=saving )|(?<=gain )|(?<=gains )|(?<=under )|(?<=down to ))an? (?:(?:full|whole|working) )?(?P<alone>minute|hour|day|week|fortnight|month)"
        rf")(?![a-z-]))",
        re.I,
    )
)
_SAVED = regex(
    r"s? (?:less|more|saved|faster|sooner|earlier|off|shorter|longer|quicker|gained|freed|won back)(?![a-z])",
    re.I,
)


def durations_en(text: str) -> Iterator[tuple[int, int, float, str, bool]]:
    """Start, end, how many of which unit, and whether it is an amount of change."""
    for match in _DURATION.finditer(text):
        value, unit = _amount(match)
        change = _SAVED.match(text, match.end()) is not None or text[: match.start()].endswith("by ")
        yield *match.span(), value, unit, change


def _amount(match: re.Match[str]) -> tuple[float, str]:
    if match["part"]:
        return _PARTS[match["part"].lower()], match["of"].lower()
    if match["count"]:
        return _number(match["count"]) + _PARTS[match["more"].lower()], match["unit"].lower()
    if match["whole"]:
        return _number(match["whole"]) + _PARTS[match["and"].lower()], match["units"].lower()
    return 1.0, (match["one"] or match["alone"]).lower()


def _number(word: str) -> float:
    return float(word) if word.isdigit() else float(NUMBER_WORDS_EN[word.lower()])
