"""English fiscal words: close of FY Q1, client FYE, the trust's financial half-year end, first half of next FY, year end.

One pattern of optional words (edge, whose, which, fiscal, part, unit, of what) and a few rules that say which
combinations name a time. A bare "year end" may be the fiscal or the calendar one: it resolves only when the
calendars in question agree. Somebody's financial year ("the trust's …") is the customer's unless it is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.calendar.anchor import Anchor, DateMention, Precision
from agent.calendar.fiscal import FiscalCalendar, Period
from agent.calendar.patterns import regex
from agent.calendar.periods import cut, edge_of, half_now, next_part, quarter_now, within_term
from agent.calendar.whose import resolve

_SHIFT = {"this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "following": 1, "last": -1, "previous": -1, "prior": -1}  # fmt: skip
_NUMBER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_FISCAL = r"fiscal|financial|business|accounting|trading|budget"

_TERM = regex(
    r"(?<![a-z\d'-])(?:(?P<inside>within|inside|in the course of) (?=the |this |our |their ))?(?:(?:by|at|until|before|through|the) )*"
    r"(?:(?P<at>end|close|start|beginning|opening|early|late|mid|middle)(?: of)?[ -](?:the )?)?"
    r"(?:(?:(?:the |our |your |this )?(?P<customer>customer'?s?'?|client'?s?'?)|(?P<their>their|your)|(?P<vendor>our|vendor'?s?)|(?:the )?(?P<owned>[a-z]+'s)) |the )?"
    r"(?:(?P<word>this|current|next|coming|upcoming|following|last|previous|prior) )?"
    rf"(?:(?P<calendar>calendar) |(?P<fiscal>{_FISCAL}) |(?P<fy_part>FY) (?=[QH1-4]))?"
    r"(?:(?P<q>Q[1-4]|[1-4]Q)|(?P<h>H[12]|[12]H)|(?P<nth>first|second|third|fourth) (?P<of_what>quarter|half)|(?P<unit>year|half-year|half year|half|quarter|FYE|FY(?![ ']?\d)|YE))"
    r"(?P<edge>[ -](?:end|close)(?!s))?"
    rf"(?: (?:of )?(?:(?P<word2>this|the current|the|our|their|next|the next|the coming|the following) )?(?:(?P<of>(?:{_FISCAL}) year|FY(?![ ']?\d)|year)|FY ?'?(?P<fy>20\d\d|\d\d)(?!\d)|(?P<named>20\d\d)))?"
    r"(?![a-z\d'])",
    re.I,
)
_MAY_MATCH = regex(r"uarter|ear|FY|YE|half|[QH]\d|\d[QH]", re.I)
_NOT_A_TIME = regex(r"[- ](?:old|olds|long|ly|round|on[- ]year|over[- ]year)(?![a-z])|s(?![a-z])", re.I)


_THE_HALF = regex(r"(?<=the )half(?= ?(?:$|[,;./)(]|[-–—] ))", re.I)
"""by the end of the half: nothing is halved."""


def fiscal_english(text: str, anchor: Anchor) -> Iterator[DateMention]:
    """Readings of English fiscal words in folded text; they may overlap others, the caller keeps the longest."""
    if not _MAY_MATCH.search(text):
        return
    for match in _TERM.finditer(text):
        parts = match.groupdict()
        named = _names_a_time(parts) or (parts["at"] and _THE_HALF.match(text, match.end() - 4))
        if named and not _NOT_A_TIME.match(text, match.end()):
            yield _mention(match, parts, anchor)


def _names_a_time(parts: dict[str, str | None]) -> bool:
    """A part of a year needs a word beside it (bare Q3 is read elsewhere), a unit needs an edge or a fiscal word."""
    said = any(parts[name] for name in ("at", "edge", "word", "inside"))
    if parts["owned"] and not parts["fiscal"]:
        return False
    if parts["q"] or parts["h"]:
        beside = ("at", "edge", "word", "fiscal", "fy_part", "of", "calendar", "customer", "their", "vendor")
        return any(parts[name] for name in beside) and not parts["fy"] and not parts["named"]
    unit = (parts["unit"] or "").upper()
    if parts["nth"] or unit in ("FYE", "YE"):
        return True
    if unit == "FY":
        return said
    if unit == "YEAR":
        if parts["calendar"]:
            return said
        whole = parts["edge"] or (parts["at"] and not parts["word"])
        return bool(said if parts["fiscal"] else whole) and not parts["named"]
    if unit == "HALF":
        return bool(parts["edge"] or parts["inside"] or (parts["at"] and parts["word"]))
    return said or bool(parts["fiscal"] and unit.startswith("HALF"))


def _mention(match: re.Match[str], parts: dict[str, str | None], anchor: Anchor) -> DateMention:
    whose = "vendor" if parts["vendor"] else "fiscal"
    if parts["customer"] or parts["their"] or parts["owned"]:
        whose = "customer"
    half, quarter = _half_and_quarter(parts)
    unit = (parts["unit"] or "").lower()
    precision: Precision = (
        "half" if half or "half" in unit else "quarter" if quarter or unit == "quarter" else "year"
    )

    def periods_of(calendar: FiscalCalendar) -> list[Period]:
        return [_at(period, parts) for period in _periods(calendar, parts, anchor)]

    lead = re.match(r"(?:(?:by|at|until|before|through) )+", match.group(), re.I)
    start = match.start() + (lead.end() if lead else 0)
    span = start, match.end(), match.string[start : match.end()]
    rule = {"year": "fiscal_year"}.get(precision, precision)
    if parts["calendar"]:
        period = periods_of(FiscalCalendar(12))[0]
        return DateMention(*span, period.first, period.last, precision, "relative", rule, "calendar")
    return resolve(span, anchor, whose, periods_of, precision, rule)


def _half_and_quarter(parts: dict[str, str | None]) -> tuple[int, int]:
    number = _NUMBER.get((parts["nth"] or "").lower(), 0)
    digits = re.search(r"\d", parts["q"] or parts["h"] or "")
    number = number or (int(digits.group()) if digits else 0)
    is_half = parts["h"] or (parts["of_what"] or "").lower() == "half"
    return (number, 0) if is_half else (0, number)


def _periods(calendar: FiscalCalendar, parts: dict[str, str | None], anchor: Anchor) -> list[Period]:
    half, quarter = _half_and_quarter(parts)
    word2 = (parts["word2"] or "").lower().removeprefix("the ")
    unit = (parts["unit"] or "").lower()
    if parts["fy"] or parts["named"]:
        number = int(parts["fy"] or parts["named"] or 0)
        year = number if number > 99 else 2000 + number
        years = dict.fromkeys([calendar.nendo(year), calendar.ending_in(year)])
        return within_term([cut(calendar, one, half, quarter) for one in years], anchor)
    if half or quarter:
        if parts["of"] and word2 in _SHIFT:
            return [cut(calendar, calendar.shifted(anchor.as_of, _SHIFT[word2]), half, quarter)]
        return [next_part(calendar, anchor.as_of, half, quarter)]
    shift = _SHIFT.get((parts["word"] or "").lower(), 0)
    if unit == "quarter":
        return [quarter_now(calendar, anchor, shift)]
    if unit.startswith("half"):
        return [half_now(calendar, anchor, shift)]
    return [calendar.shifted(anchor.as_of, shift)]


def _at(period: Period, parts: dict[str, str | None]) -> Period:
    """The edge asked for: its last day, its first, or its early, middle or late third."""
    at = (parts["at"] or "").lower()
    unit = (parts["unit"] or "").lower()
    if parts["edge"] or at in ("end", "close") or unit in ("fye", "ye"):
        return edge_of(period, "末")
    if at in ("start", "beginning", "opening"):
        return edge_of(period, "初")
    third = (period.last - period.first) // 3
    if at in ("mid", "middle"):
        return Period(period.first + third, period.last - third)
    if at == "early":
        return Period(period.first, period.first + third)
    return Period(period.last - third, period.last) if at == "late" else period
