"""Whether a goal or action stays below, comes later than, or goes against what was promised at purchase."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agent.calendar import fold
from agent.goals.opposites import OWN_SUBJECT, PUT_OFF, is_opposed, less_often, without_present
from agent.goals.quantities import TIME, Found
from agent.goals.reading import Due
from agent.goals.scan import Scan
from agent.goals.targets import Targets, read_targets

_SUBJECT = re.compile(
    r"[\u4e00-\u9fff][めりけちせれしい](?=[をがのはに])|[\u4e00-\u9fff][ぁ-ん][\u4e00-\u9fff]|[\u4e00-\u9fff々]{2,}|[ァ-ヶー]{3,}|[A-Za-z]{4,}|(?<![A-Za-z])[a-z]{3}(?![A-Za-z])"
)
_COMMON = frozenset(
    [
        "以内",
        "以下",
        "以上",
        "未満",
        "削減",
        "短縮",
        "改善",
        "向上",
        "達成",
        "実施",
        "完了",
        "期間",
        "契約",
        "導入",
        "時間",
        "月間",
        "年間",
        "現在",
        "現状",
        "目標",
        "全社",
        "対応",
        "利用",
        "運用",
        "管理",
        "業務",
        "人当",
        "the",
        "and",
        "for",
        "per",
        "day",
        "new",
        "all",
        "one",
        "two",
        "six",
        "ten",
        "its",
        "our",
        "any",
        "now",
        "was",
        "not",
        "end",
        "mid",
        "due",
        "via",
        "may",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "are",
        "can",
        "has",
        "out",
        "with",
        "will",
        "use",
        "get",
        "cut",
        "low",
        "max",
        "min",
        "week",
        "month",
        "year",
        "time",
        "days",
        "hour",
        "live",
        "within",
        "first",
        "year",
        "term",
        "contract",
        "from",
        "with",
        "into",
        "that",
        "this",
        "than",
        "each",
        "less",
        "more",
        "fewer",
        "reduce",
        "increase",
        "least",
        "most",
        "customer",
        "team",
    ]
)
_CHANGED_AFTER = re.compile(
    r"(?:以上|ほど|程度|分|相当)?(?:の|を)?[^、。\n\dにへ]{0,12}(?:削減|短縮|低減|圧縮|減|改善|向上|増|節約|創出|抑制|カット|アップ|ダウン)"
    r"|(?:[ +]*(?:points?|pts?|pp|hours?|days?|minutes?|%))?(?: (?:a|per|each) [a-z]+)? ?(?:of )?(?:fewer|less|lower|reduction|saved|savings|cut|decrease|increase|improvement|more|higher|faster|shorter|growth)(?![a-z])", re.I
)  # fmt: skip
_CHANGED_BEFORE = re.compile(
    r"(?<![a-z])(?:sav(?:e|es|ing)|free up|by|cut out|(?:savings?|reduction|cut|increase|growth|drop|fall|rise) of)(?: (?!to |under |below |within |at |in )[a-z]+){0,3} (?:at least |about |over )?$"
    r"|(?<![a-z])(?:down|up|lower|higher|less|fewer|more|reduced|cut) (?:by )?(?:about |over |at least )?$|[▲△-]$",
    re.I,
)
_LEVEL_AFTER = re.compile(r"(?:台|程度)?(?:に|へ|まで|以内|以下|未満|以上(?!の)|とする)")
_LOWER_WORDS = re.compile(
    r"以内|以下|未満|ゼロ|短縮|削減|減|抑|within|under|below|at most|zero|no more|shorten|reduc|cut|fewer|less",
    re.I,
)
_LOWER_NAMES = re.compile(
    r"時間|日数|工数|コスト|費|残業|ミス|エラー|不良|クレーム|苦情|問い?合わ?せ|離職|在庫|差異|欠品|遅延|差戻し|リードタイム|期間|手戻り|漏れ|転記|電話|廃棄|ロス"
    r"|(?<![a-z-])time(?!s? fix)|-time(?<!on-time)(?<!first-time)|overtime|error|defect|ticket|complaint|attrition|stock-?out|backlog|late|rework|escalation|downtime|incident|cost", re.I
)  # fmt: skip
_YEARLY = {"年": 1.0, "月": 12.0, "週": 52.0, "日": 245.0, "year": 1.0, "yr": 1.0, "month": 12.0, "mo": 12.0, "week": 52.0, "wk": 52.0, "day": 245.0}  # fmt: skip
"""Times a year; 245 working days."""
_PERIOD_BEFORE = re.compile(r"(?P<p>年|月|週|日)(?:間|次|あたり|平均|に|当たり|▲|△)?(?:約|計|延べ|▲|△)?$")
_PERIOD_AFTER = re.compile(
    r"[a-z0-9%+$€£¥., ]{0,14}?(?:/| per | a | each )(?P<p>年|月|週|日|year|yr|month|mo|week|wk|day)", re.I
)
_MINUTES = {"秒": 1 / 60, "分": 1.0, "時間": 60.0, "h": 60.0, "日": 1440.0, "営業日": 1440.0, "週間": 10080.0, "か月": 43200.0, "年": 525600.0, "min": 1.0, "hour": 60.0, "hr": 60.0, "day": 1440.0, "week": 10080.0, "month": 43200.0, "year": 525600.0}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says about one measure, in base units."""

    level: float | None = None
    change: float | None = None
    percent: float | None = None  # of the baseline
    dimension: str = ""
    yearly: float | None = None  # times a year the quantity is meant for
    falls: bool | None = None  # the measure is to go down


def contradiction_of(scan: Scan, targets: Targets, due: Due) -> str | None:
    """against_words, lower_target or later_date; None when the promise is met, or nothing was promised."""
    text = scan.context.purchase_promise
    if not text:
        return None
    context = replace(scan.context, purchase_promise=None, kind="goal")
    promise = Scan.of(fold(text).text, "en" if text.isascii() else "ja", context)
    if not _same_subject(promise.text, scan.text):
        carried = OWN_SUBJECT.search(promise.text) and is_opposed(promise.text, without_present(scan.text))
        return "against_words" if carried else None
    if is_opposed(promise.text, without_present(scan.text)) or PUT_OFF.search(scan.text):
        return "against_words"
    if less_often(scan.text, promise.text):
        return "lower_target"
    if _falls_short(_said(scan, targets), _said(promise, read_targets(promise)), promise.text):
        return "lower_target"
    return "later_date" if _is_later(due, promise) else None


def _same_subject(promised: str, planned: str) -> bool:
    """They speak of one thing: a word of two kanji, three kana or four letters in common."""
    return (
        bool(_subjects(promised) & _subjects(planned))
        or _spelled_out(promised, planned)
        or _spelled_out(planned, promised)
    )


def _spelled_out(short: str, long: str) -> bool:
    """An abbreviation in one, its words in the other: LTIFR, lost-time injuries."""
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", long.lower()))
    return any(
        word[:3].lower() in initials for word in re.findall(r"(?<![A-Za-z])[A-Z]{3,6}(?![a-z])", short)
    )


def _subjects(text: str) -> set[str]:
    found: set[str] = set()
    for word in _SUBJECT.findall(text.lower()):
        if word[0].isascii():
            found.add(word.rstrip("s"))
        else:
            found |= {word[i : i + 2] for i in range(len(word) - 1)}
    return found - _COMMON


def _is_later(due: Due, promise: Scan) -> bool:
    days = [mention.last for mention in promise.mentions if mention.last is not None]
    return bool(days) and due.problem != "past" and due.first is not None and due.first > max(days)


def _said(scan: Scan, targets: Targets) -> _Said:
    """Level, change and percent of change of the one measure a text speaks of."""
    quantity, base = targets.target, targets.baseline
    if quantity is None:
        return _Said()
    value, dimension = _base(quantity)
    yearly = _times_a_year(scan, quantity)
    if base is not None and quantity.change and (base.dimension == dimension or dimension == "ratio"):
        start = _base(base)[0]
        share = (
            value / 100
            if dimension == "ratio" and base.dimension != "ratio"
            else value / start
            if start
            else 0.0
        )
        falls = bool(_LOWER_WORDS.search(scan.text)) or "hal" in scan.text.lower()
        level = start * (1 - share) if falls else start * (1 + share)
        return _Said(level, start * share, share * 100, base.dimension, yearly, falls)
    if base is not None and not quantity.change and _same_dimension(base, quantity):
        start, from_dimension = _base(base)
        if base.dimension == "none":
            start, from_dimension = start * value / quantity.value if quantity.value else start, dimension
        yearly = yearly or _times_a_year(scan, base)
        percent = abs(start - value) / start * 100 if start else None
        return _Said(value, abs(start - value), percent, from_dimension, yearly, start > value)
    after, before = (
        scan.text[quantity.end : quantity.end + 24],
        scan.text[max(0, quantity.start - 34) : quantity.start],
    )
    changed = quantity.change or bool(_CHANGED_BEFORE.search(before)) or bool(_CHANGED_AFTER.match(after))
    if changed and (_CHANGED_AFTER.match(after) or not _LEVEL_AFTER.match(after)):
        falls = bool(_LOWER_WORDS.search(scan.text))
        if dimension == "ratio" and quantity.unit in ("%", "percent", "割", "パーセント", ""):
            return _Said(None, None, value, dimension, yearly, falls)
        return _Said(None, value, None, dimension, yearly, falls)
    low = _LOWER_WORDS.search(scan.text)
    falls_now = True if low and (_LOWER_NAMES.search(scan.text) or _AT_MOST.search(scan.text)) else None
    return _Said(value, None, None, dimension, yearly, falls_now)


def _same_dimension(base: Found, target: Found) -> bool:
    counts = {"count", "people", "none"}
    if base.dimension == "none" and target.dimension in ("time", "ratio", "money"):
        return True
    return (
        base.dimension == target.dimension
        or target.dimension == "zero"
        or {base.dimension, target.dimension} <= counts
    )


_AT_MOST = re.compile(
    r"以内|以下|未満|抑え|抑制|at most|no more than|within|under|below|or fewer|or less|not exceed|max", re.I
)


def _times_a_year(scan: Scan, quantity: Found) -> float | None:
    before = _PERIOD_BEFORE.search(scan.text[max(0, quantity.start - 6) : quantity.start])
    after = _PERIOD_AFTER.match(scan.text[quantity.start : quantity.end + 12])
    match = before or after
    return _YEARLY.get(match["p"].lower()) if match else None


def _base(quantity: Found) -> tuple[float, str]:
    if quantity.dimension == "time" and quantity.unit in TIME:
        unit = (
            quantity.unit.rstrip("s")
            if quantity.unit.isascii()
            else quantity.unit.removesuffix("間") + ("間" if quantity.unit in ("時間", "週間") else "")
        )
        return quantity.value * _MINUTES.get({"minute": "min"}.get(unit, unit), 1.0), "time"
    return quantity.value, quantity.dimension


def _falls_short(planned: _Said, promised: _Said, promise: str) -> bool:
    if not planned.dimension or not promised.dimension:
        return False
    if promised.dimension == "all" and planned.dimension == "ratio" and planned.level is not None:
        return planned.level < 99.9 and not planned.falls
    if promised.percent is not None and promised.level is None:
        return planned.percent is not None and planned.percent < promised.percent * 0.999
    if promised.change is not None and promised.level is None:
        alike = planned.dimension == promised.dimension
        return (
            alike
            and planned.change is not None
            and _each_year(planned.change, planned, promised) < promised.change * 0.999
        )
    if promised.level is None or planned.level is None:
        return False
    if promised.dimension == "zero":
        return planned.level > 0 and planned.dimension not in ("zero", "all")
    if not {planned.dimension, promised.dimension} <= {
        "count",
        "people",
        "all",
        "none",
    } and planned.dimension not in (promised.dimension, "zero"):
        return False
    falls = planned.falls if planned.falls is not None else promised.falls
    level = _each_year(planned.level, planned, promised)
    if falls or (falls is None and _LOWER_NAMES.search(promise)):
        return level > promised.level * 1.001
    return planned.dimension not in ("zero", "all") and level < promised.level * 0.999


def _each_year(value: float, planned: _Said, promised: _Said) -> float:
    """The planned value in the promise's period: 月40万円 is 480万円 a year."""
    if planned.yearly and promised.yearly:
        return value * planned.yearly / promised.yearly
    return value
