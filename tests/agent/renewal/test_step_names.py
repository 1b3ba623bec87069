"""What a step is called: words that belong together, or none."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any, cast

import pytest

from agent.renewal.clauses import Clause
from agent.renewal.sighting import Sighting
from agent.renewal.step_names import Named, own_words
from agent.renewal.when import When


def _step(text: str, words: str | None) -> Named:
    day = dt.date(2026, 12, 1)
    when = When(0, 0, words, "2026-12", day, day, "month", False) if words else None
    remark: Any = SimpleNamespace(is_note=True)
    sighting = Sighting("decide", remark, Clause("decide", text, 0, len(text)), when, remark, None, False)
    return cast(Named, SimpleNamespace(sightings=[sighting]))


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("12月に五人で決める", "12月", "五人で決める"),
        ("稟議を12月に回す", "12月", "稟議を回す"),
        ("承認が12月に間に合わないと", "12月", None),
        ("所長は「いや", None, None),
        ("印は社長が持ってるんだ", None, None),
        ("送別会は12月、後任は若手", "12月", None),
        ("If the chair says no", None, None),
        ("Budget submissions close on Friday 4 December", "4 December", "Budget submissions close"),
        ("The council votes in December", "December", "council votes"),
        ("budget: he says the office sets charges in December", "December", None),
    ],
)
def test_the_rest_of_a_sentence_is_no_name(text: str, date: str | None, name: str | None) -> None:
    assert own_words(_step(text, date)) == name
