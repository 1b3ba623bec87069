"""A row that asks for an owner counts where it asks who answers for goals, not for a project, system or contract."""

from __future__ import annotations

import pytest

from agent.drafting.notes.goals.rows import _owner_of_goals


@pytest.mark.parametrize(
    "label", ["責任者", "ご担当", "Q4 責任者", "目標の責任者", "推進の担当", "Owner", "Goal owner"]
)
def test_asks_for_the_owner_of_goals(label: str) -> None:
    assert _owner_of_goals(label, set())


@pytest.mark.parametrize("label", ["Project owner", "システム担当者", "担当営業", "Team lead for day to day"])
def test_asks_for_the_owner_of_something_else(label: str) -> None:
    assert not _owner_of_goals(label, set())


def test_what_the_goal_measures_is_the_goals() -> None:
    assert _owner_of_goals("返却率の担当", {"返却率"})
