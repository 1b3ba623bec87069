"""Clauses, denials and the lists of data/acts.toml: what the rules about acts have in common."""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.patterns import regex
from agent.goals.opposites import any_of
from agent.goals.scan import Scan
from agent.goals.words import data

CLAUSE_JA = regex(r"[、。\n;]")
CLAUSE_EN = regex(r"[,.;:\n()]| and (?=[a-z]+ the )| but | while ")
DENIED_JA = regex(
    r"(?:は|を|も|に)?(?:し|さ|せ|行わ)?(?:ない|せず|ず|ません|なし|不要|禁止)|(?:は|を|も)?(?:避け|控え|やめ|取りやめ|見送)"
)
DENIED_EN = regex(
    r"(?<![a-z])(?:no|not|never|without|avoid(?:s|ing)?|nothing|instead of|rather than)(?: be| the| any| an?)? $|n't $",
    re.I,
)


_IS_A_TIME = regex(
    r"(?<![a-z])(?:contract|agreement|licen[cs]e|term|period|project|pilot|year|quarter|month|week|season|day|half|the|an?|by|until|till|at)[- ]$",
    re.I,
)
"""Before "end": until contract end, by year end."""


def is_a_time(text: str, word: re.Match[str]) -> bool:
    """The word is the end of a time and no act: until contract end, by end of April."""
    if word.group().lower() != "end":
        return False
    return _IS_A_TIME.search(text[: word.start()]) is not None or text.startswith(" of ", word.end())


@cache
def listed(table: str, name: str) -> list[str]:
    """One list of data/acts.toml."""
    found: list[str] = data("acts")[table][name]
    return found


@cache
def any_word(table: str, *names: str) -> re.Pattern[str]:
    """Any word of the lists."""
    return any_of([word for name in names for word in listed(table, name)])


def clause_before(scan: Scan, end: int) -> str:
    """What is said before, to the clause's beginning; in English the clause that `end` stands in."""
    text = scan.text
    start = max((m.end() for m in _BREAK.finditer(text, 0, end)), default=0)
    if scan.language == "en":
        after = _BREAK.search(text, end)
        return text[start : after.start() if after else len(text)]
    return text[start:end]


_BREAK = regex(r"[、。;\n]|, |\. ")
