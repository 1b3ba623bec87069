"""Dates counted from as_of, from the contract or from an event: 来月末, 3か月以内, 契約更新まで, お盆明け, next week."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from agent.calendar.absolute import part_of_month
from agent.calendar.anchor import Anchor, DateMention, Precision, Resolution
from agent.calendar.fiscal import Period, add_months, month_end
from agent.calendar.number_words import KANJI_DIGITS, NUMBER_WORDS_EN
from agent.calendar.patterns import regex

_PART = r"(?:の)?(?P<part>上旬|中旬|下旬|初旬|初め|はじめ|頭|前半|後半|半ば|末日?|中(?![旬間央])|内)?"
_COUNT = r"(?P<n>\d{1,3}|半|[一二三四五六]|a|an|one|two|three|four|five|six|nine|twelve)"
_UNIT_JA = r"(?P<unit>か月|カ月|ケ月|箇月|ヵ月|週間?|日|年)"
_UNIT_EN = r"(?P<unit>day|week|month|quarter|year)s?"
_WORDS = {"半": 6, **KANJI_DIGITS, **NUMBER_WORDS_EN}

_MONTH_JA = regex(
    rf"(?P<word>今月|当月|来月|翌月|再来月|先月|前月|翌々月)(?!比)(?:(?P<day>\d{{1,2}})日|{_PART})"
)
_MONTH_EDGE = regex(r"(?<![\d今当来翌再先前毎各月隔])月(?P<part>末|初|内)(?!に?[一1]回|ごと|毎)")
_MONTH_EDGE_EN = regex(r"(?<![a-z])(?:(?:the )?end of (?:the |this )?month|EOM|month-end)(?![a-z])", re.I)
_WEEK_JA = regex(
    r"(?P<word>今週|来週|再来週|翌週|先週|前週)(?:の?(?P<weekday>[月火水木金土日])曜日?|(?P<part>中|末|前半|後半|頭|明け))?"
)
_DAY_JA = regex(r"(?:本日|今日|明日|明後日|昨日|翌営業日|翌日(?!以降))(?:中)?")
_DAYS = {"本日": 0, "今日": 0, "明日": 1, "明後日": 2, "昨日": -1, "翌営業日": 1, "翌日": 1}
_YEAR_JA = regex(
    rf"(?P<word>今年|本年|来年|明年|翌年|再来年|昨年|去年|前年)(?!度|比|同)(?:の?(?P<month>\d{{1,2}})(?:月(?!間|額)(?:(?P<day>\d{{1,2}})日(?!間))?|/(?P<slash>\d{{1,2}})(?![\d/.])))?{_PART}"
)
_YEAR_EDGE = regex(
    r"(?<![今本来明翌再昨去前\d一二三数毎隔半])年(?P<part>末(?!調整|商戦|セール|繁忙|進行|営業|賞与|ボーナス|挨拶|休|年始)|内|明け|始)(?!年始の?休)|年(?:の)?瀬|(?<!\d)(?:20)?(?P<year>20\d\d)年(?P<part2>末|内|中|初め|前半|後半)"
)
_FROM_NOW_JA = regex(
    rf"(?:(?P<base>契約開始|契約開始日|契約締結)(?:日)?(?:から|後|より)?(?:の)?|(?P<now>今後|今から|本日から|これから|向こう))?(?<![\d.毎隔月])"
    rf"(?:(?P<half>半年)|(?P<oneyear>[1一]年)|{_COUNT}{_UNIT_JA})(?P<after>以内に?|後(?!処理|工程|半)|先|で(?=[、。\s]|$)|を?(?:目途|目処|めど)に?|を?かけて)?"
)
_FROM_NOW_EN = regex(
    rf"(?<![a-z])(?P<lead>within|in|over|after|during)(?: the)?(?: next| coming| first)? {_COUNT}[ -]{_UNIT_EN}(?: from (?:now|today))?(?![a-z])",
    re.I,
)
_WORD_EN = regex(
    r"(?<![a-z])(?:(?P<part>(?:the )?end of|late|early|mid|start of|beginning of)[ -])?(?:(?P<word>next|this|coming|last|following) (?P<unit>week|month|year)(?!-?(?:on|over|ly)| of )"
    r"|(?P<today>today|tomorrow|EOD|COB|EOW)|(?P<day>(?:next |this |coming |(?<=by )|(?<=until )|(?<=before ))(?:mon|tues|wednes|thurs|fri)day))(?![a-z])",
    re.I,
)
_YEAR_END_EN = regex(
    r"(?<![a-z])(?:(?:the )?(?:(?:end|close) of (?:this year|(?:the |this )?calendar year(?! 20\d)|(?:calendar (?:year )?|CY ?)?(?P<y1>20\d\d))(?! \d)|EOY (?P<y2>20\d\d)|year[- ]end(?: close)? (?P<y3>20\d\d)|(?P<early>early|mid|late)[ -](?P<y4>20\d\d))|in (?:calendar )?(?P<y5>20\d\d)|by (?:calendar )?(?P<y6>20\d\d)|CY ?'?(?P<y7>\d\d)(?!\d)|calendar (?:year )?(?P<y8>20\d\d))(?![-\d])",
    re.I,
)

_CONTRACT = regex(
    r"(?:(?:次回|今回|次)の?)?(?:現)?(?:契約|ライセンス|サブスク(?:リプション)?|利用契約)(?:の)?(?:"
    r"(?P<end>(?:期間)?(?:終了|満了|満期|期限|切れ|完了)(?:日|時|月|時点)?|が(?:切れる|終わる|満了する|満期を迎える|終了する|尽きる)(?:日|時|月|頃)?|の?(?:最終日|最後の日|末日|有効期限|期限)|期間(?:中|内|末|いっぱい|一杯|を通[しじ]て?|の(?:終わり|最後|終了|満了|最終日|末日|終了日))|更新(?:日|時期?|時点|月|期限|前|後|まで|判断|タイミング|のタイミング|に間に合|の(?=\d)|(?=[)、。/\n]|$|[1-9]))|終わり|中(?:に|$))"
    r"|(?P<middle>期間?の?(?:半分|折り?返し|中間)(?:地点|時点)?))"
    r"(?:の)?(?:(?P<n>\d{1,2}|半)(?P<unit>か月|カ月|ケ月|箇月|週間|日|年)(?P<side>前|後)(?:まで)?)?"
    r"|(?:次回|今回|次)の?更新(?:の日|日|時期?|時点|月|期限|前|まで|のタイミング)?(?!後)"
    r"|(?:現)?契約(?:の?最終月|内(?=[にで、。]|$)|が(?:切れる|終わる|満了する|終了する)(?:まで|前))|更新(?:期限|日|時期|月)(?=$|[、。)/に])"
    r"|(?<![約報情最データ機械毎日)])更新(?:の日|日|期限|時期|月)?(?:の)?(?:(?P<n2>\d{1,2}|半)(?P<unit2>か月|カ月|ケ月|箇月|週間|日|年)前(?:まで)?|まで|前に?(?=[、。)に\n]|$)|時まで)"
)
_CONTRACT_EN = regex(
    r"(?<![a-z])(?:(?P<n>\d{1,3}|one|two|three|four|five|six|eight|ten|twelve) (?P<unit>day|week|month)s? (?:before|prior to|ahead of) )?(?:the )?(?:next |coming )?"
    r"(?:(?:contract|subscription|license|licence|next|upcoming|annual) renewal(?: date)?(?! (?:rate|risk|process|team|forecast|plan|deck|proposal|meeting))|(?<=by )(?:the )?renewal(?! \w)|(?<=before )(?:the )?renewal(?! \w)|(?<=at )renewal|(?<=ahead of )renewal|(?<=prior to )renewal|(?<=from )renewal|(?<=until )renewal|(?<=of )renewal(?=$|[;,.)])"
    r"|(?:contract|term|subscription|agreement|licence|license)(?:'s)? (?:end(?: date)?|expiry|expiration|ends|expires|runs out|lapses|is up|finishes|closes)|(?:end|close|expiry) of (?:the |this |our )?(?:current |first |initial )?(?:contract|term|subscription|agreement|licence|license|engagement)(?: term| period)?"
    r"|(?:during|within|over|throughout|through) (?:the |this )?(?:current |first |initial )?(?:contract|term|subscription)(?: term| period)?|(?:the )?(?:whole |entire |full )?(?:life|lifetime|duration|course|length) of (?:the |this |our )?(?:current |first )?(?:contract|term|subscription|agreement|licen[cs]e|engagement)|(?:the )?(?:remainder|rest|balance|last day|final day|last month|final month|end) of (?:the |this |our )?(?:current |first )?(?:contract|term|subscription|agreement|licen[cs]e|engagement)(?: term| period)?|(?:contract|subscription|licen[cs]e|agreement) (?:expires|lapses|terminates|comes to an end|is over)|(?<=on )expiry|(?<=at )expiry|(?<=before )expiry|(?<=by )expiry|(?<=until )expiry|renewal date)(?![a-z])",
    re.I,
)

_Read = Callable[[re.Match[str], Anchor], "tuple[Period | None, Precision, str, str] | None"]


def relative_dates(text: str, anchor: Anchor) -> Iterator[DateMention]:
    """Readings of relative words in folded text; they may overlap, the caller keeps the longest."""
    readers = _JAPANESE if _JAPANESE_LETTER.search(text) else ()
    if _ENGLISH_WORD.search(text):
        readers += _ENGLISH
    small = text.lower()
    for needed, pattern, read in readers:
        for match in pattern.finditer(text) if any(map(small.__contains__, needed)) else ():
            result = read(match, anchor)
            if result is None:
                continue
            period, precision, rule, base = result
            resolution: Resolution = ("relative" if base else "absolute") if period else "ambiguous"
            first, last = period or (None, None)
            yield DateMention(
                match.start(), match.end(), match.group(), first, last, precision, resolution, rule, base
            )


def _month(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    shift = {"今月": 0, "当月": 0, "再来月": 2, "翌々月": 2, "先月": -1, "前月": -1}.get(match["word"], 1)
    end = month_end(anchor.as_of.year, anchor.as_of.month + shift)
    day = int(match["day"] or 0)
    if day:
        return (
            (Period(end.replace(day=day), end.replace(day=day)) if 1 <= day <= end.day else None),
            "day",
            "from_today",
            "as_of",
        )
    return _part(end, match["part"]), "month", "from_today", "as_of"


def _part(end: dt.date, part: str | None) -> Period:
    first, last = part_of_month((part or "").lower(), end.day)
    return Period(end.replace(day=first), end.replace(day=last))


def _month_edge(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    end = month_end(anchor.as_of.year, anchor.as_of.month)
    part = match.groupdict().get("part") or "末"
    if part == "初":
        following = end + dt.timedelta(days=1)
        return Period(following, following.replace(day=10)), "month", "from_today", "as_of"
    return (Period(end, end) if part == "末" else Period(anchor.as_of, end)), "month", "from_today", "as_of"


def _week(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    shift = {"今週": 0, "再来週": 2, "先週": -1, "前週": -1}.get(match["word"], 1)
    monday = anchor.as_of - dt.timedelta(days=anchor.as_of.weekday()) + dt.timedelta(weeks=shift)
    if match["weekday"]:
        day = monday + dt.timedelta(days="月火水木金土日".index(match["weekday"]))
        return Period(day, day), "day", "from_today", "as_of"
    if match["part"] == "明け":
        return (
            Period(monday + dt.timedelta(days=7), monday + dt.timedelta(days=7)),
            "day",
            "from_today",
            "as_of",
        )
    return Period(monday, monday + dt.timedelta(days=6)), "day", "from_today", "as_of"


def _day(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    day = anchor.as_of + dt.timedelta(days=_DAYS[match.group().removesuffix("中")])
    return Period(day, day), "day", "from_today", "as_of"


def _year(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    shift = {"今年": 0, "本年": 0, "再来年": 2, "昨年": -1, "去年": -1, "前年": -1}.get(match["word"], 1)
    year = anchor.as_of.year + shift
    if match["month"] and 1 <= int(match["month"]) <= 12:
        end, named = month_end(year, int(match["month"])), int(match["day"] or match["slash"] or 0)
        if named:
            day = end.replace(day=named) if 1 <= named <= end.day else None
            return (Period(day, day) if day else None), "day", "calendar_year", "as_of"
        return _part(month_end(year, int(match["month"])), match["part"]), "month", "calendar_year", "as_of"
    return _part_of_year(year, match["part"] or ""), "year", "calendar_year", "as_of"


def _part_of_year(year: int, part: str) -> Period:
    if part.startswith("末"):
        return Period(dt.date(year, 12, 31), dt.date(year, 12, 31))
    if part in ("初め", "はじめ", "頭", "初旬", "early"):
        return Period(dt.date(year, 1, 1), dt.date(year, 1, 31))
    if part == "前半":
        return Period(dt.date(year, 1, 1), dt.date(year, 6, 30))
    if part == "後半":
        return Period(dt.date(year, 7, 1), dt.date(year, 12, 31))
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _year_edge(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    if match["year"]:
        return _part_of_year(int(match["year"]), match["part2"]), "year", "calendar_year", ""
    year, part = anchor.as_of.year, match["part"] or "末"
    if part in ("明け", "始"):
        return Period(dt.date(year + 1, 1, 1), dt.date(year + 1, 1, 31)), "month", "calendar_year", "as_of"
    first = dt.date(year, 12, 31) if part == "末" else anchor.as_of
    return Period(first, dt.date(year, 12, 31)), "year", "calendar_year", "calendar"


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text.lower()]


def _later(day: dt.date, count: int, unit: str) -> dt.date:
    if unit.startswith(("週", "week")):
        return day + dt.timedelta(weeks=count)
    if unit.startswith(("日", "day")):
        return day + dt.timedelta(days=count)
    if unit.startswith(("年", "year")):
        return add_months(day, 12 * count)
    return add_months(day, 3 * count if unit.startswith("quarter") else count)


def _from_now(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str] | None:
    if not match["after"] and not match["base"] and not match["now"]:
        return None  # a length of time, not a date
    if match["half"]:
        count, unit = 6, "か月"
    elif match["oneyear"]:
        count, unit = 1, "年"
    else:
        count, unit = _count(match["n"]), match["unit"]
    if (
        unit == "日"
        and not match["base"]
        and not match["now"]
        and (count < 7 or match["after"] in ("で", "先"))
    ):
        return None
    if match["base"]:
        start = anchor.contract_start
        last = _later(start, count, unit) if start else None
        return (Period(last, last) if last else None), "day", "duration", "contract"
    last = _later(anchor.as_of, count, unit)
    return Period(last, last), "day", "duration", "as_of"


def _from_now_en(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str] | None:
    unit, count = match["unit"].lower(), _count(match["n"])
    if unit == "day" and (count < 14 or match["lead"].lower() != "within"):
        return None
    last = _later(anchor.as_of, count, unit)
    return Period(last, last), "day", "duration", "as_of"


def _word_en(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    word, unit = (match["word"] or "").lower(), (match["unit"] or "").lower()
    shift = {"this": 0, "last": -1}.get(word, 1)
    if unit == "month":
        return (
            _part(month_end(anchor.as_of.year, anchor.as_of.month + shift), match["part"]),
            "month",
            "from_today",
            "as_of",
        )
    if unit == "year":
        part = "末" if (match["part"] or "").lower().startswith(("end", "the end")) else ""
        return _part_of_year(anchor.as_of.year + shift, part), "year", "calendar_year", "as_of"
    monday = anchor.as_of - dt.timedelta(days=anchor.as_of.weekday()) + dt.timedelta(weeks=shift)
    if unit == "week" or (match["today"] or "").upper() == "EOW":
        shift_days = 0 if unit else -7 * shift
        monday += dt.timedelta(days=shift_days)
        return Period(monday, monday + dt.timedelta(days=6)), "day", "from_today", "as_of"
    if match["today"]:
        day = anchor.as_of + dt.timedelta(days=int(match["today"].lower() == "tomorrow"))
        return Period(day, day), "day", "from_today", "as_of"
    weekday = ["mon", "tue", "wed", "thu", "fri"].index(match["day"].split()[-1][:3].lower())
    ahead = (weekday - anchor.as_of.weekday()) % 7 + (7 if match["day"].lower().startswith("next") else 0)
    day = anchor.as_of + dt.timedelta(days=ahead)
    return Period(day, day), "day", "from_today", "as_of"


def _year_end_en(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    named = next(
        (match[name] for name in ("y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8") if match[name]), None
    )
    if named:
        year, early = int(named) % 2000 + 2000, (match["early"] or "").lower()
        if early == "mid":
            return Period(dt.date(year, 5, 1), dt.date(year, 8, 31)), "half", "calendar_year", ""
        if early == "early":
            return Period(dt.date(year, 1, 1), dt.date(year, 3, 31)), "quarter", "calendar_year", ""
        whole = Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
        return (
            (
                whole
                if any(match[name] for name in ("y5", "y6", "y7", "y8"))
                else Period(whole.last, whole.last)
            ),
            "year",
            "calendar_year",
            "",
        )
    last = dt.date(anchor.as_of.year, 12, 31)
    return Period(last, last), "year", "calendar_year", "calendar"


def _contract(match: re.Match[str], anchor: Anchor) -> tuple[Period | None, Precision, str, str]:
    parts = match.groupdict()
    end, start = anchor.contract_end, anchor.contract_start
    if parts.get("middle"):
        middle = start + (end - start) / 2 if start and end else None
        return (Period(middle, middle) if middle else None), "day", "contract", "contract"
    if end is None:
        return None, "day", "contract", "contract"
    count, unit = parts.get("n") or parts.get("n2"), parts.get("unit") or parts.get("unit2")
    if count and unit:
        sign = 1 if parts.get("side") == "後" else -1
        if count == "半":
            count, unit = (
                ("6", "か月")
                if unit.startswith("年")
                else ("15", "日")
                if unit.endswith("月")
                else ("1", unit)
            )
        end = _later(end, sign * _count(count), unit.lower())
    return Period(end, end), "day", "contract", "contract"


_Reader = tuple[Sequence[str], re.Pattern[str], _Read]
"""Of which one stands in whatever the pattern finds (in small letters), the pattern, and how it is read."""
_JAPANESE: tuple[_Reader, ...] = (
    ("月", _MONTH_JA, _month),
    ("月", _MONTH_EDGE, _month_edge),
    ("週", _WEEK_JA, _week),
    ("日", _DAY_JA, _day),
    ("年", _YEAR_JA, _year),
    ("年", _YEAR_EDGE, _year_edge),
    ("月週日年", _FROM_NOW_JA, _from_now),
    (("契約", "更新", "ライセンス", "サブスク"), _CONTRACT, _contract),
)
_ENGLISH: tuple[_Reader, ...] = (
    (("month", "eom"), _MONTH_EDGE_EN, _month_edge),
    (("day", "week", "month", "quarter", "year"), _FROM_NOW_EN, _from_now_en),
    (("day", "week", "month", "year", "tomorrow", "eo", "cob"), _WORD_EN, _word_en),
    (("year", "20", "eoy", "cy"), _YEAR_END_EN, _year_end_en),
    (
        ("contract", "renewal", "subscription", "licen", "term", "agreement", "engagement", "expir"),
        _CONTRACT_EN,
        _contract,
    ),
)
_JAPANESE_LETTER = regex(r"[\u3041-\u30ff\u4e00-\u9fff]")
_ENGLISH_WORD = regex(
    r"week|month|year|EO|COB|today|tomorrow|day|renewal|term|contract|subscription|agreement|licen[cs]e|engagement|after|before|until|upon|once|expiry|CY"
    r"|calendar|end of|close of|following|next|post|prior|by 20|in 20|(?:early|mid|late|of)[ -]20|\bby |\bat ", re.I
)  # fmt: skip
