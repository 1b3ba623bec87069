"""The year a head names, in which its period ends or its day lies."""

from __future__ import annotations

import re
from functools import lru_cache

_ERA = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_DATE = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和)?(?P<year>元|\d{1,4})年(?:(?P<fiscal>度)|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"
)
_SLASHED = re.compile(r"(?<!\d)(20\d\d)[/.](\d{1,2})(?:[/.](\d{1,2}))?(?!\d)")
_TERM = re.compile(r"第(\d{1,3})期")
_RELATIVE = (
    (re.compile(r"前々|前前"), 2),
    (re.compile(r"前(?:連結会計年度|事業年度|年度|会計年度|期|年)(?!比)"), 1),
    (re.compile(r"当(?:連結会計年度|事業年度|年度|会計年度|期|年)|提出日現在|事業年度末"), 0),
)


@lru_cache(maxsize=65536)
def year_in(words: str, fiscal_end: tuple[int, int] | None = None, term: int | None = None) -> int | None:
    """The last year that folded words name; None without one.

    A day that begins a period alone ("4月1日残高") is the closing of the day before. `fiscal_end` (year, month) of
    the report resolves 年度 and 前期/当期, `term` the number of its 期.
    """
    found = list(_DATE.finditer(words))
    if found:
        last = found[-1]
        year = _absolute(last)
        if year is not None:
            if last["fiscal"]:
                if fiscal_end is None:
                    return None
                return year + 1 if fiscal_end[1] < 9 else year
            if len(found) == 1 and last["day"] == "1" and last["month"] == "1":
                return year - 1
            return year
    slashed = list(_SLASHED.finditer(words))
    if slashed:
        return int(slashed[-1][1])
    if fiscal_end is None:
        return None
    numbered = _TERM.search(words)
    if numbered is not None and term is not None and -10 <= int(numbered[1]) - term <= 1:
        return fiscal_end[0] + int(numbered[1]) - term
    for pattern, back in _RELATIVE:
        if pattern.search(words):
            return fiscal_end[0] - back
    return None


def _absolute(match: re.Match[str]) -> int | None:
    number = 1 if match["year"] == "元" else int(match["year"])
    if match["era"]:
        return _ERA[match["era"]] + number
    return number if 1900 <= number <= 2100 else None


def fiscal_year_of(text: str) -> tuple[tuple[int, int] | None, int | None]:
    """Year and month in which a filing's fiscal year ends, and the number of its 期, as its cover says."""
    head = re.sub(r"\s+", "", text[:3000])
    found = re.search(
        r"事業年度】?(?:第(\d+)期)?[^自至]{0,12}自.{4,14}?日至(.{4,14}?日)", head.translate(_WIDTH)
    )
    if found is None:
        return None, None
    day = _DATE.search(found[2])
    year = _absolute(day) if day is not None else None
    if day is None or year is None or day["month"] is None:
        return None, None
    return (year, int(day["month"])), int(found[1]) if found[1] else None


_WIDTH = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９（）", "0123456789()", strict=True)}
