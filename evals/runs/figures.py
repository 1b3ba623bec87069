"""Totals over items with 95% bootstrap intervals, resampling documents (not items)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.interface import Score
from evals.runs.log import ItemResult, Run

RESAMPLES = 1000
SEED = 20261120
T = TypeVar("T")
Part = tuple[float, float]
"""Numerator and denominator of one document's share; totals and resamples add them up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A total with its interval. `value` is None where nothing was scored."""

    task: str
    field: str
    value: float | None
    low: float | None
    high: float | None
    items: int
    documents: int
    unit: str = ""
    lower_is_better: bool = False
    precision: float | None = None
    recall: float | None = None


def figures(run: Run, tag: str | None = None) -> list[Figure]:
    """The totals of every field of every task, over all items or those with a tag."""
    return [figure(run, task, field, tag) for task in run.tasks() for field in run.fields(task)]


def figure(run: Run, task: str, field: str, tag: str | None = None) -> Figure:
    """The total of one field."""
    items = [i for i in run.items if i.task == task and (tag is None or tag in i.tags)]
    example = next((s for i in items for s in i.scores if s.field == field), None)
    parts = parts_by_document(items, field)
    value = ratio(parts.values())
    low, high = (
        interval(list(parts.values()), lambda chosen: ratio(chosen)) if value is not None else (None, None)
    )
    counts = [s.counts for i in items for s in i.scores if s.field == field and s.counts]
    tp, fp, fn = (sum(getattr(c, name) for c in counts) for name in ("tp", "fp", "fn"))
    return Figure(
        task,
        field,
        value,
        low,
        high,
        items=sum(1 for i in items if score_of(i, field) is not None),
        documents=len(parts),
        unit=example.unit if example else "",
        lower_is_better=bool(example and example.lower_is_better),
        precision=tp / (tp + fp) if counts and tp + fp else None,
        recall=tp / (tp + fn) if counts and tp + fn else None,
    )


def score_of(item: ItemResult, field: str) -> Score | None:
    """The item's score of a field; a failed item scores 0 everywhere; None where it was not scored."""
    if item.error is not None:
        return Score(field, 0.0)
    return next((s for s in item.scores if s.field == field and s.value is not None), None)


def part_of(score: Score) -> Part:
    """Numerator and denominator of one score: F1's from its counts, else the weighted value."""
    if score.counts is not None:
        return 2 * score.counts.tp, 2 * score.counts.tp + score.counts.fp + score.counts.fn
    return (score.value or 0.0) * score.weight, score.weight


def parts_by_document(items: Iterable[ItemResult], field: str) -> dict[str, Part]:
    """Summed parts of each document (the cluster) for one field."""
    found: dict[str, Part] = {}
    for item in items:
        score = score_of(item, field)
        if score is None or (score.unit and item.error):
            continue
        above, below = part_of(score)
        before = found.get(item.document, (0.0, 0.0))
        found[item.document] = (before[0] + above, before[1] + below)
    return found


def ratio(parts: Iterable[Part]) -> float | None:
    """Sum of numerators over sum of denominators."""
    above = below = 0.0
    for part in parts:
        above += part[0]
        below += part[1]
    return above / below if below else None


def interval(
    clusters: Sequence[T], statistic: Callable[[Sequence[T]], float | None]
) -> tuple[float | None, float | None]:
    """2.5% and 97.5% points of the statistic over resamples of the clusters; seeded, so always the same."""
    chooser = random.Random(SEED)
    values = []
    for _ in range(RESAMPLES):
        value = statistic(chooser.choices(clusters, k=len(clusters)))
        if value is not None:
            values.append(value)
    if not values:
        return None, None
    values.sort()
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]
