"""All layouts, by theme and language. A layout is a way in which people set out what they know, with plain words: what
fails here fails for its form. Those of a `third` batch were written last and measured before anything was mended for them."""

from __future__ import annotations

from evals.laid_out.budget import BUDGET_EN, BUDGET_JA
from evals.laid_out.goals import GOALS_EN, GOALS_JA
from evals.laid_out.people import PEOPLE_EN, PEOPLE_JA
from evals.laid_out.people_more import PEOPLE_EN_MORE, PEOPLE_JA_MORE
from evals.laid_out.steps import STEPS_EN, STEPS_JA
from evals.laid_out.steps_more import STEPS_EN_MORE, STEPS_JA_MORE
from evals.laid_out.tasks import TASKS_EN, TASKS_JA
from evals.laid_out.tasks_more import TASKS_EN_MORE, TASKS_JA_MORE
from evals.laid_out.third import TASKS_EN_THIRD, TASKS_JA_THIRD, TOOLS_EN_THIRD, TOOLS_JA_THIRD
from evals.laid_out.third_batch import (
    BUDGET_EN_THIRD,
    BUDGET_JA_THIRD,
    PEOPLE_EN_THIRD,
    PEOPLE_JA_THIRD,
    STEPS_EN_THIRD,
    STEPS_JA_THIRD,
)
from evals.laid_out.tools import TOOLS_EN, TOOLS_JA
from evals.laid_out.tools_more import TOOLS_EN_MORE, TOOLS_JA_MORE
from evals.laid_out.writing import Layout

LAYOUTS: dict[str, dict[str, dict[str, Layout]]] = {
    "goals": {"ja": GOALS_JA, "en": GOALS_EN},
    "steps": {
        "ja": STEPS_JA | STEPS_JA_MORE | STEPS_JA_THIRD,
        "en": STEPS_EN | STEPS_EN_MORE | STEPS_EN_THIRD,
    },
    "budget": {"ja": BUDGET_JA | BUDGET_JA_THIRD, "en": BUDGET_EN | BUDGET_EN_THIRD},
    "tasks": {
        "ja": TASKS_JA | TASKS_JA_MORE | TASKS_JA_THIRD,
        "en": TASKS_EN | TASKS_EN_MORE | TASKS_EN_THIRD,
    },
    "tools": {
        "ja": TOOLS_JA | TOOLS_JA_MORE | TOOLS_JA_THIRD,
        "en": TOOLS_EN | TOOLS_EN_MORE | TOOLS_EN_THIRD,
    },
    "people": {
        "ja": PEOPLE_JA | PEOPLE_JA_MORE | PEOPLE_JA_THIRD,
        "en": PEOPLE_EN | PEOPLE_EN_MORE | PEOPLE_EN_THIRD,
    },
}
