"""Values as people read them, with the exact figure beside them where the short one rounds."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from agent.messages import text
from agent.models.evidence import Value
from agent.models.plan import MonthDay
from connectors.dates import MONTHS

_ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")
YEN = frozenset({"円", "JPY"})
CURRENCIES = frozenset({"USD", "EUR", "GBP", "SGD", "CNY", "HKD", "AUD", "CAD", "KRW", "TWD", "INR"})
_OKU, _MILLION, _MAN = Decimal(10**8), Decimal(10**6), Decimal(10**4)


class Shown(NamedTuple):
    """`exact` is the full figure with its unit where `words` shows it scaled; `rounded` when digits were lost."""

    words: str
    exact: str | None = None
    rounded: bool = False


def show(value: Value[Any], language: str) -> Shown:
    """One value: money in 億円/万円 (Japanese) or millions, ratios as percent, dates in full."""
    content = value.value
    if isinstance(content, MonthDay):
        return Shown(
            text("export.month_day", language, month=_month(content.month, language), day=content.day)
        )
    if isinstance(content, bool) or content is None:
        return Shown(str(content))
    if isinstance(content, dt.date):
        return Shown(show_date(content, language))
    if isinstance(content, int | float):
        return _number(Decimal(str(content)), value.unit, language)
    return Shown(show_words(str(content), language))


def show_words(words: str, language: str) -> str:
    """Words as they are; a lone ISO date or month ("2026-11-05", "2026-11") as people write it."""
    found = _ISO.fullmatch(words)
    if not found:
        return words
    year, month, day = int(found[1]), int(found[2]), found[3]
    if day:
        return show_date(dt.date(year, month, int(day)), language)
    return text("export.month", language, year=year, month=_month(month, language))


def show_date(day: dt.date, language: str) -> str:
    """ "2026年11月19日", "19 November 2026"."""
    return text("export.date", language, year=day.year, month=_month(day.month, language), day=day.day)


def _month(number: int, language: str) -> str:
    return str(number) if language == "ja" else MONTHS[number - 1]


def millions(value: Value[Any] | None, language: str) -> Shown | None:
    """A money figure in millions, for a table whose head names the unit; None where there is no such figure."""
    if value is None or not isinstance(value.value, int | float):
        return None
    if value.unit not in YEN and value.unit not in CURRENCIES:
        return None
    return _minus(_scaled(Decimal(str(value.value)), _MILLION, 0, value.unit or "", ""), language)


def _number(number: Decimal, unit: str | None, language: str) -> Shown:
    if unit == "pure":
        return Shown(f"{_plain(number * 100)}%")
    if unit in YEN:
        return _minus(_yen(number, language), language)
    if unit in CURRENCIES:
        if abs(number) >= _MILLION:
            million = text("export.million", language)
            return _scaled(number, _MILLION, 1, unit or "", million, prefix=f"{unit} ")
        return Shown(f"{unit} {_plain(number)}")
    if unit == "%" and number == number.to_integral_value():
        return Shown(f"{number:.1f}%")  # filings print ratios with a decimal; JSON drops a trailing zero
    separator = " " if unit and unit.isascii() and unit[0].isalpha() else ""
    return Shown(f"{_plain(number)}{separator}{unit or ''}")


def _minus(shown: Shown, language: str) -> Shown:
    """Japanese statements print △ where others print a minus."""
    if language != "ja":
        return shown
    exact = shown.exact.replace("-", "△") if shown.exact else None
    return shown._replace(words=shown.words.replace("-", "△"), exact=exact)


def _yen(number: Decimal, language: str) -> Shown:
    if language == "en":
        if abs(number) >= _MILLION:
            return _scaled(number, _MILLION, 0, "JPY", text("export.million", language), prefix="JPY ")
        return Shown(f"JPY {_plain(number)}")
    if abs(number) >= _OKU:
        return _scaled(number, _OKU, 1, "円", "億円")
    if abs(number) >= _MAN and number % _MAN == 0:
        return Shown(f"{_plain(number / _MAN)}万円")
    return Shown(f"{_plain(number)}円")


def _scaled(number: Decimal, scale: Decimal, places: int, unit: str, suffix: str, prefix: str = "") -> Shown:
    step = Decimal(1).scaleb(-places)
    short = (number / scale).quantize(step, rounding=ROUND_HALF_UP)
    separator = " " if suffix and suffix.isascii() else ""
    words = f"{prefix}{_plain(short)}{separator}{suffix}"
    exact = f"{_plain(number)}円" if unit in YEN and not prefix else f"{unit} {_plain(number)}"
    return Shown(words, exact, rounded=short * scale != number)


def _plain(number: Decimal) -> str:
    """Digits with thousands separators, no exponent, no trailing zeros after the point; minus as "-"."""
    shown = f"{number:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
