"""Rules explained: the list, and one rule with good and bad examples in both languages."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from agent.errors import UsageError
from agent.goals import GoalContext
from agent.messages import text
from agent.models.account import Account
from agent.models.finding import Finding
from agent.models.plan import SuccessPlan
from agent.review.config import ReviewConfig
from agent.review.engine import judge, read
from agent.review.item import Item
from agent.review.plan_items import items_of_plan
from agent.review.rule import Whole
from agent.review.rules import RULES

AS_OF = dt.date(2026, 4, 10)
CONTRACT = dt.date(2026, 4, 1), dt.date(2027, 3, 31)
CUSTOMER_MONTH, VENDOR_MONTH = 3, 12
Example = str | dict[str, Any]


@cache
def examples() -> dict[str, dict[str, list[Example]]]:
    """Rule id → bad_ja, good_ja, bad_en, good_en."""
    return tomllib.loads(files("agent.review").joinpath("examples.toml").read_text(encoding="utf-8"))


def catalogue(language: str) -> list[dict[str, str]]:
    """Id, severity and title of every rule, in the order of their ids' letters."""
    return [
        {"id": rule.id, "severity": rule.severity.value, "title": text(f"rules.{rule.id}.title", language)}
        for rule in RULES
    ]


def explanation(rule_id: str, language: str) -> dict[str, Any]:
    """One rule with its message, question, hint and examples. Raises UsageError for an unknown id."""
    rule = next((rule for rule in RULES if rule.id == rule_id.upper()), None)
    if rule is None:
        known = ", ".join(rule.id for rule in RULES)
        raise UsageError(f"{rule_id}: no such rule. Rules: {known}")
    own = examples()[rule.id]
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "title": text(f"rules.{rule.id}.title", language),
        "message": _template(f"{rule.id}.message", language),
        "question": _template(f"{rule.id}.question", language),
        "hint": text(f"rules.{rule.id}.hint", language),
        "bad": {tongue: [shown(e) for e in own[f"bad_{tongue}"]] for tongue in ("ja", "en")},
        "good": {tongue: [shown(e) for e in own[f"good_{tongue}"]] for tongue in ("ja", "en")},
    }


def _template(key: str, language: str) -> str:
    """The message with … where the words of a text go."""
    from agent.messages import catalogue as entries

    template = entries(language, "rules")[key]
    for name in (
        "words",
        "metric",
        "target",
        "baseline",
        "promise",
        "count",
        "concrete",
        "owner",
        "month",
        "text",
    ):
        template = template.replace("{" + name + "}", "…")
    for name in ("day", "days", "name", "field", "customer", "all"):
        template = template.replace("{" + name + "}", "…")
    return template


def shown(example: Example) -> str:
    """An example as one line for people."""
    if isinstance(example, str):
        return example
    words = str(example.get("say") or example["text"])
    return f"{words} ← {example['promise']}" if "promise" in example else words


def judged(example: Example, language: str) -> list[Finding]:
    """Findings about an example, read on AS_OF under CONTRACT and the two calendars."""
    config = ReviewConfig(vendor_fiscal_year_end_month=VENDOR_MONTH)
    if isinstance(example, str) or "text" in example:
        entry = {"text": example} if isinstance(example, str) else example
        item = _item({"id": "1", **entry}, entry.get("kind", "goal"))
        return judge(Whole(read([item], config)), config, language)
    given = [_item(goal, "goal") for goal in example.get("goals", [])]
    given += [_item(action, "action") for action in example.get("actions", [])]
    if "plan" not in example and not example.get("in_plan"):
        return judge(Whole(read(given, config)), config, language)
    plan, account = _plan(example, language)
    items = items_of_plan(plan, account, VENDOR_MONTH)
    return judge(Whole(read(items, config), plan, account), config, language)


def _item(entry: dict[str, Any], kind: str) -> Item:
    context = GoalContext(
        AS_OF,
        "action" if kind == "action" else "goal",
        CUSTOMER_MONTH,
        VENDOR_MONTH,
        *CONTRACT,
        purchase_promise=entry.get("promise"),
    )
    return Item(
        entry["id"],
        f"{kind}s[{entry['id']}]",
        entry["text"],
        context,
        side=entry.get("side"),
        goal_id=entry.get("goal_id"),
    )


def _plan(example: dict[str, Any], language: str) -> tuple[SuccessPlan, Account]:
    goals = [
        {"id": goal["id"], "statement": goal["text"], "business_objective": goal.get("objective")}
        for goal in example.get("goals", [])
    ]
    actions = [{"side": "us", **action} for action in example.get("actions", [])]
    plan = SuccessPlan.model_validate(
        {
            "account": {"id": "example", "name": "example"},
            "as_of": AS_OF,
            "language": language,
            "provenance": {"program": "banso", "sources_digest": "", "settings_digest": ""},
            **example.get("plan", {}),
            "goals": goals,
            "actions": actions,
        }
    )
    account = Account(
        id="example", name="example", as_of=plan.as_of, contract_start=CONTRACT[0], contract_end=CONTRACT[1]
    )
    return plan, account
