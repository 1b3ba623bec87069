"""A run and its log: JSON lines, one per item, so that a stopped run goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.interface import Score


@dataclass(frozen=True, slots=True)
class ItemResult:
    """Scores of one item of one task; `error` when the solver failed."""

    task: str
    item: str
    document: str
    tags: tuple[str, ...]
    scores: tuple[Score, ...]
    seconds: float
    error: str | None = None


@dataclass
class Run:
    """Header (versions, settings, digests), results in order, and what was not scored and why."""

    header: dict[str, Any]
    items: list[ItemResult] = field(default_factory=list)
    not_scored: dict[str, str] = field(default_factory=dict)

    def tasks(self) -> list[str]:
        """Names of tasks with results, in the order they ran."""
        return list(dict.fromkeys(item.task for item in self.items))

    def fields(self, task: str) -> list[str]:
        """Field names of a task in the order scorers gave them."""
        return list(dict.fromkeys(s.field for item in self.items if item.task == task for s in item.scores))


def item_line(result: ItemResult) -> dict[str, Any]:
    """The log line of one result."""
    return {
        "kind": "item",
        "task": result.task,
        "item": result.item,
        "document": result.document,
        "tags": list(result.tags),
        "seconds": round(result.seconds, 4),
        "error": result.error,
        "scores": [score.to_json() for score in result.scores],
    }


def read_run(path: Path) -> Run:
    """The run a log holds. A last line cut by a crash is left out. Raises ValueError for another file."""
    run: Run | None = None
    for line in _lines(path):
        if line.get("kind") == "run":
            run = Run(line)
        elif run is None:
            break
        elif line.get("kind") == "item":
            run.items.append(_item(line))
        elif line.get("kind") == "not_scored":
            run.not_scored[line["task"]] = line["why"]
    if run is None:
        raise ValueError(f"{path}: not a log of banso eval (its first line must be of kind run)")
    return run


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for text in path.read_text(encoding="utf-8").splitlines():
        try:
            line = json.loads(text)
        except ValueError:
            return
        if isinstance(line, dict):
            yield line


def _item(line: dict[str, Any]) -> ItemResult:
    scores = tuple(Score.from_json(score) for score in line["scores"])
    tags = tuple(line.get("tags") or ())
    return ItemResult(
        line["task"], line["item"], line["document"], tags, scores, line["seconds"], line.get("error")
    )


def write_lines(path: Path, lines: Iterable[dict[str, Any]], append: bool = False) -> None:
    """The lines as JSON, each flushed, in a folder that is made when missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if append else "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
            file.flush()


def _bare(score: dict[str, Any]) -> dict[str, Any]:
    """A share's score with nothing but what the gate needs."""
    kept = {key: score[key] for key in ("field", "value", "counts", "must_not_break") if score[key]}
    weight = {"weight": score["weight"]} if score["weight"] != 1.0 else {}
    return {"value": 0.0, **kept, **weight}


def run_lines(run: Run, details: bool = True) -> Iterator[dict[str, Any]]:
    """The whole run as log lines; without details for a committed baseline."""
    yield run.header
    for task, why in run.not_scored.items():
        yield {"kind": "not_scored", "task": task, "why": why}
    for result in run.items:
        line = item_line(result)
        if not details:
            line["seconds"] = 0
            line["scores"] = [_bare(s) for s in line["scores"] if not s["unit"] and s["value"] is not None]
        yield line
