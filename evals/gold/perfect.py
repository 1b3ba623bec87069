"""The plan that says exactly what a gold says, and the plan that says nothing but asks for everything.

They show that scorers can reach 1.0 and that an empty draft earns nothing but its blanks.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from agent.models.gold import Evidence, Gold, GoldGoal, GoldPerson
from agent.models.plan import SCHEMA_VERSION
from evals.gold.pack import Pack
from evals.scorers.abstention import TOP_SLOTS
from evals.scorers.decision import BUDGET_SLOTS
from evals.scorers.plan_run import PlanRun

Json = dict[str, Any]


def perfect_run(pack: Pack) -> PlanRun:
    """A valid plan.json made of the gold alone; its texts are the gold's quotes, one a line."""
    texts = _texts(pack.gold)
    plan = _Builder(pack, texts).plan()
    return PlanRun.of(plan, {_source_id(name): text for name, text in texts.items()}, seconds=0.0)


def empty_run(pack: Pack) -> PlanRun:
    """A plan without any statement, with a Blank for every slot that could be asked for."""
    plan = _frame(pack, {})
    for path in [
        *TOP_SLOTS.values(),
        "key_people",
        "goals",
        "key_people[economic_buyer]",
        "key_people[champion]",
    ]:
        plan["blanks"].append(_blank(path, pack.gold.language))
    return PlanRun.of(plan, {}, seconds=0.0)


def _texts(gold: Gold) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for quoted in _all_evidence(gold.model_dump()):
        quotes = found.setdefault(quoted["source"], [])
        if quoted["quote"] not in quotes:
            quotes.append(quoted["quote"])
    named = [(p.name, p.evidence) for p in gold.key_people] + [(t.name, t.evidence) for t in gold.tools]
    for name, evidence in named:
        if evidence and name not in found[evidence[0].source]:
            found[evidence[0].source].append(name)
    return {name: "\n".join(quotes) + "\n" for name, quotes in sorted(found.items())}


def _all_evidence(node: Any) -> list[Json]:
    if isinstance(node, dict):
        if node.keys() == {"source", "quote"}:
            return [node]
        return [e for child in node.values() for e in _all_evidence(child)]
    return [e for child in node for e in _all_evidence(child)] if isinstance(node, list) else []


def _source_id(name: str) -> str:
    return "s" + hashlib.sha256(name.encode()).hexdigest()[:12]


def _blank(path: str, language: str) -> Json:
    words = (
        "まだ分かりません。教えていただけますか。" if language == "ja" else "Could you tell us about this?"
    )
    how = {"close": words, "normal": words, "distant": words}
    return {
        "field": path,
        "reason": words,
        "question": words,
        "ask": words[:8],
        "how": how,
        "next_meeting": None,
    }


def _frame(pack: Pack, texts: dict[str, str]) -> Json:
    account = pack.account
    sources = [
        {
            "id": _source_id(name),
            "title": name,
            "kind": "note",
            "path": name,
            "language": pack.gold.language,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "characters": len(text),
        }
        for name, text in texts.items()
    ]
    return {
        "schema_version": SCHEMA_VERSION,
        "account": {"id": str(account["id"]), "name": str(account["name"])},
        "as_of": str(account["as_of"]),
        "language": pack.gold.language,
        "provenance": {"program": "gold", "model": "none", "sources_digest": "", "settings_digest": ""},
        "account_information": {"fiscal_year_end": None, "topics": []},
        "cs_setup": {"tools": [], "best_arrangement": []},
        "key_people": [],
        "decision_path": {"steps": [], "decider_persona": None, "assumptions": []},
        "budget": dict.fromkeys([*BUDGET_SLOTS.values(), "announcement_date", "clash"]) | {"clocks": {}},
        "policy": {"promises_at_purchase": [], "expansion": [], "risks": [], "fallbacks": []},
        **{
            name: []
            for name in ("commitments", "goals", "milestones", "actions", "schedule", "contradictions")
        },
        **{name: [] for name in ("blanks", "findings", "rejected", "skipped")},
        "sources": sources,
    }


class _Builder:
    """Turns the lists of one gold into the lists of one plan."""

    def __init__(self, pack: Pack, texts: dict[str, str]) -> None:
        self.pack, self.gold, self.texts = pack, pack.gold, texts
        self.claims = 0

    def plan(self) -> Json:
        gold, plan = self.gold, _frame(self.pack, self.texts)
        plan["account_information"] = {
            "fiscal_year_end": self._fiscal_year_end(),
            "topics": [self._claim(t.text, t.evidence) | {"as_of": _day(t.date)} for t in gold.topics],
        }
        plan["cs_setup"]["tools"] = [
            self._named(t.model_dump(exclude={"evidence"}), t.evidence) for t in gold.tools
        ]
        plan["key_people"] = [self._person(i, person) for i, person in enumerate(gold.key_people)]
        plan["decision_path"]["steps"] = [
            self._cited(s.model_dump(exclude={"evidence"}) | {"state": None}, s.evidence)
            for s in gold.decision_path
        ]
        if gold.decider_persona:
            persona = self._claim(gold.decider_persona.text, gold.decider_persona.evidence)
            plan["decision_path"]["decider_persona"] = persona
        for gold_slot, plan_slot in BUDGET_SLOTS.items():
            words = getattr(gold.budget, gold_slot)
            plan["budget"][plan_slot] = self._value(words, gold.budget.evidence or [])
        plan["policy"]["promises_at_purchase"] = [
            self._claim(p.text, p.evidence) for p in gold.promises_at_purchase
        ]
        plan["policy"]["expansion"] = [self._claim(e.text, e.evidence) for e in gold.expansion]
        plan["policy"]["risks"] = [
            self._cited({"kind": r.kind, "text": r.text}, r.evidence) for r in gold.risks
        ]
        plan["commitments"] = [
            self._cited({"who": c.who, "text": c.text, "due": self._value(c.due, c.evidence)}, c.evidence)
            for c in gold.commitments
        ]
        plan["goals"] = [self._goal(i, goal) for i, goal in enumerate(gold.goals)]
        plan["contradictions"] = [
            {
                "text": c.text,
                "a": self._cite(c.a[0]),
                "b": self._cite(c.b[0]),
                "preferred": "none",
                "why": c.text,
            }
            for c in gold.contradictions
        ]
        plan["blanks"] = [_blank(self._plan_path(path), gold.language) for path in gold.expected_blank]
        return plan

    def _plan_path(self, path: str) -> str:
        if path in TOP_SLOTS:
            return TOP_SLOTS[path]
        path = path.replace("review_date", "review").replace("decision_path[", "decision_path.steps[")
        for i, person in enumerate(self.gold.key_people):
            path = path.replace(f"key_people[{person.name}]", f"key_people[kp-{i}]")
        return re.sub(r"^goals\[(\d+)\]", r"goals[g-\1]", path)

    def _cite(self, evidence: Evidence) -> Json:
        text = self.texts[evidence.source]
        start = text.index(evidence.quote)
        place = {"source_id": _source_id(evidence.source), "start": start, "end": start + len(evidence.quote)}
        return {**place, "quote": evidence.quote, "locator": {}, "check": "quote_found"}

    def _cited(self, entry: Json, evidence: list[Evidence]) -> Json:
        return {**entry, "citations": [self._cite(e) for e in evidence]}

    def _named(self, entry: Json, evidence: list[Evidence]) -> Json:
        """An entry that also cites its name, which stands on a line of its own after the quotes."""
        source = evidence[0].source
        quoted = [e for e in evidence if entry["name"] in e.quote]
        lines = self.texts[source].splitlines()
        own = [] if quoted or entry["name"] not in lines else [Evidence(source=source, quote=entry["name"])]
        return self._cited(entry, [*evidence, *own])

    def _claim(self, text: str, evidence: list[Evidence]) -> Json:
        self.claims += 1
        return self._cited({"id": f"c-{self.claims}", "text": text, "kind": "fact", "premises": []}, evidence)

    def _value(self, words: Any, evidence: list[Evidence]) -> Json | None:
        """A slot that says the gold's words; worked out by the reviewer, so its check is "computed"."""
        if words is None:
            return None
        return self._cited(
            {
                "value": words,
                "unit": None,
                "check": "computed",
                "derived": {"rule": "reviewed", "inputs": []},
            },
            evidence,
        )

    def _fiscal_year_end(self) -> Json | None:
        month = self.gold.fiscal_year_end_month
        return self._value(month and {"month": month, "day": 28}, self.gold.fiscal_year_end_evidence)

    def _person(self, index: int, person: GoldPerson) -> Json:
        entry = person.model_dump(exclude={"evidence"})
        return self._named({"id": f"kp-{index}", **entry}, person.evidence)

    def _goal(self, index: int, goal: GoldGoal) -> Json:
        entry: Json = {
            "id": f"g-{index}",
            "statement": goal.statement,
            "metric": goal.metric,
            "owner": goal.owner,
        }
        for part in ("baseline", "target", "due"):
            entry[part] = self._value(getattr(goal, part), goal.evidence)
        return self._cited(entry | {"review": None, "missing": goal.missing}, goal.evidence)


def _day(date: str) -> str | None:
    return date if len(date) == 10 else None
