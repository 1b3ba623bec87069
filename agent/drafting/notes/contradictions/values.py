"""Numbers and dates of a statement as values that can be compared: 「10月30日」, 10/30, "30 October", 12%, 55分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from agent.calendar.month_names import MONTHS_SHORT_LOWER
from agent.drafting.notes.contradictions.numerals import in_digits
from agent.renewal.when import ORDINALS

VERBS = ("may", "march", "mar")
"""Names of months that are words of their own where they are not capitalised."""
NAME = rf"(?:{MONTHS_SHORT_LOWER})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?"
DAY_OF = r"(?:3[01]|[12]\d|0?[1-9])"
DATES = (
    re.compile(
        rf"(?<![\d/.])(?:20\d\d[年/.-])?(?P<m>1[0-2]|0?[1-9])(?:月の?|/)(?P<d>{DAY_OF})(?!\d|/\d|%)日?"
    ),
    re.compile(rf"\b(?P<d>{DAY_OF})(?:st|nd|rd|th)?(?: of)? (?P<name>{NAME})\b\.?", re.I),
    re.compile(rf"\b(?P<name>{NAME})\.? (?:the )?(?P<d>{DAY_OF})(?:st|nd|rd|th)?\b(?!:)", re.I),
    re.compile(rf"\bthe (?P<d>{DAY_OF})(?:st|nd|rd|th)\b(?! of (?!{NAME})| floor| time| version)", re.I),
    re.compile(
        rf"(?<![\d月/.年第])(?P<d>{DAY_OF})日(?!間|前|後|以内|目|あたり|分|程度|に\d|当|ほど|で|も|かか)"
    ),
    re.compile(r"(?<![\d/.])(?P<m>1[0-2]|0?[1-9])月(?!額|次|\d)(?:末|上旬|中旬|下旬|中)?"),
    re.compile(rf"\b(?P<name>{NAME})\b(?! (?:be|have|not|i|we|you|it)\b)"),
)
UNITS = (
    "%|パーセント|割|ポイント|分|秒|時間|営業日|日間|週間|か月|年|件|本|枚|名|人|店舗?|宿|点|席|台|校|箱|社|万円|億円|千円|円|回|便|ID|か所|"
    "拠点|冊|通|個|床|棟|社|園|室|行|ページ|品目|トン|キロ"
)
NUMBER = re.compile(
    rf"(?<![\d.\-/:A-Za-z第Q#])(?P<n>\d+(?:\.\d+)?)(?P<k>k\b)?\s*(?P<unit>{UNITS})?(?![\d:/])", re.I
)
SPOKEN = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(ORDINALS, key=len, reverse=True)).replace('-', '[- ]')})\b", re.I
)
OF_MONTH = re.compile(rf" (?:of )?(?:{MONTHS_SHORT_LOWER})[a-z]*\b", re.I)
"""Behind "first" and "second", which are days only there."""
SURE = 10
"""A number below it says little without its unit."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value in a statement: a day (month, day), a month, a day of an unnamed month, or a number with its unit."""

    month: int | None
    day: int | None
    number: float | None
    unit: str
    start: int
    end: int

    @property
    def is_date(self) -> bool:
        return self.number is None

    def same(self, other: Stated) -> bool:
        """Both may mean one value: what both print is equal."""
        if self.is_date != other.is_date:
            return False
        if not self.is_date:
            named = {self.unit, other.unit} - {""}
            units = self.unit == other.unit or (
                len(named) == 1 and "%" not in named and (self.number or 0) >= SURE
            )
            return self.number == other.number and units
        months = self.month == other.month or self.month is None or other.month is None
        days = self.day == other.day if self.day or other.day else True
        return months and days


@lru_cache(maxsize=4096)
def plain_of(text: str) -> str:
    """The words in one width with numbers and English days of a month in digits ("the 24th")."""
    return in_digits(SPOKEN.sub(_ordinal, text))


@lru_cache(maxsize=4096)
def values_in(plain: str) -> tuple[Stated, ...]:
    """Values in order of their place in the text, which `plain_of` gave; none lies in another."""
    found: list[Stated] = []
    for value in _all(plain):
        if all(value.end <= known.start or known.end <= value.start for known in found):
            found.append(value)
    return tuple(sorted(found, key=lambda value: value.start))


def _all(plain: str) -> Iterator[Stated]:
    for pattern in DATES:
        for match in pattern.finditer(plain):
            groups = match.groupdict()
            named = groups.get("name")
            if named in VERBS:
                continue
            month = MONTHS_SHORT_LOWER.split("|").index(named[:3].lower()) + 1 if named else groups.get("m")
            day = groups.get("d")
            yield Stated(int(month) if month else None, int(day) if day else None, None, "", *match.span())
    for match in NUMBER.finditer(plain):
        scale = 1000 if match["k"] else 1
        yield Stated(None, None, float(match["n"]) * scale, match["unit"] or "", *match.span())


def _ordinal(found: re.Match[str]) -> str:
    word = re.sub("[- ]", "-", found["word"].lower())
    if word in ("first", "second") and not OF_MONTH.match(found.string, found.end()):
        return found[0]
    return f"{ORDINALS.index(word) + 1}th"
