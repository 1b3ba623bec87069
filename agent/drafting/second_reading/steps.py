"""Decision steps that no rule saw: the sentence, who approves and when, where it says so."""

from __future__ import annotations

from collections.abc import Sequence

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of, same_matter
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import DecisionStep
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import read_when


def weighed_steps(
    weighed: Weighed, steps: Sequence[DecisionStep], sides: Sides, anchor: Anchor
) -> list[DecisionStep]:
    """The steps that are believed, then those added, numbered anew."""
    kept = [step for step in steps if weighed.believed("step", step.citations)]
    cited = [citation for step in steps for citation in step.citations]
    for remark, _ in weighed.added("step", cited):
        step = _step(remark, sides, anchor)
        if step and not any(same_matter(step.step, known.step) for known in kept):
            kept.append(step)
    return [step.model_copy(update={"order": order}) for order, step in enumerate(kept, 1)]


def _step(remark: Remark, sides: Sides, anchor: Anchor) -> DecisionStep | None:
    citation = citation_of(remark)
    if citation is None:
        return None
    person = sides.person(remark.text)
    dates = read_when(remark.text, remark.day, anchor)
    return DecisionStep(
        order=1,
        step=remark.text,
        approver=person.name if person and "economic_buyer" in (person.role, *person.also_roles) else None,
        when=dates[0].iso if dates else None,
        citations=[citation],
    )
