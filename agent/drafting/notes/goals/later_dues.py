"""Dates that a goal has from elsewhere: the same as another goal's, or what a later note gives beside its target."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.due_told import says_no_date
from agent.drafting.notes.goals.just_past import has_just_passed
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.past_times import limiting
from agent.drafting.notes.goals.printed import target_printed
from agent.drafting.notes.goals.series import is_item
from agent.models.evidence import Value
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.when import when_value
from connectors.interface import BlockKind

SAME = re.compile(
    r"(?:時期|期限|期日|締め(?:切り?)?|締切|いつまで|納期|期間)(?:は|も|については|のほうは)?[^。]{0,16}(?:同じ|おなじ|揃え|そろえ|合わせ|一緒|同様|に準じ|倣)|(?:同じ|おなじ|同様)[^。]{0,14}(?:時期|期限|期日|締め)|"
    r"\bsame (?:(?:figure|number|target|level) and )?(?:due )?(?:date|deadline|timeline|timeframe|timing|time|cut-?off)\b|\b(?:date|deadline|timing)\b[^.;]{0,16}\b(?:the same|likewise|ditto)\b",
    re.I,
)
"""Says that the date is another one's."""
ALSO = re.compile(
    r"^\W*(?:数字|目標)?も?(?:時期|期限|期日|締め(?:切り)?)も(?:。|$|同)|^\W*(?:date|deadline) (?:too|as well)\b",
    re.I,
)
SAID_SAME = re.compile(r"同じ|おなじ|\bsame\b", re.I)
BEHIND = 3
"""Lines behind a goal's own that may say whose date it shares."""


def with_shared_dues(goals: Sequence[Goal], remarks: Sequence[Remark]) -> list[Goal]:
    """The goals in their order, one without a date with that of the goal told before it in its note, where a line of its
    own says that the date is the same."""
    changed = list(goals)
    for place, goal in enumerate(goals):
        if goal.due is not None or goal.target is None:
            continue
        said = next(
            (
                r
                for c in goal.citations
                for r in _lines(c.source_id, c.start, c.end, remarks)
                if _same(r, remarks)
            ),
            None,
        )
        other = _told_before(place, changed, said) if said is not None else None
        if said is None or other is None or (citation := citation_of(said)) is None:
            continue
        changed[place] = with_parts(goal, {"due": other.due}, [citation])
    return changed


def _lines(source: str, start: int, end: int, remarks: Sequence[Remark]) -> list[Remark]:
    """The cited sentence and the next ones of its note, up to the next item."""
    lines = [r for r in remarks if r.document.source_id == source and r.end > start]
    own = [r for r in lines if r.start < end]
    behind: list[Remark] = []
    for line in lines[len(own) : len(own) + BEHIND]:
        if line.kind is BlockKind.HEADING or is_item(line.text):
            break
        behind.append(line)
    return [*own, *behind]


def _same(remark: Remark, remarks: Sequence[Remark]) -> bool:
    if SAME.search(remark.text):
        return True
    lines = [r for r in remarks if r.document is remark.document]
    place = lines.index(remark)
    return bool(place and ALSO.search(remark.text) and SAID_SAME.search(lines[place - 1].text))


def _told_before(place: int, goals: Sequence[Goal], said: Remark) -> Goal | None:
    """The goal with a date that the note tells last before the sentence."""
    told = [
        (citation.start, other)
        for at, other in enumerate(goals)
        if at != place and other.due is not None
        for citation in other.citations
        if citation.source_id == said.document.source_id and citation.start < said.start
    ]
    return max(told, key=lambda found: found[0], default=(0, None))[1]


def with_later_dues(
    goals: Sequence[Goal], remarks: Sequence[Remark], anchor: Anchor, days: Mapping[str, dt.date | None]
) -> list[Goal]:
    """The goals in their order, each with the date that the last note to repeat its target puts beside it."""
    return [_dated(goal, goals, remarks, anchor, days) for goal in goals]


def _dated(
    goal: Goal,
    goals: Sequence[Goal],
    remarks: Sequence[Remark],
    anchor: Anchor,
    days: Mapping[str, dt.date | None],
) -> Goal:
    target = target_printed(goal)
    if target is None or sum(_figure(other) == _figure(goal) for other in goals) > 1:
        return goal
    set_on = days.get(
        goal.due.citations[0].source_id if goal.due and goal.due.citations else goal.citations[0].source_id
    )
    found = goal
    for remark in sorted(remarks, key=lambda r: r.day or dt.date.min):
        later = remark.day is not None and set_on is not None and remark.day > set_on
        if not later or not remark.is_note or remark.side == "us" or not target.search(remark.text):
            continue
        due = _date(remark, anchor)
        if due is not None:
            found = with_parts(found, {"due": due})
    return found


def _figure(goal: Goal) -> tuple[str, str] | None:
    return (str(goal.target.value), goal.target.unit or "") if goal.target is not None else None


def _date(remark: Remark, anchor: Anchor) -> Value[str] | None:
    """The one date to come that the sentence gives as a limit."""
    text, said = remark.text, remark.day or anchor.as_of
    if says_of_goals("not_due", text) or says_no_date(text) or text.rstrip().endswith(("?", "？")):
        return None
    dates = [
        when
        for when in limiting(text, dates_in(text, remark.day, anchor), remark.day)
        if when.last > said and not has_just_passed(when, text, said)
    ]
    citation = citation_of(remark)
    if len({when.last for when in dates}) != 1 or citation is None:
        return None
    return when_value(replace(dates[-1], iso=dates[-1].last.isoformat()), citation, remark)
