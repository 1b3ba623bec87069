"""Shares (85%, 9割, nine in ten, 20本に1本, 180人/300人) in percent, and times over (2倍)."""

from __future__ import annotations

import re

from agent.calendar.number_words import NUMBER_WORDS_EN, PARTS_EN, number_of
from agent.calendar.patterns import regex
from agent.goals.fractions import is_share
from agent.goals.promised.measure import NUMBER, Measure, float_of
from agent.goals.words import alternation, lazily

_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_PERCENT = regex(
    rf"(?<![\d.,])(?P<n>{NUMBER}) ?(?P<unit>%|パーセント|percent(?![a-z])|per cent(?![a-z])|割(?:(?P<bu>\d)分)?(?P<half>半)?(?!引|り|増し))",
    re.I,
)
_PART_JA = regex(
    r"(?<![\d.])(?P<all>\d{1,3})分の(?P<of>\d{1,2})(?!時間|[分日週秒年\d])"
    r"|(?<![\d.,])(?P<all2>\d[\d,]*)(?P<u>[一-龥ァ-ヶ]{1,3}|つ|か所)(?:中|のうち|に(?:つき|対して?)?)(?:の?平均)?(?P<of2>\d[\d,]*)(?P=u)(?!ずつ|おき|ごと)"
    r"|(?<![\d.,])(?P<of3>\d[\d,]*)(?P<u3>[人名台件校店社])/(?P<all3>\d[\d,]*)(?P=u3)|(?P<half>半分|半数|過半数?)(?=以上|が|を|の|は|で|、|。|$)"
)
_SLASHED = regex(
    r"(?<![\d/.])(?P<of>[1-4])/(?P<all>[2-9]|10)(?=(?:ほど|程度|以上)?(?:の)?(?:削減|短縮|減|圧縮|カット|低減)|に(?:削減|短縮|減|圧縮|抑)| (?:less|fewer|lower|shorter|cut|off)(?![a-z]))"
)
_TIMES_JA = regex(rf"(?P<n>{NUMBER}|[一二三四五])倍(?:増|に|へ|以上|となる|、|$)|(?P<double>倍増|倍加)")
_WORD = lazily(lambda: regex(alternation(w for w in NUMBER_WORDS_EN if w not in ("a", "an"))))
_SHARE_EN = lazily(
    lambda: regex(
        rf"(?<![a-z\d.,-])(?:(?P<of>{_WORD.pattern}|\d{{1,3}}) (?:[a-z]+ )?(?:in|out of)(?: every)? (?P<all>{_WORD.pattern}|\d{{1,3}})(?![a-z\d.%:]| (?:days?|weeks?|months?|hours?|minutes?|years?))"
        rf"|(?P<n>a|one|two|three|four)[ -](?P<part>{alternation(PARTS_EN)})s?(?![a-z-]| (?:of )?(?:an?|the) (?:hour|day|minute|week|year)| (?:end|party|from|and))|(?P<half>half)(?= (?:of|the|all)|$|[,.;]))",
        re.I,
    )
)


_PERCENT_EN = lazily(lambda: regex(rf"(?<![a-z-])(?P<n>{_WORD.pattern}) per ?cent(?![a-z])", re.I))


def kept_from_dates(text: str, undated: str) -> str:
    """The undated text with fractions put back that were taken for days: 1/3削減 is no third of January."""
    for match in _SLASHED.finditer(text):
        undated = undated[: match.start()] + match.group() + undated[match.end() :]
    return undated


def shares(text: str) -> list[Measure]:
    """Shares in figures, in both languages."""
    found: list[Measure] = []
    for match in _PART_JA.finditer(text):
        if match["half"]:
            found.append(Measure(*match.span(), 50.0, "share", "part", None, 50.0))
            continue
        whole = float_of(match["all"] or match["all2"] or match["all3"])
        of = float_of(match["of"] or match["of2"] or match["of3"])
        if 0 < of < whole and not (match["all2"] and match.group().startswith("1人")):
            found.append(Measure(*match.span(), of / whole * 100, "share", "", None, of))
    for match in _SLASHED.finditer(text):
        of, whole = int(match["of"]), int(match["all"])
        if of < whole:
            found.append(Measure(match.start(), match.end(), of / whole * 100, "share", "part", None, of))
    for match in _PERCENT.finditer(text):
        value = float_of(match["n"])
        if match["unit"].startswith("割"):
            value = value * 10 + float(match["bu"] or 0) + (5 if match["half"] else 0)
        found.append(Measure(*match.span(), value, "share", "", None, value))
    return found


def shares_en(text: str) -> list[Measure]:
    """Shares in English words."""
    found: list[Measure] = []
    for match in _PERCENT_EN.finditer(text):
        value = number_of(match["n"])
        if value:
            found.append(Measure(*match.span(), value, "share", "", None, value))
    for match in _SHARE_EN.finditer(text):
        if match["half"]:
            found.append(Measure(*match.span(), 50.0, "share", "part", None, 50.0))
            continue
        if (
            (match["part"] or "").lower() == "quarter"
            and match["n"].lower() in ("a", "one")
            and not is_share(text[: match.start()], text[match.end() :])
        ):
            continue
        if match["part"]:
            of, whole = (
                float(
                    number_of(match["n"].replace("a", "one") if match["n"].lower() == "a" else match["n"])
                    or 1
                ),
                float(PARTS_EN[match["part"].lower()]),
            )
        else:
            of, whole = number_of(match["of"]) or 0.0, number_of(match["all"]) or 0.0
        if 0 < of < whole:
            found.append(
                Measure(*match.span(), of / whole * 100, "share", "part" if match["part"] else "", None, of)
            )
    return found


def times_over(text: str) -> list[Measure]:
    """2倍に, 倍増."""
    found: list[Measure] = []
    for match in _TIMES_JA.finditer(text):
        number = 2.0 if match["double"] else float(_KANJI.get(match["n"]) or float_of(match["n"]))
        found.append(
            Measure(
                match.start(),
                match.start() + len(match["n"] or "") + (1 if match["n"] else 2),
                number,
                "times",
                "",
                None,
                number,
            )
        )
    return found
