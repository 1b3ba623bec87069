"""Posts and bodies without a name belong in the plan where the words around them say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people.likely_names.posts import likely_posts, post_bounds
from agent.people.types import PeopleReading

Read = Callable[..., PeopleReading]


@pytest.mark.parametrize(
    ("takes_part", "does_not"),
    [
        ("9/3 訪問\n・更新は和賀さんが起案し、常務会に諮って決まる\n", "9/3 訪問\n・和賀さんと雑談。よその会社の常務会の話\n"),
        ("9/3 訪問\n・和賀さん「最後は専務がうんと言わないと」\n", "9/3 訪問\n・和賀さん、社員旅行は前の専務の思いつきだったと笑う\n"),
    ],
)  # fmt: skip
def test_words_around_a_post_weigh(read: Read, takes_part: str, does_not: str) -> None:
    likely = likely_posts(read({"m.txt": takes_part}, csm=None).unnamed, "ja")
    other = likely_posts(read({"m.txt": does_not}, csm=None).unnamed, "ja")
    assert likely
    assert other
    assert max(likely.values()) > max(other.values())


def test_a_post_with_a_named_holder_is_no_unnamed_one(read: Read) -> None:
    reading = read({"m.txt": "9/3 訪問\n・和賀専務が同席。専務は来年も使うと言う\n"}, csm=None)
    assert ("title", "専務") not in reading.unnamed


def test_bounds_add_later_than_they_drop() -> None:
    assert all(0 < post_bounds(one)["drop"] < post_bounds(one)["add"] < 1 for one in ("ja", "en"))
