"""Names no dictionary has are found by what stands around them; words that only look like names are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from agent.models.account import Account
from agent.people.likely_names.candidates_ja import candidates
from agent.people.likely_names.chances import bounds, chances_of
from agent.people.parties import find_parties
from agent.people.types import PeopleReading
from agent.people.units import read_units
from connectors.interface import Document

Read = Callable[..., PeopleReading]


def _names(reading: PeopleReading) -> set[str]:
    return {person.name for person in reading.people}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("9/3 訪問\n・白子総務部長は「来年も続けたい」と明言\n", "白子"),
        ("9/3 訪問\n・串本社長、数字を見てうなずく\n", "串本"),
        ("9/3 訪問\n・工場長の瀬見さんから質問が三つ\n・瀬見さんは来週出張\n", "瀬見"),
        ("9/3 訪問\n出席:福光課長、現場の棚倉主任\n", "棚倉"),
    ],
)
def test_a_name_before_or_behind_a_title(read: Read, words: str, name: str) -> None:
    assert name in _names(read({"m.txt": words}, csm=None))


@pytest.mark.parametrize(
    "words",
    [
        "9/3 訪問\n・和賀さんいわく、函館支店と帯広支店は来月から\n",
        "9/3 訪問\n・和賀部長と会う。経理部長は不在\n",
        "9/3 訪問\n・和賀さん「マイクがミュートのようです」\n",
        "9/3 訪問\n・和賀さん、祝日明けに返事\n",
    ],
)
def test_places_units_and_words_are_nobody(read: Read, words: str) -> None:
    assert {name for name in _names(read({"m.txt": words}, csm=None)) if not name.endswith("部長")} == {
        "和賀"
    }


def test_whoever_stands_behind_a_vendors_post_is_ours(read: Read) -> None:
    reading = read({"m.md": "## 引継ぎ\n- 窓口は購買の和賀さん\n- 当社CSの白子が毎週うかがう\n"}, csm=None)
    assert "白子" not in _names(reading)


def test_no_feature_holds_the_candidate_itself(
    documents: Callable[[Mapping[str, str]], list[Document]],
) -> None:
    sources = read_units(documents({"m.txt": "9/3\n・串本社長が来る。串本社長は急ぐ\n"}))
    account = Account.model_validate({"id": "T", "name": "株式会社ヤマネ製作", "as_of": "2026-10-01"})
    held = candidates(sources, find_parties(account, sources), [])
    found = next(c for c in held if c.word == "串本")
    assert len(found.places) == 2
    assert not any("串本" in feature for feature in found.features)
    assert 0 <= chances_of([found])[0]["person"] <= 1
    assert 0 < bounds("ja")["drop"] < bounds("ja")["add"] < 1
