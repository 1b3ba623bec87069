"""“I” and “he” are nobody to who reads a plan, and no finding quotes a word that means nothing alone."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext
from agent.review import review_items
from agent.review.item import Item


def _findings(text: str, **fields: str) -> dict[str, str]:
    context = GoalContext(dt.date(2026, 10, 30), "action")
    return {f.rule: f.message for f in review_items([Item("1", "1", text, context, fields)])}


@pytest.mark.parametrize(
    "text", ["He will have it working by 12 December.", "I will see them on 5 December."]
)
def test_a_pronoun_is_no_owner(text: str) -> None:
    found = _findings(text)
    assert "O01" in found
    assert found.keys().isdisjoint({"O02", "O03"})


def test_an_owner_beside_the_text_is_enough() -> None:
    assert "O01" not in _findings("I will see them on 5 December.", owner="Hugo Brandt")


def test_the_whole_text_is_loose_where_only_a_pronoun_was() -> None:
    assert "He will have it working" in _findings("He will have it working by 12 December.")["S01"]
