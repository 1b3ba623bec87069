"""The fields of a Japanese goal written as a list: 「待ち時間 35分→20分 11月末 医事課 受付簿」, 「…／営業部長／SFA」.

A field is bounded by commas, full stops, slashes, brackets, spaces or a date; its number is taken out, so that
what is left is a name: of who owns it, of what it is measured by, of whom or what it covers.
"""

from __future__ import annotations

from typing import NamedTuple

from agent.calendar.patterns import regex
from agent.goals.quantities import MASK, masked
from agent.goals.scan import Scan

_EDGE = regex(rf"(?:[、。,;()\[\]□☐☑☒✓✔■◆◇●▶▷★☆〔〕…【】「」|/／?!\n:※ {MASK}]|(?<={MASK})・|・(?={MASK}))+")
_NUMBERED = regex(r"(?<!全)[一-龥ァ-ヶ](?<![全計約各他])\d[課部係班室科](?:長|次長|$|[、。,;()/|: ])")
"""製造2課長, 営業1課: a number that is part of a name."""


class Field(NamedTuple):
    """A field's span in folded text, its words, and what bounds it."""

    start: int
    end: int
    text: str
    alone: bool  # no number touches it
    bracketed: bool  # opens a bracket


def fields(scan: Scan) -> list[Field]:
    """The fields in text order, without their numbers."""
    numbers = [
        (q.start, q.end)
        for q in scan.quantities
        if not q.spelled and not _NUMBERED.match(scan.text, max(0, q.start - 1))
    ]
    text = masked(scan.without_dates, numbers)
    touched = {start for start, _ in numbers} | {end for _, end in numbers}
    found: list[Field] = []
    done = 0
    for match in [*_EDGE.finditer(text), None]:
        first, last = match.span() if match else (len(text), len(text))
        if first > done:
            alone = done not in touched and first not in touched
            found.append(Field(done, first, text[done:first], alone, done > 0 and text[done - 1] in "(["))
        done = last
    return found
