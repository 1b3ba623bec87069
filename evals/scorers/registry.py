"""The scorers of account plans, by the part of the plan they look at."""

from __future__ import annotations

from evals.interface import Scorer
from evals.scorers.abstention import score_abstention
from evals.scorers.context import score_context
from evals.scorers.decision import score_decision
from evals.scorers.goals import score_goals
from evals.scorers.people import score_people
from evals.scorers.plan_run import PlanRun
from evals.scorers.whole_plan import score_citations, score_cost, score_language, score_passages

PLAN_SCORERS: dict[str, tuple[Scorer[PlanRun], ...]] = {
    "people": (score_people,),
    "decision": (score_decision,),
    "goals": (score_goals,),
    "context": (score_context,),
    "abstention": (score_abstention,),
    "citations": (score_citations, score_passages),
    "language": (score_language,),
    "cost": (score_cost,),
}
"""View name → scorers; the task `plan` runs them all."""
