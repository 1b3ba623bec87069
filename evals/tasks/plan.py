"""The full plan against gold packs: every scorer on the drafts of all packs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from evals.gold.pack import Pack, load_packs
from evals.interface import UNSEEN, Dataset, NotScored, Sample, Settings, Task
from evals.scorers.plan_run import PlanRun
from evals.scorers.registry import PLAN_SCORERS

HELD_OUT = tuple(f"pack-{number:02}-" for number in (6, 7, 8, *range(178, 186)))
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
        part = UNSEEN if pack.name.startswith(HELD_OUT) else "development"
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
    return _drafted(pack.folder, settings.model)


@lru_cache(maxsize=64)
def _drafted(folder: Path, model: str) -> PlanRun:
    """The plan of a pack, made once a process: several views score the same draft."""
    return draft_account(folder, model)


def draft_account(folder: Path, model: str = "none") -> PlanRun:
    """The program's plan of an account folder, with the seconds it took.

    A `model` other than "none" is asked at the endpoint that BANSO_BASE_URL and BANSO_API_KEY name. NotScored where
    it did not answer: a draft it had no part in says nothing about it.
    """
    from agent.llm.settings import model_settings
    from agent.pipeline import draft

    asked = None if model == "none" else model_settings({**os.environ, "BANSO_MODEL": model})
    started = time.perf_counter()
    drafted = draft(folder, model=asked)
    seconds = time.perf_counter() - started
    for finding in drafted.plan.findings:
        if finding.rule == "model_failed":
            raise NotScored(finding.message)
    texts = {document.source_id: document.text for document in drafted.documents}
    return PlanRun.of(drafted.plan.model_dump(mode="json"), texts, seconds)


def plan_task(name: str, about: str, views: Iterable[str]) -> Task[PlanRun]:
    """A task over the packs with the scorers of some views."""
    scorers = tuple(scorer for view in views for scorer in PLAN_SCORERS[view])
    return Task(name, about, ("packs",), pack_samples, solve_pack, scorers, fast=True)


TASK = plan_task("plan", "Whole success plans drafted from account folders, field by field", PLAN_SCORERS)
