"""The second opinion: where it overrules the rules, where it does not, and what it may not depend on."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.calendar import fold
from agent.goals import GoalContext, labels_of, read_item
from agent.goals.reading import Due
from agent.goals.scan import Scan
from agent.goals.second_opinion import (
    LABELS,
    Opinion,
    Scores,
    Situation,
    Token,
    opinion_on,
    scores_of,
    signs_of,
    tokens_of,
)
from agent.goals.second_opinion.judged import FEATURES, Judge
from agent.goals.second_opinion.scores import WEIGHTS, load
from agent.goals.second_opinion.signs import REACH

CONTEXT = GoalContext(dt.date(2026, 5, 11), "goal", 3, 12, None, dt.date(2027, 3, 31))
BOUNDS = {
    "method": {"drop": -2.0, "add": 1.0},
    "vague": {"drop": -2.0, "add": 3.0},
    "due": {"drop": -2.0, "add": 2.0},
}
OWNER = {"owner": {"none": 0.0, "person": 1.0, "role": 1.0, "team": 0.0, "rules": 3.0}}


def _scan(text: str, language: str) -> Scan:
    return Scan.of(fold(text).text, language, CONTEXT)


def _scored(**of: list[float]) -> Scores:
    """Tokens of one letter each, at -9 but for the labels given."""
    size = max(len(scores) for scores in of.values())
    columns = {label: [*scores, *[-9.0] * (size - len(scores))] for label, scores in of.items()}
    nothing = dict.fromkeys(LABELS, [-9.0] * size)
    of_all = nothing | columns
    highest = {label: max(scores) for label, scores in of_all.items()}
    return Scores([Token(at, at + 1, "x", "x") for at in range(size)], of_all, highest=highest)


@pytest.mark.parametrize(
    ("scores", "found", "kept"),
    [
        ([-9, 1.5, 0.4, -3], None, (1, 3)),  # added, with the neighbour that is likelier than not
        ([-9, 0.9, 0.4, -3], None, None),  # not far enough
        ([-1.9, -9], (0, 1), (0, 1)),
        ([-2.1, -9], (0, 1), None),
    ],
)
def test_a_part_is_overruled_only_beyond_its_bound(
    scores: list[float], found: tuple[int, int] | None, kept: tuple[int, int] | None
) -> None:
    assert Opinion(_scored(method=scores), BOUNDS).part("method", found) == kept


def test_a_label_without_bounds_is_left_to_the_rules() -> None:
    opinion = Opinion(_scored(review=[9.0]), BOUNDS)
    assert opinion.part("review", None) is None
    assert opinion.part("baseline", (2, 4)) == (2, 4)
    assert opinion.owner(("team", 0, 2)) == ("team", 0, 2)


def test_loose_words_keep_their_spans_or_all_go() -> None:
    found = [(0, 1), (2, 3)]
    judge = Judge(
        "vague", -1.0, (3.0, 1.0, *[0.0] * (len(FEATURES) - 2))
    )  # odds: 3 if found, and the score, less 1

    def vague(scores: list[float], said: list[tuple[int, int]]) -> list[tuple[int, int]]:
        opinion = Opinion(_scored(vague=scores), BOUNDS, judges={"vague": judge})
        return opinion.vague(said, opinion.seen(Situation(True, 3, True, True, False, "none")))

    assert vague([-1.0, -9, -9], found) == found
    assert vague([-5.0, -9, -9], found) == []
    assert vague([-9, 4.0, -9], []) == [(1, 2)]
    assert vague([-9, 0.5, -9], []) == []


@pytest.mark.parametrize(
    ("person", "role", "found", "kept"),
    [
        (-9.0, -9.0, ("team", 0, 1), ("team", 0, 1)),  # behind on its own: the team's score is far below
        (2.5, -9.0, ("role", 1, 2), ("person", 0, 1)),
        (-9.0, 0.5, None, None),
        (-9.0, 2.5, None, ("role", 0, 1)),
    ],
)
def test_the_likeliest_owner_is_taken_with_the_rules_ahead(
    person: float, role: float, found: tuple[str, int, int] | None, kept: tuple[str, int, int] | None
) -> None:
    team = 0.0 if found and found[0] == "team" else -9.0
    scores = _scored(owner_person=[person], owner_role=[role], owner_team=[team])
    assert Opinion(scores, OWNER).owner(found) == kept  # type: ignore[arg-type]


def test_an_occasion_no_rule_knows_is_an_ambiguous_due_date() -> None:
    likely = Opinion(_scored(due=[-9, 3.0]), BOUNDS)
    assert likely.due(Due("none"), None) == (Due("relative_ambiguous", rule="likely"), (1, 2))
    assert likely.due(Due("absolute"), (0, 1)) == (Due("absolute"), (0, 1))
    event = Due("relative_ambiguous", rule="event")
    assert Opinion(_scored(due=[-5.0]), BOUNDS).due(event, (0, 1)) == (Due("none"), None)
    loose = Due("relative_ambiguous", rule="loose")
    assert Opinion(_scored(due=[-5.0]), BOUNDS).due(loose, (0, 1)) == (loose, (0, 1))


@given(st.text(alphabet="受注率を4月 10件にabc Xy,.()、。→\n", max_size=40), st.sampled_from(("ja", "en")))
def test_tokens_stand_in_the_text_in_order(text: str, language: str) -> None:
    folded = fold(text).text
    tokens = tokens_of(folded, language)
    assert [folded[token.start : token.end] for token in tokens] == [token.surface for token in tokens]
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))


def test_names_numbers_and_dates_are_masked() -> None:
    _, signs = signs_of(_scan("佐藤様が9月30日までに48件を回答", "ja"))
    words = [own[0] for own in signs]
    assert "w<name>" in words
    assert "w<date>" in words
    assert "w0" in words
    assert not any("佐藤" in sign or "48" in sign for own in signs for sign in own)


def test_the_empty_text_has_no_opinion() -> None:
    opinion = opinion_on(_scan("", "en"))
    assert opinion.part("method", None) is None
    assert opinion.vague([], opinion.seen(Situation(True, 0, False, False, False, "none"))) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_weights_have_a_row_a_sign_and_a_column_a_label(language: str) -> None:
    weights = load(language, WEIGHTS)
    assert weights.table.shape == (len(weights.rows), (2 * REACH + 1) * len(LABELS))
    assert not weights.table[0].any()


@pytest.mark.parametrize(
    ("language", "label", "states", "does_not"),
    [
        ("ja", "method", "残業時間は勤怠データで測る", "残業時間を減らす"),
        ("ja", "baseline", "現状は月30時間", "月20時間にする"),
        ("en", "method", "measured from the helpdesk log", "answer helpdesk tickets in an hour"),
        ("en", "owner_role", "owner: sales director", "a sales report"),
    ],
)
def test_words_that_state_a_part_score_higher(language: str, label: str, states: str, does_not: str) -> None:
    stated, other = (scores_of(_scan(text, language)).best(label) for text in (states, does_not))
    assert stated > other + 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("残業を月30時間から20時間に減らす、勤怠データで測定、経理部長", "ja"),
        ("Cut overtime from 30 to 20 hours by 30 June 2026 (time sheets), owner: plant manager", "en"),
    ],
)
def test_parts_stand_where_their_words_are_and_width_changes_nothing(text: str, language: str) -> None:
    reading = read_item(text, language, CONTEXT, weighed=True)
    assert all(text[part.start : part.end] == part.text for part in reading.parts())
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)
    assert labels_of(read_item(wide, language, CONTEXT, weighed=True)) == labels_of(reading)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_labels_asked_for_have_the_scores_they_have_among_all(language: str) -> None:
    scan = _scan("担当: 営業部長。残業 hours by 30%, owner: sales director", language)
    asked = ("method", "due")
    few, every = scores_of(scan, labels=asked), scores_of(scan)
    assert set(few.columns) == set(asked)
    assert all(few.columns[label] == pytest.approx(every.columns[label], abs=1e-5) for label in asked)
