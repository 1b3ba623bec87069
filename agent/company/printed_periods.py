"""Fiscal periods as column heads and row labels of printed tables name them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple

from agent.calendar import FiscalCalendar, add_months, fold, month_end

_ERA = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_YEAR = "(?P<{0}era>明治|大正|昭和|平成|令和)?(?P<{0}year>元|\\d{{1,4}})年"
_DAY = re.compile(_YEAR.format("") + " ?(?P<month>\\d{1,2})月 ?(?P<day>\\d{1,2})日")
_TERM = re.compile(
    _YEAR.format("")
    + " ?(?P<month>\\d{1,2})月(?:期)?(?: ?(?:第(?P<quarter>[1-4])四半期|(?P<half>中間期|上期)))?(?!\\d|\\d*日)"
)
_BUSINESS_YEAR = re.compile("(\\d{4})年度")
_RANGE = re.compile("[\\s)、]*(?:至|~|から|-)\\s*")
_FORECAST = re.compile("予想|計画|見込|見通|目標|増減|前期比|前年")


class Period(NamedTuple):
    """`start` is None where the head names only the end."""

    start: dt.date | None
    end: dt.date


def period_in(words: str, era: str | None = None) -> Period | None:
    """The period a head names; None without one, or when it names a forecast or a change.

    Days ("自 … 至 …") give both ends, "2024年3月期" the last day of the month, "31年2月期第2四半期" the first two
    quarters. Two-digit years without an era take `era`.
    """
    folded = fold(words).text
    if _FORECAST.search(folded):
        return None
    found = [(match, day) for match in _DAY.finditer(folded) if (day := _day(match, era)) is not None]
    if len(found) == 2:
        (first, start), (last, stop) = found
        runs = _RANGE.fullmatch(folded, first.end(), last.start()) is not None and start < stop
        return Period(start, stop) if runs else None
    if found:
        return Period(None, _closing(found[0][1])) if len(found) == 1 else None
    match = _TERM.search(folded)
    year = _year(match["era"], match["year"], era) if match is not None else None
    if match is None or year is None or not 1 <= int(match["month"]) <= 12:
        return None
    end = month_end(year, int(match["month"]))
    quarters = 2 if match["half"] else int(match["quarter"] or 0)
    if quarters:
        begun = FiscalCalendar(end.month).ending_in(end.year).first
        return Period(begun, add_months(begun, 3 * quarters) - dt.timedelta(days=1))
    return Period(None, end)


def days_in(words: str, era: str | None = None) -> list[dt.date]:
    """Every day that words name, in their order."""
    days = [_day(match, era) for match in _DAY.finditer(fold(words).text)]
    return [day for day in days if day is not None]


def business_years(heads: Mapping[int, str], last: dt.date | None) -> dict[int, Period]:
    """Years named as 2019年度 … 2023年度 in consecutive columns: the newest one is the reported year's.

    Empty unless three or more follow each other and the report says when its year ended (`last`).
    """
    years = {
        at: int(found[1])
        for at, words in heads.items()
        if (found := _BUSINESS_YEAR.fullmatch(fold(words).text))
    }
    counted = list(years.values())
    if last is None or len(counted) < 3 or counted != list(range(counted[0], counted[0] + len(counted))):
        return {}
    return {
        at: Period(None, month_end(last.year - (counted[-1] - year), last.month))
        for at, year in years.items()
    }


def before_transition(period: Period, last: dt.date | None) -> Period:
    """移行日 under its month's name (the year's first month): the closing balance of the month before.

    Where the column names the month in which years end (`last`), it is that balance already.
    """
    if last is None or period.end.month == last.month:
        return period
    return Period(None, period.end.replace(day=1) - dt.timedelta(days=1))


def _closing(day: dt.date) -> dt.date:
    """An opening balance (移行日 2021年1月1日) is the closing balance of the day before."""
    return day - dt.timedelta(days=1) if day.day == 1 else day


def era_of(words: str) -> str | None:
    """The era a document counts its years in (平成31年…), for heads that leave it out."""
    match = re.search("明治|大正|昭和|平成|令和", words)
    return match.group() if match is not None else None


def _year(era: str | None, words: str, usual: str | None) -> int | None:
    number = 1 if words == "元" else int(words)
    if number >= 1000:
        return number
    era = era or usual
    return _ERA[era] + number if era is not None and number < 100 else None


def _day(match: re.Match[str], era: str | None) -> dt.date | None:
    year = _year(match["era"], match["year"], era)
    try:
        return dt.date(year, int(match["month"]), int(match["day"])) if year is not None else None
    except ValueError:
        return None
