"""Which features are fitted, how rows become a matrix, and that a fit tells apart what its features tell apart."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from evals.fits.regression import holds_a_name, kept_features, logistic, matrix_of

needs_fit = pytest.mark.skipif(
    find_spec("sklearn") is None, reason="the dependency group `fit` is not installed (uv sync --group fit)"
)


def test_a_feature_of_too_few_notes_or_with_a_name_is_left_out() -> None:
    seen = [("a", ["w稟議", "w佐久田"]), ("a", ["wrare"]), ("b", ["w稟議", "w佐久田"]), ("a", ["wrare"])]
    assert kept_features(seen, 2) == ["w佐久田", "w稟議"]
    assert kept_features(seen, 2, {"佐久田"}) == ["w稟議"]


def test_a_feature_with_a_line_break_is_left_out_since_files_keep_one_a_line() -> None:
    assert kept_features([("a", ["l(\n", "l(", "l\t"])], 1) == ["l("]


@pytest.mark.parametrize(
    ("feature", "held"),
    [("w佐久田さん", True), ("w佐久", False), ("bmarlow says", True), ("bmarlows", False)],
)
def test_a_latin_name_counts_as_a_whole_word_only(feature: str, held: bool) -> None:
    assert holds_a_name(feature, {"佐久田", "marlow"}) is held


@needs_fit
def test_values_come_from_the_row_or_from_the_kind_of_feature() -> None:
    of_rows = matrix_of([{"wa": 0.5, "wz": 9.0}, {"wb": 2.0}], ["wa", "wb"]).toarray()
    of_kinds = matrix_of([{"wa", "cb"}, set()], ["cb", "wa"], {"w": 1.0, "c": 0.3}).toarray()
    assert of_rows.tolist() == [[0.5, 0.0], [0.0, 2.0]]
    assert of_kinds.tolist() == [[0.3, 1.0], [0.0, 0.0]]


@needs_fit
def test_rows_that_count_more_move_the_fit() -> None:
    matrix = matrix_of([{"wa"}, {"wa"}, {"wb"}], ["wa", "wb"])
    wanted = [True, False, False]
    weights, _ = logistic(matrix, wanted, 1.0)
    heavier, _ = logistic(matrix, wanted, 1.0, [5.0, 1.0, 1.0])
    assert weights[0] > weights[1]
    assert heavier[0] > weights[0]
