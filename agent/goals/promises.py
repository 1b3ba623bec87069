"""Whether a goal or action stays below, comes later than, or goes against what was promised at purchase."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from agent.calendar import fold
from agent.calendar.number_words import NUMBER_WORDS_EN
from agent.calendar.patterns import regex
from agent.goals.context import GoalContext
from agent.goals.often import A_YEAR
from agent.goals.opposites import (
    any_of,
    ends_something,
    goes_on,
    in_other_language,
    is_loosened,
    is_opposed,
    is_put_off,
    lasts,
    less_often,
    own_subject,
    promise_words,
    replaced,
    stops,
    without_present,
    without_replaced,
)
from agent.goals.promise_terms import (
    days_of,
    in_all,
    is_about_afterwards,
    is_cap,
    is_for_the_term,
    only_part_of,
    shorter_hours,
    without_terms,
)
from agent.goals.quantities import TIME, Found, masked
from agent.goals.reading import Due
from agent.goals.scan import Scan
from agent.goals.targets import Targets, read_targets
from agent.goals.words import has_japanese, lazily

_SUBJECT = regex(
    r"[\u4e00-\u9fff々]{2,}|[ァ-ヶー]{3,}|[A-Za-z]{4,}|(?<![A-Za-z])[a-z]{3}(?![A-Za-z])"
    r"|(?=([\u4e00-\u9fff][めりけちせれしい](?=[をがのはに])|[\u4e00-\u9fff][めりけちせれしいきえげみびじ][\u4e00-\u9fff]))"
)
_KATAKANA = frozenset(map(chr, range(0x30A1, 0x30FD)))
"""Runs of kanji, kana or letters, and kanji with what is written after it (受け, 引き継ぎ)."""
_COMMON = frozenset(promise_words()["subjects"]["common"])
_CHANGED_AFTER = regex(
    r"(?:ずつ|以上|ほど|程度|分|相当)?(?:の|を)?(?:(?!まで)[^、。\n\dにへ]){0,12}(?:削減|短縮|低減|圧縮|減|短[いくか]|少な[いく]|早[いく]|速[いく]|長[いく]|多[いく]|浮[かき]|空[きけ]|改善|向上|増|節約|創出|抑制|カット|アップ|ダウン)"
    r"|(?:[ +]*(?:points?|pts?|pp|hours?|days?|minutes?|%))?(?: (?:a|per|each) [a-z]+)? ?(?:of )?(?:fewer|less|lower|reduction|saved|savings|cut|decrease|increase|improvement|more|higher|faster|quicker|shorter|sooner|earlier|slower|longer|growth)(?![a-z])|(?: of [a-z' -]{2,40}?| [a-z]+){0,2} (?:saved|freed(?: up)?|removed|eliminated|cut out|taken out)(?![a-z])", re.I
)  # fmt: skip
_CHANGED_BEFORE = lazily(
    lambda: regex(
        r"(?<![a-z])(?:trim|trims|shave|shaves|save|saves|cut|cuts|knock|take out|free|frees|claw back)(?: off| up)?(?: another| about| over| at least)? [$€£¥]?$|(?<![a-z])(?:to )?(?:fall|falls|drop|drops|rise|rises|grow|grows|shrink|decline|decrease|increase|improve|come down|go up|go down|climb)(?: by)?(?: at least| about| over)? $|(?<![a-z])(?:sav(?:e|es|ing)|free up|by|cut out|(?:savings?|reduction|cut|increase|growth|drop|fall|rise) of)(?: (?!to |under |below |within |at |in )[a-z]+){0,3} (?:at least |about |over )?$"
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
    r"[a-z' -]{1,40} (?:per|a|each|every) (?P<p>year|half|quarter|month|week|day)(?![a-z])", re.I
)
_MINUTES = {"秒": 1 / 60, "分": 1.0, "時間": 60.0, "h": 60.0, "日": 1440.0, "営業日": 1440.0, "週間": 10080.0, "か月": 43200.0, "年": 525600.0, "min": 1.0, "hour": 60.0, "hr": 60.0, "day": 1440.0, "week": 10080.0, "month": 43200.0, "year": 525600.0}  # fmt: skip


@cache
def _lower(name: str) -> re.Pattern[str]:
    return any_of(promise_words()["lower"][name])


def is_lower_better(text: str) -> bool:
    """The text names a measure of which less is better."""
    return _lower("names").search(_lower("not_names").sub("", text)) is not None


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says about one measure, in base units."""

    level: float | None = None
    change: float | None = None
    percent: float | None = None  # of the baseline
    dimension: str = ""
    yearly: float | None = None  # times a year the quantity is meant for
    falls: bool | None = None  # the measure is to go down


def promise_of(scan: Scan) -> Scan | None:
    """What was promised at purchase, looked over as the plan is; None when nothing was."""
    text = scan.context.purchase_promise
    if not text:
        return None
    return _promise_read(fold(text).text, replace(scan.context, kind="goal"))


def contradiction_of(scan: Scan, targets: Targets, due: Due) -> str | None:
    """against_words, lower_target or later_date; None when the promise is met, or nothing was promised."""
    promise = promise_of(scan)
    if promise is None:
        return None
    plan = without_present(scan.text)
    if not _same_subject(promise.text, scan.text):
        if in_other_language(promise.text, scan.text):
            return "against_words"
        carried = own_subject(promise.text) and is_opposed(promise.text, plan)
        return "against_words" if carried and not is_about_afterwards(scan, promise) else None
    if is_about_afterwards(scan, promise) and lasts(promise.text):
        return None
    if is_opposed(promise.text, plan) or (
        is_put_off(scan.text, promise.text) and not ends_something(promise.text)
    ):
        return "against_words"
    if is_loosened(scan.text, promise.text) or shorter_hours(scan.text, promise.text):
        return "against_words"
    if in_other_language(promise.text, scan.text) or _stops_too_early(due, scan, promise):
        return "against_words"
    swapped = replaced(scan.text)
    if swapped and subjects_of(swapped) & subjects_of(promise.text) and not _kept(scan.text, promise.text):
        return "against_words"
    if less_often(_undated(scan), _undated(promise)):
        return "lower_target"
    promised = read_targets(promise)
    if not is_cap(promise, promised.target) and _falls_short(scan, targets, promise, promised):
        return "lower_target"
    return "later_date" if _is_later(due, promise) else None


def _falls_short(scan: Scan, targets: Targets, promise: Scan, promised: Targets) -> bool:
    """The plan's figure stays behind the promise's."""
    promised = _of_the_measure(promise, promised)
    said = said_of(promise, promised)
    if promised.target is not None and only_part_of(
        scan.text, None if said.dimension == "all" else promised.target.value
    ):
        return True
    target = targets.target
    if target is None or (targets.baseline is None and target.dimension != said.dimension):
        target = _only_one_like(scan, targets, said) or target
    if target is None or promised.target is None:
        return False
    whole = in_all(scan, target, promise.text)
    if whole is target and not _are_alike(scan, target, promise, promised):
        return False
    planned = said_of(scan, replace(targets, target=whole))
    return is_below(planned, said, promise.text, of_scope=_is_scope(promise, promised.target))


def _of_the_measure(scan: Scan, targets: Targets) -> Targets:
    """The amount where the first number only says of how many: 全18施設で郵送費を300万円削減."""
    found = targets.target
    if found is None or targets.baseline is not None or found.dimension not in ("count", "none", "people"):
        return targets
    amounts = [
        q for q in scan.quantities if q.dimension in ("time", "money", "ratio") and q.start > found.end
    ]
    first = next((q for q in amounts if q.change), None)
    return replace(targets, target=first) if first is not None else targets


def _only_one_like(scan: Scan, targets: Targets, promised: Said) -> Found | None:
    """Where the plan has no target, the one figure in it of the promised kind: a 4-hour first reply."""
    if promised.dimension not in ("time", "money", "ratio", "count", "people"):
        return None
    kinds = (
        ("count", "people", "none") if promised.dimension in ("count", "people") else (promised.dimension,)
    )
    today = targets.baseline.start if targets.baseline is not None else -1
    alike = [q for q in scan.quantities if q.dimension in kinds and not q.spelled and q.start != today]
    once = _ONCE.search(scan.text) if kinds[0] == "count" and not alike else None
    if once:
        return Found(*once.span(), 1.0, "", "none")
    if kinds[0] == "count" and not alike and scan.language == "en":
        words = list(_NUMBER_WORD.finditer(scan.without_dates))
        if len(words) == 1:
            return Found(*words[0].span(), float(NUMBER_WORDS_EN[words[0].group().lower()]), "", "none")
    return alike[0] if len(alike) == 1 else None


_NUMBER_WORD = regex(
    r"(?<![A-Za-z-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z-])", re.I
)
_ONCE = regex(
    r"(?<![a-z])once(?![a-z]| (?:a|per|every|each|it|the|we|they|this|that|in) )|(?<!\d)一度(?:だけ|のみ|きり)",
    re.I,
)


def _are_alike(scan: Scan, target: Found, promise: Scan, promised: Targets) -> bool:
    """The two count the same: places are not lorries. What has a present value is taken to be the promised measure."""
    other = promised.target
    if other is None:
        return True
    if "people" in (target.dimension, other.dimension) and _is_scope(promise, other):
        return target.dimension == other.dimension
    if target.dimension != "count" or other.dimension != "count":
        return True
    if scan.language != promise.language or promised.baseline is not None:
        return True
    if scan.language == "en":
        here, there = _counted_en(scan, target), _counted_en(promise, other)
        return not here or not there or bool(here & there)
    return target.unit == other.unit or target.unit in _ANY or other.unit in _ANY or _is_scope(scan, target)


def _counted_en(scan: Scan, quantity: Found) -> set[str]:
    """Beginnings of the words that follow a number, to the end of its phrase."""
    after = _PHRASE_EN.match(scan.without_dates, quantity.start)
    return {word[:5] for word in re.findall(r"[a-z]{4,}", after.group().lower())} if after else set()


_PHRASE_EN = regex(r"[^,.;:()]{1,60}")
_ANY = frozenset(("件", "個", "つ", "", "か所", "箇所", "カ所"))
_SCOPE_UNIT = regex(
    r"拠点|店舗?|工場|支社|支店|部署|部門|施設|営業所|事業所|棟|校|園|病棟|路線|社|団体|地区|エリア|ブロック|ライン|機能|帳票|センター|倉庫|部屋|課|局|本部|館"
)


def _is_scope(scan: Scan, quantity: Found | None) -> bool:
    """The number says how many places or parts are covered, so more is better: 全8工場."""
    return (
        quantity is not None
        and quantity.dimension == "count"
        and (scan.text[: quantity.start].endswith("全") or _SCOPE_UNIT.fullmatch(quantity.unit) is not None)
    )


def _kept(planned: str, promised: str) -> bool:
    """What replaces something is itself what was promised: 電話ではなくチャット where chat was promised."""
    return bool(subjects_of(without_replaced(planned)) & subjects_of(promised))


def _undated(scan: Scan) -> str:
    """The text less what it replaces and its dates; how often stays."""
    often = [cadence.span() for cadence in scan.cadences]
    dated = [
        (mention.start, mention.end)
        for mention in scan.mentions
        if not any(start < mention.end and mention.start < end for start, end in often)
    ]
    return without_replaced(masked(scan.text, dated))


@lru_cache(maxsize=64)
def _promise_read(text: str, context: GoalContext) -> Scan:
    """The promise looked over; 30日以内 is its amount, not a due date, when it holds no other."""
    promise = Scan.of(text, "ja" if has_japanese(text) else "en", context)
    lasting = [m for m in promise.mentions if m.rule in ("duration", "from_today") and _AMOUNT.search(m.text)]
    if lasting and not promise.quantities:
        promise.mentions = [mention for mention in promise.mentions if mention not in lasting]
        promise = Scan(text, promise.language, context, promise.mentions)
    runs = without_terms(text)
    return promise if runs == text else Scan(runs, promise.language, context, promise.mentions)


_AMOUNT = regex(r"\d|(?<![a-z])(?:one|two|three|four|five|six|an?) (?:hour|day|week|month)", re.I)


def _same_subject(promised: str, planned: str) -> bool:
    """They speak of one thing: a word of two kanji, three kana or four letters in common."""
    return (
        bool(subjects_of(promised) & subjects_of(planned))
        or _spelled_out(promised, planned)
        or _spelled_out(planned, promised)
    )


def _spelled_out(short: str, long: str) -> bool:
    """An abbreviation in one, its words in the other: LTIFR, lost-time injuries."""
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", long.lower()))
    return any(
        word[:3].lower() in initials for word in re.findall(r"(?<![A-Za-z])[A-Z]{3,6}(?![a-z])", short)
    )


@cache
def _same_words() -> tuple[re.Pattern[str], ...]:
    return tuple(any_of(same) for same in promise_words()["subjects"]["same"])


def subjects_of(text: str) -> set[str]:
    """What a text speaks of: pairs of kanji or kana, words of four letters and their beginnings, one sign for words
    that say the same."""
    found: set[str] = set()
    for match in _SUBJECT.finditer(text.lower()):
        word = match[1] or match[0]
        if word[0].isascii():
            found.add(word.rstrip("s"))
            if len(word) >= 5 and word not in _COMMON:
                found.add(f"~{word[:5]}")  # train, training; settled, settlement
        else:
            width = 3 if word[0] in _KATAKANA else 2
            found |= {word[i : i + width] for i in range(len(word) - width + 1)}
    folded = text.lower()
    found |= {f"={at}" for at, same in enumerate(_same_words()) if same.search(folded)}
    return found - _COMMON


def _stops_too_early(due: Due, scan: Scan, promise: Scan) -> bool:
    """導入支援は9月末で終わり where 12月末まで was promised."""
    days = days_of(promise)
    return (
        bool(days)
        and due.last is not None
        and due.last < max(days)
        and lasts(promise.text)
        and not ends_something(promise.text)
        and stops(without_present(scan.text))
    )


def _is_later(due: Due, promise: Scan) -> bool:
    days = days_of(promise)
    if due.problem == "past" or due.first is None:
        return False
    if days:
        return due.first > max(days) and not goes_on(promise.text)
    return due.problem == "after_contract_end" and is_for_the_term(promise.context.purchase_promise or "")


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
    after = _PERIOD_AFTER.match(scan.text[quantity.start : quantity.end + 12])
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
