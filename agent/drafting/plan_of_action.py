"""Milestones and actions that follow from what the sources agreed: nothing is planned that nobody said."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from agent.models.evidence import Citation
from agent.models.plan import Action, Commitment, Goal, Milestone, ScheduleEntry
from agent.renewal.meetings import Meeting

DAY_OR_MONTH = re.compile(r"\d{4}-\d{2}(-\d{2})?")
"""Dates a schedule can be ordered by; a due date that stayed words has no place on it."""
SAME_MATTER = 0.5
"""Share of common characters (difflib ratio) from which a commitment counts as work on a goal."""


def actions_from(commitments: Sequence[Commitment], goals: Sequence[Goal]) -> list[Action]:
    """One action per open commitment, tied to the goal whose words it shares; owners only where the words name one."""
    return [
        Action(
            id=f"a-{number}",
            goal_id=_goal_of(commitment.text, goals),
            side=commitment.who,
            owner=commitment.owner,
            text=commitment.text,
            due=str(commitment.due.value) if commitment.due else None,
            origin="source",
            citations=commitment.citations,
        )
        for number, commitment in enumerate((c for c in commitments if not c.done), start=1)
    ]


def schedule_with(
    schedule: Sequence[ScheduleEntry], commitments: Sequence[Commitment], meetings: Sequence[Meeting]
) -> list[ScheduleEntry]:
    """The renewal's schedule with what was agreed for a day and the meetings to come, in order of time.

    What the same words made a step of the decision on that day stands once.
    """
    agreed = [
        ScheduleEntry(
            date=str(commitment.due.value),
            lane=commitment.who,
            text=commitment.text,
            kind="commitment",
            ref=f"commitments[{index}]",
            citations=commitment.citations,
        )
        for index, commitment in enumerate(commitments)
        if commitment.due is not None
        and not commitment.done
        and DAY_OR_MONTH.fullmatch(str(commitment.due.value))
        and not _stands_already(str(commitment.due.value), commitment.citations[:1], schedule)
    ]
    to_come = [
        ScheduleEntry(
            date=meeting.date.isoformat(),
            lane="us",
            text=meeting.text,
            kind="meeting",
            citations=[meeting.citation],
        )
        for meeting in meetings
        if not _stands_already(meeting.date.isoformat(), [meeting.citation], [*schedule, *agreed])
    ]
    return sorted([*schedule, *agreed, *to_come], key=lambda entry: (entry.date, entry.lane, entry.text))


def _stands_already(date: str, said: Sequence[Citation], entries: Sequence[ScheduleEntry]) -> bool:
    """The same words gave an entry of that day: a step of the decision or something agreed."""
    return any(
        entry.date == date
        and cited.source_id == one.source_id
        and cited.start < one.end
        and one.start < cited.end
        for entry in entries
        for cited in entry.citations
        for one in said
    )


def milestones_from(goals: Sequence[Goal]) -> list[Milestone]:
    """Each goal with a target is a rung of the staged growth, in order of due date; undated ones come last."""
    rungs = sorted(
        (goal for goal in goals if goal.target is not None),
        key=lambda goal: (goal.due is None, str(goal.due.value) if goal.due else ""),
    )
    return [
        Milestone(
            rung=rung,
            capability=goal.statement,
            evidence_of_success=goal.metric,
            due=str(goal.due.value) if goal.due else None,
            goal_id=goal.id,
        )
        for rung, goal in enumerate(rungs, start=1)
    ]


def _goal_of(words: str, goals: Sequence[Goal]) -> str | None:
    scored = [(difflib.SequenceMatcher(None, words, goal.statement).ratio(), goal.id) for goal in goals]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= SAME_MATTER else None
