"""Fiscal years, halves and quarters in words: 今期末, 来期1Q, 上期, 2026年度, FY26, 2027年3月期, by Q3."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from agent.calendar.anchor import Anchor, DateMention, Precision
from agent.calendar.fiscal import FiscalCalendar, Period
from agent.calendar.patterns import regex
from agent.calendar.periods import cut, edge_of, half_now, next_part, quarter_now, within_term
from agent.calendar.whose import WHOSE, resolve, whose_of

_SHIFTS = {
    "今期": 0, "当期": 0, "本期": 0, "今年度": 0, "本年度": 0, "当年度": 0, "年度": 0, "期": 0, "通期": 0, "FY": 0, "会計年度": 0, "事業年度": 0,
    "今会計年度": 0, "当会計年度": 0, "今事業年度": 0, "当事業年度": 0, "本会計年度": 0,
    "来期": 1, "翌期": 1, "次期": 1, "来年度": 1, "翌年度": 1, "次年度": 1, "再来期": 2, "再来年度": 2,
    "前期": -1, "昨期": -1, "昨年度": -1, "前年度": -1, "先期": -1, "一昨年度": -2, "前々期": -2,
    "this": 0, "current": 0, "the": 0, "": 0, "our": 0, "their": 0, "your": 0, "its": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1, "last": -1, "previous": -1, "prior": -1,
}  # fmt: skip
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}

_HALF = r"(?P<half>上期|下期|上半期|下半期|前半期|後半期|[12]H|H[12]|第[12一二]半期)"
_QUARTER = r"(?:第?(?P<q1>[1-4一二三四])(?:四半期|[QＱ](?![A-Za-z]))|[Q](?P<q2>[1-4])(?![\d.%A-Za-z]))"
_PART = rf"(?:の|[ /・])?(?:{_HALF}|{_QUARTER}|(?P<side>前半|後半))"
_EDGE = r"(?:の)?(?P<edge>末日?|初め?|はじめ|頭|首|スタート|終わり|いっぱい|内|中(?![旬間]))?"
_NAMED = (
    r"(?:(?:FY ?'?(?=\d)|(?:fiscal|financial)(?: year)? (?=20))(?P<fy>20\d\d|\d\d)(?!\d)(?:年度)?"
    r"|(?P<nendo>20\d\d|(?<!\d)\d\d)年度|(?:令和|(?<![A-Za-z])R)(?P<reiwa>\d{1,2}|元)年度"
    r"|(?P<ki_year>20\d\d|(?<!\d)\d\d)(?:年|/)(?P<ki_month>\d{1,2})月?期)"
)
_YEAR_WORD = (
    r"(?P<word>再来期|再来年度|一昨年度|前々期|(?:今|当|本)(?:会計|事業)年度|[今当本来翌次昨前](?:年度)"
    r"|(?:今期|当期|本期|来期|翌期|次期(?=末|中|内|の[上下第12]|予算|まで|[上下]期|[1-4第Q])|前期(?!比)|昨期|先期))"
)
_BARE = (
    r"(?P<bare>(?<![今当本来翌次昨前業計\d])年度(?=末|内|中|初|明け|頭|はじめ)"
    r"|(?<![今当本来翌次昨前])(?:会計|事業)年度(?=末|内|中|初)"
    r"|FY(?=末|内|中|初|期末|度末)"
    r"|(?<![長短中定早初時周納延工任学会次来今当本翌前四半上下満同各毎一\d月])期(?=末|内|中(?!旬)|首|初)|通期(?=末|で|中|$|[)、。]))"
)
_FULL = r"(?:いっぱい|通期|全体)?"

_JAPANESE = regex(rf"(?:{WHOSE})?(?:{_NAMED}|{_YEAR_WORD}|{_BARE})(?:{_PART})?{_FULL}{_EDGE}{_FULL}")
_PART_ONLY = regex(
    rf"(?:{WHOSE})?(?P<rel>[今当本来翌次](?=[上下四Q半]))?"
    rf"(?:(?P<year>20\d\d)(?:年|[-/ ])?(?:の)?)?(?<![\d.])(?:{_HALF}|{_QUARTER}|(?P<this_quarter>(?<=[今当本来翌次])(?:四半期|Q|半期)))"
    rf"(?:[ '/-]*(?:of )?(?:FY ?'?(?P<fy>20\d\d|\d\d)|(?P<cal>20\d\d|(?<=['/-])[2-4]\d))(?![\d%/-]))?{_EDGE}(?!ごと|毎|に[1一]|おき)"
)
_PART_END = regex(r"(?<![上下前後一二12四])半期末|(?<![今当本来翌次第1-4])四半期末(?!ごと|毎)")
_YEAR_END = regex(r"(?<![a-z])(?:EOQ|quarter-end|quarter end)(?![a-z])", re.I)


def fiscal_dates(text: str, anchor: Anchor) -> Iterator[DateMention]:
    """Readings of fiscal words in folded text; they may overlap, the caller keeps the longest."""
    if any(map(text.__contains__, ("期", "年度", "FY", "iscal", "inancial"))):
        for match in _JAPANESE.finditer(text):
            yield _year_word(match, anchor)
    if any(map(text.__contains__, ("期", "Q", "H"))):
        for match in _PART_ONLY.finditer(text):
            yield _part_word(match, anchor)
    for match in _PART_END.finditer(text) if "期末" in text else ():
        quarter = match.group().startswith("四")
        yield _resolved(
            match,
            anchor,
            "fiscal",
            lambda year_calendar, quarter=quarter: [  # type: ignore[misc]
                edge_of((quarter_now if quarter else half_now)(year_calendar, anchor, 0), "末")
            ],
            "quarter" if quarter else "half",
        )
    for match in _YEAR_END.finditer(text) if any(map(text.lower().__contains__, ("quarter", "eoq"))) else ():
        yield _resolved(
            match, anchor, "fiscal", lambda year_calendar: [quarter_now(year_calendar, anchor, 0)], "quarter"
        )


def _resolved(
    match: re.Match[str],
    anchor: Anchor,
    whose: str,
    periods_of: Callable[[FiscalCalendar], Sequence[Period]],
    precision: Precision,
    rule: str = "",
) -> DateMention:
    span = match.start(), match.end(), match.group()
    return resolve(
        span, anchor, whose, periods_of, precision, rule or {"year": "fiscal_year"}.get(precision, precision)
    )


def _year_word(match: re.Match[str], anchor: Anchor) -> DateMention:
    parts = match.groupdict()
    half, quarter = _half_of(parts), _quarter_of(parts)
    if parts.get("ki_month"):
        return _kessan(match, parts, half, quarter)

    def periods_of(year_calendar: FiscalCalendar) -> list[Period]:
        years = _years(parts, year_calendar, anchor)
        read = [edge_of(cut(year_calendar, year, half, quarter), parts.get("edge")) for year in years]
        return within_term(read, anchor) if parts.get("fy") else read

    precision: Precision = "half" if half else "quarter" if quarter else "year"
    rule = "fy_name" if parts.get("fy") else "nendo" if parts.get("nendo") or parts.get("reiwa") else ""
    return _resolved(match, anchor, whose_of(parts), periods_of, precision, rule)


def _kessan(match: re.Match[str], parts: dict[str, str | None], half: int, quarter: int) -> DateMention:
    """2027年3月期 names its own calendar."""
    year, month = int(parts["ki_year"] or 0), int(parts["ki_month"] or 0)
    year_calendar = FiscalCalendar(min(max(month, 1), 12))
    whole = year_calendar.ending_in(year if year > 99 else 2000 + year)
    period = edge_of(cut(year_calendar, whole, half, quarter), parts.get("edge"))
    return DateMention(
        match.start(), match.end(), match.group(), period.first, period.last, "year", "absolute", "kessan"
    )


def _years(parts: dict[str, str | None], year_calendar: FiscalCalendar, anchor: Anchor) -> list[Period]:
    if parts.get("fy"):
        number = int(parts["fy"] or 0)
        year = number if number > 99 else 2000 + number
        return list(dict.fromkeys([year_calendar.nendo(year), year_calendar.ending_in(year)]))
    if parts.get("nendo"):
        number = int(parts["nendo"] or 0)
        return [year_calendar.nendo(number if number > 99 else 2000 + number)]
    if parts.get("reiwa"):
        return [year_calendar.nendo(2018 + (1 if parts["reiwa"] == "元" else int(parts["reiwa"] or 0)))]
    shift = _SHIFTS[parts.get("word") or parts.get("bare") or ""]
    return [year_calendar.shifted(anchor.as_of, shift)]


def _part_word(match: re.Match[str], anchor: Anchor) -> DateMention:
    parts = match.groupdict()
    half, quarter = _half_of(parts), _quarter_of(parts)
    shift = {None: None, "今": 0, "当": 0, "本": 0}.get(parts.get("rel"), 1)
    named = parts.get("fy") or parts.get("cal") or parts.get("year")

    def periods_of(year_calendar: FiscalCalendar) -> list[Period]:
        if parts.get("this_quarter"):
            return [edge_of(quarter_now(year_calendar, anchor, shift or 0), parts.get("edge"))]
        if named:
            number = int(named) if int(named) > 99 else 2000 + int(named)
            years = dict.fromkeys([year_calendar.nendo(number), year_calendar.ending_in(number)])
            readings = [cut(year_calendar, year, half, quarter) for year in years]
            return within_term([edge_of(period, parts.get("edge")) for period in readings], anchor)
        return [edge_of(next_part(year_calendar, anchor.as_of, half, quarter), parts.get("edge"))]

    return _resolved(match, anchor, whose_of(parts), periods_of, "half" if half else "quarter")


def _half_of(parts: dict[str, str | None]) -> int:
    word = parts.get("half") or parts.get("side") or ""
    if not word:
        return 0
    return 1 if word[0] in "上前" or word in ("1H", "H1", "第1半期", "第一半期") else 2


def _quarter_of(parts: dict[str, str | None]) -> int:
    digit = parts.get("q1") or parts.get("q2") or ""
    return _NUMBERS.get(digit) or (int(digit) if digit else 0)
