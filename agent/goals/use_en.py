"""Whether an English figure counts the use of a tool, or how people feel: no business result (rubric, ruling 1).

A figure counts use when its sentence says that somebody uses something, that work is done in or through a tool, or
that records have a field filled. The words are lists of data/use_en.toml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.quantities import Found, masked
from agent.goals.scan import Scan
from agent.goals.words import data

_HEADED = regex(r"\d ?= ?[a-z]", re.I)


@cache
def _lists() -> dict[str, str]:
    return {name: alternation(found) for name, found in data("use_en").items()}


@cache
def _used() -> re.Pattern[str]:
    """5 of 9 planners using it, 80 % of rounds with the scanner, opportunities with next step filled."""
    of = _lists()
    tool = rf"(?:the |a |an |our |its |their |any |one )?(?:[A-Za-z-]+ )?{of['tools']}(?![a-z-])"
    return regex(
        rf"(?<![a-z-])(?:{of['verbs']} (?:it|them|{tool}|(?:the |a |an |our )?[a-z]+ (?:daily|weekly|each|every)|at least|each|every|daily|weekly)(?![a-z])|{of['by']} {tool}"
        r"|(?:share|percentage|proportion|rate) of (?:[a-z-]+ )?(?:e-|digital|digitally|electronic|electronically|online|paperless|self-service|automated|touchless)[a-z-]*|(?:e-|digital |electronic |online |paperless |self-service |automated |touchless )[a-z-]+ (?:share|rate|ratio|uptake|quota)|(?:timesheets|time sheets|expenses|forms|returns|reports|claims) in (?:by|on time|before)|(?:wired|hooked|plugged|linked|hooked up|plugged in) (?:up )?(?:in)?to |(?<![a-z])e-(?!mail)[a-z]+s?(?= per)|(?:course|module|training|e-learning|lesson|certification|onboarding|survey|profile|form|checklist) completions?|(?:teams|units|sites|branches|stores|plants|departments|regions|offices|schools|wards|depots) (?:on board|onboarded|up and running|trained|connected|switched over|cut over|live)"
        rf"|(?:carry|carries|carrying|include|includes|contain|contains|bear|bears) (?:a |an |the |its |at least one )?(?:[a-z-]+ ){{0,2}}?{of['fields']}(?![a-z])"
        rf"|(?:with|have|has|having) (?:a |an |the |all |every |at least one |its )?(?:[a-z-]+ )?{of['fields']} (?:is |are )?{of['filled']}(?![a-z])|{of['fields']} (?:is |are )?{of['filled']}(?![a-z]))",
        re.I,
    )


_TAKEN_UP = regex(
    r"(?<![a-z])(?:(?:completion|take-up|uptake) of (?:the |our |an? )?(?:[a-z-]+ ){0,3}(?:wizard|course|module|training|e-learning|lesson|survey|form|checklist|profile|tutorial)|(?:who|that) (?:used|opened|logged|viewed|posted|filed|booked|tried) )",
    re.I,
)
"""those who used the gradebook, completion of the wizard."""


@cache
def _using_for() -> re.Pattern[str]:
    """uses voice picking for 80 % of lines: the figure itself is how far it is used."""
    return regex(
        r"(?<![a-z])(?:use|uses|using|used|adopts?|runs?|does|do) (?:[a-z-]+ ){1,4}(?:for|in|on|with|at) (?:at least |about |over )?$",
        re.I,
    )


@cache
def _felt() -> re.Pattern[str]:
    return regex(rf"(?<![a-z-]){_lists()['felt']}(?![a-z-])", re.I)


@cache
def _result() -> re.Pattern[str]:
    """theatre utilisation, subscriber churn: the customer's own assets and people."""
    of = _lists()
    return regex(
        rf"(?<![a-z-])(?:{of['assets']}s? {of['asset_measures']}|{of['own_people']}s? {of['loss_measures']}|(?:utilisation|utilization|occupancy|availability|uptime) of (?:the |our |all )?(?:[a-z-]+ )?{of['assets']}s?|(?:churn|attrition|turnover|retention|loss) (?:of|among) (?:the |our |its )?(?:[a-z-]+ )?{of['own_people']}s?)(?![a-z-])",
        re.I,
    )


def names_own_result(text: str) -> bool:
    """The text names the use of the customer's assets or the loss of its own people."""
    return _result().search(text) is not None


def use_or_feeling(
    scan: Scan, number: Found, told: list[tuple[int, int]]
) -> tuple[Literal["usage", "sentiment"] | None, bool]:
    """usage or sentiment when the sentence of the figure says so, and whether nothing else can be meant.

    `told` are the spans of method, review and owner. A share of things done with a tool is surely use.
    """
    start, end = scan.sentence_at(number.start)
    sentence = masked(scan.text, told)[start:end]
    if _using_for().search(scan.text[start : number.start]):
        return "usage", True
    if _felt().search(sentence) or (_HEADED.search(scan.text) and re.search(r"score|scale|level", scan.text)):
        return "sentiment", False
    if _TAKEN_UP.search(sentence):
        return "usage", True
    used = _used().search(sentence, max(0, number.start - start - 40))
    if used is None:
        return None, False
    share = start + used.start() >= number.end - 1
    return "usage", share
