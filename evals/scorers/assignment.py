"""The matching of two lists with the greatest total likeness, exact (Hungarian method, O(n³))."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def best_matching(
    gold: Sequence[A], draft: Sequence[B], likeness: Callable[[A, B], float], least: float
) -> list[tuple[int, int]]:
    """Pairs (index in gold, index in draft), by gold index; a pair below `least` is not made.

    Among matchings of equal likeness the one with the smaller indices is taken, so the result is stable.
    """
    if not gold or not draft:
        return []
    table = [[likeness(g, d) for d in draft] for g in gold]
    gain = [[value if value >= least else 0.0 for value in row] for row in table]
    turned = len(gold) > len(draft)
    cost = (
        [[-gain[g][d] for g in range(len(gold))] for d in range(len(draft))]
        if turned
        else [[-v for v in r] for r in gain]
    )
    pairs = [(column, row) if turned else (row, column) for row, column in enumerate(_assign(cost))]
    return sorted((g, d) for g, d in pairs if gain[g][d] > 0)


def _assign(cost: list[list[float]]) -> list[int]:
    """Column of each row in the cheapest complete assignment; rows ≤ columns (Kuhn–Munkres)."""
    rows, columns = len(cost), len(cost[0])
    infinity = float("inf")
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column = 0
        slack = [infinity] * (columns + 1)
        used = [False] * (columns + 1)
        while owner[column]:
            used[column] = True
            current, delta, following = owner[column], infinity, 0
            for candidate in range(1, columns + 1):
                if used[candidate]:
                    continue
                reduced = (
                    cost[current - 1][candidate - 1] - row_potential[current] - column_potential[candidate]
                )
                if reduced < slack[candidate] - 1e-12:
                    slack[candidate], way[candidate] = reduced, column
                if slack[candidate] < delta - 1e-12:
                    delta, following = slack[candidate], candidate
            for candidate in range(columns + 1):
                if used[candidate]:
                    row_potential[owner[candidate]] += delta
                    column_potential[candidate] -= delta
                else:
                    slack[candidate] -= delta
            column = following
        while column:
            previous = way[column]
            owner[column] = owner[previous]
            column = previous
    result = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            result[owner[column] - 1] = column - 1
    return result
