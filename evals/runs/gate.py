"""The gate: a run against the committed baseline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evals.runs.compare import Difference, compare
from evals.runs.log import Run

BASELINE = Path(__file__).resolve().parents[1] / "baseline.jsonl"
ALLOWED_LOSS = 0.01
"""Loss of a share that may be certain (its lower 95% bound) before the gate fails."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found. It fails on any of `losses`, `broken` and `missing`."""

    losses: tuple[Difference, ...]  # fields whose paired loss is certainly above the allowed amount
    broken: tuple[str, ...]  # must-not-break items that were right and are not
    missing: tuple[str, ...]  # items of the baseline that were not run, though their task was

    @property
    def passed(self) -> bool:
        return not (self.losses or self.broken or self.missing)


def judge(baseline: Run, run: Run, allowed_loss: float = ALLOWED_LOSS) -> Verdict:
    """Whether the run may replace the baseline; times and costs are not judged."""
    comparison = compare(baseline, run)
    shares = [d for d in comparison.differences if not d.unit]
    return Verdict(
        tuple(d for d in shares if _certain_loss(d) > allowed_loss),
        tuple(_broken(shares)),
        tuple(name for name in comparison.only_before if name.partition("/")[0] not in run.not_scored),
    )


def _certain_loss(difference: Difference) -> float:
    """Lower bound of the loss: what is lost at least, at 95%."""
    return difference.low if difference.lower_is_better else -difference.high


def _broken(differences: list[Difference]) -> list[str]:
    found = []
    for difference in differences:
        unseen = 0
        for change in difference.changes:
            if change.score_before.must_not_break and change.before >= 1.0 > change.after:
                if change.held_out:
                    unseen += 1
                    continue
                wrong = next((d for d in change.score_after.details if not d.right), None)
                why = f": gold {wrong.gold!r}, draft {wrong.draft!r}" if wrong else ""
                found.append(f"{difference.task}/{change.item} {difference.field}{why}")
        if unseen:
            found.append(f"{difference.task} {difference.field} in {unseen} held-out items")
    return found
