"""Which period and which thing by name a question is about, and whether a line speaks of the same.

A line's own years and months decide; without any, those of its column heads, headings and title; without those, the
day its document was published: what was written before a period began does not report it, and notes speak of their
own year. A name is a run of letters of the question that the account's sources know as it stands.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from agent.evidence.tokens import proper_nouns
from connectors.dates import MONTHS

_YEAR = re.compile(
    r"(?:(?P<era>令和|平成|昭和|R|H)(?P<nth>\d{1,2}|元)|(?P<west>(?<![\d,.])(?:19|20)\d\d)|\bFY'?(?P<short>\d\d)(?!\d))"
    r"(?P<end>年(?P<month>\d{1,2})月期|年度|年(?=[^間])|(?=\D|$))"
)
_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925}
_FISCAL_BEFORE = re.compile(r"(?:FY|fiscal(?: year)?|financial year)\s*'?\Z", re.IGNORECASE)
_MONTH = re.compile(
    r"(?<![\d.])(\d{1,2})月(?!期|間|次|額)|(?:19|20)\d\d[-/](\d{1,2})(?![\d])|\b(" + "|".join(MONTHS) + r")\b"
)
_NAME = re.compile(r"第?[A-Za-z0-9一-鿿々ァ-ヺー]+")
_ASKING = re.compile(r"誰|何.*|幾ら|.*(?:年|月|日|期|年度|期限|時期|日程|金額|額|人数|件数|数|率)$|\d+")
_CAPITALISED = re.compile(r"(?<=[a-z,'’] )(?:[A-Z][A-Za-z&-]+)(?: [A-Z][A-Za-z&-]+)*")


@dataclass(frozen=True, slots=True)
class Year:
    """A year as it is written: "fiscal" (年度, FY), "ending" (年3月期) or "" (a plain year)."""

    number: int
    kind: str = ""
    month: int = 12  # of an "ending" year

    def may_be(self, other: Year) -> bool:
        """Whether both can be the same year."""
        if self.kind == other.kind:
            return self.number == other.number
        first, second = sorted((self, other), key=lambda year: ("", "ending", "fiscal").index(year.kind))
        if first.kind == "" and second.kind == "ending":
            return first.number in (second.number, second.number - 1)
        if first.kind == "":
            return first.number in (second.number, second.number + 1)
        return second.number == (first.number if first.month == 12 else first.number - 1)


@dataclass(frozen=True)
class Scope:
    """Years, months and names of a question."""

    years: frozenset[Year]
    months: frozenset[int]
    names: tuple[str, ...]
    proper: frozenset[str] = frozenset()  # proper nouns of Japanese, as search words

    @cached_property
    def dated(self) -> bool:
        return bool(self.years or self.months)

    def period_fits(self, line: str, around: str, published: dt.date | None, spoken: bool) -> bool:
        """Whether a line may speak of the asked period. `around`: column heads, headings and title above it;
        `spoken`: the line stands in notes, which speak of their own time."""
        if not self.dated:
            return True
        months = months_in(line) | months_in(around)
        if self.months and months and not self.months & months:
            return False
        for text in (line, around):
            years = years_in(text)
            if years:
                return not self.years or any(a.may_be(b) for a in self.years for b in years)
        if not self.years:
            return True
        if published is None:
            return False  # nothing says of which year it speaks
        first = min(year.number - (year.kind == "ending") for year in self.years)
        last = max(year.number + (year.kind == "fiscal") for year in self.years)
        if published < dt.date(first, min(self.months, default=1) if first == last else 1, 1):
            return False
        return published.year <= last + (not spoken)

    def names_fit(self, *texts: str) -> bool:
        """Whether every name stands in one of the texts."""
        plain = [squeezed(text) for text in texts]
        return all(any(squeezed(name) in text for text in plain) for name in self.names)

    def known_in(self, texts: Iterable[str]) -> Scope:
        """This scope with the names that some of these texts hold; the others are left to the words."""
        left = set(self.names)
        for text in texts:
            left -= {name for name in left if name in text}
        return replace(self, names=tuple(name for name in self.names if name not in left))


def read_scope(question: str) -> Scope:
    """Scope of a question."""
    plain = unicodedata.normalize("NFKC", question)
    pattern = _CAPITALISED if plain.isascii() else _NAME
    names = [
        name
        for name in (match.group() for match in pattern.finditer(plain))
        if len(name) >= 3 and name.capitalize() not in MONTHS and not _ASKING.fullmatch(name)
    ]
    return Scope(years_in(plain), months_in(plain), tuple(dict.fromkeys(names)), proper_nouns(question))


@lru_cache(maxsize=2048)
def years_in(text: str) -> frozenset[Year]:
    """Years of a text as they are written, era years counted from 2019 (令和), 1989 (平成), 1926 (昭和)."""
    plain = unicodedata.normalize("NFKC", text)
    found: set[Year] = set()
    for match in _YEAR.finditer(plain):
        if match["era"]:
            if match["end"] == "" and match["era"] not in ("R", "H"):
                continue
            number = _ERAS[match["era"]] + (1 if match["nth"] == "元" else int(match["nth"]))
        else:
            number = int(match["west"] or f"20{match['short']}")
        fiscal = match["short"] or match["end"] == "年度" or _FISCAL_BEFORE.search(plain, 0, match.start())
        if match["month"]:
            found.add(Year(number, "ending", int(match["month"])))
        else:
            found.add(Year(number, "fiscal" if fiscal else ""))
    return frozenset(found)


@lru_cache(maxsize=2048)
def months_in(text: str) -> frozenset[int]:
    """Months of a text, 1 to 12: 9月, 2026-09, September."""
    plain = unicodedata.normalize("NFKC", text)
    return frozenset(
        MONTHS.index(name) + 1 if name else int(japanese or number)
        for japanese, number, name in _MONTH.findall(plain)
    )


def squeezed(text: str) -> str:
    """Text as names are compared: one width, no spaces, lower case."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())
