"""One comparison of a promise's figure with the plan's, after both are brought to the same kind.

A promise is a change, a percentage of change, a share, or a level. From what the plan says - today's value, the value
aimed at, a change, a whole - that same kind is worked out; where it cannot be, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from agent.calendar.patterns import regex
from agent.goals.opposites import any_of, promise_words
from agent.goals.promise_figures import is_lower_better
from agent.goals.promise_subjects import subjects_of
from agent.goals.promise_terms import has_hours
from agent.goals.promised.changes import (
    Span,
    change_of,
    change_promised,
    falls_down,
    grows,
    percent_of,
    percent_promised,
    same_unit,
)
from agent.goals.promised.claims import Facts, alike, facts_of
from agent.goals.promised.grades import worse_grade
from agent.goals.promised.measures import Measure
from agent.goals.promised.products import an_hour, effort_of, is_other_part, share_of, times_each, turned
from agent.goals.promised.windows import names_hours
from agent.goals.scan import Scan

Verdict = Literal["below", "kept", "other"]
_SLACK = 1e-5
_LATER_BETTER = regex(
    r"営業時間|稼働時間|受付時間|保存|保管|保証|学習時間|研修|訓練|教育|利用時間|使用時間|滞在時間|連続運転|寿命|耐用|売上|uptime|training|retain|retention|kept for|warranty|available|availability|opening hours|battery|lifetime|shelf life|between failures|mtbf|practice|notice",
    re.I,
)
_PRESENT = regex(
    r"常駐|駐在|来訪|訪問|派遣|出社|立ち?会|(?<![a-z])(?:on[- ]?site|in person|present|attends?|in attendance|visits?)(?![a-z])",
    re.I,
)
"""On site two days a week: how long somebody is there, of which more is better."""
_SERVED = regex(
    r"受付|受け付|対応|営業|開(?:館|店|設|い|く|け)|窓口|サポート|デスク|(?<![a-z])(?:help ?desk|support|opens?|opening|phones?|hotline|desk|hours|reception|available|covers?|coverage|staffed)(?![a-z])",
    re.I,
)
_DAYS_GIVEN = regex(
    r" of (?:[a-z-]+ ){0,3}?(?:support|training|consulting|consultancy|coaching|help|assistance|presence|visits?|cover|hand-holding)(?![a-z])|間?の[^、。\n]{0,6}(?:支援|研修|訪問|常駐|立ち?会い?|伴走)",
    re.I,
)
"""Ten days of on-site support: how much is given."""
_LOWERED_TO = regex(r"(?:程度|以下|以内|台)?(?:に|へ|まで)(?:下げ|減ら|抑え|抑制|低減|引き下げ|落と|圧縮)")
"""2.4%まで下げる: the plan's own words say that less is better."""
_KEPT_UP = regex(
    r"(?:の?(?:体制|配置|態勢|陣容|人員))?(?:を|は|で)?(?:維持|確保|保つ|続け|継続|配置|常駐)|の?(?:体制|態勢|陣容)"
)
"""管理者3名の体制を維持: no fewer."""
_OPEN_TILL = regex(
    r"まで(?:の)?(?:営業|受付|受け付|対応|開|延長|利用)|(?<![a-z])(?:until|till|open)(?![a-z])", re.I
)
_OF_THINGS = regex(r"(?:以上)?(?:を|が|に|で|は)")
"""在庫の8割を: the part of the things that something is done to."""


def verdict_on(promise: Scan, plan: Scan) -> Verdict | None:
    """below, kept, other when the two measure different things, or None when they say nothing of one kind."""
    worse = worse_grade(promise.text, plan.text)
    if worse is not None:
        return "below" if worse else "kept"
    promised, planned = facts_of(promise), facts_of(plan)
    if names_hours(promise) or _are_open(promise, plan):
        return None
    percent = percent_promised(promised)
    if percent is not None:
        if grows(promised) and falls_down(planned):
            return None
        if _counts_else(promised, planned) and not _mostly_shared(promise, plan):
            return "other"
        return _enough(percent_of(planned, promised), percent)
    rate, own_rate = an_hour(promised), an_hour(planned)
    if rate is not None and own_rate is not None:
        return "below" if own_rate < rate * (1 - _SLACK) else "kept"
    change = change_promised(promised)
    if change is not None:
        return _enough(change_of(planned, change, promised), change.value)
    aim = _only_aim(promised)
    part = (
        share_of(promised, promised)
        if promised.wholes and {m.kind for m in promised.aims} == {"count"}
        else None
    )
    if part is not None and planned.aim("share") is not None:
        aim = replace(promised.wholes[0], value=part, kind="share", unit="part", period=None)
    if aim is None:
        return None
    if aim.kind == "share" and _is_other_measure(promise.text, plan.text):
        return "other"
    reached = _level_of(planned, aim, promised)
    if reached is None:
        return None
    if aim.unit == "part":
        aim = replace(aim, value=round(aim.value))
    turned_round = aim.kind == "share" and is_other_part(promise.text, plan.text)
    falls = _falls(promised, promised if turned_round else planned, aim)
    if falls is None:
        return None
    if falls and promise.text.startswith("台", aim.end) and aim.number:
        aim = replace(aim, value=aim.value * (aim.number + 0.999) / aim.number)  # 1%台: below 2 %
    if falls:
        return "below" if reached.least > aim.value * (1 + _SLACK) else "kept"
    return "below" if reached.most < aim.value * (1 - _SLACK) else "kept"


def _are_open(promise: Scan, plan: Scan) -> bool:
    """Both say from when to when something is open: 7am to 7pm, 8時~18時; told apart by `shorter_hours`."""
    served = _SERVED.search(promise.text) or _SERVED.search(plan.text)
    return served is not None and has_hours(promise.text) and has_hours(plan.text)


def has_rate(plan: Scan) -> bool:
    """A change of the plan is told with its period."""
    return any(measure.period for measure in facts_of(plan).changes)


def speaks_of_effort(promise: Scan) -> bool:
    """The promise is of person-hours: so rare a measure that nothing else need be in common."""
    return facts_of(promise).aim("effort") is not None


def _enough(reached: Span | None, wanted: float) -> Verdict | None:
    if reached is None:
        return None
    return "below" if reached.most < wanted * (1 - _SLACK) - 1e-9 else "kept"


def _only_aim(facts: Facts) -> Measure | None:
    """The figure a promise is measured by: of one kind, things counted only when nothing else is."""
    aims = [m for m in facts.aims if m.kind != "count"]
    if not aims:
        aims = [m for m in (*facts.aims, *facts.wholes) if m.kind == "count"]
    for kind in ("share", "clock", "rank", "effort", "turns", "money", "time", "count"):
        of_kind = [m for m in aims if m.kind == kind]
        if of_kind:
            return of_kind[0] if len(of_kind) == 1 else None
    return None


def _level_of(plan: Facts, wanted: Measure, promise: Facts) -> Span | None:
    """The level the plan comes to, in the promise's kind and period."""
    if wanted.kind == "count":
        return _count_of(plan, wanted, promise)
    if wanted.kind == "share":
        own = plan.aim("share")
        if own is not None:
            value = 100 - own.value if is_other_part(promise.text, plan.text) else own.value
            return Span(value, value)
        worked = share_of(plan, promise)
        return Span(worked, worked) if worked is not None else None
    if wanted.kind == "effort":
        effort = effort_of(plan)
        return Span(effort, effort) if effort is not None else None
    own = plan.aim(wanted.kind)
    if own is not None:
        if wanted.kind in ("time", "money") and not _is_comparable(own, wanted, plan.text):
            return None
        return Span(*alike(times_each(plan, own, promise.text), wanted))
    rate = turned(plan, wanted, promise)
    if rate is not None:
        return Span(rate, rate)
    base, change = plan.base(wanted.kind) or promise.base(wanted.kind), plan.change(wanted.kind)
    if base is not None and change is not None and base.period == change.period:
        left = base.value - change.value
        return Span(left, left)
    return None


_RATE = regex(r"(?P<en>[a-z]{4,})[ -]rate(?![a-z])|(?P<ja>[一-龥]{2})率", re.I)


_MEASURE = regex(
    r"(?<![a-z])(?:accuracy|yield|availability|satisfaction|retention|coverage|utili[sz]ation|occupancy|compliance|attendance|fill rate)(?![a-z])|歩留|稼働率|満足度|正答率|定着率|充足率|出席率",
    re.I,
)
_SAME_MEASURE = regex(
    r"uptime|availab|downtime|outage|retain|retention|turnover|leav|attend|absen|satisf|score|occup|vacan|coverage|cover|complian|comply|utili|yield|scrap|waste",
    re.I,
)


def _is_other_measure(promised: str, planned: str) -> bool:
    """The measure the promise names is not the plan's: delivery accuracy, delivery drivers trained."""
    if is_other_part(promised, planned):
        return False
    named = _MEASURE.search(promised)
    if named and named.group().lower() not in planned.lower() and not _SAME_MEASURE.search(planned):
        return named.group().isascii()
    return _is_other_rate(promised, planned)


def _counts_else(promised: Facts, planned: Facts) -> bool:
    """The plan moves a number of things, and not the one that the promise starts from."""
    counted = not planned.changes and {m.kind for m in planned.now} == {"count"}
    return counted and not {m.value for m in promised.now} & {m.value for m in planned.now}


def _mostly_shared(promise: Scan, plan: Scan) -> bool:
    """Half of what the promise speaks of is in the plan too: 電話 alone does not make 電話機 of 電話問い合わせ."""
    head = _HALVED_JA.search(promise.text)
    if head and re.search(re.escape(head["what"][-2:]) + r"(?:の|を|が|は|件|数|、)", plan.text):
        return True
    wanted = {subject for subject in subjects_of(promise.text) if subject[0] != "~"}
    return 2 * len(wanted & subjects_of(plan.text)) >= len(wanted)


_HALVED_JA = regex(
    r"(?P<what>[一-龥々ァ-ヶー]{2,})(?:の?(?:件数|数|時間|量))?(?:を|が|は)(?:\d|半|[一二三四五]分|大幅)"
)
"""問い合わせ電話を半分に: the head of what is halved."""


def _is_other_rate(promised: str, planned: str) -> bool:
    """The plan's rate has a name of its own that the promise does not share: pass rate where retention was promised."""
    named = _RATE.search(planned)
    if named is None:
        return False
    if named["en"]:
        return named["en"].lower()[:5] not in promised.lower()
    other = _RATE.search(promised)
    return other is not None and named["ja"] not in promised and other["ja"] not in planned


def _count_of(plan: Facts, wanted: Measure, promise: Facts) -> Span | None:
    """Things counted, where a bound or a period says how the number is meant; others are told apart elsewhere."""
    base, over = plan.base("count"), percent_promised(plan)
    if base is not None and over is not None and grows(plan) and same_unit(base.unit, wanted.unit):
        return Span(base.value * (1 + over / 100), base.value * (1 + over / 100))
    if base is not None and over is not None and over <= 100 and _lowered(base, wanted, plan):
        return Span(base.value * (1 - over / 100), base.value * (1 - over / 100))
    kept_up = _KEPT_UP.match(promise.text, wanted.end) is not None
    if not (promise.most(wanted) or promise.least(wanted) or wanted.period or kept_up):
        return None
    found = [
        m
        for m in plan.aims
        if m.kind == "count"
        and (same_unit(m.unit, wanted.unit) or (wanted.period and m.period and not (m.unit and wanted.unit)))
    ]
    if len({m.value for m in found}) != 1 or (wanted.period is None) != (found[0].period is None):
        return None
    return Span(*alike(found[0], wanted))


def _lowered(base: Measure, wanted: Measure, plan: Facts) -> bool:
    """The plan brings the counted thing down by a share of today's number: 月50件を8割減らす."""
    said = _said_less().search(plan.text)
    return said is not None and same_unit(base.unit, wanted.unit)


_CARRIED_OVER = regex(
    r"過去|移行|移す|取り?込|履歴|遡|さかのぼ|搭載|登録|投入|電子化|保存|(?<![a-z])(?:history|import|migrat|load|move|convert|transfer|back-?fill|carry|digiti[sz]e)",
    re.I,
)


def _is_comparable(own: Measure, wanted: Measure, plan: str) -> bool:
    """A day's worth of work and a day of the calendar are not told apart: hours against half a day say nothing near."""
    if own.kind != "time":
        return True
    if (own.unit == "history") != (wanted.unit == "history"):
        return False
    if own.unit == "history" and not _CARRIED_OVER.search(plan):
        return False
    speed = "speed" in (own.unit, wanted.unit)
    if speed and (own.period or wanted.period):
        return False
    if speed and own.unit != wanted.unit:
        longer = max(own.value, wanted.value)
        return min(own.value, wanted.value) <= 720 or longer >= 2880
    return True


@cache
def _said_less() -> re.Pattern[str]:
    return any_of(promise_words()["lower"]["words"])


def _falls(promise: Facts, plan: Facts, aim: Measure) -> bool | None:
    """Less is better of the promised figure; None when nothing tells."""
    if promise.most(aim):
        return True
    if promise.least(aim):
        return False
    if aim.kind == "rank":
        return True
    if aim.kind == "count" and _KEPT_UP.match(promise.text, aim.end):
        return False
    if aim.kind == "count" and grows(plan):
        return False
    if aim.kind == "clock":
        return None if _OPEN_TILL.search(promise.text) else True
    if aim.unit == "history":
        return False
    present = aim.period and _PRESENT.search(promise.text)
    if aim.kind == "time" and (present or _DAYS_GIVEN.match(promise.text, aim.end)):
        own = plan.aim("time")
        return False if own is not None and (own.period or (not present and own.value >= 480)) else None
    if aim.kind in ("time", "effort"):
        if not _LATER_BETTER.search(promise.text):
            return True
        return None if _said_less().search(promise.text) else False
    if aim.kind == "turns":
        return False
    base, own = plan.base(aim.kind), plan.aim(aim.kind)
    if own is not None and aim.kind == "share" and _LOWERED_TO.match(plan.text, own.end):
        return True
    if base is not None and own is not None and base.value != own.value:
        return own.value < base.value
    before = promise.base(aim.kind)
    if before is not None and before.value != aim.value:
        return aim.value < before.value
    if (
        aim.kind == "share"
        and _OF_THINGS.match(promise.text, aim.end)
        and promise.text[: aim.start].endswith("の")
    ):
        return False
    if is_lower_better(promise.text) or is_lower_better(plan.text):
        return True
    counted = aim.kind == "count" and aim.period and not _said_less().search(promise.text + " " + plan.text)
    return False if aim.kind == "share" or counted else None


__all__ = ["Verdict", "verdict_on"]
