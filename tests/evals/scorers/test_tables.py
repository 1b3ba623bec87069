"""Scores of table questions: perfect answers are 1, empty ones 0, each damage lowers its own figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.interface import Sample
from evals.scorers.tables import CellAnswer, TableAnswer, TableRun, same_value, score_tables
from evals.table_sets import TableQuestion

CELLS = [
    CellAnswer(TableQuestion("1", "売上高は？", "D", "t1", "t1-r1c1", "52000000000"), False, "t1-r1c1", "52000000000", 0.9, "t1-r1c1"),
    CellAnswer(TableQuestion("2", "比率は？", "D", "t1", "t1-r2c1", "0.6462"), True, "t1-r2c1", "0.64620", 0.9, "t1-r2c1"),
]  # fmt: skip
TABLES = [TableAnswer(TableQuestion("3", "資産は？", "D", "t2"), ["t2", "t1"], 0.9)]
RUN = TableRun("u4", CELLS, TABLES)


def figures(run: TableRun) -> dict[str, float | None]:
    return {
        score.field.removeprefix("tables.u4."): score.value
        for score in score_tables(Sample("u4/D", "D", None), run)
    }


_PRECISION = {"precision_when_answered", "precision_when_answered_well_dated"}


def test_a_misdated_report_counts_but_not_among_the_well_dated() -> None:
    scores = figures(replace(RUN, misdated=True))
    assert "precision_when_answered" in scores
    assert "precision_when_answered_well_dated" not in scores


def test_perfect_answers_score_one() -> None:
    assert set(figures(RUN).values()) == {1.0}


def test_nothing_asked_is_not_scored() -> None:
    assert figures(TableRun("u4", [], [])) == {}


@pytest.mark.parametrize(
    ("change", "lower"),
    [
        ({"cell": "t1-r9c9"}, {"cell", "cell_of_no_member", *_PRECISION}),
        ({"value": "1"}, {"value", "value_precision_when_answered"}),
        ({"in_filing": ""}, {"cell_from_filing"}),
        ({"sure": 0.1}, {"answered"}),
    ],
)
def test_each_damage_lowers_its_own_figures(change: dict[str, object], lower: set[str]) -> None:
    damaged = figures(replace(RUN, cells=[replace(CELLS[0], **change), CELLS[1]]))  # type: ignore[arg-type]
    assert {name for name, value in damaged.items() if value != 1.0} == lower


def test_another_table_lowers_retrieval_alone() -> None:
    damaged = figures(replace(RUN, tables=[replace(TABLES[0], tables=["t1", "t2"])]))
    assert {name for name, value in damaged.items() if value != 1.0} == {
        "retrieval_r1",
        "retrieval_precision_when_answered",
    }


@pytest.mark.parametrize(
    ("value", "gold", "text", "same"),
    [
        ("1,0", "1.0", "q", False),
        ("-16000000", "－16000000", "q", True),
        ("－", "－", "q", True),
        ("0", "－", "q", False),
        ("東京都　港区", "東京都港区", "q", True),
        ("65510000000", "-65510000000", "当期純利益", False),
    ],
)
def test_values_are_equal_by_amount_or_by_folded_words(value: str, gold: str, text: str, same: bool) -> None:
    assert same_value(value, TableQuestion("1", text, "D", "t", "c", gold)) is same
