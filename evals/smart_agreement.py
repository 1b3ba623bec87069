"""How far the reader agrees with adjudicated labels: F1, macro-F1 and Cohen's kappa per label and language.

Run `python -m evals.smart_agreement [--rules] [goals.jsonl …]`; without files it reads the embedded sets, each apart;
--rules leaves the fitted second opinion out.
Intervals are 95% percentile bootstrap over items (1,000 resamples, fixed seed).
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.goals import GoalContext

VALUED = ("due", "due_problem", "owner")
"""Labels with more than two values: scored by macro-F1 over the values that occur."""
RESAMPLES = 1_000
_SEED = 20261120
_EMBEDDED = Path(__file__).resolve().parent / "datasets" / "smart"
SETS = (
    "fitted", "development", "development_2", "development_3", "development_4", "development_5",
    "development_6", "development_7", "development_8", "development_9", "development_10",
    "development_11", "development_12", "development_13", "development_14", "development_15",
    "development_16", "development_17", "development_18", "held_out_9", "held_out_13", "held_out_14",
)  # fmt: skip
"""fitted: the 160 the rules were made on; development: other writers', studied; held_out_9, _13 and _14: three further writers',
never looked at."""
Pair = tuple[Any, Any]


def labelled_items(path: Path) -> list[dict[str, Any]]:
    """The items of a labelled file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def labels_read(item: dict[str, Any], *, weighed: bool = True) -> dict[str, Any]:
    """The rubric's labels as the goal reader gives them; not `weighed`: by the rules alone."""
    from agent.goals import labels_of, read_item

    return dict(labels_of(read_item(item["text"], item["lang"], context_of(item), weighed=weighed)))


def context_of(item: dict[str, Any]) -> GoalContext:
    """What the item is read against."""
    from agent.goals import GoalContext

    given = item["context"]
    end = given.get("contract_end")
    return GoalContext(
        dt.date.fromisoformat(given["as_of"]),
        "action" if item["kind"] == "action" else "goal",
        given.get("customer_fiscal_year_end_month"),
        given.get("vendor_fiscal_year_end_month"),
        None,
        dt.date.fromisoformat(end) if end else None,
        given.get("purchase_promise"),
    )


def f1_of(pairs: Sequence[Pair], label: str) -> float | None:
    """F1 of True, or macro-F1 over the gold values of a valued label."""
    if label not in VALUED:
        return _f1(pairs, True)
    values = sorted({gold for gold, _ in pairs}, key=str)
    scores = [_f1(pairs, value) or 0.0 for value in values]
    return sum(scores) / len(scores) if scores else None


def _f1(pairs: Sequence[Pair], value: Any) -> float | None:
    right = sum(gold == read == value for gold, read in pairs)
    total = sum((gold == value) + (read == value) for gold, read in pairs)
    return 2 * right / total if total else None


def kappa_of(pairs: Sequence[Pair], label: str = "") -> float | None:
    """Cohen's kappa; 1 where both readers always say the same one thing."""
    if not pairs:
        return None
    values = {value for pair in pairs for value in pair}
    count = len(pairs)
    observed = sum(gold == read for gold, read in pairs) / count
    chance = sum(
        sum(gold == value for gold, _ in pairs) * sum(read == value for _, read in pairs) for value in values
    ) / (count * count)
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def interval(
    pairs: Sequence[Pair], measure: Callable[[Sequence[Pair], str], float | None], label: str
) -> tuple[float, float] | None:
    """95% percentile bootstrap over items; None where nothing can be measured."""
    random = Random(_SEED)
    drawn = [measure([random.choice(pairs) for _ in pairs], label) for _ in range(RESAMPLES)]
    found = sorted(value for value in drawn if value is not None)
    return (found[int(0.025 * len(found))], found[int(0.975 * len(found)) - 1]) if len(found) > 20 else None


def rows(
    items: Iterable[dict[str, Any]], *, weighed: bool = True
) -> Iterable[tuple[str, str, int, str, str]]:
    """(label, language, items, F1 with interval, kappa with interval)."""
    read = [(item, labels_read(item, weighed=weighed)) for item in items]
    labels = list(read[0][0]["labels"]) if read else []
    for label in labels:
        for language in ("all", "ja", "en"):
            chosen = [pair for pair in read if language in ("all", pair[0]["lang"])]
            pairs = [(item["labels"][label], said[label]) for item, said in chosen]
            if label in ("outcome", "deliverable"):
                pairs = [pair for pair in pairs if pair[0] is not None]
            if pairs:
                yield (
                    label,
                    language,
                    len(pairs),
                    _figure(pairs, f1_of, label),
                    _figure(pairs, kappa_of, label),
                )


def _figure(pairs: Sequence[Pair], measure: Callable[[Sequence[Pair], str], float | None], label: str) -> str:
    value, between = measure(pairs, label), interval(pairs, measure, label)
    if value is None:
        return "–"
    return f"{value:.3f}" + (f" [{between[0]:.2f}, {between[1]:.2f}]" if between else "")


def main(given: Sequence[str]) -> None:
    """Print the table for the files given together, or for each of the embedded sets."""
    paths = [path for path in given if path != "--rules"]
    weighed = len(paths) == len(given)
    if paths:
        _print([item for path in paths for item in labelled_items(Path(path))], "given", weighed=weighed)
        return
    for name in SETS:
        _print(labelled_items(_EMBEDDED / f"{name}.jsonl"), name, weighed=weighed)


def _print(items: list[dict[str, Any]], name: str, *, weighed: bool) -> None:
    print(f"{name}: {len(items)} items")
    print(f"{'label':26} {'lang':4} {'n':>4}  {'F1':22} kappa")
    for label, language, count, f1, kappa in rows(items, weighed=weighed):
        print(f"{label:26} {language:4} {count:4}  {f1:22} {kappa}")


if __name__ == "__main__":
    main(sys.argv[1:])
