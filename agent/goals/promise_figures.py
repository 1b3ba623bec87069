"""What a text says of one measure: its level, change and percent of change, and whether a planned one stays behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.calendar.patterns import regex
from agent.goals.often import A_YEAR
from agent.goals.opposites import any_of, promise_words
from agent.goals.quantities import TIME, Found
from agent.goals.scan import Scan
from agent.goals.targets import Targets
from agent.goals.words import lazily

_CHANGED_AFTER = regex(
    r"(?:ずつ|以上|ほど|程度|分|相当)?(?:の|を)?(?:(?!まで)[^、。\n\dにへ]){0,12}(?:削減|短縮|低減|圧縮|減|短[いくか]|少な[いく]|早[いく]|速[いく]|長[いく]|多[いく]|浮[かき]|空[きけ]|改善|向上|増|節約|創出|抑制|カット|アップ|ダウン)"
    r"|(?:[ +]*(?:points?|pts?|pp|hours?|days?|minutes?|%))?(?: (?:a|per|each) [a-z]+)? ?(?:of )?(?:fewer|less|lower|reduction|saved|savings|cut|decrease|increase|improvement|more|higher|faster|quicker|shorter|sooner|earlier|slower|longer|growth)(?![a-z])|(?: of [a-z' -]{2,40}?| [a-z]+){0,2} (?:saved|freed(?: up)?|removed|eliminated|cut out|taken out)(?![a-z])", re.I
)  # fmt: skip
_CHANGED_BEFORE = lazily(
    lambda: regex(
        r"(?<![a-z])(?:trim|trims|shave|shaves|save|saves|cut|cuts|knock|take out|free|frees|claw back)(?: off| up)?(?: another| about| over| at least)? (?-i:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}|kr)? ?$|(?<![a-z])(?:to )?(?:fall|falls|drop|drops|rise|rises|grow|grows|shrink|decline|decrease|increase|improve|come down|go up|go down|climb)(?: by)?(?: at least| about| over)? $|(?<![a-z])(?:sav(?:e|es|ing)|free up|by|cut out|(?:savings?|reduction|cut|increase|growth|drop|fall|rise) of)(?: (?!to |under |below |within |at |in )[a-z]+){0,3} (?:at least |about |over )?$"
        r"|(?<![a-z])(?:down|up|lower|higher|less|fewer|more|reduced|cut) (?:by )?(?:about |over |at least )?$|[▲△-]$",
        re.I,
    )
)
_LEVEL_AFTER = regex(r"(?:台|程度)?(?:に|へ|まで|以内|以下|未満|以上(?!の)|とする)")
_PERIOD_BEFORE = regex(
    r"(?P<p>四半期|半期|半年|年|月|週|日)(?:間|次|あたり|平均|に|当たり|▲|△)?(?:約|計|延べ|▲|△)?$"
)
_PERIOD_AFTER = regex(
    r"[a-z0-9%+$€£¥., ]{0,14}?(?:/| per | a | an | each | every )(?P<p>四半期|半期|年|月|週|日|year|yr|half|quarter|qtr|month|mo|fortnight|week|wk|day)",
    re.I,
)
_WORKING_DAYS = regex(r"(?P<p>月|年)(?:間)?\d+(?:稼働|営業)日(?:で|あたり|として|換算)")
_PERIOD_LATER = regex(
    r"[a-z' -]{1,40} (?:per|a|each|every) (?:working |business )?(?P<p>year|half|quarter|month|week|day)(?![a-z])",
    re.I,
)
_MINUTES = {"秒": 1 / 60, "分": 1.0, "時間": 60.0, "h": 60.0, "日": 1440.0, "営業日": 1440.0, "週間": 10080.0, "か月": 43200.0, "年": 525600.0, "min": 1.0, "hour": 60.0, "hr": 60.0, "day": 1440.0, "week": 10080.0, "month": 43200.0, "year": 525600.0}  # fmt: skip


@cache
def _lower(name: str) -> re.Pattern[str]:
    return any_of(promise_words()["lower"][name])


def is_lower_better(text: str) -> bool:
    """The text names a measure of which less is better."""
    text = _TAKEN_OF.sub("", _DENIED_NAME.sub("", text))
    return _lower("names").search(_lower("not_names").sub("", text)) is not None


_DENIED_NAME = regex(
    r"(?:費用|料金|予算|見積)(?:内|の範囲|に含|込)|(?:追加)?(?:費用|料金|負担|手間|コスト)(?:は|を|の)?(?:なし|無し|ゼロ|不要|負担なし|かけず|かからず|発生せず|増やさず)(?:で|に|の)?|(?<![a-z])(?:at |for |with )?(?:no|without(?: any)?) (?:extra |additional |further |added )?(?:cost|charge|fee|effort|expense)s?(?![a-z])",
    re.I,
)
"""追加費用なしで: on what terms, not what is measured."""
_TAKEN_OF = regex(
    r"(?<![a-z])(?:coverage|covered|adoption|accuracy|compliance|availability|utili[sz]ation|automation)(?: rate)?[^.;,\n]{0,24}?\d ?(?:%|percent) of (?:(?:all|the|our|its|their|total) )*[a-z-]+(?: [a-z-]+)?|\d ?(?:%|percent) of (?:(?:all|the|our|its|their|total) )*[a-z-]+(?: [a-z-]+)? (?:covered|under contract|automated|resolved|closed on time|answered)(?![a-z])",
    re.I,
)
"""Coverage of 95% of spend: what the share is taken of is not what is measured."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says about one measure, in base units."""

    level: float | None = None
    change: float | None = None
    percent: float | None = None  # of the baseline
    dimension: str = ""
    yearly: float | None = None  # times a year the quantity is meant for
    falls: bool | None = None  # the measure is to go down


def said_of(scan: Scan, targets: Targets) -> Said:
    """Level, change and percent of change of the one measure a text speaks of."""
    quantity, base = targets.target, targets.baseline
    if quantity is None:
        return Said()
    value, dimension = in_base_units(quantity)
    yearly = times_a_year_of(scan, quantity)
    left = _part_left(scan, quantity)
    if left is not None:
        start = in_base_units(base)[0] if base is not None else None
        level = start * left if start is not None else None
        return Said(level, None, 100 * (1 - left), base.dimension if base else "ratio", yearly, True)
    times = _times(quantity)
    if times:
        start = in_base_units(base)[0] if base is not None else None
        level = start * times if start is not None else None
        return Said(level, None, 100 * (times - 1), base.dimension if base else "ratio", yearly, False)
    if base is not None and quantity.change and (base.dimension == dimension or dimension == "ratio"):
        start = in_base_units(base)[0]
        share = (
            value / 100
            if dimension == "ratio" and base.dimension != "ratio"
            else value / start
            if start
            else 0.0
        )
        falls = bool(_lower("words").search(scan.without_dates)) or "hal" in scan.text.lower()
        level = start * (1 - share) if falls else start * (1 + share)
        return Said(level, start * share, share * 100, base.dimension, yearly, falls)
    if base is not None and not quantity.change and _same_dimension(base, quantity):
        start, from_dimension = in_base_units(base)
        if base.dimension == "none":
            start, from_dimension = start * value / quantity.value if quantity.value else start, dimension
        yearly = yearly or times_a_year_of(scan, base)
        percent = abs(start - value) / start * 100 if start else None
        return Said(value, abs(start - value), percent, from_dimension, yearly, start > value)
    after, before = (
        scan.text[quantity.end : quantity.end + 24],
        scan.text[max(0, quantity.start - 34) : quantity.start],
    )
    changed = quantity.change or bool(_CHANGED_BEFORE.search(before)) or bool(_CHANGED_AFTER.match(after))
    if changed and (_CHANGED_AFTER.match(after) or not _LEVEL_AFTER.match(after)):
        falls = bool(_lower("words").search(scan.without_dates))
        if dimension == "ratio" and quantity.unit in ("%", "percent", "割", "パーセント", ""):
            return Said(None, None, value, dimension, yearly, falls)
        return Said(None, value, None, dimension, yearly, falls)
    if _BROUGHT_TO.search(before) or _BROUGHT_AFTER.match(after):
        return Said(value, None, None, dimension, yearly, True)
    if _SHARE_OF_BASE.search(before) and dimension == "ratio" and value < 100 and _LEVEL_AFTER.match(after):
        return Said(None, None, 100 - value, dimension, yearly, True)
    told = scan.without_dates
    low = _lower("words").search(told)
    falls_now = True if low and (is_lower_better(told) or _AT_MOST.search(told)) else None
    return Said(value, None, None, dimension, yearly, falls_now)


_SHARE_OF_BASE = regex(
    r"(?:基準年?|前年(?:同期|度)?|昨年|現状|今|当初|導入前)(?:度)?(?:の|比で?|対比)(?:約)?$"
)
"""基準年比92%に: what is to be left of it."""


def _times(quantity: Found) -> float | None:
    """2倍, doubled: how many times today's amount."""
    if quantity.unit in ("倍", "x") and quantity.dimension == "ratio":
        return quantity.value
    return quantity.value / 100 if quantity.spelled and quantity.value in (200.0, 300.0) else None


def _part_left(scan: Scan, quantity: Found) -> float | None:
    """3分の1に, 半分に: the share of today's amount that is to be left."""
    part = (
        int(quantity.unit[-1]) / quantity.value
        if quantity.unit.startswith("分の") and quantity.value
        else None
    )
    if part and _CUT_BY.match(scan.text, quantity.end):
        return 1 - part
    if quantity.spelled and quantity.change and quantity.value == 50 and quantity.dimension == "ratio":
        return 0.5
    return part if part and _TO_A_PART.match(scan.text, quantity.end) else None


_TO_A_PART = regex(r"(?:程度|以下)?(?:に|へ|まで)|$")
_CUT_BY = regex(r"(?:ほど|程度|以上)?(?:を|の)?(?:減|短|削|圧縮|下げ|縮|落と|低減|カット|抑)")
_BROUGHT_TO = regex(
    r"(?<![a-z])(?:(?:cut|reduce|lower|bring|drive|get|push|take|shrink|trim|squeeze|slash|shorten)[a-z' -]{0,28} (?:down )?to|down to)(?: under| below| at most| about| only)? ?[$€£¥]?$",
    re.I,
)
_BROUGHT_AFTER = regex(
    r"[^、。\n\d]{0,4}(?:に|まで)(?:減ら|へら|下げ|さげ|短縮|抑え|おさえ|圧縮|削減|縮め|落と|低減|半減)"
)
"""Cut scrap to 3%, 月5件まで減らす: a level from above, so less is better."""


def _same_dimension(base: Found, target: Found) -> bool:
    counts = {"count", "people", "none"}
    if base.dimension == "none" and target.dimension in ("time", "ratio", "money"):
        return True
    return (
        base.dimension == target.dimension
        or target.dimension == "zero"
        or {base.dimension, target.dimension} <= counts
    )


_AT_MOST = regex(
    r"以内|以下|未満|抑え|抑制|at most|no more than|within|under|below|or fewer|or less|not exceed|max", re.I
)


def times_a_year_of(scan: Scan, quantity: Found) -> float | None:
    """How many times a year the quantity is meant for: 月40万円, 5 hours a week; None when no period stands by it."""
    before = _PERIOD_BEFORE.search(scan.text[max(0, quantity.start - 6) : quantity.start])
    said = scan.text[quantity.start : quantity.end]
    worded = said if not any(map(str.isdigit, said)) else ""  # an hour and a quarter: no period
    after = _PERIOD_AFTER.match(scan.text[quantity.start + len(worded) : quantity.end + 12])
    match = before or after or _PERIOD_LATER.match(scan.text, quantity.end) or _WORKING_DAYS.search(scan.text)
    return A_YEAR.get(match["p"].lower()) if match else None


def in_base_units(quantity: Found) -> tuple[float, str]:
    """The value (times in minutes) and its dimension."""
    if quantity.dimension == "time" and quantity.unit in TIME:
        unit = (
            quantity.unit.rstrip("s")
            if quantity.unit.isascii()
            else quantity.unit.removesuffix("間") + ("間" if quantity.unit in ("時間", "週間") else "")
        )
        return quantity.value * _MINUTES.get({"minute": "min"}.get(unit, unit), 1.0), "time"
    return quantity.value, quantity.dimension


def is_below(planned: Said, promised: Said, promise: str, *, of_scope: bool = False) -> bool:
    """The planned level or change stays behind the promised one; what cannot be compared does not.

    `of_scope`: the promised number counts places or parts, of which more is better.
    """
    if not planned.dimension or not promised.dimension:
        return False
    if promised.dimension == "all":
        return (
            planned.dimension == "ratio"
            and planned.level is not None
            and planned.level < 99.9
            and not planned.falls
        )
    if promised.falls is False and planned.falls and (promised.percent or 0.0) >= 100:
        return False  # what is to double is not what is to be brought down
    if promised.level is None or (planned.level is None and promised.change is not None):
        return _changes_less(planned, promised)
    if planned.level is None:
        part = planned.percent is not None and planned.percent < 99.9
        return promised.dimension == "zero" and part and planned.falls is True
    if promised.dimension == "zero":
        if _SPEED.search(promise) and planned.dimension != "time":
            return False
        return planned.level > 0 and planned.falls is not False and planned.dimension not in ("zero", "all")
    if not {planned.dimension, promised.dimension} <= _COUNTS and planned.dimension not in (
        promised.dimension,
        "zero",
    ):
        return False
    falls = planned.falls if planned.falls is not None else promised.falls
    level = _each_year(planned.level, planned, promised)
    if falls or (falls is None and not of_scope and is_lower_better(promise)):
        return level > promised.level * (1 + _ROUNDED)
    return planned.dimension not in ("zero", "all") and level < promised.level * (1 - _ROUNDED)


_SPEED = regex(
    r"翌日|翌営業日|即日|当日|その日|same[ -]day|next[ -](?:working |business )?day|overnight", re.I
)
_COUNTS = frozenset(("count", "people", "all", "none"))
_ROUNDED = 1e-6


def _changes_less(planned: Said, promised: Said) -> bool:
    """By less than promised, in percent or in the amount itself."""
    if promised.percent is not None and planned.percent is not None:
        return planned.percent < promised.percent * 0.999
    return (
        promised.change is not None
        and planned.change is not None
        and planned.dimension == promised.dimension
        and _each_year(planned.change, planned, promised) < promised.change * 0.999
    )


def _each_year(value: float, planned: Said, promised: Said) -> float:
    """The planned value in the promise's period: 月40万円 is 480万円 a year."""
    if planned.yearly and promised.yearly:
        return value * planned.yearly / promised.yearly
    return value
