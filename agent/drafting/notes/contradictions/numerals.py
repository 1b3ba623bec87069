"""Numbers in words as digits, so that 九月, ひと月, "two weeks" and "sixty" compare with 9月, 1か月, 2 and 60."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from agent.calendar.number_words import ONES_EN, TENS_EN, kanji_number

COUNTERS = (
    r"本(?!部|社|店|来|当|人|音)|名(?!前|義|様|称|簿)|件(?!の件)|社(?!員|内|長|会)|個|割|台(?!帳)|枚|月|日(?!報|程|々|常)|回(?!線|答)|"
    r"店舗|店(?!長)|拠点|支店|支所|部署|部門|工場|人(?!事|材)|時間|分(?!の|析|類|担|野|かり)|年|か月|ヶ月|カ月|ヵ月|箇月|週間|週|席|円|箱|床|便|校|棟|"
    r"万|千|億|パーセント|%|ポイント|ID|アカウント|ライセンス|ユーザー|以上|未満|以下|を超え"
)
KANJI = re.compile(
    rf"(?:(?<![一-龥])|(?<=[年月週計約]))[〇一二三四五六七八九十百千万億]+(?=(?:{COUNTERS}))|(?<=月)(?:の)?[一二三四五六七八九十]+(?=日)"
)
NOT_NUMBER = re.compile(r"^(?:千万|万|億|千|一(?=月中)|十(?=分))$")
IN_WORDS = (
    (re.compile(r"ひと[つ]?き|一[と]?月(?=前|分|間|く)|ひとつき|ひと月"), "1か月"),
    (re.compile(r"ふた月"), "2か月"),
    (re.compile(r"み月"), "3か月"),
    (re.compile(r"(?<![\d一-龥])半年"), "6か月"),
    (re.compile(r"(?<![\d一-龥])半月"), "15日"),
    (re.compile(r"[ヶヵカケ箇]月"), "か月"),
    (re.compile(r"ひとり"), "1人"),
    (re.compile(r"ふたり"), "2人"),
)  # fmt: skip
UNITS = {"zero": 0} | {word: value for word, value in ONES_EN.items() if word != "one"}
ONES = "|".join(["one", *UNITS])
ENGLISH = re.compile(
    rf"\b(?:(?:(?P<hundreds>{ONES}|a) hundred(?: and)?(?: |-|(?=\W|$)))?(?:(?P<tens>{'|'.join(TENS_EN)})(?:[- ](?P<after>{ONES})\b)?|(?P<unit>{'|'.join(UNITS)}))|"
    rf"(?P<only>{ONES}|a) hundred)\b",
    re.I,
)
PHRASES = (
    (re.compile(r"\bhalf a dozen\b", re.I), "6"),
    (re.compile(r"\b(?:a|one) dozen\b", re.I), "12"),
    (re.compile(r"\ba couple(?: of)?\b", re.I), "2"),
    (re.compile(r"\b(?:a|one)(?= (?:full |clear |calendar )?(?:month|week|quarter|fortnight)\b)", re.I), "1"),
    (re.compile(r"\b1 fortnight\b|\ba fortnight\b", re.I), "2 weeks"),
    (re.compile(r"\b(?:1 quarter)(?=[’']?s? (?:notice|warning|ahead|before))", re.I), "3 months"),
    (re.compile(r"(?<![-\w])one(?= (?:of|out of|in) )", re.I), "1"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def in_digits(text: str) -> str:
    """The text in one width with its numbers in digits; offsets are not kept."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'")
    for pattern, digits in IN_WORDS:
        plain = pattern.sub(digits, plain)
    plain = KANJI.sub(_kanji, plain)
    for pattern, digits in PHRASES:
        plain = pattern.sub(digits, plain)
    plain = ENGLISH.sub(_english, plain)
    return re.sub(r"(?<=\d),(?=\d{3})", "", plain)


def _kanji(found: re.Match[str]) -> str:
    letters = found[0].removeprefix("の")
    return found[0] if NOT_NUMBER.match(letters) else str(kanji_number(letters))


def _english(found: re.Match[str]) -> str:
    hundreds = found["hundreds"] or found["only"]
    total = 100 * _unit(hundreds) if hundreds else 0
    if found["tens"]:
        total += TENS_EN[found["tens"].lower()] + (_unit(found["after"]) if found["after"] else 0)
    elif found["unit"]:
        total += UNITS[found["unit"].lower()]
    return str(total)


def _unit(word: str) -> int:
    return UNITS.get(word.lower(), 1)
