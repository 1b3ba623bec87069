"""Jobs and units that English notes put beside a name: own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.jobs_in_english import job_in


@pytest.mark.parametrize(
    ("words", "job"),
    [
        ("night porter", "night porter"),
        ("the head gardener at the lodge", "head gardener"),
        ("brewing sup", "brewing sup"),
        ("union rep", "union rep"),
        ("two painters", None),
        ("the economic buyer", None),
        ("rather later", None),
        ("who had come", None),
        ("dispatch floor", None),
    ],
)
def test_a_job_ends_in_what_somebody_does(words: str, job: str | None) -> None:
    assert job_in(words) == job


NOTES = """# Kick-off

Present: Ines Halloran (bottling hall), Rupert Oakley (brewing sup), Delia Marsh (late)

We met Ines Halloran and Rupert Oakley. Delia Marsh, night porter, came at the end.
With Rupert Oakley, the head brewer, Ines Halloran, and others we saw the hall.
"""


def test_brackets_and_commas_tell_who_somebody_is(read: Callable[..., PeopleReading]) -> None:
    found = read({"notes.md": NOTES}, name="Yamane Brewing Ltd", language="en")
    people = {person.name: person for person in found.people}
    assert people["Ines Halloran"].department == "bottling hall"
    assert people["Rupert Oakley"].title in ("brewing sup", "head brewer")
    assert people["Ines Halloran"].title is None
    assert people["Delia Marsh"].title == "night porter"
    assert people["Delia Marsh"].department is None
