"""The goals and actions of a plan as items under review."""

from __future__ import annotations

import datetime as dt

from agent.goals import GoalContext
from agent.models.account import Account
from agent.models.evidence import Value
from agent.models.plan import SuccessPlan
from agent.review.item import Item


def items_of_plan(
    plan: SuccessPlan, account: Account | None = None, vendor_fiscal_year_end_month: int | None = None
) -> list[Item]:
    """Goals first, then actions, in the plan's order; what the plan gives beside the text becomes fields."""
    goals = [
        Item(
            id=goal.id,
            path=f"goals[{goal.id}]",
            text=goal.statement,
            context=context_of(plan, account, "goal", vendor_fiscal_year_end_month),
            fields={
                "metric": goal.metric or "",
                "baseline": _words(goal.baseline),
                "target": _words(goal.target),
                "due": _words(goal.due),
                "owner": goal.owner or "",
                "method": goal.measure_method or "",
                "review": goal.review or "",
                "objective": goal.business_objective or "",
            },
        )
        for goal in plan.goals
    ]
    actions = [
        Item(
            id=action.id,
            path=f"actions[{action.id}]",
            text=action.text,
            context=context_of(plan, account, "action", vendor_fiscal_year_end_month),
            fields={"due": action.due or "", "owner": action.owner or ""},
            side=action.side,
            goal_id=action.goal_id,
            quoted=action.origin == "source" and bool(action.citations),
        )
        for action in plan.actions
    ]
    return goals + actions


def context_of(
    plan: SuccessPlan, account: Account | None, kind: str, vendor_month: int | None = None
) -> GoalContext:
    """Dates and promise of the plan; the account's contract, or what the plan keeps of it."""
    end = plan.account_information.fiscal_year_end
    promises = [claim.text for claim in plan.policy.promises_at_purchase]
    extra = plan.account.model_extra or {}
    return GoalContext(
        as_of=plan.as_of,
        kind="goal" if kind == "goal" else "action",
        customer_fiscal_year_end_month=end.value.month if end is not None else None,
        vendor_fiscal_year_end_month=vendor_month or _vendor_month(account),
        contract_start=account.contract_start if account else _day(extra.get("contract_start")),
        contract_end=account.contract_end if account else _day(extra.get("contract_end")),
        purchase_promise="\n".join(promises) or None,
    )


def _vendor_month(account: Account | None) -> int | None:
    month = (account.vendor.model_extra or {}).get("fiscal_year_end_month") if account else None
    return month if isinstance(month, int) and 1 <= month <= 12 else None


def _day(value: object) -> dt.date | None:

    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _words(value: Value[int | float | str] | Value[str] | Value[int | float] | None) -> str:
    if value is None:
        return ""
    return f"{value.value}{value.unit or ''}"
