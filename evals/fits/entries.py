"""Fits the weights of agent/drafting/second_reading/entries.py on packs: `python -m evals.fits.entries`.

One logistic regression a list over its candidates, wanted where the pack's gold lists the entry (as the scorers match
them). Chances of sentences come from weights fitted without the pack's part of the packs (`--folds FOLDER` keeps them
from one run to the next). `--scores` prints F1 of each list at several bounds, every part of the packs read with weights
fitted without it, beside what the rules alone list. Needs the dependency group `fit`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.drafting.provenance import plan_language
from agent.drafting.second_reading import entries
from agent.drafting.second_reading.candidates import LISTS, Candidate, Form, ListName, candidates
from agent.drafting.second_reading.claims import promise_form
from agent.drafting.second_reading.commitments import commitment_form
from agent.drafting.second_reading.entries import BIAS, Weights, chance_of, features_of, likeliest
from agent.drafting.second_reading.goals import goal_form, whole
from agent.drafting.second_reading.steps import step_form
from agent.drafting.second_reading.verdicts import verdicts
from agent.drafting.second_reading.weighed import Weighed
from agent.pipeline import anchor_of, own_documents, read_by_rules
from agent.company.ownership import attribute
from agent.renewal.sides import Sides
from agent.store.account_folder import open_account
from evals.fits.folds import sentence_weights, without
from evals.fits.material import PACKS, Material, arguments
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.gold.pack import Pack, load_pack
from evals.interface import Counts
from evals.scorers.decision import step_likeness
from evals.scorers.entries import SAME_WORDS, entry_likeness, list_score, unsupported
from evals.scorers.plan_run import PlanRun

STRENGTH = 0.05
"""Inverse of the L2 penalty."""
SEEN_IN = 4
"""A feature counts when this many packs have it."""
NEW = 2.0
"""Weight of a pack whose writer's first packs the rules were not made on: rules look better on the others."""
STUDIED = range(63)
"""Numbers of the packs the rules were made on."""
PARTS = (range(36), range(36, 63), range(63, 75), range(75, 87), range(87, 99), range(99, 118), range(118, 10_000))
"""Numbers of packs left out together for scores: a writer's packs stay together."""
WEIGHTS = Path(entries.__file__).parent / "data" / "entries"
GOLD: dict[ListName, str] = {
    "goals": "goals",
    "promises": "promises_at_purchase",
    "commitments": "commitments",
    "steps": "decision_path",
}


@dataclass(frozen=True)
class Read:
    """A pack's candidates of one list with their features, and which of them the gold lists."""

    number: int
    name: str
    found: list[Candidate[Any]]
    features: list[dict[str, float]]
    wanted: list[bool]
    score: Callable[[Sequence[Candidate[Any]]], Counts]
