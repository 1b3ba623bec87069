"""The reading as the labels of the SMART rubric (evals/datasets/smart/README.md)."""

from __future__ import annotations

from agent.goals.reading import ItemReading

LABELS = (
    "vague", "metric", "target", "baseline", "method", "due", "due_problem", "owner", "review", "outcome",
    "qualitative_without_scale", "contradicts_promise", "deliverable",
)  # fmt: skip


def labels_of(reading: ItemReading) -> dict[str, bool | str | None]:
    """One value a label; outcome is None for actions, deliverable for goals."""
    is_goal = reading.kind == "goal"
    state_only = reading.target is not None and reading.target_value is None
    return {
        "vague": bool(reading.vague),
        "metric": reading.metric is not None,
        "target": reading.target is not None,
        "baseline": reading.baseline is not None,
        "method": reading.method is not None,
        "due": reading.due.kind,
        "due_problem": reading.due.problem,
        "owner": reading.owner.kind,
        "review": reading.review is not None,
        "outcome": (reading.outcome and not state_only) if is_goal else None,
        "qualitative_without_scale": reading.qualitative_without_scale,
        "contradicts_promise": reading.contradicts_promise is not None,
        "deliverable": None if is_goal else reading.deliverable is not None,
    }
