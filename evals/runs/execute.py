"""Running tasks: items in a fixed order, each result written at once, finished ones not run again."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import platform
import random
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evals.datasets.load import load_dataset
from evals.interface import UNSEEN, Dataset, NotScored, Sample, Score, Settings, Task
from evals.runs.log import ItemResult, Run, item_line, read_run, write_lines
from evals.tasks import load_task

Progress = Callable[[str], None]
ROOT = Path(__file__).resolve().parents[2]


def execute(
    names: Sequence[str],
    settings: Settings,
    log: Path | None = None,
    resume: bool = False,
    on_progress: Progress = lambda _line: None,
    jobs: int = 1,
) -> Run:
    """The results of the tasks. With `resume`, items that the log already has under an equal header are kept.

    `jobs` processes share the items of a task; results and log lines keep the items' order all the same.
    """
    tasks = {name: _loaded(name) for name in names}
    datasets, missing = _datasets((task for task in tasks.values() if isinstance(task, Task)), settings)
    run = Run(header(names, settings, datasets))
    done = _finished(log, run.header) if log and resume else {}
    if log and not done:
        write_lines(log, [run.header])
    with _workers(jobs) as mapped:
        for name in names:
            try:
                task = tasks[name]
                if isinstance(task, NotScored):
                    raise task
                lacking = [missing[d] for d in task.datasets if d in missing]
                if lacking:
                    raise NotScored("; ".join(lacking))
                samples = _chosen(task, {d: datasets[d] for d in task.datasets}, settings)
            except NotScored as reason:
                run.not_scored[name] = str(reason)
                on_progress(f"{name}: not scored: {reason}")
                _append(log, {"kind": "not_scored", "task": name, "why": str(reason)})
                continue
            open_items = [sample for sample in samples if (name, sample.id) not in done]
            results = iter(mapped(partial(_item, name, settings), open_items))
            for number, sample in enumerate(samples, 1):
                kept = done.get((name, sample.id))
                result = kept or next(results)
                if isinstance(result, NotScored):
                    run.not_scored[name] = f"{sample.id}: {result}"
                    continue
                run.items.append(result)
                if kept is None:
                    _append(log, item_line(result))
                state = "kept" if kept else result.error or f"{result.seconds:.2f} s"
                on_progress(f"{name} {number}/{len(samples)} {sample.id}: {state}")
    return run


@contextmanager
def _workers(jobs: int) -> Iterator[Callable[..., Iterable[Any]]]:
    """A lazy map in this process, or one over fresh processes."""
    if jobs <= 1:
        yield map
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        yield pool.map


def _item(name: str, settings: Settings, sample: Sample) -> ItemResult | NotScored:
    """One item of the task called `name`; also called in worker processes, so it finds the task by name."""
    return _one(load_task(name), sample, settings)


def _append(log: Path | None, line: dict[str, Any]) -> None:
    if log:
        write_lines(log, [line], append=True)


def _loaded(name: str) -> Task[Any] | NotScored:
    try:
        return load_task(name)
    except NotScored as reason:
        return reason


def _datasets(tasks: Iterable[Task[Any]], settings: Settings) -> tuple[dict[str, Dataset], dict[str, str]]:
    """The sets the tasks need that are here, and why the others are not."""
    found: dict[str, Dataset] = {}
    missing: dict[str, str] = {}
    for name in dict.fromkeys(dataset for task in tasks for dataset in task.datasets):
        try:
            found[name] = load_dataset(name, settings)
        except NotScored as reason:
            missing[name] = str(reason)
        except KeyError:
            missing[name] = f"{name}: no descriptor in evals/datasets"
    return found, missing


def _chosen(task: Task[Any], datasets: dict[str, Dataset], settings: Settings) -> list[Sample]:
    """All samples by id, or the first `settings.sample` of a seeded order (a larger sample holds the smaller)."""
    samples = sorted(task.samples(datasets, settings), key=lambda sample: sample.id)
    if settings.sample is None or settings.sample >= len(samples):
        return samples
    random.Random(settings.seed).shuffle(samples)
    return sorted(samples[: settings.sample], key=lambda sample: sample.id)


def _one(task: Task[Any], sample: Sample, settings: Settings) -> ItemResult | NotScored:
    started = time.perf_counter()
    scores: list[Score] = []
    error = None
    try:
        output = task.solve(sample, settings)
        for scorer in task.scorers:
            scores += scorer(sample, output)
    except NotScored as reason:
        return reason
    except Exception as problem:  # a crash of what is measured is a result: the item failed
        error = f"{type(problem).__name__}: {problem}"[:300]
        scores = []
    seconds = time.perf_counter() - started
    if UNSEEN in sample.tags:
        scores = [replace(score, details=()) for score in scores]
    return ItemResult(task.name, sample.id, sample.document, sample.tags, tuple(scores), seconds, error)


def _finished(log: Path, wanted: dict[str, Any]) -> dict[tuple[str, str], ItemResult]:
    if not log.is_file():
        return {}
    try:
        before = read_run(log)
    except ValueError:
        return {}
    if before.header != wanted:
        return {}
    return {(item.task, item.item): item for item in before.items if item.error is None}


def header(names: Sequence[str], settings: Settings, datasets: dict[str, Dataset]) -> dict[str, Any]:
    """First line of a log: everything two runs must share to be the same run."""
    revision, changed = git_revision()
    return {
        "kind": "run",
        "tasks": list(names),
        "program": _version(),
        "revision": revision,
        "uncommitted": changed,
        "python": platform.python_version(),
        "settings": settings.to_json(),
        "model": settings.model,
        "prompts": _prompts(),
        "datasets": {
            d.name: {
                "version": d.version,
                "split": d.split,
                "digest": d.digest,
                "changed": d.changed,
                "licence": d.licence,
            }
            for d in sorted(datasets.values(), key=lambda d: d.name)
        },
    }


def _version() -> str:
    try:
        return "banso " + version("banso")
    except PackageNotFoundError:
        return "banso (not installed)"


def git_revision() -> tuple[str, str]:
    """(short revision, digest of uncommitted changes or ""); ("unknown", "") outside a work tree."""
    try:
        revision = _git("rev-parse", "--short=12", "HEAD").strip()
        changes = _git("diff", "HEAD", "--", "agent", "connectors", "evals", "prompts")
    except (OSError, subprocess.SubprocessError):
        return "unknown", ""
    return revision, hashlib.sha256(changes.encode()).hexdigest()[:12] if changes else ""


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    said = subprocess.run(command, capture_output=True, check=True, timeout=20).stdout
    return said.decode("utf-8", "replace")  # a diff of a file in another encoding is still a diff


def _prompts() -> dict[str, str]:
    """Digest of each prompt file."""
    files = sorted((ROOT / "prompts").glob("**/*.md"))
    return {path.stem: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in files}


def settings_digest(names: Sequence[str], settings: Settings) -> str:
    """Eight characters that tell runs with other tasks or settings apart; used in the log's name."""
    data = json.dumps([list(names), settings.to_json()], sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()[:8]
