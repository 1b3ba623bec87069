"""Dates that name their own month: 2026-09-30, 9/30(水), 令和8年9月末, R8.9.30, Sep 30, 2026, end of March.

Input is folded text (`fold`). A date without a year is placed by `Direction`: future = the next one on or
after as_of, nearest = the one closest to as_of (minutes), past = the last one on or before it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from agent.calendar.anchor import Anchor, DateMention, Direction, Precision
from agent.calendar.fiscal import Period, month_end
from agent.calendar.patterns import regex

ERAS = {"令和": 2018, "R": 2018, "Reiwa": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
"""Year before each era's first (元号法 and its cabinet orders: 2019, 1989, 1926)."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_NAME = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?)"
)
"""The full stop belongs to a short form only: behind a whole name it ends the sentence."""
_WEEKDAY = r"(?: ?\((?:[月火水木金土日祝・]{1,3}(?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\))?"
_YEAR = r"(?:(?P<era>令和|平成|昭和|(?<![A-Za-z])[RHS])(?P<era_year>\d{1,2}|元)|(?<!\d)(?P<year>(?:19|20)\d\d|'?\d\d(?!\d)))"
_PART = r"(?:の?(?P<part>上旬|中旬|下旬|初旬|初め|はじめ|頭|前半|後半|半ば|なかば|末日?|最終(?:営業)?日|中(?![旬間央])))?"
_NOT_A_MONTH = r"(?![間額例次報期別々割あ当]|(?:決算|\d+(?:件|名|時間|回|人|万|円|本|社|%)(?!日)))"
_NOT_A_FRACTION = (
    r"(?!\d|[/.]\d|[点件名人社%倍割]|に(?:削減|短縮|圧縮|減|縮)|以[下上内]|程度|ほど|くらい| (?:of|the) )"
)

_NUMERIC: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", regex(r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<s>[-/.])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})(?!\d|[-/]\d)" + _WEEKDAY)),
    ("iso", regex(r"(?<![\d-])(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\d-])")),
    ("era", regex(r"(?<![A-Za-z\d])(?P<era>[RHS]|令和|平成|昭和)(?P<era_year>\d{1,2}|元)[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)" + _WEEKDAY)),
    ("era", regex(r"(?<![A-Za-z])(?P<era>Reiwa) ?(?P<era_year>\d{1,2})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)")),
    ("month", regex(r"(?<![A-Za-z\d])(?P<era>[RH]|令和|平成)(?P<era_year>\d{1,2}|元)[./](?P<month>1[0-2]|0?[1-9])月(?P<part>末日?|上旬|中旬|下旬|初旬)?(?!\d)")),
    ("month", regex(r"(?<![A-Za-z\d])(?P<era>[RH]|令和|平成)(?P<era_year>\d{1,2}|元)[./](?P<month>1[0-2]|0?[1-9])(?:(?P<part>末日?|上旬|中旬|下旬|初旬)|(?:(?<=[5-9][./]\d)|(?<=[5-9][./]\d\d)|(?<=1[0-5][./]\d)|(?<=1[0-5][./]\d\d))(?=$|[、。,;)\n ]|に|まで|期限|時点|より|から))")),
    ("slash", regex(r"(?<![\d/.])(?P<a>[0-3]?\d)/(?P<b>\d{1,2})/(?P<year>20\d\d)(?![\d/])" + _WEEKDAY)),
    ("dotted", regex(r"(?<![\d/.A-Za-z])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>20\d\d|[2-4]\d)(?![\d/.]*\d)" + _WEEKDAY)),
    ("short", regex(r"(?<![\d/.])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<c>\d{1,2})(?![\d/])" + _WEEKDAY)),
    ("month", regex(r"(?<![\d/.-])(?P<month>1[0-2]|0[1-9])[/.](?P<year>20[2-4]\d)(?![\d/.-])")),
    ("month", regex(r"(?<![\d/.-])(?P<year>20\d\d)[/.-](?P<month>0?[1-9]|1[0-2])(?![\d/.-])" + _PART)),
    ("slash", regex(r"(?<![\d/.年v])(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])" + _NOT_A_FRACTION + _WEEKDAY)),
    ("slash", regex(r"(?<![\d/.年v])(?P<day>1[3-9]|2\d|3[01])/(?P<month>0[1-9]|1[0-2])" + _NOT_A_FRACTION + _WEEKDAY)),
    ("month", regex(r"(?<![\d/.年])(?P<month>1[0-2]|0?[1-9])/(?P<part>末|上旬|中旬|下旬|初旬|E)(?![A-Za-z])")),
)  # fmt: skip
_JAPANESE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("japanese", regex(_YEAR + r"年の? ?(?P<month>\d{1,2})月の? ?(?P<day>\d{1,2})日" + _WEEKDAY)),
    ("month", regex(_YEAR + r"年の? ?(?P<month>\d{1,2})月" + _NOT_A_MONTH + _PART)),
    ("month", regex(r"(?<![\d/.])(?P<year>'?[2-4]\d|20\d\d)[/.](?P<month>1[0-2]|0?[1-9])月" + _NOT_A_MONTH + _PART)),
    ("japanese", regex(r"(?<![\d年~-])(?P<month>\d{1,2})月の? ?(?P<day>\d{1,2})日(?!間)" + _WEEKDAY)),
    ("month", regex(r"(?<![\d年.毎])(?<!\d/)(?P<month>1[0-2]|0?[1-9])月" + _NOT_A_MONTH + _PART)),
)  # fmt: skip
_ENGLISH: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("english", regex(rf"(?<![a-z])(?P<name>{_MONTH_NAME}) ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[%.]\d|%| ?(?:users|people|hours|days))(?:,? ?(?P<year>(?:19|20)\d\d|'[2-4]\d)(?!\d))?", re.I)),
    ("english", regex(rf"(?<![\d./])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<name>{_MONTH_NAME})(?:,?[ -](?P<year>(?:19|20)\d\d|'[2-4]\d|(?<=-)[2-4]\d|[2-4]\d(?= ?(?:$|[,;.)\n/|])))(?!\d))?", re.I)),
    ("month", regex(rf"(?<![a-z])(?P<name>{_MONTH_NAME})-(?P<year>'?[2-4]\d)(?![\d-])", re.I)),
    ("month", regex(
        rf"(?<![a-z])(?:(?P<part>(?:the )?(?:very )?end of|late|mid|middle of|the middle of|early|beginning of|the beginning of"
        rf"|start of|first half of|second half of|month of|month-end)[ -])?(?P<name>{_MONTH_NAME})(?:,?[ -']*(?P<year>(?:19|20)\d\d|(?<=')[2-4]\d)(?!\d))?"
        r"(?![ -]?(?:-\d|be |not |have |need |require ))(?P<end> ?(?:-end|month-end|month end|end))?", re.I)),
)  # fmt: skip

NO_SUCH_DAY = "no_such_day"
"""`DateMention.rule` of a day that no calendar has."""
LONGEST_MONTH = 31
A_LEAP_YEAR = 2028  # 29 February without a year may be of one

_LATIN_WORD = regex(rf"(?<![a-z]){_MONTH_NAME}", re.I)  # nothing English to find without one of these
_MARKED_NUMBER = regex(r"[\d元][-/.][\d末上中下初E]|20\d{6}")  # and nothing numeric without one of these


def absolute_dates(text: str, anchor: Anchor, direction: Direction) -> Iterator[DateMention]:
    """Every reading of every pattern; they may overlap, the caller keeps the longest."""
    patterns = _NUMERIC if _MARKED_NUMBER.search(text) else ()
    if "月" in text:
        patterns += _JAPANESE
    if _LATIN_WORD.search(text):
        patterns += _ENGLISH
    for rule, pattern in patterns:
        for match in pattern.finditer(text):
            mention = _read(rule, match, anchor, direction)
            if mention is not None:
                yield mention


def _read(rule: str, match: re.Match[str], anchor: Anchor, direction: Direction) -> DateMention | None:
    parts = match.groupdict()
    name = parts.get("name")
    if name and name[:3].lower() == "may" and name != "May" and not parts.get("day"):
        return None  # "may" the verb
    if name and name[:3].lower() == "mar" and name == "mar":
        return None
    if rule == "short":
        return _short(match, anchor.as_of)
    month, day = _month_and_day(parts)
    year = _year(parts)
    if _no_such_day(rule, match, year, month, day):
        return DateMention(
            match.start(), match.end(), match.group(), None, None, "day", "ambiguous", NO_SUCH_DAY
        )
    if not 1 <= month <= 12:
        return None
    if "a" in parts and direction == "future" and year is not None and day <= 12:
        month, day = _coming(year, month, day, anchor.as_of)
    word = (parts.get("part") or "").lower() or (parts.get("end") or "").strip().lower()
    period = _placed(year, month, day, word, anchor.as_of, direction)
    if period is None:
        return None
    precision: Precision = "day" if day else "month"
    return DateMention(
        match.start(), match.end(), match.group(), period.first, period.last, precision, "absolute", rule
    )


def _no_such_day(rule: str, match: re.Match[str], year: int | None, month: int, day: int) -> bool:
    """2027年2月30日, 31 June: written as a day, and no calendar has it. Numbers that may be something else are left:
    9/31 is a fraction as well, June 31 a month and a count."""
    told = rule in ("japanese", "iso", "slash", "dotted", "english") and 1 <= day <= LONGEST_MONTH
    parts = match.groupdict()
    if not told or (
        rule != "japanese" and year is None and (not parts.get("name") or match.group()[0].isalpha())
    ):
        return False
    if not 1 <= month <= len(_MONTHS):
        return rule in ("japanese", "iso") and year is not None
    return day > month_end(year or A_LEAP_YEAR, month).day


def _coming(year: int, month: int, day: int, as_of: dt.date) -> tuple[int, int]:
    """1/12/2026 in June 2026 is 1 December: the other order, when only that one lies ahead."""
    first, other = dt.date(year, month, 1), dt.date(year, day, 1)
    month_now = as_of.replace(day=1)
    return (day, month) if first < month_now <= other else (month, day)


_SHORT_ORDERS = ((0, 1, 2), (2, 1, 0), (2, 0, 1))
"""Where year, month and day stand in 26/9/30, 30/9/26 and 9/30/26; the first that is nearest to as_of is meant."""


def _short(match: re.Match[str], as_of: dt.date) -> DateMention | None:
    """A date of three two-digit numbers."""
    numbers = [int(match[name]) for name in "abc"]
    days: list[dt.date] = []
    for y, m, d in _SHORT_ORDERS:
        if not 20 <= numbers[y] < 50:
            continue
        try:
            days.append(dt.date(2000 + numbers[y], numbers[m], numbers[d]))
        except ValueError:
            continue
    if numbers[0] <= 12 and numbers[1] <= 12 and len(days) > 1:
        days = [day for day in days if day.month == numbers[0]] or days  # month first, as in 9/30/2026
    if not days:
        return None
    day = min(days, key=lambda one: abs((one - as_of).days))
    return DateMention(match.start(), match.end(), match.group(), day, day, "day", "absolute", "slash")


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    if parts.get("name"):
        month = _MONTHS.index(str(parts["name"])[:3].lower()) + 1
        return month, int(parts.get("day") or 0)
    if "a" in parts:
        first, second = int(parts["a"] or 0), int(parts["b"] or 0)
        return (second, first) if first > 12 else (first, second)
    return int(parts["month"] or 0), int(parts.get("day") or 0)


def _year(parts: dict[str, str | None]) -> int | None:
    era = parts.get("era")
    if era:
        number = parts["era_year"]
        return ERAS[era] + (1 if number == "元" else int(number or 0))
    written = parts.get("year")
    if not written:
        return None
    number_only = int(written.lstrip("'"))
    return number_only if number_only > 99 else 2000 + number_only


def _placed(
    year: int | None, month: int, day: int, part: str, as_of: dt.date, direction: Direction
) -> Period | None:
    if year is not None:
        return _period(year, month, day, part)
    around = [_period(as_of.year + shift, month, day, part) for shift in (-1, 0, 1)]
    periods = [period for period in around if period is not None]
    if direction == "future":
        periods = [period for period in periods if period.last >= as_of]
    elif direction == "past":
        periods = [period for period in periods if period.first <= as_of][::-1]
    else:
        periods.sort(key=lambda period: min(abs(period.first - as_of), abs(period.last - as_of)))
    return periods[0] if periods else None


def _period(year: int, month: int, day: int, part: str) -> Period | None:
    end = month_end(year, month)
    if day:
        if day > end.day:
            return None
        only = end.replace(day=day)
        return Period(only, only)
    first, last = part_of_month(part, end.day)
    return Period(end.replace(day=first), end.replace(day=last))


def part_of_month(part: str, days: int) -> tuple[int, int]:
    """First and last day of 上旬, 中旬, 下旬, 末, mid, late … in a month of that many days."""
    if part in ("上旬", "初旬", "初め", "はじめ", "頭", "月初") or part.startswith(
        ("early", "begin", "start", "the begin")
    ):
        return 1, 10
    if part in ("中旬", "半ば", "なかば") or part.startswith(("mid", "the mid")):
        return 11, 20
    if part in ("下旬",) or part.startswith("late"):
        return 21, days
    if part in ("前半",) or part.startswith("first half"):
        return 1, 15
    if part in ("後半",) or part.startswith("second half"):
        return 16, days
    if part.startswith(
        ("末", "最終", "月末", "e", "the end", "the very", "very", "-end", "month-end", "month end")
    ):
        return days, days
    return 1, days
