"""Work promised only outside some hours, against a plan that names an hour inside them.

The hours are those the promise names (outside 9:00-21:00, 21時以降), or those everybody keeps (office hours, 日中) where
it names none; then only the middle of the day counts, so that nobody's opening time has to be guessed.
"""

from __future__ import annotations

import datetime as dt
import re

from agent.calendar import DateMention
from agent.calendar.patterns import regex
from agent.goals.promised.measures import Measure, measures
from agent.goals.scan import Scan

_OUTSIDE = regex(
    r"時間外|以外|(?:には|は|中|時間)(?:[^、。]{0,6})?(?:止め|停止し|落とさ|作業し|行わ|実施し|触ら|入ら|鳴らさ|しない|せず)|避け|(?<![a-z])(?:outside|not during|never during|no [a-z ]{2,30} during|no [a-z ]{2,30} between|not between|never between|except between|avoid(?:ing)?)(?![a-z])",
    re.I,
)
_ONLY_THEN = regex(
    r"のみ|だけ|限り|限定|に(?:行|実施|作業|限)|(?<![a-z])(?:only|solely|exclusively|always)(?![a-z])", re.I
)
_FROM_ON = regex(r"(?:以降|過ぎ|より後)", re.I)
_AFTER_EN = regex(r"(?<![a-z])(?:after|from|past) $", re.I)
_BEFORE_EN = regex(r"(?<![a-z])before $", re.I)
_UNTIL = regex(r"(?:より前|前|まで)")
_BY_DAY = regex(
    r"営業時間|業務時間|就業時間|勤務時間|開館時間|診療時間|診療中|営業中|日中|昼間|授業中|開店中|稼働時間|(?<![a-z])(?:opening|trading|office|business|working|visiting|school|shop|store|clinic|shift) hours|daytime|in the day|during the day|day shift(?![a-z])",
    re.I,
)
_BY_NIGHT = regex(
    r"夜間|深夜|夜中|閉店後|閉館後|終業後|(?<![a-z])(?:at night|overnight|night-time|nights|after closing|after hours|out of hours)(?![a-z])",
    re.I,
)
_WEEKEND = regex(
    r"週末|休日|休館日|定休日|休業日|土日|土曜|日曜|[(（][土日]|(?<![a-z])(?:weekend|saturday|sunday|bank holiday|closing day)",
    re.I,
)
_WEEKDAYS_ONLY = regex(r"平日|(?<![a-z])(?:weekday|working day|monday to friday|mon-fri)", re.I)
_NO_WEEKEND = regex(
    r"(?:週末|休日|土日祝?|土曜|日曜)(?:の[^、。]{0,8})?(?:は|には|に|も|を|が)?[^、。]{0,10}(?:しない|させない|なし|ゼロ|求めない|行わない|避け|出さない|頼まない)|(?<![a-z])(?:no|never any|without|nothing on) (?:weekend|saturday|sunday)s?(?![a-z])|not (?:at|on|over) (?:the )?weekends?",
    re.I,
)
_DENIED = regex(r"(?:は|も|を)?(?:除|避|休|対象外|以外)|[^、。\n]{0,4}(?:しない|せず)", re.I)
_DENIED_EN = regex(
    r"(?<![a-z])(?:no|not|never|without|excluding|except|avoid(?:ing|s)?|before|closed)(?: on| at)?(?: the| any)? $",
    re.I,
)


def in_forbidden_hours(promise: Scan, plan: Scan) -> bool:
    """The plan's hour lies where the promise said that nothing would be done."""
    if _NO_WEEKEND.search(promise.text) and _on_weekend(plan.text):
        return True
    free = _allowed(promise)
    if free is None:
        return False
    if _WEEKEND.search(plan.text) and (_WEEKDAYS_ONLY.search(promise.text) or not _clocks(promise)):
        return False
    begin, end = free
    clocks = [clock for clock in _clocks(plan) if not plan.text.startswith(("より前", "まで"), clock.end)]
    return bool(clocks) and not any(_within(clock.value, begin, end) for clock in clocks)


_RULED_OUT_DAYS = regex(
    r"(?:は|に|中|期間)[^。]{0,14}(?:入れ|行わ|実施し|し|作業し|止め|触ら|予定し|設け)(?:ない|ません|ず)|避け(?:る|て|ます)|を除|以外|(?<![a-z])(?:no|not|never|nothing|avoid(?:ing)?|except|outside)(?: [a-z-]+){0,4} (?:during|in|between|from|over|around|while)(?![a-z])|(?<![a-z])(?:outside|except|avoiding)(?![a-z])",
    re.I,
)


def days_ruled_out(promise: Scan) -> tuple[dt.date, dt.date] | None:
    """The stretch of days in which the promise lets nothing be done: harvest (August to October), 11月~12月."""
    days = [
        _stretch(promise.text, m)
        for m in promise.mentions
        if m.last is not None and m.rule != "calendar_year"
    ]
    if (
        not days
        or not _RULED_OUT_DAYS.search(promise.text)
        or re.search(r"まで|(?<![a-z])(?:until|till|by|before) ", promise.text)
    ):
        return None
    return min(first for first, _ in days), max(last for _, last in days)


def _stretch(text: str, mention: DateMention) -> tuple[dt.date, dt.date]:
    """First and last day; the day that follows a month read alone (~1月4日) is taken with it."""
    assert mention.first is not None
    assert mention.last is not None
    day = re.match(r"(\d{1,2})日", text[mention.end :])
    if day and mention.precision == "month" and 0 < int(day[1]) <= mention.last.day:
        alone = mention.first.replace(day=int(day[1]))
        return alone, alone
    return mention.first, mention.last


def names_hours(promise: Scan) -> bool:
    """The promise's clock times say when something may be done, not by when it is done."""
    return _allowed(promise) is not None


def _on_weekend(text: str) -> bool:
    return any(
        not _DENIED.match(text, match.end()) and not _DENIED_EN.search(text[: match.start()])
        for match in _WEEKEND.finditer(text)
    )


def _clocks(scan: Scan) -> list[Measure]:
    """Clock times; of 7 to 9 a.m. both ends."""
    found = [measure for measure in measures(scan) if measure.kind == "clock"]
    ja = _STRETCH_JA.search(scan.text)
    if ja and len(found) == 1:
        found.insert(0, Measure(ja.start(), ja.start() + 1, int(ja[1]) * 60.0, "clock"))
        return found
    stretch = _STRETCH_EN.search(scan.text)
    if stretch and len(found) == 1:
        late = (
            stretch["half"].lower() == "p"
            and int(stretch["from"]) < 12
            and int(stretch["from"]) <= int(stretch["to"]) % 12
        )
        begin = (int(stretch["from"]) + (12 if late else 0)) * 60.0
        found.insert(0, Measure(stretch.start("from"), stretch.end("from"), begin, "clock"))
    return found


_STRETCH_JA = regex(r"(?<![\d:.])(\d{1,2})[~〜-]\d{1,2}時(?!間)")
_STRETCH_EN = regex(
    r"(?<![\d:.])(?P<from>1[0-2]|[1-9])(?: ?[-–~] ?| (?:and|to|until|till) )(?P<to>1[0-2]|[1-9])(?::\d\d)? ?(?P<half>[ap])\.?m",
    re.I,
)


def _allowed(promise: Scan) -> tuple[float, float] | None:
    """From when to when the promise lets something be done, in minutes of the day; may run over midnight."""
    text, clocks = promise.text, _clocks(promise)
    outside = _OUTSIDE.search(text)
    if len(clocks) == 1:
        return _open_ended(text, clocks[0]) if outside or _ONLY_THEN.search(text) else None
    if len(clocks) == 2 and clocks[0].value != clocks[1].value:
        first, second = clocks[0].value % 1440, clocks[1].value % 1440
        if outside:
            return second, first
        by_night = _BY_NIGHT.search(text) or second < first
        return (first, second) if _ONLY_THEN.search(text) and by_night else None
    if clocks:
        return None
    if _BY_NIGHT.search(text) and _ONLY_THEN.search(text):
        return 1020.0, 540.0
    return (1020.0, 570.0) if outside and _BY_DAY.search(text) else None


def _open_ended(text: str, clock: Measure) -> tuple[float, float] | None:
    before = text[: clock.start]
    if _FROM_ON.match(text, clock.end) or _AFTER_EN.search(before):
        return clock.value, 420.0 if clock.value >= 900 else 1440.0
    if _UNTIL.match(text, clock.end) or _BEFORE_EN.search(before):
        return 0.0, clock.value
    return None


def _within(minute: float, begin: float, end: float) -> bool:
    minute %= 1440
    return begin <= minute <= end if begin <= end else minute >= begin or minute <= end
