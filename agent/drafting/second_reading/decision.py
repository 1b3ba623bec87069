"""The decision path and the budget's facts once more, by the steps a careful reader would list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.second_reading.persona import weighed_persona
from agent.drafting.second_reading.steps import weighed_steps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import KeyPerson
from agent.renewal import RenewalReading
from agent.renewal.sides import Sides


def decision_again(
    weighed: Weighed, renewal: RenewalReading, people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> RenewalReading:
    """The reading with the steps and the persona that the sentences' chances support."""
    path = renewal.decision_path
    path = path.model_copy(
        update={
            "steps": weighed_steps(weighed, path.steps, people, sides, anchor),
            "decider_persona": weighed_persona(weighed, path.decider_persona),
        }
    )
    return replace(renewal, decision_path=path)
