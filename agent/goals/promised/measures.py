"""Measures of a text in base units: minutes, minutes of the day, money, percent, ranks, person-minutes, things counted.

Unlike `quantities` a time span that may be a due date (7日以内), a clock time (9:40), a rank (5th) and a fraction in
words (nine in ten, an hour and a quarter) are measures too: a promise may be made in any of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from agent.calendar.number_words import NUMBER_WORDS_EN, PARTS_EN, number_of
from agent.calendar.patterns import regex
from agent.goals.fractions import is_share
from agent.goals.promised.periods import Period, period_of
from agent.goals.scan import Scan
from agent.goals.words import alternation, lazily, words

Kind = Literal["time", "clock", "money", "share", "times", "rank", "effort", "turns", "count"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure; `value` in the base unit of its kind, offsets of the folded text."""

    start: int
    end: int
    value: float
    kind: Kind
    unit: str = ""  # what is counted; "working" for working days
    period: Period | None = None
    number: float = 0.0  # as written, before its unit is applied


_N = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_MINUTES = {
    "秒": 1 / 60, "分": 1.0, "時間": 60.0, "日": 1440.0, "営業日": 1440.0, "稼働日": 1440.0, "週": 10080.0, "か月": 43200.0, "月": 43200.0, "年": 525600.0,
    "s": 1 / 60, "sec": 1 / 60, "second": 1 / 60, "min": 1.0, "minute": 1.0, "m": 1.0, "h": 60.0, "hr": 60.0, "hour": 60.0, "d": 1440.0, "day": 1440.0,
    "wk": 10080.0, "week": 10080.0, "fortnight": 20160.0, "month": 43200.0, "mo": 43200.0, "quarter": 129600.0, "year": 525600.0, "yr": 525600.0,
}  # fmt: skip
_SCALE = {"千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "億": 1e8, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}  # fmt: skip

_TIME_JA = regex(
    rf"(?<![\d.,/第])(?<!\d:)(?!1日\d+(?:分|時間))(?:(?P<of>\d)分の(?P<part>\d)(?P<part_unit>秒|分|時間|日|週間|か月|年)(?!\d)"
    rf"|(?P<half>半)(?P<half_unit>時間|日|月|年|か月)(?!\d|分|期)"
    rf"|(?P<n>{_N})(?P<unit>秒|分(?!の\d)|時間|営業日|稼働日|日|週間?|か月|ヶ月|カ月|年)(?P<and_half>半(?!日|年|期|額|数|分))?"
    rf"(?:(?P<n2>\d+)(?P<unit2>秒|分|時間|日)(?P<and_half2>半(?!日))?)?)(?:間)?(?!以?[上下]期|目|付|号|生|[度次]|\d)"
)
_CLOCK = regex(
    r"(?P<day>午前|午後|夜|朝|深夜|夕方)?(?<![\d.])(?<!\d:)(?P<h>[01]?\d|2[0-9])(?:(?P<colon>:)(?P<m>[0-5]\d)|時(?!間|点|短|給)(?:(?P<mj>\d{1,2})分|(?P<half>半))?)(?! ?h(?:ours?|rs?)?(?![a-z]))(?:頃|ごろ)?(?: ?(?P<ampm>[ap]\.?m\.?)(?![a-z]))?"
    r"|(?<![\d.])(?<!\d:)(?P<h2>1[0-2]|[1-9])(?:[.:](?P<m2>[0-5]\d))? ?(?P<ampm2>[ap]\.?m\.?)(?![a-z])|(?<![a-z])(?P<word>noon|midnight|正午)(?![a-z])",
    re.I,
)
_MONEY = regex(
    rf"(?P<sign>(?:(?<![A-Za-z])[A-Z]{{0,3}})[$€£¥₹₩] ?|(?<![A-Za-z])(?:USD|EUR|JPY|GBP|CHF|SEK|NOK|DKK|PLN) ?)?(?<![\d.,])(?P<n>{_N})(?:(?P<oku>[億万])(?P<rest>\d[\d,]*)(?P<rest_scale>千?万|千)?(?=円))?(?: ?(?P<scale>百万|千万|億|万|千|(?:thousand|million|billion|k|mn?|bn)(?![a-z])))?(?P<unit>円| ?(?:yen|euros?|dollars?|pounds?|francs?)(?![a-z]))?",
    re.I,
)
_PERCENT = regex(
    rf"(?<![\d.,])(?P<n>{_N}) ?(?P<unit>%|パーセント|percent(?![a-z])|per cent(?![a-z])|割(?:(?P<bu>\d)分)?(?P<half>半)?(?!引|り|増し))",
    re.I,
)
_PART_JA = regex(
    r"(?<![\d.])(?P<all>\d{1,3})分の(?P<of>\d{1,2})(?!時間|[分日週秒年\d])"
    r"|(?<![\d.,])(?P<all2>\d[\d,]*)(?P<u>[一-龥ァ-ヶ]{1,3}|つ|か所)(?:中|のうち|に(?:つき)?)(?:の?平均)?(?P<of2>\d[\d,]*)(?P=u)(?!ずつ|おき|ごと)"
    r"|(?<![\d.,])(?P<of3>\d[\d,]*)(?P<u3>[人名台件校店社])/(?P<all3>\d[\d,]*)(?P=u3)|(?P<half>半分|半数|過半数?)(?=以上|が|を|の|は|で|、|。|$)"
)
_SLASHED = regex(r"(?<![\d/.])(?P<of>[1-4])/(?P<all>[2-9]|10)(?=(?:ほど|程度|以上)?(?:の)?(?:削減|短縮|減|圧縮|カット|低減)|に(?:削減|短縮|減|圧縮|抑)| (?:less|fewer|lower|shorter|cut|off)(?![a-z]))")
_TIMES_JA = regex(rf"(?P<n>{_N}|[一二三四五])倍(?:増|に|へ|以上|となる|、|$)|(?P<double>倍増|倍加)")
_EFFORT = regex(
    rf"(?<![\d.,])(?P<n>{_N})(?:(?P<ja>人時間?|人日|人分)(?!析|野)| ?(?P<en>(?:person|staff|man|labou?r|crew)[ -](?:hours?|minutes?|mins?|days?))(?![a-z]))",
    re.I,
)
_RANK = regex(
    r"(?P<word>首位|(?<![a-z])(?:runners?-up|first place|second place|third place|number one|no\.? ?1|podium|top spot)(?![a-z]))|(?<![\d.])(?:上位|トップ|ベスト)?(?P<ja>\d{1,3})位(?!置|相)|(?:上位|トップ|ベスト)(?P<top_ja>\d{1,3})(?!\d|割|%)"
    r"|(?<![a-z])(?:top|best|leading)[ -](?P<top>\d{1,3}|three|four|five|six|ten|two)(?![\d%]| ?per)|(?<![\d.a-z])(?P<en>\d{1,3})(?:st|nd|rd|th)(?: place| position| out of \d+)?(?= ?(?:$|[,.;:()→>]|-|to |in the|of \d|place|today|now|at present|by (?!the)))",
    re.I,
)
_TURNS = regex(
    rf"(?<![\d.,])(?P<n>{_N})回転(?!日)|回転(?:率|数)?(?:を|は|が)?(?:現在)?(?P<before>年(?:間)?)(?P<n2>{_N})回|(?<![a-z])turn(?:s|ed)? over (?P<en>[a-z]+|\d+)(?: times)? (?:a|per) year|(?<![\d.a-z])(?P<en2>\d+(?:\.\d+)?|[a-z]+) (?:stock |inventory )?turns(?= (?:a|per) year|$|[,.;])",
    re.I,
)
_COUNT_JA = lazily(lambda: regex(rf"(?<![\d.,])(?<!\d:)(?P<n>{_N})(?P<scale>[万千])?(?P<unit>{alternation(words('ja', 'quantity', 'counters'))}|[ァ-ヶー]{{2,8}}|[一-龥])"))
_WORD = lazily(lambda: regex(alternation(w for w in NUMBER_WORDS_EN if w not in ("a", "an"))))
_UNIT_EN = r"seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?|years?|yrs?"
_TIME_EN = lazily(
    lambda: regex(
        rf"(?<![a-z\d.,/-])(?<!\d:)(?:(?P<part>half|(?:a|one) quarter|three[ -]quarters|a third|two thirds) (?:of )?(?:an?|the) (?P<part_unit>second|minute|hour|day|week|month|year)(?![a-z])"
        rf"|(?P<n>{_N}|{_WORD.pattern}|an?)(?P<half> and a half)?[ -]?(?:(?P<working>working|business|calendar|full|whole|single|clear)[ -])?(?P<unit>{_UNIT_EN})(?![a-z])(?: ?(?:and )?(?:(?P<n2>\d+|{_WORD.pattern}) ?(?:minutes?|mins?|min|m|seconds?|secs?|s)?(?![a-z\d%:]|[.,]\d| (?!to |from |by |in |on |at |or |per |each |a |now|today|and )[a-z])|(?P<and_part>a half|a quarter|three quarters|half)(?! of))| (?P<and_n>and (?:a half|a quarter|three quarters)))?)",
        re.I,
    )
)
_SPEED = regex(
    r"(?<![a-z])(?:(?P<same>(?:the )?same[ -](?:working |business )?day)|(?P<next>overnight|(?:the )?next[ -](?:working |business )?day))(?![a-z])|(?P<same_ja>当日|即日)(?:中)?(?!券|の受付)|(?P<next_ja>翌(?:営業)?日)(?!の)",
    re.I,
)
_SHARE_EN = lazily(
    lambda: regex(
        rf"(?<![a-z\d.,-])(?:(?P<of>{_WORD.pattern}|\d{{1,3}}) (?:[a-z]+ )?(?:in|out of)(?: every)? (?P<all>{_WORD.pattern}|\d{{1,3}})(?![a-z\d.%:]| (?:days?|weeks?|months?|hours?|minutes?|years?))"
        rf"|(?P<n>a|one|two|three|four)[ -](?P<part>{alternation(PARTS_EN)})s?(?![a-z-]| (?:of )?(?:an?|the) (?:hour|day|minute|week|year)| (?:end|party|from|and))|(?P<half>half)(?= (?:of|the|all)|$|[,.;]))",
        re.I,
    )
)
_COUNT_EN = lazily(
    lambda: regex(
        rf"(?<![a-z\d.,/$€£¥-])(?<!\d:)(?P<n>{_N}|{_WORD.pattern})(?: ?(?P<scale>thousand|million|k)(?![a-z]))?(?! ?(?:%|percent|per cent|:\d))(?P<noun>(?:[ -](?!fewer|less|more|a |an |every |each |kept |held |left |and |or |to |by |in |on |at |per |for |with |from |than |now|today|of )[a-z][a-z'-]+){{0,2}})(?![\d%])",
        re.I,
    )
)


def measures(scan: Scan) -> list[Measure]:
    """The measures of a text in text order; of two that overlap the one of the earlier pattern stays."""
    text = _undated(scan)
    for match in _SLASHED.finditer(scan.text):  # 1/3削減 is no third of January
        text = text[: match.start()] + match.group() + text[match.end() :]
    english = scan.language == "en"
    found: list[Measure] = []
    for measure in (*_times(text), *(_worded(text) if english else ()), *_common(text), *_counted(text, english)):
        if not any(measure.start < other.end and other.start < measure.end for other in found):
            found.append(measure)
    found.sort(key=lambda measure: measure.start)
    return [_in_period(scan, measure) for measure in found]


_RATED = ("time", "money", "effort", "count")


def _in_period(scan: Scan, measure: Measure) -> Measure:
    """The measure with the period it is meant for; years of records (過去5年分) are no span to wait."""
    if measure.kind == "time" and _HISTORY.match(scan.text, measure.end):
        return replace(measure, unit="history")
    if measure.kind not in _RATED:
        return measure
    return replace(measure, period=period_of(scan.text, measure.start, measure.end, english=scan.language == "en"))


_HISTORY = regex(
    r"(?<=[年月])分(?!の\d)|(?: worth)?(?: of)? (?:[a-z]+ ){0,2}?(?:history|data|records?|logs?|archives?|invoices|files|backups?|transactions|orders|tickets|statements|accounts|results|minutes|footage|documents)(?![a-z])",
    re.I,
)


def _undated(scan: Scan) -> str:
    """The text with its days and months blotted out; a span of time (7日以内) stays, and an event's (9 months of go-live)."""
    text = scan.text
    for mention in scan.mentions:
        if mention.rule in ("duration", "from_today") or _SPAN.match(mention.text):
            continue
        text = text[: mention.start] + "\ue000" * (mention.end - mention.start) + text[mention.end :]
    return text


_SPAN = regex(r"(?:within |in |after )?\d+ ?-?(?:営業日|日|週間|か月|年|days?|weeks?|months?|years?)(?:以内| of | from | after )", re.I)


def _times(text: str) -> list[Measure]:
    """Clock times, ranks, turns, effort, shares and money: what names its unit itself."""
    found: list[Measure] = []
    for match in _CLOCK.finditer(text):
        minute = _minute_of(match)
        if minute is not None:
            found.append(Measure(*match.span(), minute, "clock", "", None, minute))
    for match in _EFFORT.finditer(text):
        unit = (match["ja"] or match["en"]).lower()
        factor = 480.0 if "日" in unit or "day" in unit else 1.0 if "分" in unit or "min" in unit else 60.0
        found.append(Measure(*match.span(), _float(match["n"]) * factor, "effort", "", None, _float(match["n"])))
    for match in _TURNS.finditer(text):
        value = number_of(match["n"] or match["n2"] or match["en"] or match["en2"])
        if value:
            found.append(Measure(*match.span(), value, "turns", "", None, value))
    for match in _RANK.finditer(text):
        word = (match["word"] or "").lower()
        placed = 2.0 if word[:6] in ("runner", "second") else 3.0 if word[:5] in ("third", "podiu") else 1.0
        value = placed if word else number_of(match["ja"] or match["top_ja"] or match["top"] or match["en"]) or 0.0
        found.append(Measure(*match.span(), value, "rank", "", None, value))
    for match in _PART_JA.finditer(text):
        if match["half"]:
            found.append(Measure(*match.span(), 50.0, "share", "part", None, 50.0))
            continue
        whole = _float(match["all"] or match["all2"] or match["all3"])
        of = _float(match["of"] or match["of2"] or match["of3"])
        if 0 < of < whole and not (match["all2"] and match.group().startswith("1人")):
            found.append(Measure(*match.span(), of / whole * 100, "share", "", None, of))
    for match in _SLASHED.finditer(text):
        of, whole = int(match["of"]), int(match["all"])
        if of < whole:
            found.append(Measure(match.start(), match.end(), of / whole * 100, "share", "part", None, of))
    for match in _PERCENT.finditer(text):
        value = _float(match["n"])
        if match["unit"].startswith("割"):
            value = value * 10 + float(match["bu"] or 0) + (5 if match["half"] else 0)
        found.append(Measure(*match.span(), value, "share", "", None, value))
    return found


def _minute_of(match: re.Match[str]) -> float | None:
    if match["word"]:
        return 0.0 if match["word"].lower() == "midnight" else 720.0
    hour = int(match["h"] or match["h2"])
    minute = int(match["m"] or match["mj"] or match["m2"] or (30 if match["half"] else 0))
    half = (match["ampm"] or match["ampm2"] or "").lower()[:1]
    if (half == "p" or match["day"] in ("午後", "夕方", "夜")) and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return float(hour * 60 + minute)


def _worded(text: str) -> list[Measure]:
    """English spans of time and shares, in digits or words."""
    found: list[Measure] = []
    for match in _TIME_EN.finditer(text):
        if match["part"]:
            value = _part(match["part"]) * _MINUTES[match["part_unit"].lower()]
            found.append(Measure(*match.span(), value, "time", "", None, _part(match["part"])))
            continue
        unit = match["unit"].lower()
        unit = unit if unit == "h" else unit.rstrip("s")
        number = number_of(match["n"]) if match["n"].lower() not in ("a", "an") else 1.0
        if number is None or (match["n"].lower() in ("a", "an") and not _is_amount(text, match)):
            continue
        base = _MINUTES[unit]
        more = match["and_part"] or (match["and_n"] or "").removeprefix("and ") or ("half" if match["half"] else "")
        value = number * base + (_part(more) * base if more else 0.0)
        smaller = number_of(match["n2"]) if match["n2"] else None
        if smaller:
            value += smaller * (base / 60 if base <= 60 else 0)
        working = (match["working"] or "").lower() in ("working", "business")
        if working and unit == "week":
            value = number * 5 * 1440
        found.append(Measure(*match.span(), value, "time", "working" if working else "", None, number))
    for match in _SHARE_EN.finditer(text):
        if match["half"]:
            found.append(Measure(*match.span(), 50.0, "share", "part", None, 50.0))
            continue
        if (match["part"] or "").lower() == "quarter" and match["n"].lower() in ("a", "one") and not is_share(
            text[: match.start()], text[match.end() :]
        ):
            continue
        if match["part"]:
            of, whole = float(number_of(match["n"].replace("a", "one") if match["n"].lower() == "a" else match["n"]) or 1), float(PARTS_EN[match["part"].lower()])
        else:
            of, whole = number_of(match["of"]) or 0.0, number_of(match["all"]) or 0.0
        if 0 < of < whole:
            found.append(Measure(*match.span(), of / whole * 100, "share", "part" if match["part"] else "", None, of))
    return found


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """An hour: an amount; 80 a week, twice a day: only how often."""
    if match["and_part"] or match["and_n"] or match["half"]:
        return True
    if _NUMBER_BEFORE.search(text[: match.start()]):
        return False
    return match["unit"].lower() != "h" and _AMOUNT_BEFORE.search(text[: match.start()]) is not None


_NUMBER_BEFORE = regex(rf"(?:\d[^\s]*|(?:{_UNIT_EN}|times?|once|twice))(?: [a-z-]+)? $", re.I)
_AMOUNT_BEFORE = regex(
    r"(?:^|[:;,(→] ?|(?<![a-z])(?:within|in|inside|under|below|by|than|to|at|of|sav(?:e|es|ed|ing)|cut|cuts|takes?|and|over|least|most|about|around|only|is|after|before|tills|almost|nearly|up)) ?$|(?<![a-z])(?:close|closes|finish|finishes|start|starts|open|opens|end|ends|ready|done|out|leave|leaves|gets?|gain|gains|lose|loses)(?: [a-z]+){0,4} $",
    re.I,
)


def _part(named: str) -> float:
    return {"half": 0.5, "a half": 0.5, "three quarters": 0.75, "three-quarters": 0.75, "a third": 1 / 3, "two thirds": 2 / 3}.get(named.lower(), 0.25)  # fmt: skip


def _common(text: str) -> list[Measure]:
    """Japanese spans of time, times over, money, and words of speed in both languages."""
    found: list[Measure] = []
    for match in _TIME_JA.finditer(text):
        found.append(_time_ja(match))
    for match in _TIMES_JA.finditer(text):
        number = 2.0 if match["double"] else float(_KANJI.get(match["n"]) or _float(match["n"]))
        found.append(Measure(match.start(), match.start() + len(match["n"] or "") + (1 if match["n"] else 2), number, "times", "", None, number))
    for match in _MONEY.finditer(text):
        if not match["sign"] and not match["unit"]:
            continue
        number = _float(match["n"])
        value = number * _SCALE.get((match["scale"] or "").lower(), 1.0)
        if match["oku"]:
            value = number * _SCALE[match["oku"]] + _float(match["rest"]) * _SCALE.get(match["rest_scale"] or "", 1.0)
        found.append(Measure(*match.span(), value, "money", "", None, number))
    for match in _SPEED.finditer(text):
        value = 1440.0 if match["same"] or match["same_ja"] else 2880.0
        found.append(Measure(*match.span(), value, "time", "speed", None, value / 1440))
    return found


def _time_ja(match: re.Match[str]) -> Measure:
    if match["of"]:
        value = int(match["part"]) / int(match["of"]) * _MINUTES[match["part_unit"].removesuffix("間") if match["part_unit"] == "週間" else match["part_unit"]]
        return Measure(*match.span(), value, "time", "", None, value)
    if match["half"]:
        return Measure(*match.span(), _MINUTES[match["half_unit"]] / 2, "time", "", None, 0.5)
    unit = match["unit"].replace("ヶ", "か").replace("カ", "か")
    unit = "週" if unit == "週間" else unit
    number = _float(match["n"])
    value = (number + (0.5 if match["and_half"] else 0.0)) * _MINUTES[unit]
    if match["unit2"]:
        value += (float(match["n2"]) + (0.5 if match["and_half2"] else 0.0)) * _MINUTES[match["unit2"]]
    return Measure(*match.span(), value, "time", "working" if unit in ("営業日", "稼働日") else "", None, value / _MINUTES[unit])


def _counted(text: str, english: bool) -> list[Measure]:
    """Things counted: 58店, 150 fewer queries; what no other pattern has taken."""
    found: list[Measure] = []
    for match in (_COUNT_EN if english else _COUNT_JA).finditer(text):
        number = number_of(match["n"])
        if number is None:
            continue
        value = number * _SCALE.get((match["scale"] or "").lower(), 1.0)
        unit = _noun_at(text, match) if english else match["unit"]
        end = match.end() if not english or _CHANGE_WORD.match(text, match.end()) else match.end("noun")
        found.append(Measure(match.start(), end, value, "count", unit, None, number))
    return found


_CHANGE_WORD = regex(r" (?:fewer|less|more) ", re.I)
_NOUNS = regex(r"[a-z][a-z'-]+(?: (?!and |or |to |by |in |on |at |per |for |with |from |every |each |a )[a-z][a-z'-]+){0,1}", re.I)


def _noun_at(text: str, match: re.Match[str]) -> str:
    """What is counted: keys of 12 lost keys, call-outs of 45 fewer guard call-outs."""
    change = _CHANGE_WORD.match(text, match.end())
    noun = _NOUNS.match(text, change.end()) if change else None
    return (noun.group() if noun else match["noun"] or "").strip(" -").lower()


def _float(number: str) -> float:
    return float(number.replace(",", ""))
