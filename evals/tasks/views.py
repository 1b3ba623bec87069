"""Parts of the plan task, to be asked for by name: the same drafts, fewer scorers."""

from __future__ import annotations

from evals.tasks.plan import plan_task

ABOUT = {
    "people": "Who is named, in which role, and who must not be",
    "decision": "Decision path, decider and budget facts",
    "goals": "Goals and their parts",
    "abstention": "What nobody knows is left blank and asked for",
    "citations": "Quotes exact and on the right passage",
    "language": "No field in the wrong language",
    "cost": "Seconds, tokens and money per plan",
}

VIEWS = {name: plan_task(name, about, [name]) for name, about in ABOUT.items()}
