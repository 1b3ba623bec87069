"""What a filing's tags say the plan must hold: figures, segments, officers, forecasts."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from evals.gold.filing_facts import SCOPE_AXIS, PlainFact
from evals.gold.filing_lists import OTHERS, PROFITS, SALES, SEGMENT_AXIS, TOTALS
from evals.printed import fold, printed_dates, squeeze

SCOPE_AXES = {SCOPE_AXIS, "ConsolidatedNonconsolidatedAxis"}
_OFFICER = re.compile(
    "(?P<part>Name|OfficialTitleOrPosition|DateOfBirth)InformationAbout(?P<table>DirectorsAndCorporateAuditors|ExecutiveDirectors)$"
)


class Slot(NamedTuple):
    """A cell of the plan's table; standard "" where the element does not say one."""

    key: str
    end: dt.date
    standard: str
    scope: str


class ExpectedSegment(NamedTuple):
    """Values a segment may show; `optional` for what is left over beside the reportable ones."""

    member: str
    sales: frozenset[Decimal]
    profit: frozenset[Decimal]
    optional: bool


class ExpectedOfficer(NamedTuple):
    """Words without spaces; the birth date as ISO day."""

    name: str
    titles: frozenset[str]
    birth: str | None


class Forecast(NamedTuple):
    """A tagged forecast figure of the company itself."""

    name: str
    start: dt.date
    end: dt.date
    scope: str
    replaced: bool
    printed: str


def figures(facts: Iterable[PlainFact], table: str = "annual") -> dict[Slot, Decimal]:
    """The value of each cell by the first element of the table that states it."""
    places = ranks(table)
    best: dict[Slot, tuple[int, Decimal]] = {}
    for fact in facts:
        found = places.get(fact.name)
        members = [m for axis, m in fact.context.members if axis not in SCOPE_AXES]
        if found is None or not isinstance(fact.value, Decimal) or set(members) - {"ResultMember"}:
            continue
        if fact.name == "NumberOfEmployees" and fact.context.start is not None:
            continue
        if table == "summary" and members != ["ResultMember"]:
            continue
        key, rank = found
        slot = Slot(key, fact.context.end, _standard(fact), scope_of(fact))
        if slot not in best or rank < best[slot][0]:
            best[slot] = (rank, fact.value)
    return {slot: value for slot, (_, value) in best.items()}


def scope_of(fact: PlainFact) -> str:
    """連結 or 個別."""
    scope = [m for axis, m in fact.context.members if axis in SCOPE_AXES]
    return "non_consolidated" if "NonConsolidatedMember" in scope else "consolidated"


def _standard(fact: PlainFact) -> str:
    if "IFRS" in fact.name or fact.prefix == "ifrs-full":
        return "IFRS"
    if "USGAAP" in fact.name or fact.name.endswith("US"):
        return "USGAAP"
    return "" if fact.name == "NumberOfEmployees" else "JGAAP"


def segments(facts: Iterable[PlainFact]) -> list[ExpectedSegment]:
    """Segments of the newest consolidated year with the values their tags state."""
    found: dict[str, dict[str, set[Decimal]]] = {}
    wanted = [f for f in facts if f.name in SALES + PROFITS and isinstance(f.value, Decimal)]
    of_segments = [
        f for f in wanted if SEGMENT_AXIS in dict(f.context.members) and len(f.context.members) == 1
    ]
    last = max((f.context.end for f in of_segments), default=None)
    for fact in of_segments:
        member = dict(fact.context.members)[SEGMENT_AXIS]
        if fact.context.end != last or TOTALS.search(member) or not isinstance(fact.value, Decimal):
            continue
        kind = "sales" if fact.name in SALES else "profit"
        found.setdefault(member, {}).setdefault(kind, set()).add(fact.value)
    return [
        ExpectedSegment(
            member,
            frozenset(values.get("sales", ())),
            frozenset(values.get("profit", ())),
            bool(OTHERS.search(member)) or not values.get("sales"),
        )
        for member, values in found.items()
    ]


def officers(facts: Iterable[PlainFact]) -> list[ExpectedOfficer]:
    """People by name, with every title they are tagged with."""
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for fact in facts:
        match = _OFFICER.match(fact.name)
        if match is not None and isinstance(fact.value, str):
            rows.setdefault((match["table"], fact.context.id), {})[match["part"]] = fact.value
    people: dict[str, tuple[set[str], str | None]] = {}
    for row in rows.values():
        name = bare(row.get("Name", ""))
        if name:
            titles, birth = people.get(name, (set(), None))
            titles |= {bare(title) for title in [row.get("OfficialTitleOrPosition", "")] if bare(title)}
            people[name] = (titles, birth or iso_day(row.get("DateOfBirth", "")))
    return [ExpectedOfficer(name, frozenset(titles), birth) for name, (titles, birth) in people.items()]


def bare(words: str) -> str:
    """Words without spaces, widths folded."""
    return squeeze(fold(re.sub("<[^>]*>", "", words)))


def iso_day(words: str) -> str | None:
    """The day that is printed, as ISO; None without one."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words.strip()):
        return words.strip()
    found = next((d for d in printed_dates(fold(words)) if d.year and d.day), None)
    return f"{found.year}-{found.month:02}-{found.day:02}" if found else None


def forecasts(facts: Iterable[PlainFact]) -> list[Forecast]:
    """Figures with ForecastMember that state results of a period, ranges (Upper, Lower) and changes left out."""
    places = ranks("summary")
    found = []
    for fact in facts:
        members = {m for axis, m in fact.context.members if axis not in SCOPE_AXES}
        start = fact.context.start
        if (
            fact.name not in places
            or start is None
            or "ForecastMember" not in members
            or fact.printed is None
        ):
            continue
        if members - {"ForecastMember", "CurrentMember", "PreviousMember"} or not isinstance(
            fact.value, Decimal
        ):
            continue
        digits = bare(fact.printed)
        if re.search(r"\d", digits):
            found.append(
                Forecast(
                    fact.name, start, fact.context.end, scope_of(fact), "PreviousMember" in members, digits
                )
            )
    return found


@cache
def ranks(table: str) -> dict[str, tuple[str, int]]:
    """Key and place in its list of every element of a part of expected.toml."""
    rows = tomllib.loads(Path(__file__).with_name("expected.toml").read_text(encoding="utf-8"))[table]
    return {name: (key, rank) for key, names in rows.items() for rank, name in enumerate(names)}
