"""How rules, scores and the rest are weighed together."""

from __future__ import annotations

import pytest

from agent.goals.second_opinion.judged import (
    FEATURES,
    JUDGED,
    SCORED,
    Judge,
    Situation,
    features,
    judges,
    seen_of,
)
from agent.goals.second_opinion.scores import WEIGHTS

ABOUT = Situation(is_goal=True, words=40, metric=True, target=False, method=False, due="relative_ambiguous")
SCORES = {name: float(at) for at, name in enumerate(SCORED)}


@pytest.mark.parametrize("label", JUDGED)
def test_there_is_a_number_a_feature(label: str) -> None:
    seen = dict(zip(FEATURES, features(label, True, seen_of(SCORES, ABOUT)), strict=True))
    assert seen["rules"] == 1
    assert seen["score"] == seen["both"] == SCORES["vague" if label not in SCORED else label]
    assert (seen["words"], seen["ambiguous"], seen["undated"]) == (2, 1, 0)


def test_scores_beyond_what_says_more_are_cut() -> None:
    seen = seen_of(dict.fromkeys(SCORED, -50.0), ABOUT)
    assert seen[: len(SCORED)] == [-8.0] * len(SCORED)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_the_rules_found_never_speaks_against_a_label(language: str) -> None:
    of = judges(language, WEIGHTS)
    assert set(of) == set(JUDGED)
    assert all(judge.weights[FEATURES.index("rules")] > 0 for judge in of.values())


def test_a_judge_weighs_the_rules_and_the_score() -> None:
    judge = Judge("method", -1.0, (2.0, 1.0, *[0.0] * (len(FEATURES) - 2)))
    for score, found, holds in (
        (-1.5, True, False),
        (-0.5, True, True),
        (0.5, False, False),
        (1.5, False, True),
    ):
        assert judge.holds(found, seen_of({**SCORES, "method": score}, ABOUT)) is holds
