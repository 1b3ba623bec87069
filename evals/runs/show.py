"""Figures, comparisons and verdicts as text for people and as JSON for scripts."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from evals.runs.compare import Comparison, Difference
from evals.runs.figures import Figure, figure, figures, score_of
from evals.runs.gate import Verdict
from evals.runs.log import Run


def figures_text(run: Run, by_item: bool = False) -> str:
    """A table per task: value, 95% interval, precision and recall where they exist, shares by tag, items.

    With `by_item` a second table per task has one column an item.
    """
    lines = []
    found = figures(run)
    for task in run.tasks():
        lines.append(f"\n{task}")
        lines += [_row(total) + _tags(run, total) for total in found if total.task == task]
        lines += _item_table(run, task) if by_item else []
    for task, why in run.not_scored.items():
        lines.append(f"\n{task}\n  not scored: {why}")
    failed = [item for item in run.items if item.error]
    lines += [f"  failed: {item.task}/{item.item}: {item.error}" for item in failed]
    return "\n".join(lines).lstrip("\n")


def _tags(run: Run, total: Figure) -> str:
    """Shares by tag, where a task's items carry more than one."""
    tags = sorted({tag for item in run.items if item.task == total.task for tag in item.tags})
    if len(tags) < 2 or total.unit or total.value is None:
        return ""
    shares = {tag: figure(run, total.task, total.field, tag).value for tag in tags}
    return "  " + " ".join(f"{tag} {share:.2f}" for tag, share in shares.items() if share is not None)


def _item_table(run: Run, task: str) -> list[str]:
    items = [item for item in run.items if item.task == task]
    lines = ["", "  " + " " * 34 + " ".join(f"{item.item[:8]:>8}" for item in items)]
    for field in run.fields(task):
        scores = [score_of(item, field) for item in items]
        cells = [
            f"{score.value:8.2f}" if score and score.value is not None else "       –" for score in scores
        ]
        lines.append(f"  {field:34}" + " ".join(cells))
    return lines


def _row(figure: Figure) -> str:
    if figure.value is None:
        return f"  {figure.field:34} not scored"
    if figure.unit:
        spread = f"[{figure.low:+.3f}, {figure.high:+.3f}]  " if figure.unit == "points" else ""
        return f"  {figure.field:34} {figure.value:9.3f} {figure.unit}   {spread}({figure.items} items)"
    row = f"  {figure.field:34} {figure.value:6.3f}  [{figure.low or 0:.3f}, {figure.high or 0:.3f}]"
    if figure.precision is not None and figure.recall is not None:
        row += f"  P {figure.precision:.3f} R {figure.recall:.3f}"
    return row + f"  ({figure.items} items)"


def figures_json(run: Run) -> str:
    """Header, totals (also by tag), per-item values and what was not scored."""
    tags = sorted({tag for item in run.items for tag in item.tags})
    data: dict[str, Any] = {
        "run": run.header,
        "figures": [asdict(f) for f in figures(run)],
        "by_tag": {tag: [asdict(f) for f in figures(run, tag)] for tag in tags},
        "items": [
            {"task": i.task, "item": i.item, "error": i.error, "scores": {s.field: s.value for s in i.scores}}
            for i in run.items
        ],
        "not_scored": run.not_scored,
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def comparison_text(comparison: Comparison) -> str:
    """The fields that moved, the clear ones first, with each item's gold and both drafts."""
    changed = comparison.changed()
    if not changed:
        lines = ["no field of any item differs"]
    else:
        order = {"worse": 0, "better": 1, "moved": 2}
        lines = []
        for difference in sorted(changed, key=lambda d: (order[d.verdict], d.task, d.field)):
            lines += _difference_lines(difference)
    lines += [f"only in the first run: {name}" for name in comparison.only_before]
    lines += [f"only in the second run: {name}" for name in comparison.only_after]
    return "\n".join(lines)


def _difference_lines(difference: Difference) -> list[str]:
    gap = difference.after - difference.before
    head = (
        f"{difference.verdict:7} {difference.task} {difference.field}: {difference.before:.3f} → "
        f"{difference.after:.3f} ({gap:+.3f}, 95% {difference.low:+.3f} … {difference.high:+.3f}, "
        f"{len(difference.changes)} of {difference.items} items)"
    )
    lines = [head]
    for change in [change for change in difference.changes if not change.held_out][:5]:
        lines.append(f"    {change.item}: {change.before:.3f} → {change.after:.3f}")
        worse = change.score_after if change.after < change.before else change.score_before
        lines += [
            f"        gold {d.gold!r}  draft {d.draft!r} {d.why}" for d in worse.details if not d.right
        ][:3]
    unseen = [change.after > change.before for change in difference.changes if change.held_out]
    if unseen:
        lines.append(f"    held-out items: {sum(unseen)} up, {len(unseen) - sum(unseen)} down")
    return lines


def comparison_json(comparison: Comparison) -> str:
    """The comparison with its verdicts."""
    rows = [
        {
            "task": d.task, "field": d.field, "before": d.before, "after": d.after, "low": d.low, "high": d.high,
            "items": d.items, "verdict": d.verdict,
            "changes": [{"item": c.item, "before": c.before, "after": c.after} for c in d.changes if not c.held_out],
        }
        for d in comparison.differences
    ]  # fmt: skip
    data = {"fields": rows, "only_before": comparison.only_before, "only_after": comparison.only_after}
    return json.dumps(data, ensure_ascii=False, indent=1)


def verdict_text(verdict: Verdict) -> str:
    """Why the gate fails, or that it holds."""
    lines = [f"broken: {name}" for name in verdict.broken]
    for loss in verdict.losses:
        lines += ["certain loss:", *_difference_lines(loss)]
    lines += [f"not run: {name}" for name in verdict.missing]
    return "\n".join(lines) if lines else "the gate holds: nothing got certainly worse, nothing broke"
