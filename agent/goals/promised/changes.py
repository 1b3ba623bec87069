"""Changes, in amounts and in percent: what a promise says of them, and what the plan comes to in the same terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.calendar.patterns import regex
from agent.goals.opposites import any_of, promise_words
from agent.goals.promised.claims import Facts, alike
from agent.goals.promised.measures import Measure
from agent.goals.promised.products import times_each

_MULTIPLE = regex(
    r"(?P<half>半減|半分(?:に|へ|以下|まで)|折半|(?<![a-z])(?:halv(?:e|es|ed|ing)|(?:cut |reduced? |slash(?:ed)? )?(?:in|by) half)(?![a-z]))"
    r"|(?P<double>(?<![a-z])(?:doubl(?:e|es|ed|ing)|twice)(?![a-z]))|(?P<triple>(?<![a-z])(?:tripl(?:e|es|ed|ing)|three times)(?![a-z]))",
    re.I,
)
_CUT_TO = regex(r"(?<![a-z])(?:to|down to) (?:under |about |less than )?$", re.I)
_LEFT_JA = regex(
    r"(?:程度|以下)?(?:に|へ|まで)(?:[^、。\n\d]{0,4}(?:減|短|削|圧縮|下げ|縮|落と|低減|抑)|$|[、。])"
)
_OF_BASE = regex(
    r"(?:基準年?|前年(?:同期|度)?|昨年|現状|今|当初|導入前|昨対|対前年)(?:度)?(?:の|比で?|対比)(?:約)?$|(?<![a-z])(?:to|at) $",
    re.I,
)
_TO_IT = regex(
    r"(?:以下|程度)?(?:に|へ|まで)| of (?:today|the (?:present|current|base)|last year|its|what)", re.I
)
"""基準年比92%へ, to 92% of today's: what is to be left."""
_POINTS = regex(r" ?(?:ポイント|points?|pts?|pp)(?![a-z])", re.I)
_OF_TODAY = regex(r" (?:of )?(?:today|the (?:present|current)|what it|now|its)|$|[.,;:(]", re.I)


@dataclass(frozen=True, slots=True)
class Span:
    """An amount the plan comes to, least and most."""

    least: float
    most: float


def grows(facts: Facts) -> bool:
    """The promise is of more: 3倍, doubled."""
    match = _MULTIPLE.search(facts.text)
    return any(m.kind == "times" for m in facts.aims) or bool(match and not match["half"])


def falls_down(facts: Facts) -> bool:
    """The plan brings something down, so it is not what was to grow."""
    return any(
        base.kind == aim.kind and base.unit == aim.unit and base.value > aim.value
        for base in facts.now
        for aim in facts.aims
    )


def percent_promised(facts: Facts) -> float | None:
    """By how many percent of today's amount: 3割短縮, halved, cut to a third, 2倍に."""
    multiple = _multiple(facts)
    if multiple is not None:
        return multiple
    change = facts.change("share")
    if (
        change is None
        or _POINTS.match(facts.text, change.end)
        or (change.unit == "part" and change.value >= 100)
    ):
        return None
    return change.value


@cache
def _said_less() -> re.Pattern[str]:
    return any_of(promise_words()["lower"]["words"])


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
        if (
            _OF_BASE.search(facts.text[: measure.start])
            and measure.value < 100
            and _TO_IT.match(facts.text, measure.end)
        ):
            return 100 - measure.value
        part_ja = "分の" in facts.text[measure.start : measure.end]
        if part_ja and _LEFT_JA.match(facts.text, measure.end) and _said_less().search(facts.text):
            return 100 - measure.value
        if (
            measure.unit == "part"
            and _CUT_TO.search(facts.text[: measure.start])
            and _OF_TODAY.match(facts.text, measure.end)
        ):
            return 100 - measure.value
    return None


def change_promised(facts: Facts) -> Measure | None:
    kinds = {m.kind for m in facts.changes} - {"count"} or {m.kind for m in facts.changes}
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    if kind in ("share", "clock", "rank", "times"):
        return None
    found = facts.change(kind)
    return found if found is None else times_each(facts, found, facts.text)


def percent_of(plan: Facts, promise: Facts) -> Span | None:
    """The plan's change in percent, said or worked out from two values of one kind."""
    said = percent_promised(plan)
    if said is not None:
        return Span(said, said)
    for kind in ("time", "money", "effort", "count"):
        base = plan.base(kind) or (promise.base(kind) if plan.change(kind) or kind != "count" else None)
        if base is None or not base.value:
            continue
        aim, change = _aim_of(plan, base), plan.change(kind)
        if aim is not None:
            least, most = alike(aim, base)
            shares = sorted(abs(base.value - value) / base.value * 100 for value in (least, most))
            return Span(*shares)
        if change is not None and (kind != "count" or change.unit in (base.unit, "")):
            least, most = alike(change, base)
            return Span(least / base.value * 100, most / base.value * 100)
    return None


def _aim_of(plan: Facts, base: Measure) -> Measure | None:
    """The value aimed at that the present one moves to: of its kind, and of its unit where things are counted."""
    if base.kind != "count":
        return plan.aim(base.kind)
    found = [
        m
        for m in plan.aims
        if m.kind == "count" and (same_unit(m.unit, base.unit) or not m.unit or not base.unit)
    ]
    return found[0] if len(found) == 1 else None


def _is_named(unit: str, text: str) -> bool:
    return any(word[:5].lower() in text.lower() for word in unit.split())


def same_unit(one: str, other: str) -> bool:
    """The same things are counted: 店 and 店舗, depot and depots."""
    if not one or not other:
        return False
    if one.isascii():
        return bool({w.rstrip("s")[:5] for w in one.split()} & {w.rstrip("s")[:5] for w in other.split()})
    return one[0] == other[0]


def change_of(plan: Facts, wanted: Measure, promise: Facts) -> Span | None:
    """By how much the plan changes, in the promise's kind and period."""
    own = plan.change(wanted.kind)
    if own is not None and (
        wanted.kind != "count"
        or not wanted.unit
        or same_unit(own.unit, wanted.unit)
        or (not own.unit and _is_named(wanted.unit, plan.text))
    ):
        return Span(*alike(times_each(plan, own, promise.text), wanted))
    for kind in (wanted.kind, "clock") if wanted.kind == "time" else (wanted.kind,):
        base = plan.base(kind)
        aim = _aim_of(plan, base) if base is not None else None
        if base is None or aim is None:
            continue
        if (
            kind == "count"
            and wanted.unit
            and base.unit
            and not (same_unit(base.unit, wanted.unit) or same_unit(aim.unit, wanted.unit))
        ):
            continue
        if (
            kind == "count"
            and wanted.unit
            and not (base.unit or aim.unit)
            and not _is_named(wanted.unit, plan.text)
        ):
            continue
        difference = Measure(
            aim.start, aim.end, abs(base.value - aim.value), wanted.kind, aim.unit, aim.period or base.period
        )
        return Span(*alike(times_each(plan, difference, promise.text), wanted))
    percent, base = plan.change("share"), plan.base(wanted.kind) or promise.base(wanted.kind)
    if percent is not None and base is not None and base.value:
        amount = base.value * percent.value / 100
        return Span(amount, amount)
    return None
