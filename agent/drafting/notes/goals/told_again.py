"""What the whole account says of a goal: sentences of every note on the same matter, and the parts they give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.figures import Figure, read_figures
from agent.drafting.notes.goals.just_past import has_just_passed
from agent.drafting.notes.goals.merged import matter_of, with_parts
from agent.drafting.notes.goals.method import method_in
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.owner import names_an_owner, owner_of
from agent.drafting.notes.goals.past_times import limiting
from agent.drafting.notes.goals.soundness import settled
from agent.drafting.notes.goals.subjects import Subjects
from agent.drafting.notes.goals.values import context_of, value_of
from agent.models.evidence import Value
from agent.models.plan import Goal, Number
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import when_value
from connectors.interface import BlockKind
from connectors.language import JAPANESE

NEAR = 0.45
"""Share of the goal's words that a sentence on it has."""
LEAST = 0.9
REVIEW = re.compile(
    r"(?:毎月|毎週|月次|週次|四半期|定例|隔週|隔月)[^。]{0,24}(?:確認|報告|見直|レビュー|振り返|共有|集計|数え|見て|出(?:し|させ))|"
    r"\b(?:monthly|weekly|quarterly|each (?:month|quarter|week)|every (?:month|quarter|week)|first working day)\b",
    re.I,
)
BEFORE_US = re.compile(
    r"導入前|契約前|開始前|稼働前|使う前|入れる前|以前は|もともと|前は|ベースライン|\b(?:before (?:go-live|rollout|we started|launch)|at (?:kick-?off|the start)|baseline|originally)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence on the goal's matter; `weight` is the weight of the words they have in common."""

    remark: Remark
    weight: float


class ToldAgain:
    """Links sentences to goals and takes the parts from them that the goals lack."""

    def __init__(self, remarks: Sequence[Remark], subjects: Subjects, sides: Sides, anchor: Anchor) -> None:
        self._all = remarks
        self._remarks = [
            r
            for r in remarks
            if r.kind not in (BlockKind.HEADING, BlockKind.FIELD) and len(r.text.strip()) > 3
        ]
        self._subjects, self._sides, self._anchor = subjects, sides, anchor

    def completed(self, goals: Sequence[Goal]) -> list[Goal]:
        """Each goal with baseline, due date, owner, method and review of sentences that speak of it more than of any other."""
        told = list(self._linked(goals))
        found = [self._completed(goal, mentions) for goal, mentions in zip(goals, told, strict=True)]
        return settled(found, self._all, self._sides, self._anchor)

    def _linked(self, goals: Sequence[Goal]) -> Iterator[list[Mention]]:
        matters = [matter_of(goal) for goal in goals]
        weights = [self._subjects.weight(matter) for matter in matters]
        found: list[list[Mention]] = [[] for _ in goals]
        for remark in self._remarks:
            words = f"{remark.label} {remark.heading} {remark.text}"
            shared = [self._subjects.shared(matter, words) for matter in matters]
            best = max(range(len(goals)), key=lambda i: shared[i], default=None)
            if best is None or shared[best] < LEAST or shared[best] < NEAR * weights[best]:
                continue
            if sum(one >= shared[best] for one in shared) == 1:
                found[best].append(Mention(remark, shared[best]))
        yield from found

    def _completed(self, goal: Goal, mentions: Sequence[Mention]) -> Goal:
        told = [mention.remark for mention in mentions]
        parts = {
            "baseline": None if goal.baseline else self._baseline(goal, told),
            "due": None if goal.due else self._due(told),
            "owner": None if goal.owner else self._owner(told),
            "measure_method": goal.measure_method
            or next((m for r in told if (m := method_in(r.text))), None),
            "review": goal.review or next((r.text for r in told if REVIEW.search(r.text)), None),
        }
        return with_parts(goal, parts)

    def _baseline(self, goal: Goal, told: Sequence[Remark]) -> Value[Number | str] | None:
        """The earliest level of the measure: where it stood when the goal was set."""
        if goal.target is None and goal.metric is None:
            return None
        levels = [(r, f) for r in told for f in self._levels(r, goal)]
        before = [(r, f) for r, f in levels if BEFORE_US.search(r.text[: f.start])]
        dated = sorted(before or levels, key=lambda found: found[0].day or dt.date.min)
        if not dated:
            return None
        remark, figure = dated[0]
        citation = citation_of(remark)
        return value_of(replace(figure, sentence=0), [remark], {remark: citation}) if citation else None

    def _levels(self, remark: Remark, goal: Goal) -> list[Figure]:
        language = "ja" if JAPANESE.search(remark.text) else "en"
        figures = read_figures([remark.text], language, context_of(self._anchor, remark.day))
        wanted = goal.target.unit if goal.target else None
        return [
            f
            for f in figures.found
            if f.target <= f.baseline
            and not f.change
            and f.value is not None
            and (f.unit == wanted if wanted else bool(f.unit))
            and (goal.target is None or f.value != goal.target.value)
        ]

    def _due(self, told: Sequence[Remark]) -> Value[str] | None:
        """The latest document's date that a sentence on the goal gives as its limit."""
        for remark in sorted(told, key=lambda r: r.day or dt.date.min, reverse=True):
            if says_of_goals("not_due", remark.text) or not says_of_goals("due_word", remark.text):
                continue
            said = remark.day or self._anchor.as_of
            dates = limiting(remark.text, dates_in(remark.text, remark.day, self._anchor), remark.day)
            dates = [w for w in dates if w.last > said]
            dates = [w for w in dates if not has_just_passed(w, remark.text, said)]
            citation = citation_of(remark)
            if dates and citation is not None:
                return when_value(replace(dates[-1], iso=dates[-1].last.isoformat()), citation, remark)
        return None

    def _owner(self, told: Sequence[Remark]) -> str | None:
        for remark in sorted(told, key=lambda r: r.day or dt.date.min, reverse=True):
            if names_an_owner(remark.text):
                name = owner_of([remark], self._sides)
                if name:
                    return name
        return None
