"""Falsified figures: another digit, sign, scale, date or point."""

from __future__ import annotations

import re
from random import Random

_DIGIT = re.compile(r"[0-9０-９]")
_SCALES = (
    ("百万円", "千円"), ("千円", "百万円"), ("億円", "百万円"), ("兆円", "億円"), ("万円", "億円"), ("百万", "千"),
    ("億", "兆"), ("million", "billion"), ("billion", "million"), ("thousand", "million"),
    ("%", "ポイント"), ("％", "ポイント"), ("か月", "年"), ("ヶ月", "年"), ("percent", "basis points"),
)  # fmt: skip
_NUMBER = re.compile(r"[0-9０-９][0-9０-９,.，．]*")
_DATE = re.compile(r"([0-9０-９]{1,4})(年|月|日|/|-|\.)")
_KANJI = "一二三四五六七八九"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CIRCLED = str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨")


def digit(rng: Random, quote: str) -> str | None:
    """One digit another, in the same width."""
    at = _pick(rng, _DIGIT, quote)
    if at is None:
        return None
    base = ord("0") if quote[at] <= "9" else ord("０")
    other = chr(base + (ord(quote[at]) - base + rng.randrange(1, 10)) % 10)
    return quote[:at] + other + quote[at + 1 :]


def digit_dropped(rng: Random, quote: str) -> str | None:
    """One digit missing, inside or at an end of a number of several."""
    at = _pick(rng, re.compile(r"(?<=[0-9０-９])[0-9０-９]|[0-9０-９](?=[0-9０-９])"), quote)
    return None if at is None else quote[:at] + quote[at + 1 :]


def digits_swapped(rng: Random, quote: str) -> str | None:
    """Two neighbouring digits the other way round."""
    at = _pick(rng, re.compile(r"([0-9])(?!\1)[0-9]"), quote)
    return None if at is None else quote[:at] + quote[at + 1] + quote[at] + quote[at + 2 :]


def decimal_point(rng: Random, quote: str) -> str | None:
    """The decimal point moved by one place or made a comma."""
    at = _pick(rng, re.compile(r"(?<=[0-9０-９])[.．](?=[0-9０-９])"), quote)
    if at is None:
        return None
    if rng.random() < 0.5:
        return quote[:at] + "," + quote[at + 1 :]
    return quote[:at] + quote[at + 1] + quote[at] + quote[at + 2 :]


def separator(rng: Random, quote: str) -> str | None:
    """A thousands separator made a decimal point."""
    at = _pick(rng, re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3})"), quote)
    return None if at is None else quote[:at] + "." + quote[at + 1 :]


def space_in_number(rng: Random, quote: str) -> str | None:
    """One number made two by a space."""
    at = _pick(rng, re.compile(r"(?<=[0-9０-９])[0-9０-９]"), quote)
    return None if at is None else quote[:at] + rng.choice(" \n\u3000") + quote[at:]


def scale(rng: Random, quote: str) -> str | None:
    """Another scale word or unit after a number or in a caption."""
    found = [(word, other) for word, other in _SCALES if word in quote]
    if not found:
        return None
    word, other = rng.choice(found)
    at = rng.choice([m.start() for m in re.finditer(re.escape(word), quote)])
    return quote[:at] + other + quote[at + len(word) :]


def sign(rng: Random, quote: str) -> str | None:
    """A minus lost inside, gained, or made another mark."""
    marks = [m.start() for m in re.finditer(r"[△▲−](?=[ 　]?[0-9０-９])", quote)]
    if marks and rng.random() < 0.7:
        at = rng.choice(marks)
        return quote[:at] + rng.choice(["", "＋", "▲" if quote[at] == "△" else "△"]) + quote[at + 1 :]
    starts = [m.start() for m in _NUMBER.finditer(quote)]
    if not starts:
        return None
    at = rng.choice(starts)
    return quote[:at] + rng.choice("△▲−") + quote[at:]


def date(rng: Random, quote: str) -> str | None:
    """A year, month or day one later or earlier."""
    found = list(_DATE.finditer(quote))
    if not found:
        return None
    match = rng.choice(found)
    number = int(match.group(1)) + rng.choice((-1, 1))
    if number < 1:
        return None
    text = str(number)
    if match.group(1)[0] > "9":
        text = text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return quote[: match.start(1)] + text + quote[match.end(1) :]


def kanji_numeral(rng: Random, quote: str) -> str | None:
    """A numeral in kanji another."""
    at = _pick(rng, re.compile(f"[{_KANJI}]"), quote)
    if at is None:
        return None
    return quote[:at] + rng.choice(_KANJI.replace(quote[at], "")) + quote[at + 1 :]


def compatibility_digit(rng: Random, quote: str) -> str | None:
    """A digit as superscript or circled: not the same number."""
    at = _pick(rng, re.compile(r"[1-9]"), quote)
    if at is None:
        return None
    table = rng.choice((_SUPERSCRIPT, _CIRCLED))
    return quote[:at] + quote[at].translate(table) + quote[at + 1 :]


def _pick(rng: Random, pattern: re.Pattern[str], quote: str) -> int | None:
    found = [match.start() for match in pattern.finditer(quote)]
    return rng.choice(found) if found else None
