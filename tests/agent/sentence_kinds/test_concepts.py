"""Concepts are found by their words wherever they stand, in both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from agent.sentence_kinds import concepts
from agent.sentence_kinds.features import plain

DATA = Path(concepts.__file__).parent / "data"


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("最後は専務が首を縦に振るかどうか", "ja", "assent"),
        ("３月末までに半分へ", "ja", "deadline_form"),
        ("Nothing moves without her sign-off", "en", "assent"),
        ("He’s leaving at the end of June", "en", "person_leaves"),
        ("cut it to 40% by December", "en", "reduce"),
    ],
)
def test_a_concept_is_found_by_its_words(text: str, language: concepts.Language, concept: str) -> None:
    assert concept in concepts.concepts_in(plain(text), language)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_concept_says_what_it_is_and_lists_each_word_once(language: str) -> None:
    tables = tomllib.loads((DATA / f"concepts_{language}.toml").read_text(encoding="utf-8"))
    assert len(tables) > 100
    for concept, table in tables.items():
        assert table["about"], concept
        assert len(table["words"]) == len(set(table["words"])), concept


def test_both_languages_know_the_same_main_concepts() -> None:
    ja, en = (
        set(tomllib.loads((DATA / f"concepts_{language}.toml").read_text(encoding="utf-8")))
        for language in ("ja", "en")
    )
    assert len(ja & en) > 100


def test_a_word_that_only_begins_alike_is_no_concept() -> None:
    assert "person_leaves" not in concepts.concepts_in("the leavened bread was good", "en")
