"""How far two careful readers agree on a pack, by the plan's own scorers: `python -m evals.second_readings`.

`datasets/second_readings/<pack>/gold.yaml` is the gold of a reader who had only the account folder. It is scored as a
draft would be, against the first reader's: no program can be asked for more than this on packs of their kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from agent.models.gold import Gold
from evals.datasets.load import load_dataset
from evals.gold.migrate import migrate
from evals.gold.pack import Pack, load_packs
from evals.gold.perfect import perfect_run
from evals.interface import Sample, Score, Settings
from evals.runs.figures import part_of, ratio
from evals.scorers.registry import PLAN_SCORERS

SECOND = Path(__file__).resolve().parent / "datasets" / "second_readings"


def second_readings(folder: Path = SECOND) -> Iterator[tuple[Pack, Pack]]:
    """The pack with its first reader's gold, and with its second's."""
    for pack in load_packs(load_dataset("packs", Settings()).location):
        path = folder / pack.name / "gold.yaml"
        if path.is_file():
            raw = yaml.safe_load(path.read_text(encoding="utf-8"))
            yield pack, replace(pack, gold=Gold.model_validate(migrate(raw)))


def agreement() -> Mapping[str, float]:
    """Field → the score of the second reading against the first, over all packs read twice."""
    found: dict[str, list[Score]] = {}
    for first, second in second_readings():
        run = perfect_run(second)
        for scorer in (scorer for group in PLAN_SCORERS.values() for scorer in group):
            for score in scorer(Sample(first.name, first.name, first), run):
                if score.value is not None and not score.unit:
                    found.setdefault(score.field, []).append(score)
    totals = {field: ratio(part_of(score) for score in scores) for field, scores in found.items()}
    return {field: total for field, total in totals.items() if total is not None}


def main() -> None:
    """Print the agreement of every field."""
    for field, total in agreement().items():
        print(f"{field:34s} {total:.3f}")


if __name__ == "__main__":
    main()
