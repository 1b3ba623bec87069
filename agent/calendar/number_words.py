"""Number words, one table for the project: English words from one to ninety, tens and parts, kanji digits.

`number_of("twenty-one")` is 21, `kanji_number("二十四")` is 24; words that say a part of one (a third) are in PARTS_EN.
"""

from __future__ import annotations

import re

ONES_EN = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS_EN = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
NUMBER_WORDS_EN: dict[str, int] = {"a": 1, "an": 1, **ONES_EN, **TENS_EN, "hundred": 100}
SCALES_EN = {"hundred": 100, "thousand": 1_000, "grand": 1_000, "k": 1_000, "million": 1_000_000, "mn": 1_000_000, "m": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000}  # fmt: skip
PARTS_EN = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20}  # fmt: skip
SCALES_JA = {"百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "億": 1e8, "兆": 1e12}
KANJI_DIGITS = {letter: value for value, letter in enumerate("〇一二三四五六七八九")}
_KANJI_UNITS = {"十": 10, "百": 100, "千": 1_000}
_KANJI_LARGE = {"万": 10_000, "億": 100_000_000}


def number_of(words: str) -> float | None:
    """The number English words (or digits) say; None when a word is no number: "two hundred and five" is 205."""
    total, current = 0.0, 0.0
    for word in re.split(r"[ -]+", words.strip().lower()):
        if word == "and":
            continue
        if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word):
            current += float(word.replace(",", ""))
        elif word in SCALES_EN:
            current = (current or 1) * SCALES_EN[word]
            if SCALES_EN[word] >= 1_000:
                total, current = total + current, 0.0
        elif word in NUMBER_WORDS_EN:
            current += NUMBER_WORDS_EN[word]
        else:
            return None
    return total + current


def kanji_number(letters: str) -> int:
    """二十四 is 24, 三百 is 300, 二〇二六 is 2026, 三万五千 is 35000."""
    total, section, digit = 0, 0, 0
    for letter in letters:
        if letter in _KANJI_LARGE:
            total += (section + digit or 1) * _KANJI_LARGE[letter]
            section, digit = 0, 0
        elif letter in _KANJI_UNITS:
            section += (digit or 1) * _KANJI_UNITS[letter]
            digit = 0
        else:
            digit = digit * 10 + KANJI_DIGITS[letter]
    return total + section + digit


_KANJI_AMOUNT = re.compile(r"(?<![\d.,〇一二三四五六七八九十百千])[〇一二三四五六七八九十百千]+(?=万|億|円)")


def amounts_in_digits(text: str) -> str:
    """The text with amounts of money in kanji as digits: 三百万円 is 300万円, 五十万 is 50万, 五千円 is 5000円."""
    return _KANJI_AMOUNT.sub(lambda found: str(kanji_number(found[0])), text)
