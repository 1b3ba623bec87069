"""Up to which amount somebody may decide, and who therefore decides about this contract.

"300万までは工場長、1,000万までは本部長、超えたら社長", "she can sign up to $25k; anything above goes to the CFO".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from agent.calendar.number_words import ONES_EN, TENS_EN, amounts_in_digits, number_of
from agent.people.evidence_of_roles import Shown
from agent.people.lexicon import table
from agent.people.statements import MARK, Ref, Statement
from agent.people.types import Person, Side

_SCALES = {
    "億": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "万": 1e4,
    "千": 1e3,
    "k": 1e3,
    "grand": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "million": 1e6,
}
_CODES = "USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|CHF|INR|THB"
_NUMBER_WORD = "|".join([*ONES_EN, *TENS_EN, "hundred"])
_AMOUNT = (
    rf"(?P<cur>(?:US|S|A|NZ|C|HK|CA)?\$|[€£¥₹]|(?:{_CODES}) ?)?(?P<digits>\d[\d,]*(?:\.\d+)?|(?:{_NUMBER_WORD})(?:[ -](?:{_NUMBER_WORD}|and))*) ?"
    r"(?P<scale>億|千万|百万|万|千|[kKmM]\b|grand|thousand|million)?(?P<unit>円)?"
)
WEIGHT = 4.0
"""A rule of amounts that covers this contract says outright who decides it, whoever signed before."""


@dataclass(frozen=True, slots=True)
class Band:
    """Amounts above `low` up to `high` (base units, None: open) are for whom the mark stands."""

    ref: Ref
    low: float | None
    high: float | None
    currency: str
    statement: Statement


def read_bands(statements: Sequence[Statement]) -> list[Band]:
    """Bands of all sentences; "above that" takes the amount named last in the same block."""
    out: list[Band] = []
    last: tuple[int, int, float, str] | None = None
    for statement in statements:
        if statement.hedged and "?" in statement.marked:
            continue
        known = last[2:] if last and last[:2] == (statement.doc, statement.unit) else None
        bands, amount = _of_sentence(statement, known)
        out += bands
        if amount is not None:
            last = (statement.doc, statement.unit, *amount)
    return out


def limit_signs(
    statements: Sequence[Statement], persons: Sequence[Person], arr_jpy: int | None
) -> list[Shown]:
    """Signs of who decides about a contract of this price, and of who does not."""
    bands = read_bands(statements)
    prices = contract_amount(statements, arr_jpy) if bands else []
    out: list[Shown] = []
    for band in bands:
        if band.ref.kind == "person" and persons[band.ref.index].side is not Side.CUSTOMER:
            continue
        fits = _covers(band, prices)
        if fits is None and band.low is not None and band.high is None:
            out.append(Shown(band.ref, "economic_buyer", 1.0, band.statement, 1.0))
        if fits is not None:
            weight = WEIGHT * min(1.0, band.statement.directness / 2)
            if not fits and band.high is None and _covers(_lowered(band), prices):
                continue
            out.append(Shown(band.ref, "economic_buyer", weight if fits else -weight, band.statement, WEIGHT))
    return out


SOME_YEARS = 3
"""Years that a limit may be counted over: a contract below it by the year is not thereby out of it."""


def _lowered(band: Band) -> Band:
    return replace(band, low=(band.low or 0.0) / SOME_YEARS)


def _covers(band: Band, prices: Sequence[tuple[float, str]]) -> bool | None:
    """Whether the price lies in the band; None where no price can be compared with it.

    A price in yen is compared with limits in another currency by rough rates, and only where it is far from them.
    """
    same = [
        price for price, currency in prices if currency == band.currency or not currency or not band.currency
    ]
    if same and band.currency != "円":
        same = [price for price, currency in prices if currency != "円"] or []
    if same:
        return _within(band, same[-1])
    rate = RATES.get(band.currency or "$")
    if rate is None or not prices:
        return None
    price = prices[0][0] / rate
    low, high = _within(band, price / MARGIN), _within(band, price * MARGIN)
    return low if low == high else None


def _within(band: Band, price: float) -> bool:
    return (band.low is None or price > band.low) and (band.high is None or price <= band.high)


RATES = {
    "$": 150.0, "US$": 150.0, "USD": 150.0, "£": 195.0, "GBP": 195.0, "€": 165.0, "EUR": 165.0, "CAD": 108.0, "C$": 108.0,
    "CA$": 108.0, "AUD": 98.0, "A$": 98.0, "NZD": 89.0, "NZ$": 89.0, "SGD": 113.0, "S$": 113.0, "HKD": 19.0, "HK$": 19.0,
    "CHF": 175.0, "₹": 1.8, "INR": 1.8, "THB": 4.4,
}  # fmt: skip
"""Yen for one unit, rough (2024–26), only to see on which side of a limit a contract lies."""
MARGIN = 1.5
CLOSING = 4
"""An amount this near to the end of a sentence limits what the sentence said before it (「…、500万から上は」)."""
_BEYOND = re.compile(
    rf"out of {MARK}|{MARK}(?:['’]s)? (?:can't|can’t|cannot|has no|does not)|{MARK}[^。]{{0,12}}(?:できな|決められな|ではない|通せな|(?:権限|枠|判)(?:は|が|も)?(?:な[いし]|無|ありませ|持))"
)


def contract_amount(statements: Sequence[Statement], arr_jpy: int | None) -> list[tuple[float, str]]:
    """What the contract costs: account.yaml's yen, and what the notes give for it in another currency, or in yen where the account has none; last what the coming term costs, where they say that."""
    found = [(float(arr_jpy), "円")] if arr_jpy else []
    for statement in statements:
        text = amounts_in_digits(statement.marked)
        for hit in _ours("ours").finditer(text):
            value = _price(text, hit)
            if value is not None and (value[1] != "円" or not arr_jpy):
                found.append(value)
        for hit in _ours("ours_next").finditer(text) if arr_jpy is not None else ():
            value = _price(text, hit)
            if value is not None and value[1] == "円" and (arr_jpy or 0) / 3 < value[0] < 3 * (arr_jpy or 0):
                found.append(value)
    return found


def _price(text: str, hit: re.Match[str]) -> tuple[float, str] | None:
    """The amount where it is one of money and no limit."""
    if _LIMIT_BEHIND.match(text, hit.end()) or not (hit["cur"] or hit["unit"] or hit["scale"]):
        return None
    return _value(hit)


_LIMIT_BEHIND = re.compile(
    r"(?:時間|件|人|名|台|室|席|箱|本|枚|歩|トン|まで|以下|未満|以内|を?(?:超|越)|以上|から|より)"
)


@cache
def _ours(name: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(table("limits")[name]) + r")[^.;]{0,16}?" + _AMOUNT, re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = table("limits")
    return tuple(
        (kind, re.compile(pattern.replace("{A}", _AMOUNT), re.IGNORECASE))
        for kind in ("upto", "above", "between")
        for pattern in words[kind]
    )


@cache
def _that() -> re.Pattern[str]:
    return re.compile("|".join(table("limits")["above_that"]), re.IGNORECASE)


def _of_sentence(
    statement: Statement, known: tuple[float, str] | None
) -> tuple[list[Band], tuple[float, str] | None]:
    text = amounts_in_digits(statement.marked)
    places: list[tuple[int, int, float | None, float | None, str]] = []
    for kind, pattern in _patterns():
        for found in pattern.finditer(text):
            scale = ("万" if known[1] == "円" else "grand") if known and kind == "between" else None
            value = _value(found, scale)
            if value is None or any(s < found.end() and found.start() < e for s, e, *_ in places):
                continue
            if kind == "upto":
                places.append((found.start(), found.end(), None, value[0], value[1]))
            elif kind == "above":
                places.append((found.start(), found.end(), value[0], None, value[1]))
            else:
                low = _number(
                    found["low"], found["scale"] or scale or ("grand" if value[0] >= 1000 else None)
                )
                places.append((found.start(), found.end(), low, value[0], value[1]))
    places.sort()
    amount: tuple[float, str] | None = None
    if places:
        amount = (places[-1][3] or places[-1][2] or 0.0, places[-1][4])
    for found in _that().finditer(text):
        before = [p for p in places if p[1] <= found.start()]
        base = (before[-1][3] or before[-1][2], before[-1][4]) if before else known
        if base is not None and base[0] is not None:
            places.append((found.start(), found.end(), base[0], None, base[1]))
    places.sort()
    bands: list[Band] = []
    floor: float | None = None
    for index, (start, end, least, most, currency) in enumerate(places):
        stop = places[index + 1][0] if index + 1 < len(places) else len(text)
        mark = _holder(text, places[index - 1][1] if index else 0, start, end, stop)
        if least is not None and most is None and _BEYOND.search(text[end:stop]):
            least, most = None, least
        if least is None and floor is not None and most is not None and most > floor:
            least = floor
        if mark is not None:
            bands.append(Band(statement.ref(mark), least, most, currency, statement))
        floor = most if most is not None else floor
    return bands, amount


def _holder(text: str, begin: int, start: int, end: int, stop: int) -> str | None:
    """The mark the amount belongs to: behind it in the same clause, else in front of it."""
    behind = re.split(r"[。;；]|(?<=[^\d])、(?=[^" + MARK[1:-1] + r"]*\d)", text[end:stop])[0]
    found = re.search(MARK + r"(?!談|より|いわく|によ)", "" if re.match(r"[)）]", text[end:]) else behind)
    if found:
        return found[0]
    before = re.split(r"[。;；、]|, (?:but|and|so) ", text[begin:start])[-1]
    marks = re.findall(MARK, before)
    if not marks and len(text) - end <= CLOSING:
        marks = re.findall(MARK, text[begin:start])
    return marks[-1] if marks else None


def _value(found: re.Match[str], scale: str | None = None) -> tuple[float, str] | None:
    """Amount and currency; a number without scale takes `scale`, that of the amounts before it."""
    number = _number(found["digits"], found["scale"] or scale)
    if number is None or (
        found["scale"] is None and not found["unit"] and not found["cur"] and number < 1000
    ):
        return None
    currency = (found["cur"] or "").strip() or (
        "円" if found["unit"] or (found["scale"] or scale or "") in ("億", "千万", "百万", "万", "千") else ""
    )
    return number, currency


def _number(digits: str, scale: str | None) -> float | None:
    value = number_of(digits)
    return value * _SCALES.get((scale or "").casefold(), 1.0) if value else None
