"""Milestones and actions that follow from what the sources agreed: nothing is planned that nobody said."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from agent.models.plan import Action, Commitment, Goal, Milestone

SAME_MATTER = 0.5
"""Share of common characters (difflib ratio) from which a commitment counts as work on a goal."""


def actions_from(commitments: Sequence[Commitment], goals: Sequence[Goal]) -> list[Action]:
    """One action per commitment, tied to the goal whose words it shares; owners only where the words name one."""
    return [
        Action(
            id=f"a-{number}",
            goal_id=_goal_of(commitment.text, goals),
            side=commitment.who,
            owner=getattr(commitment, "owner", None),
            text=commitment.text,
            due=str(commitment.due.value) if commitment.due else None,
            origin="source",
            citations=commitment.citations,
        )
        for number, commitment in enumerate(commitments, start=1)
    ]


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
