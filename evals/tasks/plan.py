"""The full plan against gold packs: every scorer on the drafts of all packs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from evals.gold.pack import Pack, load_packs
from evals.interface import Dataset, NotScored, Sample, Settings, Task
from evals.scorers.plan_run import PlanRun
from evals.scorers.registry import PLAN_SCORERS

HELD_OUT = ("pack-06", "pack-07", "pack-08", "pack-09", "pack-12")
"""Packs that rules were not developed on; reported apart."""


def pack_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """One sample a pack, tagged with its language and whether rules were developed on it."""
    from agent.errors import UsageError

    try:
        packs = load_packs(datasets["packs"].location)
    except (OSError, ValueError) as error:
        raise UsageError(f"{datasets['packs'].location}: {error}") from error
    if not packs:
        raise NotScored(f"no pack with gold.yaml below {datasets['packs'].location}")
    for pack in packs:
        part = "held_out" if pack.name.startswith(HELD_OUT) else "development"
        tags = (pack.gold.language, part) if settings.packs is None else (pack.gold.language,)
        yield Sample(pack.name, pack.name, pack, tags)


def solve_pack(sample: Sample, settings: Settings) -> PlanRun:
    """The draft of the pack by the program, or the one found under `settings.drafts`."""
    pack: Pack = sample.data
    if settings.drafts is not None:
        folder = settings.drafts / pack.name
        if not (folder / "plan.json").is_file():
            raise NotScored(f"{folder}: no plan.json")
        return PlanRun.read(folder)
    if settings.model != "none":
        raise NotScored(
            f"this version drafts without a model; score drafts of {settings.model} with --drafts"
        )
    return _drafted(pack.folder)


@lru_cache(maxsize=64)
def _drafted(folder: Path) -> PlanRun:
    """The plan of a pack, made once a process: several views score the same draft."""
    return draft_account(folder)


def draft_account(folder: Path) -> PlanRun:
    """The program's plan of an account folder, with the seconds it took."""
    from agent.pipeline import draft

    started = time.perf_counter()
    drafted = draft(folder)
    seconds = time.perf_counter() - started
    texts = {document.source_id: document.text for document in drafted.documents}
    return PlanRun.of(drafted.plan.model_dump(mode="json"), texts, seconds)


def plan_task(name: str, about: str, views: Iterable[str]) -> Task[PlanRun]:
    """A task over the packs with the scorers of some views."""
    scorers = tuple(scorer for view in views for scorer in PLAN_SCORERS[view])
    return Task(name, about, ("packs",), pack_samples, solve_pack, scorers, fast=True)


TASK = plan_task("plan", "Whole success plans drafted from account folders, field by field", PLAN_SCORERS)
