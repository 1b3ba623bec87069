"""Who decides is not told by an indirect question."""

from __future__ import annotations

import pytest

from agent.renewal.clauses import CUES


@pytest.mark.parametrize(
    "text",
    [
        "Whether the rector signs or the senate votes has not come up.",
        "I asked her who approves software.",
        "Paul reckons it goes to the trustees.",
    ],
)
def test_an_indirect_question_or_belief_is_no_step(text: str) -> None:
    assert CUES["wonders"].search(text) or CUES["hedge"].search(text)


@pytest.mark.parametrize("text", ["The senate votes on 4 May.", "I asked; the rector signs it."])
def test_a_statement_is(text: str) -> None:
    assert not CUES["wonders"].search(text)
    assert not CUES["hedge"].search(text)
