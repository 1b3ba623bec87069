"""The figure that both sides settled on to start from: 「今後は14時間を出発点に」, "We agreed to use 39." """

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.measures import kind_of
from agent.drafting.notes.goals.merged import matter_of, with_parts
from agent.drafting.notes.goals.subjects import Subjects
from agent.drafting.notes.goals.values import context_of, value_of
from agent.models.evidence import Value
from agent.models.plan import Goal, Number
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

START = re.compile(
    r"(?P<figure>[\d０-９][\d０-９,.]*)[^。、\d]{0,8}?(?:を|が)(?:今後の|これからの|比較の|正式な|新しい)?(?:出発点|起点|基準(?!法)|ベースライン|ベース|スタート(?:地点|ライン)?|現状値|もとの(?:数字|値)|元の(?:数字|値))(?:値|の数字)?(?:に|と|で|です|だ|。|$)|"
    r"(?:出発点|起点|基準(?:値)|ベースライン|現状値)(?:は|を|として)[^。\d]{0,10}(?P<after>[\d０-９][\d０-９,.]*)|"
    r"\b(?:agreed (?:to (?:use|take|start from|work from|go with)|on)|(?:let'?s|let’s|we(?:'ll|’ll| will| should)?|please) (?:use|take|start from|work from|go with|measure (?:against|from))|as (?:the|our) (?:baseline|starting point)|(?:baseline|starting point) (?:is|of|at|becomes|stays)(?: now)?)\s+(?:the |at )?(?P<english>\d[\d,.]*)(?!\s*(?:seats?|users?|licen[cs]es?|as (?:a|the|our) (?:target|goal)))|"
    r"\b(?P<named>\d[\d,.]*)\b[^.;]{0,24}\bas (?:the|our|a) (?:baseline|starting point|base)\b",
    re.I,
)
BACK = 6
"""Remarks before it in which the figure stands with its unit, and its matter is named."""
LEAST = 0.35
"""Weight of the words in common from which on a line names a goal's matter."""


def with_agreed_baselines(
    goals: Sequence[Goal], remarks: Sequence[Remark], subjects: Subjects, anchor: Anchor
) -> list[Goal]:
    """The goals in their order, each with the last baseline that was settled on for its measure."""
    changed = list(goals)
    for place, remark in enumerate(remarks):
        found = START.search(remark.text) if remark.is_note and remark.kind is not BlockKind.HEADING else None
        if found is None:
            continue
        number = next(group for group in found.groups() if group).rstrip(",.")
        before = [r for r in remarks[max(0, place - BACK) : place] if r.document is remark.document][::-1]
        value = _value(number, [remark, *before], anchor)
        which = _whose(value, [remark, *before], changed, subjects) if value else None
        citation = citation_of(remark)
        if which is not None and value is not None and citation is not None:
            changed[which] = with_parts(changed[which], {"baseline": value}, [citation])
    return changed


def _value(number: str, lines: Sequence[Remark], anchor: Anchor) -> Value[Number | str] | None:
    """The figure as the nearest line gives it with its unit."""
    for line in lines:
        if number not in line.text:
            continue
        language = "ja" if JAPANESE.search(line.text) else "en"
        citation = citation_of(line)
        read = read_figures([line.text], language, context_of(anchor, line.day))
        for figure in read.found:
            value = value_of(replace(figure, sentence=0), [line], {line: citation}) if citation else None
            if (
                value is not None
                and value.unit
                and str(value.value).removesuffix(".0") == number.replace(",", "")
            ):
                return value
    return None


def _whose(
    value: Value[Number | str], lines: Sequence[Remark], goals: Sequence[Goal], subjects: Subjects
) -> int | None:
    """The goal counted in the same kind of unit that the nearest line names; the only one so counted where none does."""
    kind = kind_of(value.unit or "", str(value.value))
    alike = [
        at
        for at, goal in enumerate(goals)
        if any(
            part is not None and part.unit and kind_of(part.unit, str(part.value)) == kind
            for part in (goal.target, goal.baseline)
        )
        and not (goal.target is not None and goal.target.value == value.value)
    ]
    for line in lines:
        shared = {at: subjects.shared(matter_of(goals[at]), line.text) for at in alike}
        best = max(alike, key=lambda at: shared[at], default=None)
        if best is not None and shared[best] >= LEAST:
            return best
    return alike[0] if len(alike) == 1 else None
