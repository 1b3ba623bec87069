"""Decision steps: those of the rules and those that likely sentences make, each in its place in time."""

from __future__ import annotations

from collections.abc import Sequence

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.second_reading.candidates import Form
from agent.drafting.second_reading.entries import listed
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import DecisionStep
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import read_when


def weighed_steps(
    weighed: Weighed, steps: Sequence[DecisionStep], sides: Sides, anchor: Anchor
) -> list[DecisionStep]:
    """The steps a careful reader would list: the rules' in their order, others before the first later one."""
    found: list[DecisionStep] = []
    for step in listed(weighed, steps, step_form(sides, anchor)):
        by_rules = any(step is known for known in steps)
        found.insert(len(found) if by_rules else _place(step, found), step)
    return [step.model_copy(update={"order": order}) for order, step in enumerate(found, 1)]


def step_form(sides: Sides, anchor: Anchor) -> Form[DecisionStep]:
    """How decision steps are looked at."""
    return Form(
        name="steps",
        kinds=("step",),
        kind_of=lambda _step: "step",
        text_of=lambda step: step.step,
        citations_of=lambda step: step.citations,
        parts_of=lambda step: {"approver": float(bool(step.approver)), "when": float(bool(step.when))},
        made_of=lambda remark, _kind: _step(remark, sides, anchor),
    )


def _place(step: DecisionStep, others: Sequence[DecisionStep]) -> int:
    if step.when is None:
        return len(others)
    later = (place for place, other in enumerate(others) if other.when is not None and other.when > step.when)
    return next(later, len(others))


def _step(remark: Remark, sides: Sides, anchor: Anchor) -> DecisionStep | None:
    citation = citation_of(remark)
    if citation is None:
        return None
    person = sides.person(remark.text)
    dates = read_when(remark.text, remark.day, anchor)
    return DecisionStep(
        order=1,
        step=remark.text.lstrip("、, "),
        approver=person.name if person and "economic_buyer" in (person.role, *person.also_roles) else None,
        when=dates[0].iso if dates else None,
        citations=[citation],
    )
