"""One HTML page of a run: bars per field, what got worse, and the words behind every loss."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.interface import Score
from evals.runs.compare import Difference, compare
from evals.runs.figures import Figure, figure, figures
from evals.runs.log import Run

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "ja")
GLANCE = (
    "people.found", "people.economic_buyer", "people.role", "decision_path.steps", "goals.parts",
    "abstention.met", "citations.exact", "figures.value",
)  # fmt: skip
"""Fields shown large on top, where the run has them."""
GROUPS = {
    "people": "people", "decision_path": "decision", "budget": "decision", "goals": "goals",
    "abstention": "trust", "citations": "trust", "language": "trust", "quotes": "trust",
    "figures": "filings", "segments": "filings", "officers": "filings", "filings": "filings",
}  # fmt: skip
"""Group that a field's prefix is shown under; all others stand under "context"."""
GOOD, FAIR = 0.9, 0.75
"""Bands of colour: a share at or above GOOD is green, at or above FAIR amber, below red."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field in the tables: its figure, the share by tag, and the anchor of its wrong places."""

    label: str
    group: str
    figure: Figure
    by_tag: dict[str, float | None]
    anchor: str
    wrong: list[dict[str, str]]


def render(run: Run, against: Run | None = None, language: str = "en") -> str:
    """The page as HTML. Text from sources is escaped; nothing is loaded from elsewhere."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    words = tomllib.loads((HERE / "labels.toml").read_text(encoding="utf-8"))
    place = LANGUAGES.index(language)
    labels = {name: both[place] for name, both in words["field"].items()}
    rows = {task: _rows(run, task, labels) for task in run.tasks()}
    changed = compare(against, run).changed() if against else []
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["band"] = band
    return environment.get_template("report.html.j2").render(
        language=language,
        t={name: both[place] for name, both in words["page"].items()},
        run=run,
        against=against,
        rows=rows,
        glance=_glance(rows),
        worse=[_change(d, labels) for d in changed if _got_worse(d)],
        better=[_change(d, labels) for d in changed if not _got_worse(d)],
        failed=[item for item in run.items if item.error],
    )


def band(value: float | None) -> str:
    """Name of the colour a share is shown in."""
    if value is None:
        return "none"
    return "good" if value >= GOOD else "fair" if value >= FAIR else "poor"


def _rows(run: Run, task: str, labels: dict[str, str]) -> list[Row]:
    tags = sorted({tag for item in run.items if item.task == task for tag in item.tags})
    found = []
    for total in figures(run):
        if total.task != task:
            continue
        shares = {tag: figure(run, task, total.field, tag).value for tag in tags} if not total.unit else {}
        anchor = f"{task}-{total.field}".replace(".", "-")
        wrong = _wrong(run, task, total.field)
        group = GROUPS.get(total.field.partition(".")[0], "context")
        found.append(Row(labels.get(total.field, total.field), group, total, shares, anchor, wrong))
    order = list(dict.fromkeys(row.group for row in found))
    return sorted(found, key=lambda row: order.index(row.group))


def _wrong(run: Run, task: str, field: str) -> list[dict[str, str]]:
    places = []
    for item in run.items:
        for score in item.scores:
            if item.task != task or score.field != field:
                continue
            places += [
                {"item": item.item, "gold": d.gold, "draft": d.draft, "why": d.why, "ref": d.ref}
                for d in score.details
                if not d.right
            ]
    return places


def _glance(rows: dict[str, list[Row]]) -> list[Row]:
    by_field = {row.figure.field: row for task in rows.values() for row in task}
    return [by_field[name] for name in GLANCE if name in by_field and by_field[name].figure.value is not None]


def _got_worse(difference: Difference) -> bool:
    gain = difference.after - difference.before
    if abs(gain) < 1e-9:
        return any(change.after < change.before for change in difference.changes)
    return gain > 0 if difference.lower_is_better else gain < 0


def _change(difference: Difference, labels: dict[str, str]) -> dict[str, Any]:
    return {
        "label": labels.get(difference.field, difference.field),
        "task": difference.task,
        "before": difference.before,
        "after": difference.after,
        "certain": difference.verdict in {"better", "worse"},
        "low": difference.low,
        "high": difference.high,
        "anchor": f"{difference.task}-{difference.field}".replace(".", "-"),
        "broken": any(_breaks(c.score_before, c.before, c.after) for c in difference.changes),
        "moved": [c.item for c in difference.changes if not c.held_out],
    }


def _breaks(score: Score, before: float, after: float) -> bool:
    return score.must_not_break and before >= 1.0 > after
