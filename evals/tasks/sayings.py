"""Sayings by writers who never saw a rule: what one note says of deciders, people, goals, tools, promises, risks.

Every field is scored under `development.` and `held_out.`; texts of held-out items are never shown.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evals.gold.pack import Pack
from evals.interface import Dataset, Detail, Sample, Score, Settings, Task
from evals.sayings import SETS, saying_items, write_account
from evals.scorers.context import score_context
from evals.scorers.decision import score_decision
from evals.scorers.goals import score_goals
from evals.scorers.people import score_people
from evals.scorers.people_match import match_people
from evals.scorers.plan_run import PlanRun
from evals.tasks.plan import draft_account

FIELDS: dict[str, tuple[str, ...]] = {
    "steps": ("decision_path.steps", "decision_path.approver", "decision_path.when"),
    "goals": ("goals.found", "goals.parts"),
    "tools": ("tools.found", "tools.department", "tools.overlap_with_us"),
    "promises": ("promises_at_purchase",),
    "expansion": ("expansion",),
    "commitments": ("commitments", "commitments.due"),
    "risks": ("risks.kind",),
    "contradictions": ("contradictions",),
    "fiscal_year_end_month": ("fiscal_year_end_month",),
}
"""Key of `expect` → fields that are scored where it is given."""
ALWAYS = ("people.found", "people.no_outsider", "people.economic_buyer", "people.no_wrong_economic_buyer")
ATTRIBUTES = {
    "roles": "role",
    "stance": "stance",
    "status": "status",
    "title": "title",
    "department": "department",
}
BUDGET = ("request_window", "decision_body", "decision_date_or_month")
_SCORERS: tuple[Callable[[Sample, PlanRun], Sequence[Score]], ...] = (
    score_people, score_decision, score_goals, score_context,
)  # fmt: skip


@dataclass(frozen=True)
class Drafted:
    """The draft of one saying with the pack it was made from."""

    pack: Pack
    run: PlanRun


def saying_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """The items of both sets."""
    for name in SETS:
        for item in saying_items(datasets["sayings"].location / f"{name}.jsonl"):
            yield Sample(item["id"], item["id"], {**item, "set": name}, (name, item["lang"], item["area"]))


def solve(sample: Sample, settings: Settings) -> Drafted:
    """The program's draft of the note."""
    with tempfile.TemporaryDirectory() as folder:
        pack = write_account(sample.data, Path(folder) / "account")
        return Drafted(pack, draft_account(pack.folder, settings.model))


def score_saying(sample: Sample, drafted: Drafted) -> Sequence[Score]:
    """The scores of the plan's parts that the item's `expect` gives."""
    item = sample.data
    expect = item["expect"]
    inner = Sample(sample.id, sample.document, drafted.pack, sample.tags)
    wanted = {*ALWAYS, *(field for key in expect for field in FIELDS.get(key, ()))}
    wanted |= {f"budget.{_plan_slot(slot)}" for slot in BUDGET if slot in (expect.get("budget") or {})}
    scores = [score for scorer in _SCORERS for score in scorer(inner, drafted.run) if score.field in wanted]
    scores += [_attribute(drafted, item, key, slot) for key, slot in ATTRIBUTES.items() if expect.get(key)]
    shown = item["set"] == "development"
    return [
        replace(
            score,
            field=f"{item['set']}.{score.field}",
            must_not_break=False,
            details=score.details if shown else (),
        )
        for score in scores
    ]


def _plan_slot(slot: str) -> str:
    return "decision_date" if slot == "decision_date_or_month" else slot


def _attribute(drafted: Drafted, item: Mapping[str, Any], key: str, slot: str) -> Score:
    """Share of the named people who have the right value; a person not found has none."""
    people: list[dict[str, Any]] = drafted.run.plan.get("key_people") or []
    found = {
        drafted.pack.gold.key_people[g].name: people[d] for g, d in match_people(drafted.pack.gold, people)
    }
    details = []
    for name, wanted in item["expect"][key].items():
        given = found.get(name, {}).get(slot)
        details.append(
            Detail(f"{name}: {wanted or '(blank)'}", str(given or "-"), _fits(slot, wanted, given))
        )
    share = sum(detail.right for detail in details) / len(details)
    return Score(f"people.{slot}", share, weight=len(details), details=tuple(details))


def _fits(slot: str, wanted: str | None, given: str | None) -> bool:
    """True when the value is the wanted one; a title or department the words do not give must stay blank."""
    from evals.scorers.words import department_fits, title_fits

    if not wanted or not given:
        return not wanted and not given
    if slot in ("title", "department"):
        return title_fits(wanted, given) if slot == "title" else department_fits(wanted, given)
    return given == wanted


TASK: Task[Drafted] = Task(
    name="sayings",
    about="What single notes by unseen writers say: deciders, roles, goals, tools, promises, risks, contradictions",
    datasets=("sayings",),
    samples=saying_samples,
    solve=solve,
    scorers=(score_saying,),
)
