"""P: what the plan as a whole must know before the budget is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from agent.calendar import add_months
from agent.models.finding import Severity
from agent.models.plan import SuccessPlan
from agent.review.rule import Hit, Rule, Whole

STALE_MONTHS = 6
"""Evidence about people and decisions older than this is stale: personnel changes come twice a year."""
_REQUIRED: tuple[tuple[str, Callable[[SuccessPlan], object]], ...] = (
    ("account_information.fiscal_year_end", lambda plan: plan.account_information.fiscal_year_end),
    ("policy.success_definition", lambda plan: plan.policy.success_definition),
    ("policy.promises_at_purchase", lambda plan: plan.policy.promises_at_purchase),
    ("key_people", lambda plan: plan.key_people),
    ("decision_path.steps", lambda plan: plan.decision_path.steps),
    ("cs_setup.tools", lambda plan: plan.cs_setup.tools),
    ("goals", lambda plan: plan.goals),
    ("actions", lambda plan: plan.actions),
)
"""What must be filled at the start of a term (practices 1.23-1.51: fiscal year-end, people, path, tools, goals)."""


def no_economic_buyer(whole: Whole) -> Iterator[Hit]:
    """P01: nobody is known to decide about continuing."""
    if whole.plan is not None and not _has_role(whole.plan, "economic_buyer"):
        yield Hit(None, {}, "key_people")


def no_champion(whole: Whole) -> Iterator[Hit]:
    """P02: nobody is known to drive use inside the customer."""
    if whole.plan is not None and not _has_role(whole.plan, "champion"):
        yield Hit(None, {}, "key_people")


def _has_role(plan: SuccessPlan, role: str) -> bool:
    return any(
        (person.role == role or role in person.also_roles)
        and person.status in ("active", "joining", "leaving")
        for person in plan.key_people
    )


def path_unknown(whole: Whole) -> Iterator[Hit]:
    """P03: half of the contract is over and the decision path is not known."""
    if whole.plan is None or whole.plan.decision_path.steps or whole.account is None:
        return
    start, end = whole.account.contract_start, whole.account.contract_end
    if start is not None and end is not None and whole.plan.as_of >= start + (end - start) / 2:
        yield Hit(None, {"day": str(start + (end - start) / 2)}, "decision_path.steps")


def budget_clash(whole: Whole) -> Iterator[Hit]:
    """P04: the customer's budget closes before our renewal work starts."""
    if whole.plan is not None and whole.plan.budget.clash is not None:
        clash = whole.plan.budget.clash
        yield Hit(None, {"text": clash.text, "days": str(clash.days)}, "budget.clash")


def stale(whole: Whole) -> Iterator[Hit]:
    """P05: what is known about a person is older than half a year."""
    if whole.plan is None:
        return
    limit = add_months(whole.plan.as_of, -STALE_MONTHS)
    for person in whole.plan.key_people:
        if (
            person.as_of is not None
            and person.as_of < limit
            and person.role in ("economic_buyer", "champion")
        ):
            yield Hit(None, {"name": person.name, "day": str(person.as_of)}, f"key_people[{person.id}]")


def required_blank(whole: Whole) -> Iterator[Hit]:
    """P06: a field that must be filled at the start of a term is blank."""
    if whole.plan is None:
        return
    for path, value_of in _REQUIRED:
        if not value_of(whole.plan):
            yield Hit(None, {"field": path}, path)


def goal_without_action(whole: Whole) -> Iterator[Hit]:
    """P07: a goal no action serves."""
    if whole.plan is None and not any(action.item.goal_id for action in whole.actions):
        return
    served = {action.item.goal_id for action in whole.actions}
    for goal in whole.goals:
        if goal.item.id not in served:
            yield Hit(None, {}, goal.item.path)


def action_without_goal(whole: Whole) -> Iterator[Hit]:
    """P08: an action that serves no goal of the plan."""
    if whole.plan is None and not any(action.item.goal_id for action in whole.actions):
        return
    goals = {goal.item.id for goal in whole.goals}
    for action in whole.actions:
        if action.item.goal_id not in goals:
            yield Hit(None, {}, action.item.path)


def single_source(whole: Whole) -> Iterator[Hit]:
    """P09: who decides is known from one source only."""
    if whole.plan is None:
        return
    for person in whole.plan.key_people:
        sources = {citation.source_id for citation in person.citations}
        if person.role == "economic_buyer" and len(sources) == 1:
            yield Hit(None, {"name": person.name}, f"key_people[{person.id}]")


PLAN = (
    Rule("P01", Severity.WARNING, whole=no_economic_buyer),
    Rule("P02", Severity.WARNING, whole=no_champion),
    Rule("P03", Severity.ERROR, whole=path_unknown),
    Rule("P04", Severity.ERROR, whole=budget_clash),
    Rule("P05", Severity.INFO, whole=stale),
    Rule("P06", Severity.WARNING, whole=required_blank),
    Rule("P07", Severity.WARNING, whole=goal_without_action),
    Rule("P08", Severity.INFO, whole=action_without_goal),
    Rule("P09", Severity.INFO, whole=single_source),
)
