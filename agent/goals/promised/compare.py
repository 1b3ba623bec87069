"""One comparison of a promise's figure with the plan's, after both are brought to the same kind.

A promise is a change, a percentage of change, a share, or a level. From what the plan says - today's value, the value
aimed at, a change, a whole - that same kind is worked out; where it cannot be, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from agent.calendar.patterns import regex
from agent.goals.opposites import any_of, promise_words
from agent.goals.promise_figures import is_lower_better
from agent.goals.promised.claims import Facts, alike, facts_of
from agent.goals.promised.grades import worse_grade
from agent.goals.promised.measures import Measure
from agent.goals.promised.products import an_hour, effort_of, is_other_part, share_of, times_each, turned
from agent.goals.promised.windows import names_hours
from agent.goals.scan import Scan

Verdict = Literal["below", "kept"]
_SLACK = 1e-5
_LATER_BETTER = regex(r"営業時間|稼働時間|受付時間|保存|保管|保証|学習時間|研修|訓練|教育|利用時間|使用時間|滞在時間|連続運転|寿命|耐用|売上|uptime|training|retain|retention|kept for|warranty|available|availability|opening hours|battery|lifetime|shelf life|between failures|mtbf|practice|notice", re.I)
_OPEN_TILL = regex(r"まで(?:の)?(?:営業|受付|受け付|対応|開|延長|利用)|(?<![a-z])(?:until|till|open)(?![a-z])", re.I)
_MULTIPLE = regex(
    r"(?P<half>半減|半分(?:に|へ|以下|まで)|折半|(?<![a-z])(?:halv(?:e|es|ed|ing)|(?:cut |reduced? |slash(?:ed)? )?(?:in|by) half)(?![a-z]))"
    r"|(?P<double>(?<![a-z])(?:doubl(?:e|es|ed|ing)|twice)(?![a-z]))|(?P<triple>(?<![a-z])(?:tripl(?:e|es|ed|ing)|three times)(?![a-z]))",
    re.I,
)
_CUT_TO = regex(r"(?<![a-z])(?:to|down to) (?:under |about |less than )?$", re.I)
_LEFT_JA = regex(r"(?:程度|以下)?(?:に|へ|まで)(?:[^、。\n\d]{0,4}(?:減|短|削|圧縮|下げ|縮|落と|低減|抑)|$|[、。])")
_POINTS = regex(r" ?(?:ポイント|points?|pts?|pp)(?![a-z])", re.I)
_OF_TODAY = regex(r" (?:of )?(?:today|the (?:present|current)|what it|now|its)", re.I)


_OF_THINGS = regex(r"(?:以上)?(?:を|が|に|で|は)")
"""在庫の8割を: the part of the things that something is done to."""


@dataclass(frozen=True, slots=True)
class _Span:
    """An amount the plan comes to, least and most."""

    least: float
    most: float


def verdict_on(promise: Scan, plan: Scan) -> Verdict | None:
    """below, kept, or None when the two say nothing of the same kind."""
    worse = worse_grade(promise.text, plan.text)
    if worse is not None:
        return "below" if worse else "kept"
    promised, planned = facts_of(promise), facts_of(plan)
    if names_hours(promise):
        return None
    percent = _percent_promised(promised)
    if percent is not None:
        return None if _grows(promised) and _falls_down(planned) else _enough(_percent_of(planned, promised), percent)
    rate, own_rate = an_hour(promised), an_hour(planned)
    if rate is not None and own_rate is not None:
        return "below" if own_rate < rate * (1 - _SLACK) else "kept"
    change = _only_change(promised)
    if change is not None:
        return _enough(_change_of(planned, change, promised), change.value)
    aim = _only_aim(promised)
    part = share_of(promised, promised) if promised.wholes and {m.kind for m in promised.aims} == {"count"} else None
    if part is not None and planned.aim("share") is not None:
        aim = replace(promised.wholes[0], value=part, kind="share", unit="part", period=None)
    if aim is None:
        return None
    reached = _level_of(planned, aim, promised)
    if reached is None:
        return None
    if aim.unit == "part":
        aim = replace(aim, value=round(aim.value))
    falls = _falls(promised, planned, aim)
    if falls is None:
        return None
    if falls:
        return "below" if reached.least > aim.value * (1 + _SLACK) else "kept"
    return "below" if reached.most < aim.value * (1 - _SLACK) else "kept"


def speaks_of_effort(promise: Scan) -> bool:
    """The promise is of person-hours: so rare a measure that nothing else need be in common."""
    return facts_of(promise).aim("effort") is not None


def _grows(facts: Facts) -> bool:
    """The promise is of more: 3倍, doubled."""
    match = _MULTIPLE.search(facts.text)
    return any(m.kind == "times" for m in facts.aims) or bool(match and not match["half"])


def _falls_down(facts: Facts) -> bool:
    """The plan brings something down, so it is not what was to grow."""
    return any(
        base.kind == aim.kind and base.unit == aim.unit and base.value > aim.value for base in facts.now for aim in facts.aims
    )


def _enough(reached: _Span | None, wanted: float) -> Verdict | None:
    if reached is None:
        return None
    return "below" if reached.most < wanted * (1 - _SLACK) - 1e-9 else "kept"


def _percent_promised(facts: Facts) -> float | None:
    """By how many percent of today's amount: 3割短縮, halved, cut to a third, 2倍に."""
    multiple = _multiple(facts)
    if multiple is not None:
        return multiple
    change = facts.change("share")
    if change is None or _POINTS.match(facts.text, change.end) or change.unit == "part" and change.value >= 100:
        return None
    return change.value


def _multiple(facts: Facts) -> float | None:
    """The change in percent that words of a multiple say."""
    match = _MULTIPLE.search(facts.text)
    if match and not any(m.kind != "share" for m in facts.changes):
        return 50.0 if match["half"] else 100.0 if match["double"] else 200.0
    for measure in facts.aims:
        if measure.kind == "times" and measure.value > 1:
            return (measure.value - 1) * 100
        if measure.kind != "share":
            continue
        part_ja = "分の" in facts.text[measure.start : measure.end]
        if part_ja and _LEFT_JA.match(facts.text, measure.end) and any_of(promise_words()["lower"]["words"]).search(facts.text):
            return 100 - measure.value
        if measure.unit == "part" and _CUT_TO.search(facts.text[: measure.start]) and _OF_TODAY.match(facts.text, measure.end):
            return 100 - measure.value
    return None


def _only_change(facts: Facts) -> Measure | None:
    kinds = {m.kind for m in facts.changes} - {"count"} or {m.kind for m in facts.changes}
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    if kind in ("share", "clock", "rank", "times"):
        return None
    found = facts.change(kind)
    return found if found is None else times_each(facts, found, facts.text)


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


def _percent_of(plan: Facts, promise: Facts) -> _Span | None:
    """The plan's change in percent, said or worked out from two values of one kind."""
    said = _percent_promised(plan)
    if said is not None:
        return _Span(said, said)
    for kind in ("time", "money", "effort", "count"):
        base = plan.base(kind) or (promise.base(kind) if plan.change(kind) or kind != "count" else None)
        if base is None or not base.value:
            continue
        aim, change = _aim_of(plan, base), plan.change(kind)
        if aim is not None:
            least, most = alike(aim, base)
            shares = sorted(abs(base.value - value) / base.value * 100 for value in (least, most))
            return _Span(*shares)
        if change is not None and (kind != "count" or change.unit in (base.unit, "")):
            least, most = alike(change, base)
            return _Span(least / base.value * 100, most / base.value * 100)
    return None


def _aim_of(plan: Facts, base: Measure) -> Measure | None:
    """The value aimed at that the present one moves to: of its kind, and of its unit where things are counted."""
    if base.kind != "count":
        return plan.aim(base.kind)
    found = [m for m in plan.aims if m.kind == "count" and (_same_unit(m.unit, base.unit) or not m.unit or not base.unit)]
    return found[0] if len(found) == 1 else None


def _same_unit(one: str, other: str) -> bool:
    """The same things are counted: 店 and 店舗, depot and depots."""
    if not one or not other:
        return False
    if one.isascii():
        return bool({w.rstrip("s")[:5] for w in one.split()} & {w.rstrip("s")[:5] for w in other.split()})
    return one[0] == other[0]


def _change_of(plan: Facts, wanted: Measure, promise: Facts) -> _Span | None:
    """By how much the plan changes, in the promise's kind and period."""
    own = plan.change(wanted.kind)
    if own is not None and (wanted.kind != "count" or not wanted.unit or _same_unit(own.unit, wanted.unit)):
        return _Span(*alike(times_each(plan, own, promise.text), wanted))
    for kind in (wanted.kind, "clock") if wanted.kind == "time" else (wanted.kind,):
        base = plan.base(kind)
        aim = _aim_of(plan, base) if base is not None else None
        if base is None or aim is None:
            continue
        if kind == "count" and wanted.unit and base.unit and not (_same_unit(base.unit, wanted.unit) or _same_unit(aim.unit, wanted.unit)):
            continue
        difference = Measure(aim.start, aim.end, abs(base.value - aim.value), wanted.kind, aim.unit, aim.period or base.period)
        return _Span(*alike(times_each(plan, difference, promise.text), wanted))
    percent, base = plan.change("share"), plan.base(wanted.kind) or promise.base(wanted.kind)
    if percent is not None and base is not None and base.value:
        amount = base.value * percent.value / 100
        return _Span(amount, amount)
    return None


def _level_of(plan: Facts, wanted: Measure, promise: Facts) -> _Span | None:
    """The level the plan comes to, in the promise's kind and period."""
    if wanted.kind == "count":
        return _count_of(plan, wanted, promise)
    if wanted.kind == "share":
        own = plan.aim("share")
        if own is not None:
            value = 100 - own.value if is_other_part(promise.text, plan.text) else own.value
            return _Span(value, value)
        worked = share_of(plan, promise)
        return _Span(worked, worked) if worked is not None else None
    if wanted.kind == "effort":
        effort = effort_of(plan)
        return _Span(effort, effort) if effort is not None else None
    own = plan.aim(wanted.kind)
    if own is not None:
        if wanted.kind in ("time", "money") and not _is_comparable(own, wanted):
            return None
        return _Span(*alike(times_each(plan, own, promise.text), wanted))
    rate = turned(plan, wanted, promise)
    if rate is not None:
        return _Span(rate, rate)
    base, change = plan.base(wanted.kind) or promise.base(wanted.kind), plan.change(wanted.kind)
    if base is not None and change is not None and base.period == change.period:
        left = base.value - change.value
        return _Span(left, left)
    return None


def _count_of(plan: Facts, wanted: Measure, promise: Facts) -> _Span | None:
    """Things counted, where a bound or a period says how the number is meant; others are told apart elsewhere."""
    if not (promise.most(wanted) or promise.least(wanted) or wanted.period):
        return None
    found = [m for m in plan.aims if m.kind == "count" and (_same_unit(m.unit, wanted.unit) or (wanted.period and m.period and not (m.unit and wanted.unit)))]
    if len({m.value for m in found}) != 1 or (wanted.period is None) != (found[0].period is None):
        return None
    return _Span(*alike(found[0], wanted))


def _is_comparable(own: Measure, wanted: Measure) -> bool:
    """A day's worth of work and a day of the calendar are not told apart: hours against half a day say nothing near."""
    if own.kind != "time":
        return True
    if (own.unit == "history") != (wanted.unit == "history"):
        return False
    speed = "speed" in (own.unit, wanted.unit)
    if speed and (own.period or wanted.period):
        return False
    if speed and not (own.unit == wanted.unit):
        longer = max(own.value, wanted.value)
        return min(own.value, wanted.value) <= 720 or longer >= 2880
    return True


def _falls(promise: Facts, plan: Facts, aim: Measure) -> bool | None:
    """Less is better of the promised figure; None when nothing tells."""
    if promise.most(aim):
        return True
    if promise.least(aim):
        return False
    if aim.kind == "rank":
        return True
    if aim.kind == "clock":
        return None if _OPEN_TILL.search(promise.text) else True
    if aim.unit == "history":
        return False
    if aim.kind in ("time", "effort"):
        if not _LATER_BETTER.search(promise.text):
            return True
        return None if any_of(promise_words()["lower"]["words"]).search(promise.text) else False
    if aim.kind == "turns":
        return False
    base, own = plan.base(aim.kind), plan.aim(aim.kind)
    if base is not None and own is not None and base.value != own.value:
        return own.value < base.value
    before = promise.base(aim.kind)
    if before is not None and before.value != aim.value:
        return aim.value < before.value
    if aim.kind == "share" and _OF_THINGS.match(promise.text, aim.end) and promise.text[: aim.start].endswith("の"):
        return False
    if is_lower_better(promise.text) or is_lower_better(plan.text):
        return True
    return False if aim.kind == "share" else None


__all__ = ["Verdict", "verdict_on"]
