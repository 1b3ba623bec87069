"""What we aim for and what stands in the way: policy, commitments, goals, milestones, actions, schedule."""

from __future__ import annotations

from collections.abc import Sequence

from agent.export.cells import CellMaker
from agent.export.layout import Cell, Section, Table
from agent.models.plan import Action, Goal, Milestone


def policy(make: CellMaker) -> Section:
    """サクセス方針: kind, definition of success, promises, expansion, risks, fall-backs."""
    plan = make.plan.policy
    definition = (
        make.claim(plan.success_definition)
        if plan.success_definition
        else make.unknown("policy.success_definition")
    )
    rows = [
        (
            Cell(make.term("risk_kind", risk.kind)),
            Cell(risk.text, make.numbering.of(risk.citations)),
            Cell(make.term("severity", risk.severity)),
            Cell(risk.response or ""),
        )
        for risk in plan.risks
    ]
    tables = (
        Table(((make.label("policy_kind"), Cell(make.term("policy_kind", plan.kind))),)),
        make.listed(make.word("field.success_definition"), [definition]),
        make.claims(
            make.word("field.promises_at_purchase"), plan.promises_at_purchase, "policy.promises_at_purchase"
        ),
        make.claims(make.word("field.expansion"), plan.expansion, "policy.expansion"),
        make.table(
            make.word("field.risks"), ("risk", "content", "severity", "response"), rows, "policy.risks"
        ),
        make.claims(make.word("field.fallbacks"), plan.fallbacks, "policy.fallbacks"),
    )
    return Section("policy", make.word("section.policy"), tables)


def commitments(make: CellMaker) -> Section:
    """合意事項: what either side said it would do."""
    rows = [
        (
            Cell(make.term("who", entry.who)),
            Cell(entry.text, make.numbering.of(entry.citations)),
            make.value(entry.due, f"commitments[{at}].due"),
            Cell(make.term("commitment_state", "done" if entry.done else "open")),
        )
        for at, entry in enumerate(make.plan.commitments)
    ]
    table = make.table("", ("who", "content", "due", "state"), rows, "commitments")
    return Section("commitments", make.word("section.commitments"), (table,))


def goals(make: CellMaker) -> Section:
    """目標: one row a goal with its SMART parts."""
    heads = (
        "goal", "metric", "baseline", "target", "due", "owner", "measure_method", "review", "business_objective",
        "goal_state",
    )  # fmt: skip
    table = make.table("", heads, [_goal(make, goal) for goal in make.plan.goals], "goals")
    return Section("goals", make.word("section.goals"), (table,))


def _goal(make: CellMaker, goal: Goal) -> tuple[Cell, ...]:
    path = f"goals[{goal.id}]"
    return (
        Cell(goal.statement, make.numbering.of(goal.citations)),
        make.words(goal.metric, f"{path}.metric"),
        make.value(goal.baseline, f"{path}.baseline"),
        make.value(goal.target, f"{path}.target"),
        make.value(goal.due, f"{path}.due"),
        make.words(goal.owner, f"{path}.owner"),
        make.words(goal.measure_method, f"{path}.measure_method"),
        make.words(goal.review, f"{path}.review"),
        make.words(goal.business_objective, f"{path}.business_objective"),
        Cell(make.term("goal_state", goal.state)),
    )


def milestones(make: CellMaker) -> Section:
    """マイルストーン: staged growth, rung by rung."""
    entries: Sequence[Milestone] = sorted(make.plan.milestones, key=lambda entry: entry.rung)
    rows = [
        (
            Cell(str(entry.rung)),
            Cell(entry.capability),
            Cell(entry.evidence_of_success or ""),
            make.words(entry.due),
            Cell(_goal_words(make, entry.goal_id)),
        )
        for entry in entries
    ]
    table = make.table("", ("rung", "capability", "evidence_of_success", "due", "goal"), rows)
    return Section("milestones", make.word("section.milestones"), (table,))


def schedule(make: CellMaker) -> Section:
    """アクションスケジュール: time down, the customer's events and our actions side by side."""
    rows = []
    for entry in make.plan.schedule:
        cell = Cell(entry.text, make.numbering.of(entry.citations))
        lanes = (cell, Cell()) if entry.lane == "customer" else (Cell(), cell)
        rows.append((make.words(entry.date), *lanes, Cell(make.term("schedule_kind", entry.kind))))
    table = make.table("", ("date", "lane_customer", "lane_us", "schedule_kind"), rows)
    return Section("schedule", make.word("section.schedule"), (table,))


def actions(make: CellMaker) -> Section:
    """アクション: what either side does, by whom, by when."""
    table = make.table(
        "",
        ("side", "action", "owner", "due", "deliverable", "goal", "origin"),
        [_action(make, entry) for entry in make.plan.actions],
    )
    return Section("actions", make.word("section.actions"), (table,))


def _action(make: CellMaker, entry: Action) -> tuple[Cell, ...]:
    return (
        Cell(make.term("who", entry.side)),
        Cell(entry.text, make.numbering.of(entry.citations)),
        Cell(entry.owner or ""),
        make.words(entry.due),
        Cell(entry.deliverable or ""),
        Cell(_goal_words(make, entry.goal_id)),
        Cell(make.term("origin", entry.origin)),
    )


def _goal_words(make: CellMaker, goal_id: str | None) -> str:
    return next((goal.statement for goal in make.plan.goals if goal.id == goal_id), "") if goal_id else ""
