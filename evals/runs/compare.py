"""Two runs compared item by item, with paired bootstrap intervals of the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.interface import UNSEEN, Score
from evals.runs.figures import Part, interval, part_of, ratio, score_of
from evals.runs.log import ItemResult, Run

Pair = tuple[Part, Part]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item whose score of a field differs."""

    item: str
    before: float
    after: float
    score_before: Score
    score_after: Score
    held_out: bool = False  # counted in totals, never named


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in both runs. `low` and `high` bound after − before; `changes` lists the items that moved."""

    task: str
    field: str
    before: float
    after: float
    low: float
    high: float
    items: int
    changes: tuple[ItemChange, ...]
    lower_is_better: bool = False
    unit: str = ""

    @property
    def verdict(self) -> str:
        """better or worse: clear of chance; moved: some items differ, within chance; same: none does."""
        if not self.changes:
            return "same"
        gain_low, gain_high = (-self.high, -self.low) if self.lower_is_better else (self.low, self.high)
        if gain_low > 0:
            return "better"
        return "worse" if gain_high < 0 else "moved"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All fields of all tasks that both runs scored, and what only one of them holds."""

    differences: tuple[Difference, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    def changed(self) -> list[Difference]:
        """Fields in which any item moved, measures of time and cost left out."""
        return [d for d in self.differences if d.changes and not d.unit]


def compare(before: Run, after: Run) -> Comparison:
    """The paired comparison: items are paired by task and id, documents are resampled."""
    old = {(i.task, i.item): i for i in before.items}
    new = {(i.task, i.item): i for i in after.items}
    both = [key for key in old if key in new]
    differences = []
    for task in dict.fromkeys(task for task, _ in both):
        pairs = [(old[key], new[key]) for key in both if key[0] == task]
        for field in dict.fromkeys([*before.fields(task), *after.fields(task)]):
            found = _difference(task, field, pairs)
            if found:
                differences.append(found)
    return Comparison(
        tuple(differences),
        tuple(f"{task}/{item}" for task, item in old if (task, item) not in new),
        tuple(f"{task}/{item}" for task, item in new if (task, item) not in old),
    )


def _difference(task: str, field: str, pairs: Sequence[tuple[ItemResult, ItemResult]]) -> Difference | None:
    clusters: dict[str, Pair] = {}
    changes, example, count = [], None, 0
    for old, new in pairs:
        one, two = score_of(old, field), score_of(new, field)
        if one is None or two is None or one.value is None or two.value is None:
            continue
        example, count = one, count + 1
        if abs(one.value - two.value) > 1e-9:
            changes.append(ItemChange(old.item, one.value, two.value, one, two, UNSEEN in new.tags))
        zero = (0.0, 0.0)
        before, after = clusters.get(old.document, (zero, zero))
        clusters[old.document] = (_add(before, part_of(one)), _add(after, part_of(two)))
    totals = [ratio(pair[side] for pair in clusters.values()) for side in (0, 1)]
    if example is None or totals[0] is None or totals[1] is None:
        return None
    low, high = interval(list(clusters.values()), _gap)
    return Difference(
        task,
        field,
        totals[0],
        totals[1],
        low if low is not None else 0.0,
        high if high is not None else 0.0,
        count,
        tuple(changes),
        example.lower_is_better,
        example.unit,
    )


def _add(one: Part, two: Part) -> Part:
    return one[0] + two[0], one[1] + two[1]


def _gap(chosen: Sequence[Pair]) -> float | None:
    before, after = ratio(p[0] for p in chosen), ratio(p[1] for p in chosen)
    return None if before is None or after is None else after - before
