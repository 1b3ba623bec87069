"""Figures as people say them: kanji and English number words, two units together, shares of a whole, per week or month."""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.number_words import ONES_EN, TENS_EN, kanji_number, number_of
from agent.goals.quantities import Found

COUNTERS = (
    "営業日目|営業日|時間半|時間|か月|カ月|ケ月|週間|日間|分間|万円|千円|日|分|秒|件|回|本|枚|人|名|台|通|個|箱|社|店舗|店|割|%|"
    "ポイント|点|円|便|冊|票|品目|品|か所|カ所|行|頁|ページ|トン|kg|隻|杯|束|袋|度|組|床|室|棟|校|拠点|台数|倍"
)
KANJI_FIGURE = re.compile(
    rf"(?:(?<![一-龠\d第])|(?<=[週年約計丸毎])|(?<=[^\d一二三四五六七八九十]月))(?<!・)(?P<number>[一二三四五六七八九十百千〇]{{1,6}})(?P<unit>{COUNTERS})(?![々一-龠]*(?:目|中|曜))"
)
NO_FIGURE = re.compile(
    r"^(?:[二三]度|一(?:日|人|名|本|社|回|品|通|行|度|点|分|名|店|室|校|組|杯)|十分|千分|三日|百分|[一二三四五](?:人|名|社|台|つ))$"
)
"""Words that are seldom figures: one of something, and 十分 (enough)."""
TWO_UNITS = (
    re.compile(r"(?<![\d.])(?P<number>\d+) ?時間(?:半|\d+ ?分)|(?<![\d.])\d+ ?分\d+ ?秒|(?<![\d.])\d+ ?日半"),
    re.compile(
        r"(?<![\d.])\d+ ?(?:h|hrs?|hours?)(?: and)? ?\d+ ?(?:m|mins?|minutes?)\b|(?<![\d.])\d+ ?(?:m|mins?|minutes?) ?\d+ ?(?:s|secs?|seconds?)\b",
        re.I,
    ),
)
DECIMAL_COMMA = re.compile(r"(?<![\d.,])\d+,\d{1,2} ?%")
A_PERIOD = re.compile(
    rf"(?:(?<=[月週年])|(?<=[月週年日][に間])|(?<=毎日))(?P<number>\d[\d,.]*) ?(?P<unit>{COUNTERS})"
)
OF_A_WHOLE = (
    re.compile(
        r"(?<![\d.])(?P<whole>\d+)(?:の|[件人台社店名本])[^、。\d]{0,8}(?:うち|中)(?:の)?(?P<part>\d+)"
    ),
    re.compile(r"(?<![\d.])(?P<part>\d+) (?:out )?of (?:the )?(?P<whole>\d+)(?![\d%.])", re.I),
)
ENGLISH_FIGURE = re.compile(
    rf"(?<![\w-])(?P<tens>{'|'.join(TENS_EN)})(?:[- ](?P<ones>{'|'.join(list(ONES_EN)[:9])}))?(?![\w-])|(?<![\w-])(?P<word>{'|'.join(list(ONES_EN)[1:])})(?![\w-])|(?<![\w-])a hundred(?![\w-])",
    re.I,
)
NO_ENGLISH_FIGURE = re.compile(
    r" (?:hundred|thousand|million|of (?:us|them|you)|things?|points?|sides?|goals?|targets?|options?|questions?|o'clock)\b",
    re.I,
)
ENGLISH_UNIT = re.compile(
    r"[ -](?P<unit>hours?|minutes?|mins?|days?|weeks?|months?|seconds?|times|cases|calls|errors|%|per ?cent|percent)\b",
    re.I,
)
BARE = re.compile(
    r"(?<![\d.,/:年月\-~])(?P<number>\d{1,4}(?:\.\d+)?)(?=(?:に|へ|で(?!す?き)|まで|を|だ|です|台|から|前後|くらい|ぐらい|、|。|」|$))"
)
MEASURED_IN_NUMBERS = re.compile(
    r"率|割合|比率|度数|シェア|歩留|スコア|点数|指数|件数|回数|日数|枚数|本数|時間数|数は|満足度|定着|評点"
)
"""Words after which a number needs no unit to be a figure."""


@cache
def spoken_figures(text: str, language: str) -> tuple[Found, ...]:
    """Figures of folded text (dates blotted out) that the reading of written goals does not take for quantities.

    None overlaps another; a figure of two units or of a decimal comma has the value nan and is to be printed as it stands.
    """
    found = [*_as_printed(text), *_of_wholes(text)]
    if language == "ja":
        found += [*_kanji(text), *_a_period(text), *_bare(text)]
    else:
        found += _english(text)
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[Found] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _as_printed(text: str) -> list[Found]:
    spans = [m.span() for pattern in (*TWO_UNITS, DECIMAL_COMMA) for m in pattern.finditer(text)]
    return [
        Found(a, b, float("nan"), "%" if "%" in text[a:b] else "時間" if "時" in text[a:b] else "", "time")
        for a, b in spans
    ]


def _of_wholes(text: str) -> list[Found]:
    return [
        Found(*m.span(), float("nan"), "", "count")
        for pattern in OF_A_WHOLE
        for m in pattern.finditer(text)
        if int(m["part"]) <= int(m["whole"])
    ]


def _kanji(text: str) -> list[Found]:
    return [
        Found(*m.span(), float(kanji_number(m["number"])), m["unit"], "count")
        for m in KANJI_FIGURE.finditer(text)
        if not NO_FIGURE.match(m[0])
    ]


def _a_period(text: str) -> list[Found]:
    return [
        Found(*m.span(), float(m["number"].replace(",", "").rstrip(".")), m["unit"], "count")
        for m in A_PERIOD.finditer(text)
    ]


def _bare(text: str) -> list[Found]:
    return [Found(*m.span(), float(m["number"]), "", "none") for m in BARE.finditer(text)]


def _english(text: str) -> list[Found]:
    found = []
    for match in ENGLISH_FIGURE.finditer(text):
        if NO_ENGLISH_FIGURE.match(text, match.end()):
            continue
        value = number_of(match[0]) or 0.0
        unit = ENGLISH_UNIT.match(text, match.end())
        end = unit.end() if unit else match.end()
        found.append(Found(match.start(), end, value, unit["unit"].lower() if unit else "", "count"))
    return found
