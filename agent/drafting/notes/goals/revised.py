"""What a later note changes of a goal: its date put off, its figure set anew, who took it on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.measures import kind_of
from agent.drafting.notes.goals.merged import matter_of, with_parts
from agent.drafting.notes.goals.owner import names_an_owner, owner_of
from agent.drafting.notes.goals.printed import target_printed
from agent.drafting.notes.goals.statement import composed
from agent.drafting.notes.goals.subjects import Subjects
from agent.drafting.notes.goals.values import Parts, context_of, value_of
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import When, when_value
from connectors.interface import BlockKind
from connectors.language import JAPANESE

GOAL = re.compile(
    r"目標|ゴール|期限|期日|KPI|切り?替え日|稼働日|\b(?:goals?|targets?|deadlines?|due dates?|go-?lives?)\b",
    re.I,
)
MOVED = re.compile(
    r"(?:まで|に|へ|と|を)?(?:延ば(?:し|す|そ)|延長|延期|伸ばし|後ろ(?:倒し|にずら)|ずら(?:し|す)|先送り|繰り?下げ|繰り?延べ|前倒し|繰り?上げ|引き直)|"
    r"(?:に|へ|と)(?:変更|変え|改め|見直|修正|設定し直|しなお|し直)|"
    r"\b(?:new|revised|updated|changed|agreed new|later|earlier) (?:go-?live|deadline|due date|target(?: date)?|end date|date|goal)\b|"
    r"\b(?:push(?:ed|ing)?|mov(?:e|ed|ing)|postpon\w+|extend\w*|delay\w*|slip(?:s|ped)?|shift(?:ed)?|put back|bring forward|brought forward|rescheduled)\b[^.;]{0,40}?\b(?:to|until|till|into|by)\b",
    re.I,
)
NOT_MOVED = re.compile(
    r"契約|更新|稟議|予算|見積|会議|定例|打ち?合わ?せ|面談|訪問|研修|納品|デモ|リリース|アップデート|資料|請求|移転|異動|人事|工事|"
    r"\b(?:contract|renewal|notice|meeting|call|invoice|budget|committee|board|release|training|demo|visit|payment|headcount|office)\b",
    re.I,
)
ASKED = re.compile(r"[?？]\s*$|(?:ますか|でしょうか|ましょうか|ませんか)[。]?$")
BACK = 6
"""Remarks before the change in which its matter may be named: a few turns of talk, the lines of one point."""
NEAR = 2
"""Remarks before it that may repeat the goal's target."""
LEAST = 0.35
"""Weight of the words in common from which on a line names a goal's matter."""


def revised(
    goals: Sequence[Goal],
    remarks: Sequence[Remark],
    subjects: Subjects,
    sides: Sides,
    anchor: Anchor,
    days: Mapping[str, dt.date | None],
) -> list[Goal]:
    """The goals in their order, each with the date, figure and owner that notes written after its own give it anew."""
    changed = list(goals)
    matters = [matter_of(goal) for goal in goals]
    for place in sorted(range(len(remarks)), key=lambda at: remarks[at].day or dt.date.min):
        remark = remarks[place]
        if not _may_change(remark):
            continue
        before = [r for r in remarks[max(0, place - BACK) : place] if r.document is remark.document]
        which = _whose(remark, before, changed, matters, subjects, anchor)
        if which is None or not _is_later(remark, changed[which], days):
            continue
        following = remarks[place + 1 : place + 2]
        changed[which] = _with_change(changed[which], remark, following, sides, anchor)
    return changed


def without_changes(
    goals: Sequence[Goal], remarks: Sequence[Remark], days: Mapping[str, dt.date | None]
) -> list[Goal]:
    """Without the goals whose own sentence only moves what another goal of an earlier note set: its date, not its figure."""
    return [goal for goal in goals if not _only_moves(goal, goals, remarks, days)]


def _only_moves(
    goal: Goal, goals: Sequence[Goal], remarks: Sequence[Remark], days: Mapping[str, dt.date | None]
) -> bool:
    at = goal.citations[0]
    own = next(
        (
            r
            for r in remarks
            if r.document.source_id == at.source_id and r.start < at.end and at.start < r.end
        ),
        None,
    )
    if own is None or not _may_change(own) or GOAL.search(own.text) is None or goal.target is None:
        return False
    same = [
        other
        for other in goals
        if other is not goal
        and other.target is not None
        and (other.target.value, other.target.unit) == (goal.target.value, goal.target.unit)
    ]
    return any(_is_later(own, other, days) for other in same)


def _may_change(remark: Remark) -> bool:
    note = remark.is_note and remark.kind is not BlockKind.HEADING
    moved = note and MOVED.search(remark.text) and not ASKED.search(remark.text)
    return bool(moved) and (GOAL.search(remark.text) is not None or not NOT_MOVED.search(remark.text))


def _whose(
    remark: Remark,
    before: Sequence[Remark],
    goals: Sequence[Goal],
    matters: Sequence[set[str]],
    subjects: Subjects,
    anchor: Anchor,
) -> int | None:
    """The goal that the sentence names, or the line nearest before it; by the date that is moved where one gives it."""
    spoken = GOAL.search(remark.text) is not None
    for distance, line in enumerate([remark, *reversed(before)]):
        if distance and NOT_MOVED.search(line.text) and not GOAL.search(line.text):
            return None
        spoken = spoken or (distance <= 2 and GOAL.search(line.text) is not None)
        dated = {when.last.isoformat() for when in dates_in(line.text, line.day, anchor)}
        due = [at for at, goal in enumerate(goals) if goal.due and str(goal.due.value) in dated]
        if distance and len(due) == 1 and spoken:
            return due[0]
        printed = [at for at, goal in enumerate(goals) if _prints_target(goal, line.text)]
        if distance <= NEAR and len(printed) == 1:
            return printed[0]
        shared = [
            subjects.shared(matter, f"{line.heading} {line.text}" if not distance else line.text)
            for matter in matters
        ]
        best = max(range(len(goals)), key=lambda at: shared[at], default=None)
        if best is not None and shared[best] >= LEAST and sum(one >= shared[best] for one in shared) == 1:
            return best if spoken else None
    return None


def _prints_target(goal: Goal, text: str) -> bool:
    target = target_printed(goal)
    return target is not None and target.search(text) is not None


def _is_later(remark: Remark, goal: Goal, days: Mapping[str, dt.date | None]) -> bool:
    """Written after the note that sets the goal."""
    source = goal.citations[0].source_id if goal.citations else ""
    set_on = days.get(source)
    return (
        remark.document.source_id != source
        and remark.day is not None
        and set_on is not None
        and remark.day > set_on
    )


def _with_change(
    goal: Goal, remark: Remark, following: Sequence[Remark], sides: Sides, anchor: Anchor
) -> Goal:
    citation = citation_of(remark)
    if citation is None:
        return goal
    parts: dict[str, Any] = {}
    date = _date(remark, anchor)
    if date is not None:
        parts["due"] = when_value(replace(date, iso=date.last.isoformat()), citation, remark)
    target = _target(goal, remark, anchor)
    if target is not None and goal.target is not None and target.value != goal.target.value:
        parts["target"] = target
        told = Parts(metric=goal.metric, baseline=goal.baseline, target=target)
        parts["statement"] = composed(remark.text.strip(" 。.・-"), remark.text, told)
    near = [r for r in following if r.document is remark.document and names_an_owner(r.text)]
    if goal.owner is None and parts and near:
        parts["owner"] = owner_of(near, sides)
    return with_parts(goal, parts, [citation]) if parts else goal


def _date(remark: Remark, anchor: Anchor) -> When | None:
    """The last date to come: what is moved stands before where it is moved to."""
    said = remark.day or anchor.as_of
    ahead = [when for when in dates_in(remark.text, remark.day, anchor) if when.last > said]
    return ahead[-1] if ahead else None


def _target(goal: Goal, remark: Remark, anchor: Anchor) -> Any:
    """The figure that the sentence sets, counted as the goal's was."""
    language = "ja" if JAPANESE.search(remark.text) else "en"
    figure = read_figures([remark.text], language, context_of(anchor, remark.day)).target
    citation = citation_of(remark)
    if figure is None or citation is None or goal.target is None or GOAL.search(remark.text) is None:
        return None
    value = value_of(replace(figure, sentence=0), [remark], {remark: citation})
    known = {kind_of(v.unit or "", str(v.value)) for v in (goal.baseline, goal.target) if v is not None}
    return (
        value
        if value and not figure.change and kind_of(value.unit or "", str(value.value)) in known
        else None
    )
