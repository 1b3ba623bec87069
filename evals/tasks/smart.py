"""The SMART review against labelled goals, and against generated goals whose defects are known.

Labelled goals: F1 of a label's true values, for due, due_problem and owner the share that agrees and one field a
value; under each set of `evals.smart_agreement.SETS` apart, and for each language (`held_out_9.owner.en`). Only the
held-out set is honest: its goals were never looked at. `python -m evals.smart_agreement` prints macro-F1 and kappa.
Unseen expressions: of a writer's loose expressions that no list of the reader has, the share it finds alone as a
goal, as a second demand and as an action. Generated goals (`--size N`, two texts a form): F1 a rule, and the share
of cases in which each invariant holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from evals.interface import Counts, Dataset, Detail, Sample, Score, Settings, Task, f1_score
from evals.smart_agreement import SETS, VALUED, labelled_items, labels_read
from evals.unseen_expressions import PLACES, found_loose, unseen_expressions

if TYPE_CHECKING:
    from evals.goal_verdicts import Verdicts

SIZE = 20_000
"""Generated texts made without `--size`."""
BATCH = 100
_SHOWN = 5


def smart_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """The labelled goals, then batches of generated forms (half as many forms as texts)."""
    from evals.goal_forms import forms

    folder = datasets["smart"].location
    for name in SETS:
        for item in labelled_items(folder / f"{name}.jsonl"):
            yield Sample(item["id"], item["id"], {**item, "set": name}, (name, item["lang"]))
    for language, expressions in unseen_expressions(folder / "vague_held_out.toml").items():
        for number, words in enumerate(expressions):
            name = f"unseen-{language}-{number:03}"
            yield Sample(name, name, {"unseen": words, "lang": language}, (language,))
    made = forms((settings.size or SIZE) // 2, settings.seed)
    number = 0
    while batch := list(islice(made, BATCH)):
        yield Sample(f"generated-{number:03}", f"generated-{number:03}", batch, ("generated",))
        number += 1


def solve(sample: Sample, settings: Settings) -> Any:
    """Labels of a labelled goal, verdicts of a generated batch."""
    if isinstance(sample.data, dict) and "unseen" in sample.data:
        return {place: found_loose(sample.data["unseen"], sample.data["lang"], place) for place in PLACES}
    if isinstance(sample.data, dict):
        return labels_read(sample.data)
    from evals.goal_verdicts import verdicts

    return verdicts(sample.data, settings.seed)


def score_labels(sample: Sample, output: Any) -> Sequence[Score]:
    """One score a label of a labelled goal, and the same once more under its language."""
    if not isinstance(sample.data, dict) or "unseen" in sample.data:
        return []
    scores: list[Score] = []
    for label, gold in sample.data["labels"].items():
        for field in (f"{sample.data['set']}.{label}", f"{sample.data['set']}.{label}.{sample.data['lang']}"):
            scores += _of_label(field, label, gold, output[label], sample.data)
    return scores


def _of_label(field: str, label: str, gold: Any, read: Any, item: Mapping[str, Any]) -> Iterable[Score]:
    """Held-out texts are not shown with what was read wrong in them."""
    text = "" if item["set"].startswith("held_out") else item["text"]
    detail = Detail(str(gold), str(read), gold == read, text)
    if label in VALUED:
        yield Score(field, float(gold == read), details=(detail,))
        for value in {gold, read} - {None}:
            counts = Counts(gold == read == value, read == value != gold, gold == value != read)
            yield f1_score(f"{field}.{value}", counts)
    elif gold is not None:
        counts = Counts(gold and read, read and not gold, gold and not read)
        yield f1_score(field, counts, () if gold == read else (detail,))


def score_unseen(sample: Sample, output: Any) -> Sequence[Score]:
    """Whether an expression no list has was found loose, by the place it stood in."""
    if not isinstance(sample.data, dict) or "unseen" not in sample.data:
        return []
    return [Score(f"unseen.{place}", float(found)) for place, found in output.items()]


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
    about="The SMART review: labels of 3,453 goals by thirteen writers, unseen expressions, defects of generated goals, invariants",
    datasets=("smart",),
    samples=smart_samples,
    solve=solve,
    scorers=(score_labels, score_unseen, score_generated),
)
