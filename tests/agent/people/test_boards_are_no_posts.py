"""A board named right behind a speaker is no post of theirs."""

from __future__ import annotations

import pytest

from agent.people.likely_names.contexts_ja import title_behind


@pytest.mark.parametrize(
    ("rest", "title"),
    [
        ("　常任理事会ではなかったんですね", None),
        ("　取締役会は来週です", None),
        ("　常任理事です", "常任理事"),
    ],
)
def test_a_title_is_not_the_beginning_of_a_boards_name(rest: str, title: str | None) -> None:
    found = title_behind(rest)
    assert (found["title"] if found else None) == title
