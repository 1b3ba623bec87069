"""The customer's decision path: steps in order, who approves each, when, and above which amount."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.calendar import Anchor
from agent.evidence.cite import cite
from agent.messages import text as message
from agent.models.evidence import Citation, Value
from agent.models.plan import DecisionStep, KeyPerson, Number
from agent.renewal.acts import acts_beside
from agent.renewal.before_meeting import papers_before
from agent.renewal.clauses import CUES, KINDS
from agent.renewal.grouping import grouped, in_its_midst
from agent.renewal.holders import body_in
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.sighting import Sighting
from agent.renewal.sightings import all_sightings
from agent.renewal.step_names import own_words
from agent.renewal.thresholds import threshold_in
from agent.renewal.when import after_the_end, when_value


@dataclass
class Step:
    """A step put together from all its sightings, newest first."""

    kind: str
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def dated(self) -> Sighting | None:
        """The sighting whose date counts, see `_weight`."""
        dated = [s for s in self.sightings if s.when]
        best = max(dated, key=_weight, default=None)
        month = best.when.iso if best is not None and best.when is not None else ""
        within = [s for s in dated if s.when and s.when.iso.startswith(f"{month}-")] if month else []
        return max(within, key=_weight, default=best)  # "in April", and the calendar's 16 April

    def dated_by(self) -> list[Citation]:
        """The words its date is taken from."""
        dated = self.dated
        citation = (
            cite(dated.dated_by.document, dated.dated_by.start, dated.dated_by.end)
            if dated is not None
            else None
        )
        return [citation] if citation is not None else []

    def counted_from(self) -> list[Citation]:
        """Where the day stands that its own is counted back from."""
        bases = [s.base for s in self.sightings if s.base is not None]
        return [found for base in bases if (found := cite(base.document, base.start, base.end))]

    @property
    def approver(self) -> KeyPerson | str | None:
        return next((s.approver for s in self._unbound() if s.approver is not None), None)

    @property
    def holder(self) -> str | None:
        """The approver's name as the plan prints it."""
        return next((s.holder for s in self._unbound() if s.holder is not None), None)

    def _unbound(self) -> list[Sighting]:
        """The sightings, those last that name who may approve up to an amount only."""
        bound = [s for s in self.sightings if s.limited or s.ceiling is not None]
        free = [s for s in self.sightings if s not in bound]
        if self.kind == "decide" and free and not any(s.approver for s in free):
            return free  # "above that Japan decides; below that Martin can": Martin does not decide this
        return [*free, *bound]


def read_steps(
    remarks: Sequence[Remark],
    people: Sequence[KeyPerson],
    sides: Sides,
    anchor: Anchor,
    amount: float | None = None,
) -> list[Step]:
    """Steps of the current decision in order of date, undated ones placed by the usual order of steps.

    A step needs a date, somebody who approves, or a place in a told sequence; guesses (たぶん, probably), past approvals and other companies'
    documents (left out before) make none. Who decides about less or more than the contract's yearly `amount` is left out.
    """
    found = all_sightings(remarks, people, sides, anchor)
    places = {(r.document.source_id, r.start): place for place, r in enumerate(remarks)}
    acts = acts_beside(remarks, found, people, sides, anchor)
    told = sorted([*found, *acts], key=lambda s: places.get((s.remark.document.source_id, s.remark.start), 0))
    sightings = [
        s
        for s in [*told, *papers_before(remarks, found, anchor)]
        if not (s.when and after_the_end(s.when, anchor))
        if amount is None
        or ((s.ceiling or amount) >= amount >= (s.floor or 0))
        or s.kind not in ("decide", "review")
    ]
    steps = []
    for group in grouped(sightings):
        newest = sorted(group, key=lambda s: (s.said_on, s.remark.start), reverse=True)
        steps.append(Step(newest[0].kind, newest))
    return _in_order(
        [step for step in steps if _is_step(step) and _citations(step) and not _is_too_late(step, anchor)]
    )


def _is_too_late(step: Step, anchor: Anchor) -> bool:
    dated = step.dated
    return dated is not None and dated.when is not None and after_the_end(dated.when, anchor)


BEFORE_THAT = re.compile(
    r"^[\s・\-*]*(?:ただし|なお|あと)?、?(?:その|それ(?:より|の)?)?前(?:に|段)|^[\s・\-*]*それまでに|\b(?:before|ahead of) (?:that|then|it goes)\b",
    re.I,
)
"""It comes before what was told last."""
LIST = 3
"""Lines from an item of a list to a later one."""
HANDED_IN = "request"
"""Who hands a request in, or takes it, does not approve by that; the steps after it say who does."""


def decision_steps(steps: Sequence[Step], language: str) -> list[DecisionStep]:
    """The plan's steps, one for each of the steps. `when` is an ISO day or month; null where no source dates the step."""
    plan_steps: list[DecisionStep] = []
    for step in steps:
        citations = _citations(step)
        dated = step.dated
        plan_steps.append(
            DecisionStep(
                order=len(plan_steps) + 1,
                step=step_words(step, language),
                approver=_named(step),
                amount_threshold=_threshold(step),
                when=dated.when.iso if dated and dated.when else None,
                citations=citations,
            )
        )
    return plan_steps


def _named(step: Step) -> str | None:
    """Who approves; a paper handed in only where a stakeholder is said to hand it in, not a department, an unknown name or the body it goes to."""
    if step.kind != HANDED_IN:
        return step.holder
    known = isinstance(step.approver, KeyPerson) and step.approver.kind == "person"
    return step.holder if known else None


def step_words(step: Step, language: str) -> str:
    """What the step is called: a decision by its body; else in its source's words where short, else by its kind."""
    at_body = step.kind == "decide" and _body_words(step)
    return (None if at_body else own_words(step)) or kind_words(step, language)


def kind_words(step: Step, language: str) -> str:
    """The catalogue's word for the kind of step, with the body that holds it."""
    body = _body_words(step)
    if step.kind == "decide" and body:
        return message("renewal.step.decide_at", language, body=body)
    return message(f"renewal.step.{step.kind}", language)


def _body_words(step: Step) -> str | None:
    approver = step.approver
    named = approver.name if isinstance(approver, KeyPerson) and approver.kind == "body" else None
    found = named or next((body for s in step.sightings if (body := body_in(s.remark.text))), None)
    if found and isinstance(approver, KeyPerson) and approver.kind == "person":
        return found if any(in_its_midst(found, s.remark.text) for s in step.sightings) else None
    return found


def step_value(step: Step) -> Value[str] | None:
    """The step's date as a cited value."""
    dated = step.dated
    if dated is None or dated.when is None:
        return None
    citation = cite(dated.dated_by.document, dated.dated_by.start, dated.dated_by.end)
    return when_value(dated.when, citation, dated.dated_by) if citation else None


def _is_step(step: Step) -> bool:
    notes = [s for s in step.sightings if s.remark.is_note or s.listed]
    if step.kind == "contract":
        return any(s.when for s in notes)
    if any(s.when or s.chain for s in notes):
        return True
    named = [s for s in notes if s.approver]
    return any(step.kind != "decide" or s.power or CUES["decides"].search(s.remark.text) for s in named)


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """By date; an undated step stands where its sentence puts it, else where its kind usually stands."""
    usual = sorted(steps, key=lambda step: KINDS.index(step.kind))
    ordered = sorted(
        (s for s in usual if s.dated),
        key=lambda s: (s.dated.when.first if s.dated and s.dated.when else dt.date.max, KINDS.index(s.kind)),
    )
    for step in usual:
        if not step.dated:
            ordered.insert(_place(step, ordered), step)
    return ordered


def _place(step: Step, ordered: Sequence[Step]) -> int:
    """Before the first step that follows it in one paragraph; else before the first of a later kind."""
    told = step.sightings[-1]
    if BEFORE_THAT.search(told.remark.text):
        return _place_before(told, ordered)
    for place, other in enumerate(ordered):
        for said in other.sightings:
            same = said.remark.document is told.remark.document and (
                said.remark.block == told.remark.block or _in_one_list(told, said)
            )
            if same and (said.remark.start, said.clause.start) > (told.remark.start, told.clause.start):
                return place
    own = KINDS.index(step.kind)
    return next((i for i, other in enumerate(ordered) if KINDS.index(other.kind) > own), len(ordered))


def _in_one_list(told: Sighting, said: Sighting) -> bool:
    """The other is a later item of the list that tells the way."""
    return told.listed and said.listed and 0 < said.remark.block - told.remark.block <= LIST


def _place_before(told: Sighting, ordered: Sequence[Step]) -> int:
    """Before the step that its document told last."""
    earlier = [
        (said.remark.start, place)
        for place, other in enumerate(ordered)
        for said in other.sightings
        if said.remark.document is told.remark.document and said.remark.start < told.remark.start
    ]
    return max(earlier)[1] if earlier else 0


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
        corrected or bool(CUES["done"].search(sighting.clause.text)),
        sighting.deadline,
        sighting.said_on,
    )


def _threshold(step: Step) -> Value[Number] | None:
    return next((value for s in step.sightings if (value := threshold_in(s.remark))), None)
