"""A list that runs on in one line is cut at its numbers; lines with a writer's own numbers are not joined."""

from __future__ import annotations

import pytest

from agent.calendar import Anchor
from agent.evidence.segment import sentences
from connectors.readers.lines import Line, continues


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("1. Close the gate finding 2. Cut returns to 4 3. No slips", ["1. Close the gate finding", "2. Cut returns to 4", "3. No slips"]),
        ("1. We open the gate at 2. Then we go.", ["1. We open the gate at 2.", "Then we go."]),
    ],
)  # fmt: skip
def test_numbers_begin_items(text: str, pieces: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == pieces


def test_a_numbered_line_is_no_rest_of_the_one_before() -> None:
    first = Line("決1 返品の数 いま月80件 → めざす30件 → 来年度いっぱい", 0, 90)
    assert not continues(first, Line("決2 積み残しの数 いま14個", 0, 40), 92, None)
    assert continues(first, Line("来期の話の続きがここに来る", 0, 40), 92, None)


def test_year_and_month_with_a_particle() -> None:
    import datetime as dt

    from agent.drafting.notes.goals.dates import dates_in

    day = dt.date(2025, 11, 20)
    (found,) = dates_in("2026年の12月まで。", day, Anchor(as_of=day))
    assert found.last == dt.date(2026, 12, 31)
