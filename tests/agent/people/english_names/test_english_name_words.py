"""Capitalised words, their runs and what is seen of them."""

from __future__ import annotations

import pytest

from agent.people.english_names.features import kind_of
from agent.people.english_names.words import runs_in, words_in


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Anke van der Velde signs, Mr Okoro reads", ["Anke van der Velde", "Okoro"]),
        ("Jiří Šťastný and Győző's team", ["Jiří Šťastný", "Győző"]),
        ("O'Mara-Quist told McAvoy", ["O'Mara-Quist", "McAvoy"]),
        ("Ask Tanabe-san or Ferro-ji", ["Ask Tanabe", "Ferro"]),
        ("mail cc@Fennel.com, 2X", []),
    ],
)
def test_runs_hold_capitalised_words_and_their_particles(text: str, runs: list[str]) -> None:
    words = words_in(text)
    assert [text[words[r.first].start : words[r.last].end] for r in runs_in(text, words)] == runs


@pytest.mark.parametrize("text", ["Anke's 3 notes (2 Sept): ok?", "“Jiří, no”", ""])
def test_words_stand_where_they_say(text: str) -> None:
    words = words_in(text)
    assert all(text[w.start : w.end] == w.text for w in words)
    assert "".join(w.text for w in words) == "".join(text.split())


@pytest.mark.parametrize(
    ("word", "kind"),
    [(None, "|"), ("14", "0"), ("(", "("), ("Tuesday", "DATE"), ("Mrs", "HON"), ("Finance", "TITLE"), ("Anke", "Cap"), ("Signs", "Cap"), ("signs", "signs")],
)  # fmt: skip
def test_a_feature_never_holds_a_capitalised_word(word: str | None, kind: str) -> None:
    assert kind_of(word) == kind
