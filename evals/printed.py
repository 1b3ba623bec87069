"""Whether a value is what some printed words say: figures with sign and scale, dates in both languages.

Standard library only and independent of agent: the citation checker and the scorers read values with it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import product
from typing import Any, NamedTuple

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE5: 0xA5}
SCALES = {
    "兆": 10**12, "十億": 10**9, "億": 10**8, "百万": 10**6, "万": 10**4, "千": 10**3, "百": 100,
    "trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3, "mil": 10**6,
    "k": 10**3, "m": 10**6, "bn": 10**9,
}  # fmt: skip
_SCALE_WORD = re.compile(
    r"(兆|十億|億|百万|万|千|百(?=株))(?=円|人|名|株|ドル|米ドル|ユーロ|\)|$|\s|[0-9,])"
    r"|\b(trillion|billion|million|thousand)s?\b",
    re.I,
)
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[△▲]\s?|[−‐–—\-+±] ?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>\s?(?:兆|十億|億|百万|万|千|割)|\s?(?:trillion|billion|million|thousand)\b|[kKmM](?![a-zA-Z])|bn\b)?"
    r"(?P<percent>\s?(?:%|パーセント|percent\b|per cent\b))?(?P<close>\))?",
)
_LOSS = re.compile(r"損失|赤字|支出|\bloss\b|\bused in\b|deficit", re.I)
_EITHER = re.compile(r"又は|または|[(（][△▲−-]|\((?:loss|used in)", re.I)
_KANJI_DIGITS = "〇一二三四五六七八九"
_KANJI_TENS = {"十": 10, "百": 100, "千": 1000}
_KANJI_NUMERAL = re.compile(
    r"(?<![一二三四五六七八九十百千])(?!十分(?!間))[〇一二三四五六七八九十百千]+"
    r"(?=年|月|日|時間|分|秒|週間|割|名|人|件|円|万|億|パーセント|%|本|社|台|回|か月|カ月|ヶ月|ケ月|個|枚|冊|店|校|拠点|点|通|倍)"
)
"""Numerals that count something; a numeral inside a word (一部, 万一, 十分) counts nothing."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "r": 2018, "h": 1988, "s": 1925}
_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = re.compile(
    r"(?<!\d)(?P<western>(?:19|20)\d\d)(?!\d)|(?P<era>令和|平成|昭和|大正|\b[RHS])\s?(?P<year>元|\d{1,2})"
)
_DATE = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)\s?[年/.\-]\s?|(?P<era>令和|平成|昭和|大正|\b[RHS])\s?(?P<ey>元|\d{1,2})\s?[年.]\s?)?"
    r"(?<!\d)(?P<m>1[0-2]|0?[1-9])\s?(?:月\s?(?:(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)\s?日?|(?P<last>末))?"
    r"|(?P<mark>[/.\-])\s?(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d))"
)
_YEAR_MONTH = re.compile(r"(?P<y>(?:19|20)\d\d)\s?[/.\-]\s?(?P<m>1[0-2]|0?[1-9])(?!\d)")
_ENGLISH_DATE = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+)?\b(?P<m>{_MONTH_NAMES})\b\.?"
    rf"(?:\s+(?:the\s+)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?P<y>(?:19|20)\d\d))?",
    re.I,
)
_ISO = re.compile(r"^(\d{4})-(\d{2})(?:-(\d{2}))?$")


class PrintedDate(NamedTuple):
    """What some words say of a date; None where they do not say. `last` for 3月末 and a bare month."""

    year: int | None
    month: int
    day: int | None


def fold(text: str) -> str:
    """The text with full-width letters, digits and signs as half-width; nothing else is folded."""
    return text.translate(_WIDTH)


def in_digits(text: str) -> str:
    """The text with kanji numerals before a counter as digits (三月 → 3月, 七割 → 7割); words such as 一部 stay."""
    return _KANJI_NUMERAL.sub(lambda numeral: str(_kanji_number(numeral[0])), text)


def _kanji_number(numeral: str) -> int:
    """百二十 → 120; digits in a row, as years are written, one after another (二〇二七 → 2027)."""
    if not re.search(r"[十百千]", numeral):
        return int("".join(str(_KANJI_DIGITS.index(character)) for character in numeral))
    total = ones = 0
    for character in numeral:
        if character in _KANJI_TENS:
            total, ones = total + (ones or 1) * _KANJI_TENS[character], 0
        else:
            ones = _KANJI_DIGITS.index(character)
    return total + ones


def squeeze(text: str) -> str:
    """The text without any whitespace."""
    return re.sub(r"\s+", "", text)


def value_printed(value: Any, unit: str, quotes: Sequence[str]) -> bool:
    """True when the quotes print the value: a number with sign and scale, a date, a month-day or words.

    Kanji numerals that count something are read as digits are.
    """
    folded = [fold(quote) for quote in quotes]
    folded += [digits for quote in folded if (digits := in_digits(quote)) != quote]
    if isinstance(value, bool) or value is None:
        return False
    if isinstance(value, int | float):
        return Decimal(str(value)) in set(printed_numbers(folded, unit))
    if isinstance(value, dict):
        return _month_day_printed(value, folded)
    words = fold(str(value))
    if match := _ISO.match(words):
        return date_printed(int(match[1]), int(match[2]), int(match[3]) if match[3] else None, folded)
    return any(squeeze(words) in squeeze(quote) for quote in folded) or _same_number(words, folded, unit)


def _same_number(words: str, folded: Sequence[str], unit: str) -> bool:
    try:
        return Decimal(words.replace(",", "")) in set(printed_numbers(folded, unit))
    except InvalidOperation:
        return False


def printed_numbers(quotes: Sequence[str], unit: str = "") -> Iterator[Decimal]:
    """Every number the quotes can be read as, in base units; a scale may stand in a quote of its own.

    For money a printed scale is never dropped: 12 in a 百万円 table is 12,000,000 and not 12. 7割 is 0.7 and 70,
    and 7 where the value's unit is 割 itself.
    """
    for readings in printed_figures(quotes, unit):
        yield from readings
    for quote in quotes:
        yield from _compound(quote)


def printed_figures(quotes: Sequence[str], unit: str = "") -> Iterator[frozenset[Decimal]]:
    """Each printed figure by itself, as the numbers it can be read as: 95% is 95 and 0.95."""
    money = unit.upper() in {"JPY", "円", "USD", "EUR", "SGD"} or unit.endswith("円")
    apart = {SCALES[word] for quote in quotes for word in _scale_words(quote)}
    minus_apart = any(re.fullmatch(r"\s*[△▲−-]\s*", quote) for quote in quotes)
    for quote in quotes:
        loss = bool(_LOSS.search(quote)) and not _EITHER.search(quote)
        for match in _NUMBER.finditer(quote):
            number = Decimal(match["digits"].replace(",", ""))
            signs = _signs(match, quote, minus_apart or loss)
            factors = _factors(match, quote, apart, money, unit)
            yield frozenset(
                (number * factor * sign).normalize() + 0 for factor, sign in product(factors, signs)
            )


def _scale_words(quote: str) -> Iterator[str]:
    for match in _SCALE_WORD.finditer(quote):
        yield (match[1] or match[2]).lower()


def _signs(match: re.Match[str], quote: str, minus_elsewhere: bool) -> list[int]:
    mark = (match["sign"] or "").strip()
    before = quote[match.start() - 1 : match.start()] if match.start() else ""
    if mark == "-" and match["sign"].endswith(" "):
        return [-1, 1]  # a list's dash or a sign
    if (mark and mark in "△▲−") or (mark in {"-", "‐", "–", "—"} and not before.isalnum()):
        return [-1]
    if match["open"] and match["close"] and not mark:
        return [-1, 1] if len(match["digits"]) < 3 else [-1]
    return [-1, 1] if minus_elsewhere or mark == "±" else [1]


def _factors(match: re.Match[str], quote: str, apart: set[int], money: bool, unit: str) -> list[Decimal]:
    scale = (match["scale"] or "").strip().lower()
    if scale == "割":
        return [Decimal(1)] if unit == "割" else [Decimal("0.1"), Decimal(10)]
    if match["percent"]:
        return [Decimal(1), Decimal("0.01")]
    if scale:
        return [Decimal(SCALES[scale])]
    plain = quote[match.end() :].lstrip().startswith("円")
    factors = [Decimal(factor) for factor in apart if not plain]
    if not (money and factors):
        factors += [Decimal(1), Decimal("0.01")] if "%" in quote or "率" in quote else [Decimal(1)]
    return factors


def _compound(quote: str) -> Iterator[Decimal]:
    """1億2,000万 and 3兆5,000億: parts that follow each other directly add up."""
    for match in re.finditer(r"(?:[\d,.]+(?:兆|億|百万|万|千)){2,}|[\d,.]+(?:兆|億|万)[\d,]+(?=円)", quote):
        parts = re.findall(r"([\d,.]+)(兆|億|百万|万|千)?", match[0])
        try:
            yield (
                sum(
                    (Decimal(n.replace(",", "")) * SCALES.get(s, 1) for n, s in parts), Decimal(0)
                ).normalize()
                + 0
            )
        except InvalidOperation:
            continue


def printed_dates(quote: str) -> Iterator[PrintedDate]:
    """Every date some words may mean, most specific reading included; expects folded text."""
    for match in _DATE.finditer(quote):
        day = match["d"] or match["d2"]
        year = int(match["y"]) if match["y"] else _era_year(match["era"], match["ey"])
        if year is None and match["mark"] in {".", "-"}:
            continue  # 8.6 and 10-12 are no dates
        yield PrintedDate(year, int(match["m"]), int(day) if day else None)
    for match in _YEAR_MONTH.finditer(quote):
        yield PrintedDate(int(match["y"]), int(match["m"]), None)
    for match in _ENGLISH_DATE.finditer(quote):
        day = match["d1"] or match["d2"]
        yield PrintedDate(
            int(match["y"]) if match["y"] else None, _MONTHS[match["m"].lower()], int(day) if day else None
        )


def _era_year(era: str | None, year: str | None) -> int | None:
    if not era or not year:
        return None
    return _ERAS[era.lower()] + (1 if year == "元" else int(year))


def printed_years(quotes: Sequence[str]) -> set[int]:
    """Years the quotes name, western or by era."""
    found = set()
    for quote in quotes:
        for match in _YEAR.finditer(quote):
            year = int(match["western"]) if match["western"] else _era_year(match["era"], match["year"])
            found |= {year} if year else set()
    return found


def printed_days(text: str) -> set[str]:
    """ISO days a text prints in full, eight digits in a row (a file's name) included."""
    folded = fold(text)
    found = {
        f"{m[1]}-{m[2]}-{m[3]}"
        for m in re.finditer(r"(?<!\d)(20\d\d)[-_]?([01]\d)[-_]?([0-3]\d)(?!\d)", folded)
    }
    days = (date for date in printed_dates(folded) if date.year and date.day)
    return found | {f"{date.year}-{date.month:02}-{date.day:02}" for date in days}


def date_printed(year: int, month: int, day: int | None, quotes: Sequence[str]) -> bool:
    """True when one quote prints month and day, and the year stands there or in another quote.

    The last day of a month may be printed as the month alone (3月末, 3月期, "ends in June").
    """
    years = printed_years(quotes)
    for quote in quotes:
        for found in printed_dates(quote):
            fits = found.month == month and (found.year == year or (found.year is None and year in years))
            last = found.day is None and day == calendar.monthrange(year, month)[1]
            if fits and (day is None or found.day == day or last):
                return True
    return False


def _month_day_printed(value: dict[str, Any], quotes: Sequence[str]) -> bool:
    month, day = value.get("month"), value.get("day")
    if not isinstance(month, int) or not isinstance(day, int):
        return False
    lasts = {28, 29} if month == 2 else {calendar.monthrange(2001, month)[1]}
    dates = [found for quote in quotes for found in printed_dates(quote)]
    return any(f.month == month and (f.day == day or (f.day is None and day in lasts)) for f in dates)
