"""A: whether it can be reached with what is planned, and was promised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agent.models.finding import Severity
from agent.review.rule import Hit, Read, Rule, Whole

_REASON = re.compile(
    r"により|によって|ことで|を通じ|に伴い|ため、|理由|根拠|実績|他社|先行|試行|パイロット|導入後|自動化|廃止|切替|because|by (?:automat|replac|remov|moving|using)|since|as seen|pilot|based on|thanks to|through",
    re.I,
)
LARGE_RISE = 3.0
LARGE_FALL = 0.2
LARGE_POINTS = 40.0
"""A jump worth a reason: three times, down to a fifth, or 40 points of a rate. Own choice, to be set in banso.toml by severity."""
ITEMS_A_MONTH = 5
"""Goals and actions of one owner due in one month from which on the owner counts as overloaded. Own choice."""
FEWEST_ACTIONS = 2


def large_jump(read: Read) -> Iterator[Hit]:
    """A01: a jump from baseline to target without a reason."""
    reading = read.reading
    base, target = reading.baseline_value, reading.target_value
    if (
        not read.is_goal
        or base is None
        or target is None
        or target.change
        or base.dimension != target.dimension
    ):
        return
    if base.value <= 0 or base.unit != target.unit or _REASON.search(reading.text):
        return
    ratio = target.value / base.value
    points = base.dimension == "ratio" and abs(target.value - base.value) >= LARGE_POINTS
    if ratio >= LARGE_RISE or ratio < LARGE_FALL or points:
        yield Hit(reading.target, {"baseline": base.part.text, "target": target.part.text})


def against_promise(read: Read) -> Iterator[Hit]:
    """A02: below, later than, or against what was promised at purchase (稟議書)."""
    if read.reading.contradicts_promise is not None:
        yield Hit(
            read.reading.target or read.reading.due.part,
            {"promise": read.item.context.purchase_promise or ""},
        )


def few_actions(whole: Whole) -> Iterator[Hit]:
    """A03: a goal with one action, or only with actions that leave nothing behind."""
    for goal in whole.goals:
        own = whole.actions_of.get(goal.item.id, ())
        if not own:
            continue
        concrete = [action for action in own if action.reading.deliverable is not None]
        if len(own) < FEWEST_ACTIONS or not concrete:
            yield Hit(None, {"count": str(len(own)), "concrete": str(len(concrete))}, goal.item.path)


def overloaded(whole: Whole) -> Iterator[Hit]:
    """A04: many goals and actions of one owner due in the same month."""
    load: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], str] = {}
    rows: set[tuple[object, ...]] = (
        set()
    )  # a goal and its action in one row share the cells: one piece of work
    for read in whole.items:
        name, last = read.reading.owner.name, read.reading.due.last
        if name and last and read.reading.owner.kind in ("person", "role"):
            key = name.strip(), last.strftime("%Y-%m")
            row = (read.item.source, read.item.path.rpartition("!")[0], read.item.line, *key)
            if read.item.line is not None and row in rows:
                continue
            rows.add(row)
            load[key] += 1
            first.setdefault(key, read.item.path)
    for (name, month), count in sorted(load.items()):
        if count >= ITEMS_A_MONTH:
            yield Hit(None, {"owner": name, "month": month, "count": str(count)}, first[(name, month)])


ACHIEVABLE = (
    Rule("A01", Severity.INFO, large_jump),
    Rule("A02", Severity.ERROR, against_promise),
    Rule("A03", Severity.WARNING, whole=few_actions),
    Rule("A04", Severity.INFO, whole=overloaded),
)
