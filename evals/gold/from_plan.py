"""A gold made of a plan that a person approved or corrected: the inverse of `evals.gold.perfect`."""

from __future__ import annotations

import re
from typing import Any

from agent.models.gold import GOLD_VERSION, Gold
from evals.scorers.abstention import TOP_SLOTS
from evals.scorers.decision import BUDGET_SLOTS
from evals.scorers.entries import content
from evals.scorers.plan_run import PlanRun

Json = dict[str, Any]
PERSON = ("name", "kana", "title", "department", "kind", "role", "also_roles", "stance", "status", "aliases")
GOAL_PARTS = ("metric", "baseline", "target", "due", "owner")


def gold_from_plan(plan: Json, account: Json, reviewers: list[str], reviewed_on: str | None = None) -> Gold:
    """The gold that says what the plan says, with its quotes as evidence and its blanks as expected blanks.

    Statements without a citation (a person's own additions among them) are left out: a gold rests on sources.
    Raises pydantic.ValidationError for a plan outside the contract.
    """
    run = PlanRun.of(plan, {})
    information, policy = plan.get("account_information") or {}, plan.get("policy") or {}
    path = plan.get("decision_path") or {}
    year_end = content(information.get("fiscal_year_end"))
    persona = path.get("decider_persona")
    vendor = account.get("vendor") or {}

    def cited(entries: Any) -> list[Json]:
        return [e for e in entries or [] if _evidence(run, e)]

    def texts(entries: Any) -> list[Json]:
        return [{"text": e["text"], "evidence": _evidence(run, e)} for e in cited(entries)]

    people = cited(plan.get("key_people"))
    data: Json = {
        "schema_version": GOLD_VERSION,
        "language": plan["language"],
        "fiscal_year_end_month": year_end["month"] if isinstance(year_end, dict) else None,
        "fiscal_year_end_evidence": _evidence(run, information.get("fiscal_year_end")),
        "key_people": [{k: p[k] for k in PERSON if k in p} | {"evidence": _evidence(run, p)} for p in people],
        "not_people": [str(name) for name in vendor.get("people") or []],
        "decision_path": [_step(run, step) for step in cited(path.get("steps"))],
        "decider_persona": texts([persona])[0] if persona and _evidence(run, persona) else None,
        "budget": _budget(run, plan.get("budget") or {}),
        "tools": [_tool(run, tool) for tool in cited((plan.get("cs_setup") or {}).get("tools"))],
        "goals": [_goal(run, goal) for goal in cited(plan.get("goals"))],
        "promises_at_purchase": texts(policy.get("promises_at_purchase")),
        "risks": [
            {"kind": r["kind"], "text": r["text"], "evidence": _evidence(run, r)}
            for r in cited(policy.get("risks"))
        ],
        "expansion": texts(policy.get("expansion")),
        "topics": [
            {"date": t["as_of"], "text": t["text"], "evidence": _evidence(run, t)}
            for t in cited(information.get("topics"))
            if t.get("as_of")
        ],
        "commitments": [
            {"who": c["who"], "text": c["text"], "due": _words(c.get("due")), "evidence": _evidence(run, c)}
            for c in cited(plan.get("commitments"))
        ],
        "contradictions": [
            {"text": c["text"], "a": _evidence(run, c["a"]), "b": _evidence(run, c["b"])}
            for c in plan.get("contradictions") or []
        ],
        "expected_blank": _blanks(plan, people, cited(plan.get("goals")), cited(path.get("steps"))),
        "review": {"reviewers": reviewers, "reviewed_on": reviewed_on},
        "provenance": {
            "made_from": "plan.json",
            "program": str((plan.get("provenance") or {}).get("program", "")),
        },
    }
    return Gold.model_validate(data)


def _evidence(run: PlanRun, node: Any) -> list[Json]:
    found: list[Json] = []
    for file, quote in run.quotes(node):
        entry = {"source": file, "quote": quote}
        if entry not in found:
            found.append(entry)
    return found


def _words(slot: Any) -> str | None:
    value = content(slot)
    if value is None:
        return None
    unit = slot.get("unit") if isinstance(slot, dict) else None
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if not unit or text.endswith(str(unit)) else f"{text}{unit}"


def _step(run: PlanRun, step: Json) -> Json:
    return {k: step.get(k) for k in ("order", "step", "approver", "when")} | {
        "evidence": _evidence(run, step)
    }


def _tool(run: PlanRun, tool: Json) -> Json:
    kept = ("name", "department", "purpose", "overlap_with_us")
    return {k: tool.get(k) for k in kept} | {"evidence": _evidence(run, tool)}


def _budget(run: PlanRun, budget: Json) -> Json:
    slots = {gold: _words(budget.get(plan)) for gold, plan in BUDGET_SLOTS.items()}
    return slots | {"evidence": _evidence(run, {plan: budget.get(plan) for plan in BUDGET_SLOTS.values()})}


def _goal(run: PlanRun, goal: Json) -> Json:
    parts = {part: _words(goal.get(part)) for part in GOAL_PARTS}
    missing = [name for name in (*GOAL_PARTS, "measure_method", "review_date") if name in _lacks(goal, parts)]
    return {"statement": goal["statement"], **parts, "missing": missing, "evidence": _evidence(run, goal)}


def _lacks(goal: Json, parts: dict[str, str | None]) -> set[str]:
    named = {"review_date" if name == "review" else name for name in goal.get("missing") or []}
    return named | {part for part, words in parts.items() if words is None}


def _blanks(plan: Json, people: list[Json], goals: list[Json], steps: list[Json]) -> list[str]:
    """Gold paths of the plan's blanks; blanks of slots that golds do not have are left out."""
    back = {plan_path: gold_path for gold_path, plan_path in TOP_SLOTS.items()}
    found = []
    for blank in plan.get("blanks") or []:
        path = str(blank["field"])
        match = re.fullmatch(r"(key_people|goals|decision_path\.steps)\[([^\]]+)\]\.(\w+)", path)
        if path in back:
            found.append(back[path])
        elif role := re.fullmatch(r"key_people(?:\[|\.)(economic_buyer|champion)\]?", path):
            found.append(f"key_people.{role[1]}")
        elif match:
            entries = {"key_people": people, "goals": goals, "decision_path.steps": steps}[match[1]]
            index = _index(entries, match[2])
            if index is not None:
                key = entries[index]["name"] if match[1] == "key_people" else index
                slot = "review_date" if match[3] == "review" else match[3]
                found.append(f"{match[1].removesuffix('.steps')}[{key}].{slot}")
    return list(dict.fromkeys(found))


def _index(entries: list[Json], key: str) -> int | None:
    for index, entry in enumerate(entries):
        if key in {str(entry.get(name)) for name in ("id", "name") if entry.get(name) is not None}:
            return index
    return int(key) if key.isdigit() and int(key) < len(entries) else None
