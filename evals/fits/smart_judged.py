"""Fits how rules, scores and what else is read are weighed together: `python -m evals.fits.smart_judged --left DIR`.

One logistic regression a label and language (agent/goals/second_opinion/judged.py) on writers left out of the weights,
with what the rules first read on each; DIR is where `evals.fits.smart_labels --scores --left DIR` keeps their scores.
`--scores` leaves each writer out once more and prints wrong readings of the rules and of the judge. Needs the
dependency group `fit`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from agent.goals.second_opinion.judged import FEATURES, JUDGED, Situation, features, seen_of
from agent.goals.second_opinion.scores import WEIGHTS
from evals.datasets.load import load_dataset
from evals.fits.regression import Floats, logistic
from evals.fits.smart_bounds import MARKED, Left
from evals.fits.smart_labels import LANGUAGES, by_one, scores_left_out
from evals.interface import Settings

STRENGTH = 0.1
"""Inverse of the L2 penalty on features of one spread."""

Weights = tuple[float, Floats]


def rows(left: Sequence[Left], label: str) -> tuple[Floats, Floats]:
    """Features of every item, and what is right."""
    seen = [features(label, bool(one.read[label]), seen_of(one.scores, _situation(one))) for one in left]
    return np.array(seen), np.array([bool(one.gold[label]) for one in left], dtype=float)


def _situation(one: Left) -> Situation:
    read = one.read
    return Situation(
        one.is_goal,
        one.words,
        bool(read["metric"]),
        bool(read["target"]),
        bool(read["method"]),
        str(read["due"]),
    )


def fit(seen: Floats, right: Floats) -> Weights:
    """The constant and a weight a feature, fitted on features of one spread."""
    from scipy.sparse import csr_matrix

    mean, spread = seen.mean(axis=0), seen.std(axis=0) + 1e-9
    weights, constant = logistic(csr_matrix((seen - mean) / spread), right > 0, STRENGTH)
    return constant - float((weights * mean / spread).sum()), weights / spread


def wrong_by_writer(left: Sequence[Left], label: str) -> dict[str, tuple[int, int]]:
    """Wrong readings of the rules, and of a judge fitted without the writer."""
    seen, right = rows(left, label)
    writers = [one.writer for one in left]
    found = {}
    for writer in dict.fromkeys(writers):
        mine = np.array([name == writer for name in writers])
        others = np.array([not by_one(name, writer) for name in writers])
        constant, weights = fit(seen[others], right[others])
        given = constant + seen[mine] @ weights > 0
        found[writer] = (
            int((seen[mine, 0] != right[mine]).sum()),
            int((given != (right[mine] > 0)).sum()),
        )
    return found


def _lines(fitted: Mapping[str, Mapping[str, Weights]]) -> Iterator[str]:
    yield "# Written by evals.fits.smart_judged; what the numbers mean stands in second_opinion/judged.py."
    for language, labels in fitted.items():
        for label, (constant, weights) in labels.items():
            yield from ("", f"[{language}.{label}]", f"constant = {constant:.4f}")
            yield from (f"{name} = {weight:.4f}" for name, weight in zip(FEATURES, weights, strict=True))


def main() -> None:
    """Print what writers left out gain; without --scores write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--left", type=Path, help="folder that keeps the scores of writers left out")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    parser.add_argument("--scores", action="store_true")
    given = parser.parse_args()
    folder = load_dataset("smart", Settings()).location
    fitted: dict[str, dict[str, Weights]] = {}
    for language in LANGUAGES:
        left = [one for one in scores_left_out(folder, language, given.left) if one.writer != MARKED]
        for label in JUDGED:
            wrong = wrong_by_writer(left, label)
            before, after = (sum(pair[at] for pair in wrong.values()) for at in (0, 1))
            each = ", ".join(f"{name} {a}>{b}" for name, (a, b) in wrong.items())
            print(f"{language} {label} {len(left)} items, wrong {before} > {after} ({each})")
            fitted.setdefault(language, {})[label] = fit(*rows(left, label))
    if not given.scores:
        (given.to / "judged.toml").write_text("\n".join(_lines(fitted)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
