"""The period a figure is meant for (月, a week, per working day), and how often it comes round in another.

Working time and the calendar give a range: five to seven days a week, twenty to twenty-two a month. What stays behind is
told by the end of the range that is kind to the plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.calendar.patterns import regex


@dataclass(frozen=True, slots=True)
class Period:
    """How often it comes round in a year: the fewest and the most times one may reckon with."""

    fewest: float
    most: float


_YEAR = {"年": 1.0, "年度": 1.0, "半年": 2.0, "半期": 2.0, "四半期": 4.0, "月": 12.0, "year": 1.0, "annum": 1.0, "half": 2.0, "half-year": 2.0, "quarter": 4.0, "month": 12.0, "mo": 12.0, "yr": 1.0}  # fmt: skip
_WEEK, _DAY, _EVERY_DAY = Period(48.0, 52.2), Period(240.0, 250.0), Period(336.0, 366.0)
_BEFORE_JA = regex(
    r"(?:毎|各|ひと|1)?(?P<p>四半期|半期|半年|年度|年|月|週|1日|日|毎日)(?:間|次|額|の(?:総|合計|削減)?|(?<=[間額の])[一-龥ァ-ヶー]{1,7}(?:は|を|が|で|:)?|あたり|当たり|につき|平均|で|に|の|ごとに|を)*(?:約|計|延べ|平均|合計|各|▲|△|およそ|\(.{0,4}\))*$"
)
_WORKING_DAYS = regex(r"(?P<p>月|年)(?:間)?\d+(?:稼働|営業)日(?:で|あたり|として|換算)")
_AFTER_JA = regex(r"(?:/|毎)(?P<p>四半期|半期|年|月|週|日)")
_AFTER_EN = regex(
    r"(?P<gap>[a-z' ,-]{0,46}?)(?<![a-z])(?:/ ?|(?:per|a|an|each|every|in a|in the|(?:over|during|within|across|throughout) (?:the|a|one)) )(?:single |calendar |working |business |full )?(?P<p>year|annum|half-year|half|quarter|month|mo|fortnight|week|wk|day|yr)(?![a-z])",
    re.I,
)
_WORD_AFTER_EN = regex(
    r"[a-z' -]{0,24}?(?<![a-z])(?P<p>annually|yearly|quarterly|monthly|weekly|daily)(?![a-z])", re.I
)
_WORD_BEFORE_EN = regex(
    r"(?<![a-z])(?P<p>annual|yearly|quarterly|monthly|weekly|daily)(?: [a-z]+){0,3} $", re.I
)
_AHEAD_EN = regex(
    r"(?<![a-z])(?:per|a|each|every) (?P<p>year|quarter|month|week|day)(?: [a-z]+)?[:,]? (?:at |of |by )?[$€£¥]?$",
    re.I,
)
_ALL_DAYS = regex(
    r"毎日|週7日|7日間|365日|土日も|年中無休|every day|seven days|7 days a week|365|weekends included", re.I
)
_WORDS = {"annual": "year", "yearly": "year", "annually": "year", "quarterly": "quarter", "monthly": "month", "weekly": "week", "daily": "day"}  # fmt: skip


def period_of(text: str, start: int, end: int, *, english: bool) -> Period | None:
    """The period of the figure at `[start, end)`; None when none stands by it."""
    before = text[max(0, start - 34) : start]
    if english:
        after = text[end : end + 60]
        found = _AFTER_EN.match(after)
        if found and re.search(r"\d", found["gap"]):
            found = None
        found = (
            found or _WORD_AFTER_EN.match(after) or _WORD_BEFORE_EN.search(before) or _AHEAD_EN.search(before)
        )
    else:
        found = _AFTER_JA.match(text, end) or _BEFORE_JA.search(before[-18:]) or _WORKING_DAYS.search(text)
    if not found:
        return None
    name = _WORDS.get(found["p"].lower(), found["p"].lower().removeprefix("1").removeprefix("毎"))
    if name in ("日", "day"):
        return _EVERY_DAY if _ALL_DAYS.search(text) else _DAY
    if name in ("週", "week", "wk"):
        return _WEEK
    if name == "fortnight":
        return Period(24.0, 26.1)
    return Period(_YEAR[name], _YEAR[name])


def converted(value: float, own: Period | None, other: Period | None) -> tuple[float, float]:
    """The value for the other's period, least and most; as it is where one of them has none."""
    if own is None or other is None or own == other:
        return value, value
    if own in (_DAY, _EVERY_DAY) and other == _WEEK:
        days = 5.0 if own == _DAY else 7.0
        return value * days, value * days
    if own in (_DAY, _EVERY_DAY) and other.fewest == other.most == 12.0:
        least, most = (20.0, 22.0) if own == _DAY else (28.0, 31.0)
        return value * least, value * most
    if own == _WEEK and other.fewest == other.most == 12.0:
        return value * 4.0, value * 4.4
    return value * own.fewest / other.most, value * own.most / other.fewest
