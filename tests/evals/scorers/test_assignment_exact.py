"""The matching is the best one: compared with trying all."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from evals.scorers.assignment import best_matching

TABLES = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0.0, 0.3, 0.5, 0.6, 0.75, 0.9, 1.0]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=5,
    )
)


def best_by_trying(table: list[list[float]], least: float) -> float:
    rows, columns = len(table), len(table[0])
    if rows > columns:
        table = [[table[r][c] for r in range(rows)] for c in range(columns)]
        rows, columns = columns, rows
    gain = [[v if v >= least else 0.0 for v in row] for row in table]
    return max(sum(gain[r][c] for r, c in enumerate(chosen)) for chosen in permutations(range(columns), rows))


@given(TABLES)
def test_no_other_matching_is_better(table: list[list[float]]) -> None:
    gold, draft = list(range(len(table))), list(range(len(table[0])))
    pairs = best_matching(gold, draft, lambda g, d: table[g][d], 0.5)
    assert len({g for g, _ in pairs}) == len({d for _, d in pairs}) == len(pairs)
    assert all(table[g][d] >= 0.5 for g, d in pairs)
    assert abs(sum(table[g][d] for g, d in pairs) - best_by_trying(table, 0.5)) < 1e-9


def test_empty_lists_have_no_pairs() -> None:
    assert best_matching([], [1], lambda _g, _d: 1.0, 0.5) == []
    assert best_matching([1], [], lambda _g, _d: 1.0, 0.5) == []
