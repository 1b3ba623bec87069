"""Signs of wider use count in a sentence and in those beside it, alone and in pairs."""

from __future__ import annotations

import pytest

from agent.drafting.second_reading.growth import SIGNS, _seen


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("鶴見の工場でも使いたいと言われた。", {"unit", "also", "want", "also unit", "unit want"}),
        ("来期なら30名くらい。", {"later", "count", "count later"}),
        ("The Cardiff depot would like it too.", {"unit", "also", "want", "also unit", "unit want"}),
        ("Not before next spring, about forty seats.", {"later", "count", "seat", "count seat"}),
    ],
)
def test_signs_and_pairs_are_seen(words: str, signs: set[str]) -> None:
    seen = {name if name in SIGNS else " ".join(sorted(name.split())) for name in _seen(words)}
    assert {" ".join(sorted(name.split())) for name in signs} <= seen


def test_plain_talk_shows_no_sign_of_asking() -> None:
    assert not {"want", "also", "seat"} & set(_seen("月曜に資料を送りました。"))
