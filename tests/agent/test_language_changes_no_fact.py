"""The plan's language is for the reader: people, roles, goals, tools and clashes are the same in both."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from agent.models.evidence import Citation
from agent.models.plan import SuccessPlan
from agent.pipeline import draft

PACKS = Path(__file__).parents[2] / "evals" / "datasets" / "packs"
ACCOUNTS = ("pack-01-president-tool-review", "pack-04-group-payer")


def _places(citations: Iterable[Citation]) -> list[tuple[str, int, int]]:
    return sorted((one.source_id, one.start, one.end) for one in citations)


def _facts(plan: SuccessPlan) -> dict[str, list[object]]:
    return {
        "people": [
            (p.name, p.title, p.role, p.stance, p.status, _places(p.citations)) for p in plan.key_people
        ],
        "steps": [(s.approver, str(s.when), _places(s.citations)) for s in plan.decision_path.steps],
        "goals": [(g.metric, str(g.target and g.target.value), g.owner) for g in plan.goals],
        "tools": [(t.name, t.department, t.purpose) for t in plan.cs_setup.tools],
        "commitments": [(c.who, c.done, c.owner, _places(c.citations)) for c in plan.commitments],
        "risks": [(r.kind, _places(r.citations)) for r in plan.policy.risks],
        "contradictions": [_places([c.a, c.b]) for c in plan.contradictions],
    }


@pytest.mark.parametrize("name", ACCOUNTS)
def test_the_same_facts_in_both_languages(name: str) -> None:
    assert _facts(draft(PACKS / name, language="ja").plan) == _facts(draft(PACKS / name, language="en").plan)
