"""Abstention: what nobody knows is left blank, and a Blank asks for it.

The table from paths in the gold (`expected_blank`) to slots of the plan is `plan_slots`. A path is met when
the slot is null, unknown or 不明 and a Blank names it (its own path, or the list's when the entry is absent).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evals.gold.pack import Pack
from evals.interface import Detail, Sample, Score
from evals.scorers.assignment import best_matching
from evals.scorers.decision import BUDGET_SLOTS, step_likeness
from evals.scorers.entries import SAME_WORDS, Entry, content, shown
from evals.scorers.goals import match_goals
from evals.scorers.people_match import match_people
from evals.scorers.plan_run import PlanRun
from evals.scorers.words import name_key

UNKNOWN = {None, "", "unknown", "不明", "未定", "(不明)"}
TOP_SLOTS = {
    "fiscal_year_end_month": "account_information.fiscal_year_end",
    "decision_path": "decision_path.steps",
    "decider_persona": "decision_path.decider_persona",
    "expansion": "policy.expansion",
    "promises_at_purchase": "policy.promises_at_purchase",
    "risks": "policy.risks",
    "tools": "cs_setup.tools",
    "topics": "account_information.topics",
    "goals": "goals",
    "commitments": "commitments",
    **{f"budget.{gold}": f"budget.{plan}" for gold, plan in BUDGET_SLOTS.items()},
}
"""Gold path → plan path, where the path needs no matching of entries."""
ENTRY_SLOTS = {
    ("goals", "review_date"): "review",
    ("key_people", "full_name"): "name",
    ("decision_path", "approver"): "approver",
}
"""Slots of list entries that the plan names otherwise; all others are called the same."""
_PATH = re.compile(r"^(?P<list>\w+)(?:\[(?P<key>[^\]]+)\])?(?:\.(?P<slot>\w+))?$")


@dataclass(frozen=True)
class Slot:
    """A slot of the plan: paths under which a Blank may name it, and what stands in it."""

    paths: tuple[str, ...]
    value: Any
    blank: bool


def score_abstention(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Share of the expected blanks that are left blank, that are asked for, and that are both."""
    pack: Pack = sample.data
    asked = {str(blank.get("field")) for blank in run.plan.get("blanks") or []}
    left, named, met = [], [], []
    for path in pack.gold.expected_blank:
        slot = plan_slot(path, pack, run)
        if slot is None:
            continue
        free = pack.alternatives.accepts(path, None if slot.blank else content(slot.value))
        free = free or _only_tolerated(pack, path, slot.value)
        is_left, is_named = slot.blank or free, (not slot.blank and free) or _named(slot, asked)
        shows = shown(slot.value) if not slot.blank else "(blank)"
        left.append(Detail(f"{path}: (blank)", shows, is_left, ref=slot.paths[0]))
        named.append(
            Detail(f"{path}: a question", "asked" if is_named else "not asked", is_named, ref=slot.paths[0])
        )
        met.append(Detail(f"{path}: blank with a question", shows, is_left and is_named, ref=slot.paths[0]))
    return [
        _share("abstention.left_blank", left, must_not_break=True),
        _share("abstention.asked", named),
        _share("abstention.met", met),
    ]


def _only_tolerated(pack: Pack, path: str, value: Any) -> bool:
    """True for a list that is not empty and holds nothing but entries the review lets pass."""
    if path not in pack.alternatives.tolerate or not isinstance(value, list) or not value:
        return False
    return all(pack.alternatives.tolerates(path, str(entry.get("text") or "")) for entry in value)


def _share(field: str, details: list[Detail], must_not_break: bool = False) -> Score:
    if not details:
        return Score(field, None, why="the gold expects no blank")
    share = sum(d.right for d in details) / len(details)
    return Score(field, share, weight=len(details), details=tuple(details), must_not_break=must_not_break)


def _named(slot: Slot, asked: set[str]) -> bool:
    return any(_plain_path(path) in {_plain_path(name) for name in asked} for path in slot.paths)


def _plain_path(path: str) -> str:
    return path.replace("'", "").replace('"', "").replace(" ", "").replace("　", "")


def plan_slot(path: str, pack: Pack, run: PlanRun) -> Slot | None:
    """The plan's slot of a gold path; None for a path that has none (reported by the datasets' tests)."""
    if path in TOP_SLOTS:
        return _top_slot(TOP_SLOTS[path], run)
    match = _PATH.match(path)
    if not match or match["slot"] is None:
        return None
    if match["list"] == "key_people" and match["key"] is None:
        return _holder_slot(match["slot"], run)
    if match["key"] is None:
        return None
    slot = ENTRY_SLOTS.get((match["list"], match["slot"]), match["slot"])
    if match["list"] == "goals":
        return _entry_slot(
            "goals", int(match["key"]), slot, dict(match_goals(pack, run)), run.plan.get("goals") or []
        )
    if match["list"] == "decision_path":
        return _step_slot(int(match["key"]), slot, pack, run)
    if match["list"] == "key_people":
        return _person_slot(match["key"], match["slot"], pack, run)
    return None


def _top_slot(plan_path: str, run: PlanRun) -> Slot:
    node: Any = run.plan
    for key in plan_path.split("."):
        node = (node or {}).get(key)
    parent = plan_path.rpartition(".")[0]
    aliases = (plan_path, parent) if plan_path.endswith(".steps") else (plan_path,)
    return Slot(aliases, node, node == [] or _empty(node))


def _holder_slot(role: str, run: PlanRun) -> Slot:
    people = run.plan.get("key_people") or []
    named = [p.get("name") for p in people if p.get("role") == role or role in (p.get("also_roles") or [])]
    return Slot((f"key_people[{role}]", f"key_people.{role}"), named or None, not named)


def _entry_slot(name: str, index: int, slot: str, draft_of: dict[int, int], drafted: list[Entry]) -> Slot:
    if index not in draft_of:
        return Slot((name,), None, True)
    place = draft_of[index]
    entry = drafted[place]
    value = entry.get(slot)
    keys = [str(place), *(str(entry[k]) for k in ("id", "name") if entry.get(k) is not None)]
    return Slot(tuple(f"{name}[{key}].{slot}" for key in keys), value, _empty(value))


def _empty(value: Any) -> bool:
    """True for a slot that is null, unknown or 不明."""
    bare = content(value)
    return bare is None or (isinstance(bare, str) and bare in UNKNOWN)


def _step_slot(index: int, slot: str, pack: Pack, run: PlanRun) -> Slot:
    steps = (run.plan.get("decision_path") or {}).get("steps") or []
    pairs = best_matching(pack.gold.decision_path, steps, step_likeness(pack, run), SAME_WORDS)
    found = _entry_slot("decision_path.steps", index, slot, dict(pairs), steps)
    return (
        Slot((*found.paths, "decision_path"), found.value, found.blank) if index not in dict(pairs) else found
    )


def _person_slot(name: str, slot: str, pack: Pack, run: PlanRun) -> Slot | None:
    people: list[Entry] = run.plan.get("key_people") or []
    index = next((i for i, person in enumerate(pack.gold.key_people) if person.name == name), None)
    if index is None:
        return None
    draft_of = dict(match_people(pack.gold, people))
    if index not in draft_of:
        return Slot(("key_people",), None, True)
    person = people[draft_of[index]]
    keys = [str(draft_of[index]), *(str(person[k]) for k in ("id", "name") if person.get(k))]
    if slot not in {"full_name", "name"}:
        value = person.get(slot)
        return Slot(tuple(f"key_people[{key}].{slot}" for key in keys), value, _empty(value))
    known = name_key(pack.gold.key_people[index].name)
    given = name_key(str(person.get("name") or ""))
    title = name_key(pack.gold.key_people[index].title or "")
    blank = given in (known, title) or len(given) <= len(known)
    paths = tuple(f"key_people[{key}].{word}" for key in keys for word in ("full_name", "name"))
    return Slot(paths, person.get("name"), blank)
