"""What follows from the dated decision path and budget facts: the budget clock, the clash of clocks, the schedule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from agent.models.account import Account
from agent.models.evidence import Value
from agent.models.plan import Budget, DecisionStep, MonthDay, ScheduleEntry
from agent.renewal.clocks import budget_calendar, read_clash, read_clocks
from agent.renewal.decision_path import Step, kind_words
from agent.renewal.schedule import Event, read_schedule

SENTENCE = "step"
"""Kind of an event that a likely sentence tells, no rule."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What stays the same when steps and budget facts are read again."""

    account: Account
    year_end: Value[MonthDay] | None
    planned_start: dt.date | None
    language: str

    def of(
        self, facts: Budget, steps: Sequence[tuple[DecisionStep, Step | None]]
    ) -> tuple[Budget, list[ScheduleEntry]]:
        """The facts with clocks and clash, and the schedule with an event for each dated step of the path, in its order."""
        calendar = budget_calendar(self.year_end, facts, self.account.as_of)
        clocks = read_clocks(self.account, calendar, self.language)
        clash = read_clash(self.account, calendar, facts, self.planned_start, self.language)
        events = [
            Event(
                date=step.when,
                words=kind_words(rule, self.language) if rule is not None else step.step,
                kind=rule.kind if rule is not None else SENTENCE,
                place=place,
                citations=tuple(step.citations[:1]) if rule is None else tuple(rule.dated_by()),
            )
            for place, (step, rule) in enumerate(steps)
            if step.when
        ]
        schedule = read_schedule(self.account, calendar, events, self.language)
        return facts.model_copy(update={"clocks": clocks, "clash": clash}), schedule
