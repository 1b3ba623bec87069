"""What stands around the figures of a promise and a plan: how long a promise runs, what an amount is for, what it adds
up to."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from agent.calendar import add_months, fold
from agent.calendar.patterns import regex
from agent.goals.quantities import Found, masked
from agent.goals.scan import Scan
from agent.goals.words import alternation, lazily, words

_RUNS = regex(
    r"(?:契約|導入|稼働|利用|運用|開始|着手|初年度)(?:から|後|開始から|開始後)?の?(?:最初の|初めの)?\d+(?:年間?|か月間?|週間|日)(?:以内|後|間|目)?(?:で|に|は|、|まで|の間|以内)|(?<![\d.月])\d{1,2}(?:年間?|か月間?)で(?!\d)"
    r"|(?:within|in|over|inside|after|during) (?:the )?(?:first )?(?:\d+|one|two|three|four|six|nine|ten|twelve) (?:days?|weeks?|months?|years?)(?= (?:of|from|after|following) (?:go|the|contract|start|launch|kick|sign))",
    re.I,
)
"""契約1年で, within 3 months of go-live: by when, not how much."""
_RECKONED = regex(
    r"(?<![\d.])(?P<n>\d{1,3}) ?-?(?P<unit>日|週間?|か月|年|days?|weeks?|months?|years?)(?:間|以内)?",
    re.I,
)
_FROM_DAY = regex(
    r"\)?(?:から|より|後|以降)の?|\)?の|,? (?:from|after|of|following)(?: the| our)?(?: [a-z-]+){0,3}(?: \(| on | in |,| )?(?:on |in )?",
    re.I,
)
"""9 months of go-live (1 Sept 2026), 開業(2026年5月1日)から6か月."""
_WITHIN_TERM = regex(
    r"契約(?:期間|満了|終了|更新|中|内|[1一]年|初年|の?(?:初回)?更新)|更新(?:まで|前)|(?<![a-z])(?:contract|term|renewal|year one|first year)(?![a-z])",
    re.I,
)
_AFTERWARDS = regex(
    r"以降|以後|より後|終了後|満了後|経過後|明け|(?<![a-z])(?:from|after|following|once|as of|onwards)(?![a-z])",
    re.I,
)
_CAP = regex(r"(?:up to|as many as|maximum of|max\.?) ?$|(?:最大|上限)$", re.I)
_CAP_AFTER = regex(r"まで(?:は)?(?:無償|無料|追加費用|込|含|の(?:利用|範囲))", re.I)
_EACH = lazily(
    lambda: regex(
        rf"(?:(?<![\d.])(?:1|一)(?P<ja>{alternation(words('ja', 'quantity', 'denominators'))})(?:あたり|当たり|当り|につき|ごと(?:に)?|の)?|各(?P<every>{alternation(words('ja', 'quantity', 'denominators'))})で?)(?:月|年|週|1?日|毎月|月間|年間)?(?:平均)?[^\d、。]{{0,3}}$"
    )
)
_HOW_MANY = r"(?<![\d.])(?P<n>\d[\d,]*){unit}"
_AND_MORE = regex(
    r"(?<![a-z])(?:the )?(?:other|remaining|another|further|rest of the|last|final) (?P<en>\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z\d])|(?:残り|残る|あと|さらに|追って|後から)の?(?P<ja>\d+)(?=[一-龥ァ-ヶ])",
    re.I,
)
_PER_EN = regex(
    r"(?:per|for each|for every|each|an?) (?P<en>(?!week|month|year|day|hour|quarter|shift)[a-z]{3,})", re.I
)
_PART_OF = regex(
    r"(?<![\d.])(?P<whole>\d+)[^\d、。\n]{0,4}(?:中|のうち)の?(?P<part>\d+)|(?<![\d.])全?(?P<all>\d+)[^\d、。\n]{0,16}(?:のうち|の中で|中)[、,]?[^\d。\n]{0,20}?(?P<few>\d+)[^\d、。\n]{0,6}(?:だけ|のみ|に限|を先|にとど|に絞)|(?<![\d.])(?P<part_en>\d+) (?:[a-z]+ )?(?:of|out of) (?:the |our |all )*(?P<whole_en>\d+)(?![\d%.])",
    re.I,
)
_TIMES = regex(r"(?<![\d.,])(?P<n>\d+)[^\d、。]{0,4} ?[×*] ?(?:年|月|週|1?日)?$")
_HOURS = regex(
    r"(?<![\d:])(?P<from>\d{1,2})(?::\d\d|時)?(?:am|pm)?(?:[~-]| to )(?P<to>\d{1,2})(?::\d\d|時| ?(?P<half>am|pm))",
    re.I,
)
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


def without_terms(text: str) -> str:
    """The promise with the words of how long it runs blotted out."""
    return masked(text, [match.span() for match in _RUNS.finditer(text)])


def days_of(promise: Scan) -> list[dt.date]:
    """By when the promise is to be kept: its dates, or the end of a time counted from one (10 weeks from 1 July)."""
    found = []
    text = fold(promise.context.purchase_promise or "").text
    for mention in promise.mentions:
        if mention.last is None or _NAMES_WORK.match(text, mention.start):
            continue
        before = list(_RECKONED.finditer(text[: mention.start]))
        if before and _FROM_DAY.fullmatch(text[before[-1].end() : mention.start]):
            found.append(_counted_on(mention.last, before[-1]))
            continue
        after = _RECKONED.search(text, mention.end, mention.end + 12)
        if after and _FROM_DAY.fullmatch(text[mention.end : after.start()]):
            found.append(_counted_on(mention.last, after))
        else:
            found.append(mention.last)
    return found


_NAMES_WORK = regex(
    r"(?:month|quarter|year|week|period|half)[- ](?:end|close) (?!on|at|by|in|of|from|to|and|or|for|with|as|is|are)[a-z]{3,}"
    r"|(?:月|年|期|週|四半期|半期|年度)末の?(?:締|在庫|残高|棚卸|処理|作業|業務|決算|残業|繁忙|調整|報告|集計|請求|支払)|翌(?:々)?月の?(?:第)?\d+(?:営業|稼働)?日|翌営業日",
    re.I,
)
"""month-end overtime, 月末締め作業, 翌月5営業日: the work at that time or a day of every month, no day it is promised for."""


def _counted_on(day: dt.date, match: re.Match[str]) -> dt.date:
    """The day so many days, weeks, months or years later."""
    number, unit = int(match["n"]), match["unit"][0].lower()
    months = {"か": 1, "m": 1, "年": 12, "y": 12}.get(unit)
    if months:
        return add_months(day, number * months)
    return day + dt.timedelta(days=number * (7 if unit in "週w" else 1))


def is_for_the_term(promised: str) -> bool:
    """The promise is to be kept within the contract."""
    return _WITHIN_TERM.search(promised) is not None


def is_about_afterwards(scan: Scan, promise: Scan) -> bool:
    """The plan speaks of what comes when the promise has run out: 2027年10月以降の料金 where it ran to September."""
    days = days_of(promise)
    if not days or not _AFTERWARDS.search(scan.text):
        return False
    return any(
        mention.first is not None
        and mention.first > max(days)
        and _AFTERWARDS.search(scan.text[max(0, mention.start - 12) : mention.end + 4])
        for mention in scan.mentions
    )


def is_cap(promise: Scan, quantity: Found | None) -> bool:
    """The promised number is how many may be served, not how many will be: free for up to 200 users."""
    return quantity is not None and bool(
        _CAP.search(promise.text[: quantity.start]) or _CAP_AFTER.match(promise.text, quantity.end)
    )


def is_interval(text: str, start: int, end: int) -> bool:
    """Every 15 minutes, 15分ごと: how often, no amount."""
    return bool(_INTERVAL_BEFORE.search(text[:start]) or _INTERVAL_AFTER.match(text, end))


_INTERVAL_BEFORE = regex(r"(?<![a-z])every $", re.I)
_INTERVAL_AFTER = regex(r"(?:ごと|おき|毎に|間隔)")


def in_all(scan: Scan, quantity: Found, promised: str) -> Found:
    """The quantity for all it is meant for, with what is to follow: 15万円 for each of 18 sites, 12 and the other 18."""
    each = _EACH.search(scan.text[max(0, quantity.start - 20) : quantity.start])
    for match in _PER_EN.finditer(scan.text, quantity.start, quantity.end + 40) if not each else ():
        count = re.search(
            rf"(?<![\d.,])(\d[\d,]*) (?:[a-z]+ ){{0,2}}?{match['en']}(?:s|es)(?![a-z])", scan.text, re.I
        )
        if count and not re.search(rf"(?:per|each|every|a) {match['en']}", promised, re.I):
            return replace(quantity, value=quantity.value * int(count[1].replace(",", "")))
    if each:
        unit = each["ja"] or each["every"]
        count = re.search(
            _HOW_MANY.format(unit=re.escape(unit).replace("人", "[人名]")),
            scan.text.replace(each.group(), "\n" * len(each.group())),
        )
        if count and int(count["n"].replace(",", "")) > 1 and not re.search(rf"(?:1|一|各){unit}", promised):
            return replace(quantity, value=quantity.value * int(count["n"].replace(",", "")))
    times = _TIMES.search(scan.text[max(0, quantity.start - 14) : quantity.start])
    if times and int(times["n"]) > 1:
        return replace(quantity, value=quantity.value * int(times["n"]))
    lots = _lots(scan.text, quantity)
    if lots > quantity.value:
        return replace(quantity, value=lots)
    more = [match["en"] or match["ja"] for match in _AND_MORE.finditer(scan.text, quantity.end)]
    if more and quantity.dimension in ("count", "people", "none"):
        return replace(quantity, value=quantity.value + sum(_WORDS.get(n.lower(), 0) or int(n) for n in more))
    return quantity


def _lots(text: str, quantity: Found) -> float:
    """The sum of the lots it is done in: 25頭分と15頭分, 60 and 36 stores, 3 + 4 halls."""
    if quantity.dimension not in ("count", "people", "none") or quantity.change:
        return quantity.value
    number = re.match(r"\d[\d,]*", text[quantity.start :])
    end, total = (quantity.start + number.end() if number else quantity.end), quantity.value
    unit = re.escape(quantity.unit) if quantity.unit and not quantity.unit.isascii() else ""
    if not quantity.unit:
        total = _added_up(text, end, total)
    elif before := _PLUS_BEFORE.search(text[: quantity.start]):
        total += float(before["n"].replace(",", ""))
    step = re.compile(
        rf"(?:{unit}[一-龥]{{0,2}}(?:と|、|および|及び|\+|・)(?:残り)?(?P<ja>\d[\d,]*)(?={unit}))"
        if unit
        else r"(?: [a-z]+)? ?(?:and|\+|, then|then|plus) (?P<en>\d[\d,]*)(?= [a-z])(?!(?: [a-z]+)? (?:a|per|each|every|minutes|hours|days|weeks|months)(?![a-z]))",
        re.I,
    )
    while match := step.match(text, end):
        total += float(match[1].replace(",", ""))
        end = match.end()
    return total


_PLUS_MORE = regex(r" ?(?:\+|&) ?[^\d、。+\n]{0,10}?(?P<n>\d[\d,]*)")


_PLUS_BEFORE = regex(r"(?<![\d.,])(?P<n>\d[\d,]*) ?(?:\+|&) ?[^\d、。+\n]{0,10}$")


def _added_up(text: str, end: int, total: float) -> float:
    """東18+西14拠点: numbers joined by plus signs, of which only the last has its unit."""
    while match := _PLUS_MORE.match(text, end):
        total += float(match["n"].replace(",", ""))
        end = match.end()
    return total


_HALF_OF = regex(
    r"(?<![\d.])全?(?P<whole>\d+)[^\d、。\n]{0,4}(?:中|のうち|の中)の?(?:約|ほぼ|まず)?(?:半数|半分|過半|一部|大半|数[一-龥]|[1-9]割|\d\d?%)"
)
"""全70台のうち半数: a part in words."""


def only_part_of(planned: str, whole: float | None) -> bool:
    """14課中10課 where all 14 were promised; `whole` None: all, without a number."""
    for match in _PART_OF.finditer(planned) if not adds_up(planned) else ():
        of = int(match["whole"] or match["all"] or match["whole_en"])
        part = int(match["part"] or match["few"] or match["part_en"])
        if part < of and whole in (of, None):
            return True
    half = _HALF_OF.search(planned)
    return half is not None and whole is not None and int(half["whole"]) == whole


def adds_up(planned: str, promised: str = "") -> bool:
    """10拠点のうち6拠点を8月、残り4拠点を12月: a part first, and the rest after it."""
    rest = list(_AND_MORE.finditer(planned))
    more = sum(_WORDS.get((m["en"] or m["ja"]).lower(), 0) or int(m["en"] or m["ja"]) for m in rest)
    for match in _PART_OF.finditer(planned) if more else ():
        of = int(match["whole"] or match["all"] or match["whole_en"])
        part = int(match["part"] or match["few"] or match["part_en"])
        if part + more >= of:
            return True
    whole, first = _ALL_OF.search(promised), _FIRST_FEW.search(planned)
    if not more or whole is None or first is None or first.start() >= rest[0].start():
        return False
    return _number(first[1]) + more >= _number(whole[1] or whole[2])


_ALL_OF = regex(
    r"全(\d+)|(?<![a-z])(?:all|the) (\d+|two|three|four|five|six|seven|eight|nine|ten)(?![a-z\d])", re.I
)
_FIRST_FEW = regex(
    r"(?<![\d.])(\d+|(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten))(?=[一-龥ァ-ヶ]| [a-z])", re.I
)


def _number(word: str) -> int:
    return _WORDS.get(word.lower(), 0) or int(word)


def has_hours(text: str) -> bool:
    """From when to when: 8時~18時, 7am to 7pm."""
    return _HOURS.search(text) is not None


def shorter_hours(planned: str, promised: str) -> bool:
    """10時~16時 where 8時~18時 was promised."""
    now, then = _HOURS.search(planned), _HOURS.search(promised)
    if not now or not then:
        return False
    opens, closes = _clock(now)
    return opens > _clock(then)[0] or closes < _clock(then)[1]


def _clock(match: re.Match[str]) -> tuple[int, int]:
    opens, closes = int(match["from"]), int(match["to"])
    if (match["half"] or "").lower() == "pm" and closes < 12:
        return opens, closes + 12
    return opens, closes if closes > opens else closes + 12
