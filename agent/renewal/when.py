"""Dates of a remark as plan values: resolved against the day it was said, with the words they were read from."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.calendar import Anchor, DateMention, find_dates
from agent.calendar.anchor import Direction
from agent.models.evidence import Citation, Derived, Value
from agent.renewal.denied_dates import is_denied
from agent.renewal.remarks import Remark
from agent.renewal.years_beside import with_year_beside
from connectors.dates import MONTHS

BARE_DAY = re.compile(
    r"(?<![\d月/.年])(?P<day>[0-3]?\d|[0-3]?\d)日(?!間|前|後|以内|目|あたり|分|程度|につき|かか|かけて|ほど|くらい|ぐらい|以上|連続|遅れ|ぶり|も(?:あれば|かか))(?:[(（の]?(?P<week>[月火水木金土日])曜?)?"
)
WEEKDAY = re.compile(
    r"(?<![第毎隔])(?<!第[1-5１-５一二三四五])(?<![毎隔]週)(?P<next>来週の?|今週の?)?(?P<week>[月火水木金土])曜(?:日)?(?=まで|に|の|中|、|。)|\b(?:by|on|before) (?P<en>next )?(?P<name>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri)(?:day)?\b"
)
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
SPOKEN_DAY = re.compile(
    rf"\b(?:the )?(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True)).replace('-', '[- ]')}) of (?P<month>{'|'.join(MONTHS).lower()})\b",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS).lower()}) (?:the )?(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True)).replace('-', '[- ]')})\b(?! (?:week|half|time|draft|meeting|one|of|(?:mon|tues|wednes|thurs|fri|satur|sun)day))",
    re.I,
)
"""The same with the month before it, as Americans speak: "December eighth"."""
BESIDE_DAY = re.compile(
    r",? (?:the )?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d)", re.I
)
REST_OF_DAY = re.compile(r"の?(?P<day>[0-3]?\d)日(?!間|前|後|以内)")
"""What stands behind a year and month that were read as a month: 「来年2月」 + 「19日」."""
ORDINAL_DAY = re.compile(
    rf"\b(?:on|by|for|until|till|before|after|from|is|of|week,|,) the (?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True)).replace('-', '[- ]')}|[0-3]?\d(?:st|nd|rd|th))(?=\s*(?:$|[.,;:?!)]|(?:at|and|then|with|if|in|from|to|for|we|it|so|please|or|she|he|they|but)\b|of (?:this|the) month\b))(?! of (?!this|the month))",
    re.I,
)
"""A day of the month in words, its month understood: "on the sixteenth", "by the 7th"."""
MONTHS_EN = [name.lower() for name in calendar.month_name]
MONTH_NAMED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?![^.;]*[.;])"
)
MONTH_BACK = 40
"""Characters before a bare day in which its month may be named."""
BESIDE_WEEKDAY = re.compile(r",? (?:the )?$")
OVER = re.compile(
    r"[^。、]{0,14}(?:ました|でした|[いきしちにりっ][たて]ある|済み|ずみ|[いきしちにりえけせてねれべめ]た)(?:。|$|の|が|と|」|\)|）)"
)
"""What follows a bare day that is over: 「6日に出しました」."""
CLAUSE = 12
"""Characters from a day to a bare one that counts on from it."""
KANJI_DAYS = "月火水木金土日"
WEEKDAY_NAME = re.compile(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sun)(?:day)?", re.I)
ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri")
LOOK_BACK_DAYS = 30
"""A dated step is of the current decision when its day is at most this long before as_of."""
MONTH_DAYS = 31
"""A mention longer than this is of quarter precision or coarser: it says for which time, not on which day."""
WHOLE_YEAR = re.compile(
    r"[来今前翌]期|年度|年明け|[来翌今明]年の?$|^(?:the )?(?:next|this|coming|following) year|FY", re.I
)
COUNTED_BACK = re.compile(r"前|before|prior|ahead", re.I)
CLOSES_A_MONTH = re.compile(r"(?:末|中|いっぱい|end of .*|by the end.*)$", re.I)


@dataclass(frozen=True, slots=True)
class When:
    """A resolved date: `iso` is a day or a month ("2026-11-18", "2027-01"), offsets count within the text read."""

    start: int
    end: int
    words: str
    iso: str
    first: dt.date
    last: dt.date
    rule: str
    absolute: bool  # year, month and day all stand in the words


def read_when(
    text: str, said_on: dt.date | None, anchor: Anchor, direction: Direction = "future"
) -> list[When]:
    """Resolved dates of a text in order. Days without a month count from the day it was said; unresolved ones are left out."""
    here = replace(anchor, as_of=said_on or anchor.as_of)
    found = _spoken_days(text, here.as_of)
    taken = [(when.start, when.end) for when in found]
    mentions = [_of_mention(m) for m in find_dates(text, here, direction) if m.first and m.last]
    mentions = [_with_its_day(text, when) for when in _without_weekdays(text, mentions)]
    mentions = [*_months_in_kanji(text, here.as_of), *mentions]
    for when in [*mentions, *_bare_days(text, here.as_of, mentions), *_weekdays(text, here.as_of)]:
        if all(when.end <= start or end <= when.start for start, end in taken):
            found.append(when)
            taken.append((when.start, when.end))
    held = [when for when in found if not is_denied(text, when.start, when.end)]
    return with_year_beside(text, sorted(held, key=lambda when: when.start), here.as_of)


def when_value(when: When, citation: Citation, remark: Remark) -> Value[str]:
    """The date as a cited value: matched where it is written out in full, else derived from its words and the day said."""
    if when.absolute:
        return Value[str](value=when.iso, citations=[citation], check="value_matches")
    inputs: list[Value[object]] = [Value[object](value=when.words, citations=[citation], check="quote_found")]
    if remark.day:
        said = Derived(rule="date_of_source", inputs=[])
        day = remark.day.isoformat()
        inputs.append(Value[object](value=day, citations=[citation], derived=said, check="computed"))
    derived = Derived(rule=f"calendar.{when.rule}", inputs=inputs)
    return Value[str](value=when.iso, citations=[citation], derived=derived, check="computed")


def _of_mention(mention: DateMention) -> When:
    first, last = mention.first, mention.last
    assert first is not None
    assert last is not None
    whole_month = (first.year, first.month) == (last.year, last.month) and first.day == 1
    if first == last:
        iso = last.isoformat()
    elif mention.precision == "day":  # a week: its last working day
        last = last - dt.timedelta(days=max(0, last.weekday() - 4))
        iso = last.isoformat()
    elif mention.precision == "month" and not (whole_month and CLOSES_A_MONTH.search(mention.text)):
        iso = f"{last:%Y-%m}"
    else:
        iso = last.isoformat()
    absolute = mention.resolution == "absolute" and mention.rule == "iso"
    absolute = absolute or bool(re.search(r"\d{4}年.*\d日|\d{4}[/.-]\d+[/.-]\d+", mention.text))
    return When(mention.start, mention.end, mention.text, iso, first, last, mention.rule, absolute)


def _without_weekdays(text: str, mentions: Sequence[When]) -> list[When]:
    """Without a weekday that stands beside the day it is ("Friday 18 September" is one date)."""
    starts = {when.start for when in mentions}
    return [
        when
        for when in mentions
        if not (
            WEEKDAY_NAME.fullmatch(when.words)
            and any(when.end < start and BESIDE_WEEKDAY.fullmatch(text, when.end, start) for start in starts)
        )
    ]


def _with_its_day(text: str, when: When) -> When:
    """A month that a day follows is that day: 「来年2月19日」."""
    day = (
        REST_OF_DAY.match(text, when.end) if when.iso.count("-") == 1 and when.words.endswith("月") else None
    )
    if day is None or not 1 <= int(day["day"]) <= calendar.monthrange(when.first.year, when.first.month)[1]:
        return when
    first = when.first.replace(day=int(day["day"]))
    return When(
        when.start, day.end(), text[when.start : day.end()], first.isoformat(), first, first, when.rule, False
    )


def _bare_days(text: str, said_on: dt.date, mentions: Sequence[When]) -> list[When]:
    found = []
    for match in BARE_DAY.finditer(text):
        number = int(match["day"])
        over = number < said_on.day and OVER.match(text, match.end())
        since = _begun_before(text, match.start(), mentions) or said_on
        day = said_on.replace(day=number) if over and number else _next_day_of_month(number, since)
        if day and (not match["week"] or KANJI_DAYS[day.weekday()] == match["week"]):
            found.append(When(*match.span(), match[0], day.isoformat(), day, day, "day_of_month", False))
    return found


def _begun_before(text: str, start: int, mentions: Sequence[When]) -> dt.date | None:
    """The day named right before it in its clause, from which a bare day counts on: 「12月1日から書き始め、15日に回す」."""
    days = [when for when in mentions if when.end <= start and when.first == when.last]
    last = max(days, key=lambda when: when.end, default=None)
    near = last is not None and start - last.end <= CLAUSE and "。" not in text[last.end : start]
    return last.first if near and last is not None else None


def _spoken_days(text: str, said_on: dt.date) -> list[When]:
    """ "the eighteenth of November", "by the seventh", as speech is written down: the next such day."""
    found = []
    for match in ORDINAL_DAY.finditer(text):
        words = match["day"].lower().replace(" ", "-")
        number = int(words[:-2]) if words[0].isdigit() else ORDINALS.index(words) + 1
        coming = _day_of(_month_before(text, match.start()), number, said_on)
        if coming:
            start = match.start("day") - len("the ")
            found.append(
                When(
                    start,
                    match.end(),
                    text[start : match.end()],
                    coming.isoformat(),
                    coming,
                    coming,
                    "day_of_month",
                    False,
                )
            )
    for match in (*SPOKEN_DAY.finditer(text), *MONTH_FIRST.finditer(text)):
        number = ORDINALS.index(match["day"].lower().replace(" ", "-")) + 1
        month = MONTHS.index(match["month"].capitalize()) + 1
        for year in (said_on.year, said_on.year + 1):
            if number <= calendar.monthrange(year, month)[1] and dt.date(year, month, number) >= said_on:
                day = dt.date(year, month, number)
                found.append(When(*match.span(), match[0], day.isoformat(), day, day, "day_in_words", False))
                break
    return found


KANJI_MONTH = re.compile(
    r"(?<![一-龠\d])(?P<month>十[一二]?|[一二三四五六七八九])月の?"
    r"(?:(?P<day>二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九]|\d{1,2})日|(?P<part>末|頭|初め|はじめ|半ば|なかば|中頃|上旬|中旬|下旬|終わり|しまい)|(?=[にのはがまから、。をで]))"
)
"""「十月の十日」, 「二月の頭」, 「十一月の会」: as people write dates in diaries."""
_KANJI_NUMBERS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
PARTS = {"頭": (1, 10), "初め": (1, 10), "はじめ": (1, 10), "上旬": (1, 10), "半ば": (11, 20), "なかば": (11, 20), "中頃": (11, 20), "中旬": (11, 20), "下旬": (21, 31)}  # fmt: skip


def _kanji_number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (_KANJI_NUMBERS.get(tens, 1) * 10 if ten else 0) + _KANJI_NUMBERS.get(ones, 0)


def _months_in_kanji(text: str, said_on: dt.date) -> list[When]:
    """Months, their days and parts written in kanji with の between: the next such day."""
    found = []
    for match in KANJI_MONTH.finditer(text):
        month = _kanji_number(match["month"])
        year = said_on.year + (month < said_on.month)
        last = calendar.monthrange(year, month)[1]
        begin, end = (
            (_kanji_number(match["day"]),) * 2 if match["day"] else PARTS.get(match["part"] or "", (1, last))
        )
        if not 1 <= begin <= last:
            continue
        if match["part"] in ("末", "終わり", "しまい"):
            begin = end = last
        first, final = dt.date(year, month, begin), dt.date(year, month, min(end, last))
        iso = final.isoformat() if first == final else f"{final:%Y-%m}"
        found.append(When(*match.span(), match[0], iso, first, final, "month_in_kanji", False))
    return found


def _weekdays(text: str, said_on: dt.date) -> list[When]:
    found = []
    for match in WEEKDAY.finditer(text):
        if match["name"] and BESIDE_DAY.match(text, match.end()):
            continue  # "Thursday 10 December" is one date
        if match["week"]:
            number = KANJI_DAYS.index(match["week"])
            later = (match["next"] or "").startswith("来週")
        else:
            number = next(i for i, name in enumerate(ENGLISH_DAYS) if match["name"].lower().startswith(name))
            later = bool(match["en"])
        monday = said_on - dt.timedelta(days=said_on.weekday()) + dt.timedelta(days=7 * later)
        day = monday + dt.timedelta(days=number)
        day += dt.timedelta(days=7) if day < said_on else dt.timedelta()
        found.append(When(*match.span(), match[0], day.isoformat(), day, day, "weekday", False))
    return found


def _month_before(text: str, end: int) -> int | None:
    """The month that a clause names before its day ("the July meeting is on the 16th")."""
    named = list(MONTH_NAMED.finditer(text, max(0, end - MONTH_BACK), end))
    return MONTHS_EN.index(named[-1][0].lower()) if named else None


def _day_of(month: int | None, number: int, said_on: dt.date) -> dt.date | None:
    """The next such day of the month, of this one where none is named."""
    if month is None:
        return _next_day_of_month(number, said_on)
    for year in (said_on.year, said_on.year + 1):
        if 1 <= number <= calendar.monthrange(year, month)[1] and dt.date(year, month, number) >= said_on:
            return dt.date(year, month, number)
    return None


def _next_day_of_month(number: int, said_on: dt.date) -> dt.date | None:
    year, month = said_on.year, said_on.month
    if number < said_on.day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, number)


DUE_BEFORE = re.compile(r"\bdue(?: (?:in|on|by|back|at))?(?: the)? $", re.I)
DUE_AFTER = re.compile(r" ?(?:[(（].{1,2}[)）])?(?:に|が|は)?(?:締め?切り?|〆切?|必着|期日|期限|最終)")


def due_days(text: str, dates: Sequence[When]) -> list[When]:
    """Of several days those by which the text says that something is due ("Papers for 19 Nov due 5 Nov"); else all."""
    due = [
        date for date in dates if DUE_BEFORE.search(text, 0, date.start) or DUE_AFTER.match(text, date.end)
    ]
    return due or list(dates)


def finest(dates: Sequence[When]) -> list[When]:
    """Days where there are any, else months; never the year a budget is for ("翌年の費目は10月20日の…"), nor the contract's
    end where only the renewal is named ("次の更新は社長決裁になります")."""
    dates = [
        date
        for date in dates
        if not WHOLE_YEAR.search(date.words) and (date.rule != "contract" or COUNTED_BACK.search(date.words))
    ]
    fine = [date for date in dates if (date.last - date.first).days <= MONTH_DAYS] or dates
    days = [date for date in fine if date.first == date.last]
    return [date for date in fine if date in days or not any(_within(day, date) for day in days)]


def _within(day: When, month: When) -> bool:
    """The day makes the month it follows exact: "its October meeting, which is on the 15th"."""
    beside = month.start < day.start or month.start - day.end <= len(" of ")
    return beside and month.iso.count("-") == 1 and day.iso.startswith(month.iso)


def is_current(when: When, anchor: Anchor) -> bool:
    """The date belongs to the decision that is ahead, neither to the last one nor to one in two years."""
    return (anchor.as_of - when.last).days <= LOOK_BACK_DAYS and (when.first - anchor.as_of).days <= 366


def after_the_end(when: When, anchor: Anchor) -> bool:
    """Dated after the contract's end: whatever is decided then is not how this contract goes on."""
    end = anchor.contract_end
    return end is not None and end >= anchor.as_of and when.first > end
