"""All that tasks, scorers, runs and reports share: a task is a dataset, a solver and scorers.

To add a task: write `evals/tasks/<name>.py` with `TASK = Task(...)` and add the name to `TASK_NAMES` in
`evals/tasks/__init__.py`. To add a scorer: a function `(Sample, output) -> list[Score]` in `evals/scorers/`.
"Not scored" (`value=None`, `NotScored`) is kept apart from zero everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, wrong and missed answers; sums over items give the micro-averaged figure."""

    tp: float = 0
    fp: float = 0
    fn: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def f1(self) -> float | None:
        """F1, or None where there was nothing to find and nothing was said."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None

    @property
    def precision(self) -> float | None:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None


@dataclass(frozen=True, slots=True)
class Detail:
    """One compared place, gold and draft side by side; `ref` is the draft's path or the document."""

    gold: str
    draft: str
    right: bool
    why: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """One field of one item. `value` is in [0, 1] unless `unit` names another measure; None: not scored.

    With `counts` the total over items is F1 of the summed counts, without them the mean weighted by `weight`.
    `must_not_break` marks items whose loss fails the gate by itself (a value below 1 where it was 1).
    """

    field: str  # "people.role": stable, the same in every run
    value: float | None
    counts: Counts | None = None
    weight: float = 1.0
    unit: str = ""  # "" share, else "s", "tokens", "JPY" …
    lower_is_better: bool = False
    must_not_break: bool = False
    details: tuple[Detail, ...] = ()
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain data for the run log; details that are right are left out after the first three."""
        data = asdict(self)
        right = [d for d in data["details"] if d["right"]]
        data["details"] = [d for d in data["details"] if not d["right"]] + right[:3]
        return data

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Score:
        """The score a log line holds."""
        counts = Counts(**data["counts"]) if data.get("counts") else None
        details = tuple(Detail(**detail) for detail in data.get("details", ()))
        return Score(**{**data, "counts": counts, "details": details})


def f1_score(name: str, counts: Counts, details: Iterable[Detail] = (), **more: Any) -> Score:
    """A score whose value is F1; not scored where neither gold nor draft has anything."""
    return Score(name, counts.f1, counts=counts, details=tuple(details), **more)


UNSEEN = "held_out"
"""Tag of items that nobody looks into: logs keep their figures without details, comparisons count them unnamed."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One item of a dataset. `document` is the cluster that bootstrap intervals resample (filing, pack)."""

    id: str
    document: str
    data: Any
    tags: tuple[str, ...] = ()  # "ja", "en", "held_out": the report shows them apart


@dataclass(frozen=True, slots=True)
class Dataset:
    """A descriptor (`evals/datasets/<name>.toml`) with the folder or file it resolves to."""

    name: str
    source: str
    split: str
    version: str
    licence: str
    location: Path
    digest: str  # of what lies at `location` now
    digest_expected: str | None = None

    @property
    def changed(self) -> bool:
        """True when the data is not what the descriptor was written for."""
        return self.digest_expected is not None and self.digest != self.digest_expected


class NotScored(Exception):  # noqa: N818 - a result, not an error
    """A task cannot be scored here: its data or its solver is absent. `str()` says what is missing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked for. Everything here goes into the log and its digest."""

    model: str = "none"
    sample: int | None = None  # items per task, the first N of the seeded order; None: all
    seed: int = 20261120
    size: int | None = None  # for generated sets: how many items to make
    packs: Path | None = None  # account packs from elsewhere instead of the embedded ones
    drafts: Path | None = None  # score plans already written to <drafts>/<pack>/plan.json
    shared: Path | None = None  # folder of the sets that live outside the project

    def to_json(self) -> dict[str, Any]:
        return {key: str(value) if isinstance(value, Path) else value for key, value in asdict(self).items()}


Output = TypeVar("Output")
Scorer = Callable[[Sample, Output], Sequence[Score]]


@dataclass(frozen=True)
class Task(Generic[Output]):
    """What is measured: samples of a dataset, how one is solved, and how the output is scored.

    `samples` and `solve` may raise NotScored. A solver that raises anything else makes the item a failure:
    every field of the task that other items have scores 0 for it.
    """

    name: str
    about: str  # one line for managers, shown in the report
    datasets: tuple[str, ...]
    samples: Callable[[Mapping[str, Dataset], Settings], Iterable[Sample]]
    solve: Callable[[Sample, Settings], Output]
    scorers: tuple[Scorer[Output], ...]
    fast: bool = False  # part of the gate in CI
