"""Goals: found, and each part of them (metric, baseline, target, due, owner) right or rightly blank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.models.gold import GoldGoal
from evals.gold.pack import Pack
from evals.interface import Counts, Detail, Sample, Score, f1_score
from evals.scorers.dates import date_fits
from evals.scorers.decision import same_holder
from evals.scorers.entries import Entry, content, list_score, match_entries, shown, unit_of
from evals.scorers.plan_run import PlanRun
from evals.scorers.words import common_piece, likeness, names_fit, plain, quantity_fits

PARTS = ("metric", "baseline", "target", "due", "owner")
SHARED_METRIC = 4
"""Characters in a row (検索時間) that make two metrics one."""
MISSING = ("metric", "baseline", "target", "due", "owner", "measure_method", "review_date")
_SAME_SLOT = {"review": "review_date", "method": "measure_method", "measure": "measure_method"}


def score_goals(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Scores of goals."""
    pack: Pack = sample.data
    drafted: list[Entry] = run.plan.get("goals") or []
    found, _ = list_score(
        "goals.found", pack, run, pack.gold.goals, drafted, lambda g: g.statement, _statement
    )
    pairs = match_goals(pack, run)
    parts = [_part(pack, drafted, pairs, part) for part in PARTS]
    total = sum((part.counts for part in parts if part.counts), Counts())
    details = [detail for part in parts for detail in part.details if not detail.right]
    return [found, f1_score("goals.parts", total, details), *parts, _missing(pack, drafted, pairs)]


def match_goals(pack: Pack, run: PlanRun) -> list[tuple[int, int]]:
    """Pairs of index in gold and index in the draft."""
    return match_entries(run, pack.gold.goals, run.plan.get("goals") or [], lambda g: g.statement, _statement)


def _statement(goal: Entry) -> str:
    return str(goal.get("statement") or "")


def _part(pack: Pack, drafted: list[Entry], pairs: list[tuple[int, int]], part: str) -> Score:
    """F1 of one part over all goals of the gold; a goal that was not found misses its parts."""
    draft_of = dict(pairs)
    counts, details = Counts(), []
    for index, gold in enumerate(pack.gold.goals):
        wanted = getattr(gold, part)
        drafted_value = drafted[draft_of[index]].get(part) if index in draft_of else None
        given = content(drafted_value)
        free = pack.alternatives.accepts(f"goals[{index}].{part}", given)
        right = free or part_fits(part, wanted, given, unit_of(drafted_value))
        if part == "owner" and wanted and given:
            right = same_holder(pack, wanted, str(given))
        if part == "metric" and wanted and given and not right:
            right = len(plain(str(given))) >= 4 and plain(str(given)) in plain(gold.statement)
        if free:
            continue
        counts += Counts(
            tp=float(right and wanted is not None),
            fp=float(not right and given is not None),
            fn=float(not right and wanted is not None),
        )
        where = f"goals[{draft_of[index]}].{part}" if index in draft_of else ""
        details.append(
            Detail(f"{gold.statement}: {wanted or '(blank)'}", shown(drafted_value), right, part, where)
        )
    return f1_score(f"goals.{part}", counts, details)


def part_fits(part: str, wanted: str | None, given: Any, unit: str | None = None) -> bool:
    """True when the draft's part is the gold's, or both are blank."""
    if wanted is None or given is None:
        return wanted is None and given is None
    if part == "due":
        return date_fits(wanted, given)
    if part == "owner":
        return names_fit(wanted, str(given))
    if part == "metric":
        alike = likeness(wanted, str(given)) >= 0.4
        shared = common_piece(plain(wanted), plain(str(given)))
        return alike or plain(str(given)) in plain(wanted) or shared >= SHARED_METRIC
    return quantity_fits(wanted, given, unit)


def _missing(pack: Pack, drafted: list[Entry], pairs: list[tuple[int, int]]) -> Score:
    """F1 of the parts that a goal says it lacks, over the goals found."""
    counts, details = Counts(), []
    for g, d in pairs:
        if pack.alternatives.accepts(f"goals[{g}].missing", None):
            continue
        wanted, given = set(_named(pack.gold.goals[g])), _normal(drafted[d].get("missing") or [])
        counts += Counts(len(wanted & given), len(given - wanted), len(wanted - given))
        gold, draft = ", ".join(sorted(wanted)) or "(complete)", ", ".join(sorted(given)) or "(complete)"
        details.append(Detail(gold, draft, wanted == given, ref=f"goals[{d}].missing"))
    if not pairs and any(goal.missing for goal in pack.gold.goals):
        return Score("goals.missing", 0.0, counts=Counts(fn=1), why="no goal was found")
    return f1_score("goals.missing", counts, details)


def _named(goal: GoldGoal) -> list[str]:
    return [name for name in goal.missing if name in MISSING]


def _normal(names: list[Any]) -> set[str]:
    return {name for raw in names if (name := _SAME_SLOT.get(str(raw), str(raw))) in MISSING}
