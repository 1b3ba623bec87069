"""The SMART review against labelled goals, and against generated goals whose defects are known.

Labelled goals: one field a label, F1 of its true values; for due, due_problem and owner one field a value and
one of agreement. `python -m evals.smart_agreement` prints macro-F1 and kappa with intervals from the same data.
Generated goals (`--size N`, two texts a form): F1 a rule, and the share of cases in which each invariant holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from evals.interface import Counts, Dataset, Detail, Sample, Score, Settings, Task, f1_score
from evals.smart_agreement import VALUED, labelled_items, labels_read

if TYPE_CHECKING:
    from evals.goal_verdicts import Verdicts

SIZE = 20_000
"""Generated texts made without `--size`."""
BATCH = 100
_SHOWN = 5


def smart_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """The labelled goals, then batches of generated forms (half as many forms as texts)."""
    from evals.goal_forms import forms

    for item in labelled_items(datasets["smart"].location / "dev.jsonl"):
        yield Sample(item["id"], item["id"], item, (item["lang"],))
    made = forms((settings.size or SIZE) // 2, settings.seed)
    number = 0
    while batch := list(islice(made, BATCH)):
        yield Sample(f"generated-{number:03}", f"generated-{number:03}", batch, ("generated",))
        number += 1


def solve(sample: Sample, settings: Settings) -> Any:
    """Labels of a labelled goal, verdicts of a generated batch."""
    if isinstance(sample.data, dict):
        return labels_read(sample.data)
    from evals.goal_verdicts import verdicts

    return verdicts(sample.data, settings.seed)


def score_labels(sample: Sample, output: Any) -> Sequence[Score]:
    """One score a label of a labelled goal."""
    if not isinstance(sample.data, dict):
        return []
    scores: list[Score] = []
    for label, gold in sample.data["labels"].items():
        read = output[label]
        if label in VALUED:
            detail = Detail(str(gold), str(read), gold == read, sample.data["text"])
            scores.append(Score(f"labels.{label}", float(gold == read), details=(detail,)))
            for value in {gold, read} - {None}:
                counts = Counts(gold == read == value, read == value != gold, gold == value != read)
                scores.append(f1_score(f"labels.{label}.{value}", counts))
        elif gold is not None:
            counts = Counts(gold and read, read and not gold, gold and not read)
            details = () if gold == read else (Detail(str(gold), str(read), False, sample.data["text"]),)
            scores.append(f1_score(f"labels.{label}", counts, details))
    return scores


def score_generated(sample: Sample, output: Any) -> Sequence[Score]:
    """F1 a rule and the share in which each invariant holds."""
    if isinstance(sample.data, dict):
        return []
    return [*_rules(output), *_invariants(output)]


def _rules(output: Verdicts) -> Iterable[Score]:
    from evals.goal_forms import COVERED

    for rule in COVERED:
        counts = Counts(output.right[rule], output.extra[rule], output.missed[rule])
        wrong = [text for name, text in output.examples if name.startswith(f"{rule} ")][:_SHOWN]
        yield f1_score(f"generated.{rule}", counts, [Detail("", text, False) for text in wrong])


def _invariants(output: Verdicts) -> Iterable[Score]:
    from evals.goal_verdicts import INVARIANTS

    for name in INVARIANTS:
        tried = output.tried[name]
        if tried:
            broken = [text for kind, text in output.examples if kind == name][:_SHOWN]
            details = tuple(Detail("", text, False) for text in broken)
            yield Score(f"invariants.{name}", output.held[name] / tried, weight=tried, details=details)


TASK: Task[Any] = Task(
    name="smart",
    about="The SMART review: labels of 160 goals, defects of generated goals, invariants",
    datasets=("smart",),
    samples=smart_samples,
    solve=solve,
    scorers=(score_labels, score_generated),
)
