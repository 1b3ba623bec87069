"""Numbers of a goal: quantities with units, and numbers that measure nothing.

Works on folded text in which dates are masked out (`MASK`), so that 9/30 and 令和8年 are no quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agent.calendar.number_words import NUMBER_WORDS_EN, SCALES_EN, SCALES_JA
from agent.calendar.patterns import regex
from agent.goals.durations_en import durations_en
from agent.goals.fractions import fractions
from agent.goals.spelled_ja import spelled_ja
from agent.goals.words import alternation, words

MASK = "\ue000"
"""Stands for a character of a date or of a number that measures nothing."""

_SCALE: dict[str, float] = {**SCALES_JA, "K": 1e3, "M": 1e6, **SCALES_EN}

_UNITS = (
    alternation(words("ja", "quantity", "counters"))
    + rf"|{alternation(words('ja', 'quantity', 'latin_units'))}(?![A-Za-z])"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_QUANTITY = regex(
    rf"(?P<sign>[▲△±-](?=\d))?(?P<currency>(?:(?<![A-Za-z])(?:R|US|CA|AU|A|C|S|HK|NT|NZ|MX))?[$€£¥₹₩₽₺₱฿₫₪] ?|(?<![A-Za-z])(?:USD|EUR|JPY|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|AUD|NZD|CAD|SGD|HKD|TWD|CNY|RMB|KRW|THB|IDR|MYR|PHP|VND|INR|BRL|MXN|ZAR|AED|SAR|ILS|Rs\.?|kr) ?)?(?<![\d.])(?P<number>{_NUMBER})"
    rf"(?:万(?P<rest>{_NUMBER})(?P<rest_thousand>千)?(?=[円人件名個本台枚])|(?:億(?P<sub>{_NUMBER})(?P<sub_thousand>千)?(?=万))?(?P<scale>百万|千万|億|万|千|(?:k|K|M|mn|m(?= |/|$|[),;])|bn)(?![A-Za-z])| ?(?:million|thousand|billion)(?![a-z])))?"
    rf"(?:(?P<low_unit>割|%|名|人|件|社|日|分|時間|か月|万円)(?=[~-]\d))?(?:[~-](?P<high>{_NUMBER})(?P<high_scale>百万|億|万|千|k|K|M)?(?=[^\d/:-]|$))?"
    rf"(?: ?(?P<unit>{_UNITS}))?(?P<per>(?:/| per | a )(?:人|月|日|週|年|件|社|店舗|店|台|回|名|時間|mo|month|week|wk|day|yr|year|rep|user|agent|person|site|store|order|ticket|call|shift|employee|hour|case|invoice)(?![a-z]))?",
)  # fmt: skip
_SPELLED = alternation(word for word in NUMBER_WORDS_EN if word not in ("a", "an", "hundred"))
_WORD_QUANTITY = regex(
    rf"(?<![a-z-])(?P<word>{_SPELLED})[ -](?:\d+-(?:min|minute|hour|day|page)s?[ -])?(?P<noun>[a-z]+)", re.I
)  # fmt: skip
_EACH_TIME_EN = regex(
    rf"(?<![a-z-])(?P<word>{_SPELLED}) (?:or (?:fewer|less|more) )?(?:an?|per|each|every) (?:day|shift|night|week|fortnight|month|quarter|season|half|half-year|year|head|person|site|store|order|batch|run|route|customer|user)(?![a-z])", re.I
)  # fmt: skip
"""one a quarter, four per month."""
_OF_THE_EN = regex(
    rf"(?<![a-z-])(?P<word>{_SPELLED}|\d+) (?:more )?of (?:the|our|their|your|these|those|its) (?:\d+ |{_SPELLED} )?(?P<noun>[a-z][a-z-]+(?: [a-z-]+s(?![a-z]))?)",
    re.I,
)
"""two of the joint workshops: so many of them."""
_TIMES_EN = regex(
    r"(?<![a-z])(?:run|hold|host|give|deliver|conduct|repeat|perform|teach|visit|rehearse|offer|present|stage)s? [^,.;\n]{2,50}? (?P<n>once|twice)(?= ?(?:$|[,;.(\ue000]| (?:in|on|at|before|by|during|over) ))",
    re.I,
)
"""Runs the storm drill twice, 6 and 20 November."""
_IN_FULL_EN = regex(
    r"(?<![a-z])(?:recovered|recouped|cleared|paid|repaid|paid (?:off|back)|settled|reconciled|collected|refunded|reimbursed|written off|worked off|worked through|redeemed|financed|covered|spent|met) (?P<all>in full)(?![a-z])",
    re.I,
)
"""Cost recovered in full: all of it."""
_ZERO_EN = regex(
    r"(?<![a-z])(?:nil(?![a-z])|not one(?= [a-z])|zero(?!-|[a-z]| trust)|no more(?![a-z])|no(?! (?:later|longer|matter|sooner|doubt))(?= (?:[a-z-]+ ){0,2}[a-z-]+s\b)|(?<=with )no(?= (?:empty|missing|open|manual|blank|duplicate|wrong|single|unplanned|overdue|late|lost|failed|paper|unread|unsigned|untagged|unpaid|incomplete) )|none(?![a-z])|all(?= [a-z\d])|(?<!after )(?<!before )(?<!following )every(?= [a-z])|halve(?![a-z])|halving|halved|(?:in )half(?! an? |[a-z-])|in two(?= ?(?:$|[.,;)]))|half(?![a-z-])|doubled|twice(?= (?:as (?:many|much|fast)|the))|tripled|single[ -]digits?|no(?= [a-z -]{2,30} (?:left|remaining|remains|anywhere|outstanding|pending|in sight)(?![a-z]))|(?<=s )(?:gone(?! (?:through|over|live|past|by (?:the|our|their))(?![a-z]))|wiped out|eradicated)(?=$|[ .,;)])|not a single|double(?= (?:the|our|their|lead|leads|sales|output|revenue|number|throughput|orders))|eliminat(?:e|es|ing)(?! (?:waste|friction|confusion|the need|bottleneck|inefficien|pain|burden|silos|barriers))|get rid of|triple(?![a-z]))",
    re.I,
)

TIME = {"d", "wk", "wks", "mo", "mos", "時間", "分", "秒", "日", "日間", "分間", "営業日", "週間", "か月", "カ月", "ケ月", "年", "年間", "h", "hr", "hrs", "min", "人日", "人月", "人時", "hours", "hour", "minutes", "minute", "mins", "days", "day", "weeks", "week", "months", "month", "seconds", "secs", "sec", "business"}  # fmt: skip
_MONEY = {"円", "ドル", "ユーロ", "万円", "億円", "千円", "百万円"}
_RATIO = {
    "%",
    "パーセント",
    "割",
    "掛け",
    "がけ",
    "倍",
    "ポイント",
    "pt",
    "pts",
    "pp",
    "percent",
    "x",
    "points",
    "point",
    "分の1",
    "分の2",
    "分の3",
}
_PEOPLE = {"人", "名", "users", "people", "managers", "reps", "employees", "agents", "members"}
_POINTS = {"点", "位"}
_CHANGE = regex(
    r"(?:の|を|ほど|程度|以上|分)?(?:の)?(?:削減|短縮|圧縮|減|低減|増|カット|アップ|ダウン|UP|DOWN|改善|向上|上昇|引き?上げ|引き?下げ|下げ|上げ(?!に)|上乗せ|上積み|伸長|伸ば|早め|前倒し|縮減|節約|捻出|創出)"
    r"| ?(?:points? )?(?:fewer|less|more|lower|higher|reduction|increase|cut|decrease|improvement|faster|growth|off|savings|saved|drop)(?![a-z])", re.I
)  # fmt: skip
_OF_ALL_JA = regex(r"[一-龥々ァ-ヶー]{1,6}(?=[のでにをへがは、。)]|$)")
"""全11倉庫の: whatever follows 全 and a number is counted."""
_EN_UNIT = regex(
    r"[ -](?:(?:(?-i:(?!(?:JPY|USD|EUR|GBP|CHF|AUD|CAD|NZD|SGD|HKD|TWD|CNY|KRW|INR|THB)(?![A-Z]))[A-Z]{2,5}|[A-Z][/&][A-Z])(?=[ -][a-z])|new|more|additional|active|weekly|monthly|daily|all|key|open|pilot|regional|store|business|working|calendar|trained|paid|qualified|support|internal|admin|power|named|average|manual|short|live|\d+-min|\d+-minute|\d+-hour)[ -])*(?P<noun>[a-z][a-z-]+)",
    re.I,
)
_TIME_OF_EN = regex(
    r" (?!of|to|in|by|per|and|or|for|from|at|on|with|the|a|an)[a-z-]{3,} (?P<noun>(?<! of )(?:hours|minutes|man-?days|person-?days))(?![a-z])",
    re.I,
)
"""640 admin hours, 30 consultant minutes: time, whoever's it is."""
_EN_NOT_UNIT = frozenset(
    [
        "to",
        "last",
        "previous",
        "that",
        "a",
        "from",
        "by",
        "in",
        "of",
        "on",
        "at",
        "and",
        "or",
        "for",
        "the",
        "with",
        "as",
        "is",
        "are",
        "was",
        "per",
        "vs",
        "today",
        "now",
        "instead",
        "each",
        "end",
        "before",
        "after",
        "within",
        "until",
        "owner",
        "via",
        "who",
        "down",
        "up",
        "through",
        "into",
        "versus",
        "against",
        "than",
        "below",
        "above",
        "if",
        "it",
        "review",
        "this",
        "so",
        "already",
        "yet",
        "still",
        "max",
        "only",
        "when",
        "while",
        "target",
        "goal",
        "present",
    ]
)


_IDIOM = regex(
    r"one[ -](?:team|mind|level|voice|place|page|go|step|day|another|way|thing|side|roof|goal|direction|by)|(?:two|three|four|five|six)-(?:way|step|part|page|stage|tier|sided|factor|person|year)(?![a-z])",
    re.I,
)
"""Words with a number in them that count nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in folded text."""

    start: int
    end: int
    value: float
    unit: str
    dimension: str
    high: float | None = None
    change: bool = False
    spelled: bool = False  # ゼロ, 全件, zero, all: a word, not digits


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans blotted out, of the same length."""
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def quantities(text: str, language: str) -> list[Found]:
    """Quantities in text order; dates and numbers that measure nothing must be masked already."""
    found = [_quantity(match, text, language) for match in _QUANTITY.finditer(text)]
    found = [item for item in found if item.end > item.start]
    for match in (_ZERO_EN if language == "en" else spelled_ja()).finditer(text):
        found.append(_spelled(match, language))
    if language != "en":
        found += [
            Found(*match.span(), _DAYS_JA[match.group()[0]], "日", "time")
            for match in _PART_DAY_JA.finditer(text)
        ]
    if language == "en":
        found += [
            Found(
                part.start,
                part.end,
                part.value,
                "%" if part.dimension == "ratio" else "",
                part.dimension,
                None,
                part.change,
            )
            for part in fractions(text)
        ]
        found += [
            _number_word(match, text)
            for match in _WORD_QUANTITY.finditer(text)
            if match["noun"].lower() not in _EN_NOT_UNIT
            and not (
                _IDIOM.match(match.group())
                and not re.search(r"(?<![A-Za-z])(?:in|within|under) $", text[: match.start()])
            )
        ]
        found += [
            Found(start, end, value, unit, "time", None, change)
            for start, end, value, unit, change in durations_en(text)
        ]
        found += [
            Found(*match.span("all"), 100.0, "%", "ratio", spelled=True)
            for match in _IN_FULL_EN.finditer(text)
        ]
        found += [
            Found(*match.span("n"), 2.0 if match["n"].lower() == "twice" else 1.0, "", "none")
            for match in _TIMES_EN.finditer(text)
        ]
        found += [_number_alone(match) for match in _EACH_TIME_EN.finditer(text)]
        found += [_number_alone(match) for match in _OF_THE_EN.finditer(text) if not match["word"].isdigit()]
        found = [one for one in found if not _is_what_for(one, text)]
    found = _joined(found, text)
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[Found] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


_GONE = regex(
    r"(?<![a-z])(?:late|overdue|missed|unpaid|duplicate|duplicated|outstanding|unanswered|unresolved|lost|wrong|failed|repeat|repeated|expired|stale|unplanned|avoidable|missing|open|aged|old|disputed|rejected|incorrect|double) (?:[a-z-]+ ){0,2}[a-z]+s (?:all |are |is |be |to be )*$",
    re.I,
)
_OVER_ONE = regex(r"(?<![a-z])(?:over|during|in the course of) $", re.I)
_NIGHT = regex(r"(?:one|a single) (?:night|weekend)", re.I)


def _is_what_for(figure: Found, text: str) -> bool:
    """gone of what nobody counts (paper forms gone), over one weekend: no amount."""
    word = text[figure.start : figure.end].lower()
    if word in ("gone", "wiped out", "eradicated"):
        return _GONE.search(text, 0, figure.start) is None
    return _NIGHT.fullmatch(word) is not None and _OVER_ONE.search(text, 0, figure.start) is not None


_DAYS_JA = {"丸": 1.0, "ま": 1.0, "半": 0.5, "小": 1 / 24}
_PART_DAY_JA = regex(
    r"(?:(?:丸|まる)(?:一|1)日|半日|小(?:一|1)時間)(?=から|を|に(?!一)|へ|→|以内|以下|で(?:済|終|完|でき)|弱|強|程度|ほど|かか|短縮|削減|減)"
)
"""丸一日から半日に."""
_CLOCK = {"日": 86400.0, "日間": 86400.0, "時間": 3600.0, "h": 3600.0, "hr": 3600.0, "hrs": 3600.0, "hour": 3600.0, "hours": 3600.0, "分": 60.0, "m": 60.0, "min": 60.0, "mins": 60.0, "minutes": 60.0, "秒": 1.0, "s": 1.0, "sec": 1.0, "secs": 1.0, "seconds": 1.0}  # fmt: skip
_EACH_DAY = regex(r"1日(?=[▲△-]?\d)")
"""1日20分: twenty minutes each day, not a day and twenty minutes."""
_HALF_MORE = regex(r"半(?![日年期額数分])")


def _joined(found: list[Found], text: str) -> list[Found]:
    """2分40秒 and 1時間半 as one amount, in the unit it begins with."""
    joined: list[Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if (
            before
            and _EACH_DAY.match(text, before.start)
            and before.end == item.start
            and item.unit in _CLOCK
        ):
            joined[-1] = item
            continue
        larger, smaller = _CLOCK.get(before.unit if before else ""), _CLOCK.get(item.unit)
        if (
            before
            and larger
            and smaller
            and larger > smaller
            and text[before.end : item.start].strip() in ("", "and")
        ):
            value = before.value + item.value * smaller / larger
            joined[-1] = replace(before, end=item.end, value=value, change=item.change)
            continue
        if item.unit in _CLOCK and item.dimension == "time" and _HALF_MORE.match(text, item.end):
            item = replace(item, end=item.end + 1, value=item.value + 0.5)
        joined.append(item)
    return joined


def _quantity(match: re.Match[str], text: str, language: str) -> Found:
    scale = (match["scale"] or "").strip()
    factor = 1.0
    if scale:
        factor = 1e6 if scale == "百万" else 1e7 if scale == "千万" else _SCALE.get(scale, 1.0)
    value = _float(match["number"]) * factor
    if match["sub"]:
        value = _float(match["number"]) * 1e8 + _float(match["sub"]) * (1e7 if match["sub_thousand"] else 1e4)
    if match["rest"]:
        value = _float(match["number"]) * 1e4 + _float(match["rest"]) * (
            1e3 if match["rest_thousand"] else 1.0
        )
    unit = match["unit"] or match["low_unit"] or ""
    end = match.end()
    if not unit and language == "en" and not match["currency"]:
        noun = _TIME_OF_EN.match(text, end) or _EN_UNIT.match(text, end)
        if noun and noun["noun"].lower() not in _EN_NOT_UNIT:
            unit, end = noun["noun"].lower(), noun.end()
    if not unit and language == "ja" and text[: match.start()].endswith("全"):
        noun = _OF_ALL_JA.match(text, end)
        if noun:
            unit, end = noun.group(), noun.end()
    dimension = dimension_of(unit, bool(match["currency"]))
    if unit in ("万円", "億円", "千円", "百万円"):
        value *= {"万円": 1e4, "億円": 1e8, "千円": 1e3, "百万円": 1e6}[unit]
    if unit in ("割", "掛け", "がけ"):
        value *= 10
    high = None
    if match["high"]:
        high_scale = match["high_scale"] or scale
        high = _float(match["high"]) * (_SCALE.get(high_scale, 1.0) if high_scale else 1.0)
        high = high * 10 if unit == "割" else high
    before = text[max(0, match.start() - 3) : match.start()].lower()
    change = match["sign"] in ("▲", "△", "-") or bool(_CHANGE.match(text, match.end())) or before == "by "
    return Found(match.start(), end, value, unit, dimension, high, change)


def dimension_of(unit: str, money: bool = False) -> str:
    """time, money, ratio, people, points, count, or none for a bare number."""
    if money or unit in _MONEY:
        return "money"
    for dimension, units in (("time", TIME), ("ratio", _RATIO), ("people", _PEOPLE), ("points", _POINTS)):
        if unit in units:
            return dimension
    return "count" if unit else "none"


def _spelled(match: re.Match[str], language: str) -> Found:
    word = match.group().strip().lower()
    half = word.startswith(("hal", "半", "折半", "二分", "in half", "in two"))
    value = (
        50.0
        if half
        else 200.0
        if word in ("倍増", "倍", "二倍", "倍加", "double", "doubled", "twice")
        else 300.0
        if word in ("triple", "tripled")
        else 0.0
    )
    dimension = "ratio" if value else "zero"
    if word.startswith(("全", "すべ", "all", "every")) and word not in ("全廃",):
        value, dimension = 100.0, "all"
    change = bool(half or value in (200.0, 300.0)) and not match.string.startswith(" of", match.end())
    return Found(match.start(), match.end(), value, "", dimension, None, change, True)


def _number_word(match: re.Match[str], text: str) -> Found:
    end = match.end("word")
    noun = _EN_UNIT.match(text, end)
    unit = noun["noun"].lower() if noun else match["noun"].lower()
    return Found(
        match.start(),
        noun.end() if noun else match.end(),
        float(NUMBER_WORDS_EN[match["word"].lower()]),
        unit,
        dimension_of(unit),
    )


def _number_alone(match: re.Match[str]) -> Found:
    """A number word with what it is counted per, or of."""
    noun = match.groupdict().get("noun")
    unit = (noun or "").split(" ")[-1].lower()
    value = float(NUMBER_WORDS_EN[match["word"].lower()])
    return Found(match.start(), match.end(), value, unit, dimension_of(unit))


def _float(number: str) -> float:
    return float(number.replace(",", ""))
