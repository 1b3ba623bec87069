"""The level that a goal's own sentence leads from to its target (52分→30分): later levels of the measure are progress."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.figures import FROM_TO, read_figures
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.values import context_of, value_of
from agent.models.evidence import Value
from agent.models.plan import Goal, Number
from agent.renewal.remarks import Remark
from connectors.language import JAPANESE


def with_levels_led_from(goals: Sequence[Goal], remarks: Sequence[Remark], anchor: Anchor) -> list[Goal]:
    """The goals in their order, each with the level that the earliest of its sentences leads from to its target."""
    return [_led(goal, remarks, anchor) for goal in goals]


def _led(goal: Goal, remarks: Sequence[Remark], anchor: Anchor) -> Goal:
    if goal.target is None or goal.baseline is None or isinstance(goal.target.value, str):
        return goal
    own = [r for c in goal.citations for r in remarks if _quotes(c.source_id, c.start, c.end, r)]
    for remark in sorted(own, key=lambda r: (r.day or dt.date.max, r.start)):
        value = _level(remark, goal.target, anchor)
        if value is not None:
            return goal if value.value == goal.baseline.value else with_parts(goal, {"baseline": value})
    return goal


def _quotes(source: str, start: int, end: int, remark: Remark) -> bool:
    return source == remark.document.source_id and start < remark.end and remark.start < end


def _level(remark: Remark, target: Value[Number | str], anchor: Anchor) -> Value[Number | str] | None:
    """The figure right before the target that an arrow or "from … to" joins with it, in its unit."""
    language = "ja" if JAPANESE.search(remark.text) else "en"
    found = read_figures([remark.text], language, context_of(anchor, remark.day)).found
    citation = citation_of(remark)
    for before, after in pairwise(found):
        joined = FROM_TO.fullmatch(remark.text[before.end : after.start])
        same = after.value == target.value and before.unit == after.unit and bool(before.unit)
        if citation is not None and joined and same and before.value not in (None, after.value):
            return value_of(replace(before, sentence=0), [remark], {remark: citation})
    return None
