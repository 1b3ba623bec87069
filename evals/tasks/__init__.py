"""The tasks by name. A task's module is imported only when it runs."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from evals.interface import NotScored, Task

TASK_NAMES = ("plan", "filings", "tables", "quotes", "retrieval", "answers", "smart", "sayings")
"""What `banso eval` runs without arguments, in this order."""

VIEW_NAMES = ("people", "decision", "goals", "abstention", "citations", "language", "cost")
"""Parts of `plan`, to be asked for by name: the same drafts, fewer scorers."""


def load_task(name: str) -> Task[Any]:
    """The task called `name`. Raises KeyError for an unknown name, NotScored where it is not built yet."""
    if name not in TASK_NAMES + VIEW_NAMES:
        raise KeyError(name)
    module = "evals.tasks.views" if name in VIEW_NAMES else f"evals.tasks.{name}"
    if find_spec(module) is None:
        raise NotScored(f"the task {name} is not part of this version")
    found = import_module(module)
    task: Task[Any] = found.VIEWS[name] if name in VIEW_NAMES else found.TASK
    return task
