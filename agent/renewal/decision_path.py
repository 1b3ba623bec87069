"""The customer's decision path: steps in order, who approves each, when, and what the last approval was."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agent.calendar import Anchor
from agent.evidence.cite import cite
from agent.messages import text as message
from agent.models.evidence import Citation, Value
from agent.models.plan import DecisionStep, KeyPerson, Number
from agent.renewal.approvers import approver_in, body_in
from agent.renewal.clauses import CUES, KINDS, Clause, beside_cue, step_clauses
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.thresholds import threshold_in
from agent.renewal.when import When, read_when, when_value

LOOK_BACK_DAYS = 30
"""A dated step is of the current decision when its day is at most this long before as_of."""


WHOLE_YEAR = re.compile(
    r"[来今前翌]期|年度|[来翌今明]年の?$|^(?:the )?(?:next|this|coming|following) year|FY", re.I
)
MONTH_DAYS = 31
"""A mention longer than this is of quarter precision or coarser: it says for which time, not on which day."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One remark that speaks of a step: what it adds to it."""

    kind: str
    remark: Remark
    clause: Clause
    when: When | None
    dated_by: Remark
    approver: KeyPerson | str | None
    deadline: bool

    @property
    def said_on(self) -> dt.date:
        return self.remark.day or dt.date.min


@dataclass
class Step:
    """A step put together from all its sightings, newest first."""

    kind: str
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def dated(self) -> Sighting | None:
        """The sighting whose date counts, see `_weight`."""
        dated = [s for s in self.sightings if s.when]
        return max(dated, key=_weight, default=None)

    @property
    def approver(self) -> KeyPerson | str | None:
        return next((s.approver for s in self.sightings if s.approver is not None), None)


def read_steps(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> list[Step]:
    """Steps of the current decision in order of date, undated ones placed by the usual order of steps.

    A step needs a date or somebody who approves; guesses (たぶん, probably), past approvals and other companies'
    documents (left out before) make none.
    """
    steps: dict[str, Step] = {}
    for sighting in _sightings(remarks, people, sides, anchor):
        steps.setdefault(sighting.kind, Step(sighting.kind)).sightings.append(sighting)
    for step in steps.values():
        step.sightings.sort(key=lambda s: (s.said_on, s.remark.start), reverse=True)
    kept = [step for step in steps.values() if _is_step(step)]
    return _in_order(kept)


def decision_steps(steps: Sequence[Step], language: str) -> list[DecisionStep]:
    """The plan's steps. `when` is an ISO day or month; null where no source dates the step."""
    plan_steps: list[DecisionStep] = []
    for step in steps:
        citations = _citations(step)
        if not citations:
            continue
        dated = step.dated
        approver = step.approver
        plan_steps.append(
            DecisionStep(
                order=len(plan_steps) + 1,
                step=step_words(step, language),
                approver=approver.name if isinstance(approver, KeyPerson) else approver,
                amount_threshold=_threshold(step),
                when=dated.when.iso if dated and dated.when else None,
                citations=citations,
            )
        )
    return plan_steps


def step_words(step: Step, language: str) -> str:
    """What the step is called: the catalogue's word for its kind, with the body that holds it."""
    approver = step.approver
    named = approver.name if isinstance(approver, KeyPerson) and approver.kind == "body" else None
    body = named or next((found for s in step.sightings if (found := body_in(s.remark.text))), None)
    if step.kind == "decide" and body:
        return message("renewal.step.decide_at", language, body=body)
    return message(f"renewal.step.{step.kind}", language)


def step_value(step: Step) -> Value[str] | None:
    """The step's date as a cited value."""
    dated = step.dated
    if dated is None or dated.when is None:
        return None
    citation = cite(dated.dated_by.document, dated.dated_by.start, dated.dated_by.end)
    return when_value(dated.when, citation, dated.dated_by) if citation else None


def _sightings(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> Iterator[Sighting]:
    for index, remark in enumerate(remarks):
        if remark.kind.value in ("heading", "field") or CUES["hedge"].search(remark.text):
            continue
        for clause in step_clauses(remark):
            if CUES["past"].search(clause.text) or _is_routine(clause):
                continue
            question = bool(CUES["question"].search(remark.text))
            when, dated_by = _date(remarks, index, clause, anchor, question)
            if when is not None and (not _is_current(when, anchor) or when.iso == str(remark.day)):
                continue
            if (
                when is not None
                and remark.day
                and when.last < remark.day
                and CUES["told"].search(remark.text)
            ):
                continue
            approver = None if question else approver_in(clause, remark, people, sides)
            if when is None and approver is None and _is_of_a_person(remark, sides):
                continue
            deadline = any(CUES["deadline"].search(said.text) for said in (remark, dated_by))
            yield Sighting(clause.kind, remark, clause, when, dated_by, approver, deadline)


def _is_of_a_person(remark: Remark, sides: Sides) -> bool:
    """A cell in the row of a named person tells of them ("稟議の起案者"), not of the step."""
    if remark.kind.value != "table_row":
        return False
    row = remark.document.blocks[remark.block]
    cells = [remark.document.text[cell.start : cell.end] for cell in row.cells]
    others = [cell for cell in cells if remark.text not in cell]
    return any((who := sides.person(cell)) is not None and who.kind == "person" for cell in others)


def _is_routine(clause: Clause) -> bool:
    """A body that meets for something else ("毎月の委員会で件数を確認する") decides nothing here."""
    return (
        clause.kind == "decide"
        and bool(CUES["routine"].search(clause.text))
        and not CUES["decides"].search(clause.text)
    )


def _date(
    remarks: Sequence[Remark], index: int, clause: Clause, anchor: Anchor, question: bool
) -> tuple[When | None, Remark]:
    """The clause's own date, else one in the sentence beside it, else the answer's to a question about the step."""
    remark = remarks[index]
    dates = _finest(read_when(clause.text, remark.day, anchor, "nearest"))
    if not CUES["corrected"].search(remark.text):
        dates = [d for d in dates if beside_cue(clause, d.start)] or dates
    if dates and not any(
        _is_current(date, anchor) for date in dates
    ):  # "6月の注文書": what happens every June
        dates = [d for d in read_when(clause.text, remark.day, anchor) if d.iso.count("-") == 1] or dates
    if dates:
        return (
            dates[0] if clause.kind in ("compile", "hearing") else _first_future(dates, anchor, remark.text)
        ), remark
    after = remarks[index + 1 : index + 4]
    for near in after:
        if near.document is not remark.document:
            break
        same_turn = near.block == remark.block and remark.kind.value != "table_row"
        answer = question and near.speaker != remark.speaker and near.block - remark.block <= 1
        if same_turn or answer:
            found = _finest(read_when(near.text, near.day, anchor, "nearest"))
            if found and not next(step_clauses(near), None):
                return found[-1], near
    return None, remark


def _finest(dates: Sequence[When]) -> list[When]:
    """Days and months where there are any; never the year a budget is for ("翌年の費目は10月20日の…")."""
    dates = [date for date in dates if not WHOLE_YEAR.search(date.words)]
    return [date for date in dates if (date.last - date.first).days <= MONTH_DAYS] or dates


def _first_future(dates: Sequence[When], anchor: Anchor, text: str) -> When:
    """The first date still ahead; the last where the sentence corrects an earlier one."""
    if CUES["corrected"].search(text):
        return dates[-1]
    return next((date for date in dates if _is_current(date, anchor)), dates[-1])


def _is_current(when: When, anchor: Anchor) -> bool:
    return (anchor.as_of - when.last).days <= LOOK_BACK_DAYS and (when.first - anchor.as_of).days <= 366


def _is_step(step: Step) -> bool:
    notes = [s for s in step.sightings if s.remark.is_note]
    if step.kind == "contract":
        return any(s.when for s in notes)
    if any(s.when for s in notes):
        return True
    named = [s for s in notes if s.approver]
    return any(step.kind != "decide" or CUES["decides"].search(s.remark.text) for s in named)


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """By date; an undated step stands where its kind usually stands among the dated ones."""
    usual = sorted(steps, key=lambda step: KINDS.index(step.kind))
    dated = sorted(
        (s for s in usual if s.dated),
        key=lambda s: (s.dated.when.first if s.dated and s.dated.when else dt.date.max, KINDS.index(s.kind)),
    )
    ordered = list(dated)
    for step in usual:
        if step.dated:
            continue
        place = next(
            (i for i, other in enumerate(ordered) if KINDS.index(other.kind) > KINDS.index(step.kind)),
            len(ordered),
        )
        ordered.insert(place, step)
    return ordered


def _citations(step: Step) -> list[Citation]:
    """Where the date stands, where the approver is named, then other mentions; at most four, none twice."""
    dated = step.dated
    named = next((s for s in step.sightings if s.approver is not None), None)
    first = [s for s in (dated, named) if s is not None]
    places = [
        r for s in [*first, *step.sightings] for r in ((s.dated_by, s.remark) if s is dated else (s.remark,))
    ]
    found: dict[tuple[str, int], Citation] = {}
    for remark in places:
        citation = cite(remark.document, remark.start, remark.end)
        if citation:
            found.setdefault((citation.source_id, citation.start), citation)
    return list(found.values())[:4]


def _weight(sighting: Sighting) -> tuple[bool, bool, bool, bool, bool, bool, dt.date]:
    """What decides between two dates of one step: notes before the press, said before asked, an exact day before a
    month, the customer's words and minutes before our own talk, a correction, then a deadline before an intention, then the newer."""
    when = sighting.when
    exact = when is not None and when.first == when.last
    asked = sighting.dated_by is sighting.remark and bool(CUES["question"].search(sighting.remark.text))
    corrected = bool(CUES["corrected"].search(sighting.remark.text))
    return (
        sighting.remark.is_note,
        not asked,
        exact,
        sighting.remark.side != "us",
        corrected,
        sighting.deadline,
        sighting.said_on,
    )


def _threshold(step: Step) -> Value[Number] | None:
    return next((value for s in step.sightings if (value := threshold_in(s.remark))), None)
