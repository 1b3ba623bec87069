"""What the second opinion says of a whole text: bounds, spans, and that nothing depends on order."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import fold
from agent.goals import GoalContext, read_item
from agent.goals.scan import Scan
from agent.goals.second_opinion import Opinion, Scores, Token, signs_of
from agent.goals.second_opinion.items import ITEM_LABELS, ItemWeights, Seen, item_weights
from agent.goals.second_opinion.scores import WEIGHTS

BOUNDS = {"outcome": {"drop": -1.0, "add": 2.0}, "deliverable": {"drop": -1.0, "add": 2.0}}


def _weights(**of: int) -> ItemWeights:
    return ItemWeights(0, of, frozenset(of))


def _opinion(weights: ItemWeights) -> Opinion:
    tokens = [Token(at, at + 1, "x", "x") for at in range(3)]
    scores = Scores(tokens, {}, [["wa"], ["wb", "wc"], ["wd"]])
    return Opinion(scores, BOUNDS, "en", dict.fromkeys(ITEM_LABELS, weights))


@pytest.mark.parametrize(
    ("weight", "found", "holds"),
    [(-900, True, True), (-1100, True, False), (1900, False, False), (2100, False, True)],
)
def test_the_whole_text_overrules_only_beyond_its_bound(weight: int, found: bool, holds: bool) -> None:
    assert _opinion(_weights(wb=weight)).is_outcome(found, None) is holds


def test_what_is_added_stands_where_the_words_for_it_do() -> None:
    opinion = _opinion(_weights(wa=-500, wb=2000, wc=500, wd=600))
    assert opinion.deliverable(None) == (1, 3)
    assert opinion.deliverable((0, 1)) == (0, 1)
    assert _opinion(_weights(wb=-3000)).deliverable((0, 1)) is None


def test_words_of_the_measure_are_seen_once_more_in_english() -> None:
    tokens, signs = signs_of(Scan.of(fold("Late deliveries to 3%").text, "en", _context("goal")))
    seen = Seen("en", tokens, signs)
    assert "Mwdeliveries" in seen.features("outcome", (0, 15))
    assert not any(sign.startswith("M") for sign in seen.features("outcome", None))
    assert not any(sign.startswith("M") for sign in seen.features("deliverable", (0, 15)))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_label_has_weights(language: str) -> None:
    for label in ITEM_LABELS:
        assert len(item_weights(language, WEIGHTS)[label].of) > 200


def _context(kind: str) -> GoalContext:
    return GoalContext(dt.date(2026, 5, 11), "goal" if kind == "goal" else "action")


@pytest.mark.parametrize(
    ("text", "language", "outcome"),
    [
        ("誤出荷を月12件から3件に減らす", "ja", True),
        ("アプリの登録者を800人にする", "ja", False),
        ("Late deliveries from 9% to 3%", "en", True),
        ("800 people registered in the app", "en", False),
    ],
)
def test_results_and_use_are_told_apart(text: str, language: str, outcome: bool) -> None:
    assert read_item(text, language, _context("goal"), weighed=True).outcome is outcome


@pytest.mark.parametrize(
    ("text", "language", "leaves"),
    [
        ("権限一覧を作成して共有する", "ja", True),
        ("こまめに様子を伺う", "ja", False),
        ("Draft the access matrix and hand it over", "en", True),
        ("Stay in touch as needed", "en", False),
    ],
)
def test_what_leaves_something_is_told_from_contact(text: str, language: str, leaves: bool) -> None:
    reading = read_item(text, language, _context("action"), weighed=True)
    assert (reading.deliverable is not None) is leaves
