"""Steps that the plan is to list, with what the rules know of each; a step told in several places is listed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.drafting.second_reading.steps import DAY, HANDED
from agent.models.evidence import Value
from agent.models.plan import DecisionStep
from agent.renewal.cues import cues
from agent.renewal.decision_path import Step
from agent.renewal.holders import BODY

CUES = cues("agent.renewal", "budget_facts")
QUOTES = 4
"""Citations of a step at most."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A step of the plan with what the rules know of it (None: a likely sentence made it), and its cited day."""

    step: DecisionStep
    rule: Step | None
    day: Value[str] | None

    def says(self, cue: str) -> bool:
        """The clause that dates it has words of the cue."""
        dated = self.rule.dated if self.rule is not None else None
        return bool(CUES[cue].search(dated.clause.text if dated else self.step.step))

    @property
    def decides(self) -> bool:
        """The rules read it as the decision."""
        return self.rule is not None and self.rule.kind == "decide"

    @property
    def hands_in(self) -> bool:
        """Something has to be in on its day, as the sentence that dates it tells."""
        dated = self.rule.dated if self.rule is not None else None
        if self.rule is not None and self.rule.kind not in ("papers", "prepare"):
            return False
        told = bool(CUES["handed"].search(dated.remark.text if dated else self.step.step))
        return told or (self.rule is not None and self.rule.kind == "papers")

    @property
    def asks_for_budget(self) -> bool:
        """The budget is asked for, drafted or opened on its day: not decided on, and no papers for a body."""
        if self.rule is not None and self.rule.kind not in ("request", "compile", "prepare"):
            return False
        dated = self.rule.dated if self.rule is not None else None
        text = dated.remark.text if dated else self.step.step
        return bool(CUES["budget"].search(text) and CUES["asked"].search(text))

    def is_before(self, other: Listed | None) -> bool:
        """On an earlier day than the other, or there is no other."""
        return other is None or (self.step.when or "") < (other.step.when or "")

    @property
    def exact(self) -> bool:
        """Its day is known, not its month alone."""
        return (self.step.when or "").count("-") == DAY

    @property
    def hands(self) -> bool:
        """Something is handed in: no decision, and its own words name a paper or a deadline."""
        return not self.decides and HANDED.search(self.step.step) is not None

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        """Which of two tellings of a step names it: a decision read by rules, then what rules read, then the dated."""
        return self.decides, self.rule is not None, self.exact, self.step.approver is not None


def told_once(listed: Sequence[Listed]) -> list[Listed]:
    """The steps numbered anew, each matter once: of two tellings the one that decides, with day, approver and quotes of both."""
    kept: list[tuple[int, Listed]] = []
    places = sorted(range(len(listed)), key=lambda place: listed[place].step.when is None)
    for place in places:  # those with a day first: the others only tell how they go
        one = listed[place]
        at = next((n for n, (_, other) in enumerate(kept) if _is_one_step(one, other)), None)
        if at is None:
            kept.append((place, one))
        else:
            kept[at] = kept[at][0], _together(kept[at][1], one)
    ordered = [one for _, one in sorted(kept, key=lambda pair: pair[0])]
    return [
        replace(one, step=one.step.model_copy(update={"order": order}))
        for order, one in enumerate(ordered, 1)
    ]


def _is_one_step(one: Listed, other: Listed) -> bool:
    """Both tell of one approver's step on one day, or of a body's without a day; or of one day, and one names nobody."""
    if one.step.approver and other.step.approver:
        if one.step.approver != other.step.approver:
            return False
        body = BODY.search(one.step.approver) is not None
        if one.step.when == other.step.when and one.exact:
            return one.hands == other.hands or (body and (one.decides or other.decides))
        return body and (one.step.when is None or other.step.when is None)
    return one.exact and one.step.when == other.step.when and one.hands == other.hands


def _together(one: Listed, other: Listed) -> Listed:
    """One step of two tellings: named by the better one, with the day and approver that either has."""
    first, second = (other, one) if other.rank > one.rank else (one, other)
    quotes = first.step.citations
    both = [*quotes, *(c for c in second.step.citations if c not in quotes)][:QUOTES]
    dated = first if first.step.when is not None or second.step.when is None else second
    approver = first.step.approver or second.step.approver
    step = first.step.model_copy(update={"citations": both, "when": dated.step.when, "approver": approver})
    return replace(first, step=step, day=dated.day)
