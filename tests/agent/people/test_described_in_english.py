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
        ("head of compliance", "head of compliance"),
        ("VP Quality", "VP Quality"),
        ("the then director of estates", "director of estates"),
        ("field tech", "field tech"),
        ("tech", None),
        ("stagehand", "stagehand"),
        ("sense of humour", None),
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


MORE = """# Visit

Present: Ines Halloran, Rupert Oakley

Later two cellar techs (Delia Marsh, Tobin Aske) came. Delia Marsh asked: is it fast? Tobin Aske said yes.
We met the finance director, Moira Lunn, and the head of compliance, Alban Keir.
GM Finance Rupert Oakley opened. The manager there is Ines Halloran.
Petra Voss came in late. She is the hygiene inspector.
"""


def test_jobs_before_names_of_several_and_in_the_next_sentence(read: Callable[..., PeopleReading]) -> None:
    found = read({"notes.md": MORE}, name="Yamane Brewing Ltd", language="en")
    titles = {person.name: person.title for person in found.people}
    assert titles["Alban Keir"] == "head of compliance"
    assert titles["Delia Marsh"] == titles["Tobin Aske"] == "cellar tech"
    assert titles["Rupert Oakley"] == "GM Finance"
    assert titles["Petra Voss"] == "hygiene inspector"
    assert {p.name: p.department for p in found.people}["Rupert Oakley"] == "Finance"


def test_behind_the_job_in_brackets_stands_the_place_of_work(read: Callable[..., PeopleReading]) -> None:
    listed = "# Visit\n\nPresent: Ines Halloran (deckhand, Kiln Hall), Rupert Oakley (team leader, exports)\n"
    found = read({"notes.md": listed}, name="Yamane Ferries Ltd", language="en")
    people = {person.name: person for person in found.people}
    assert people["Ines Halloran"].department == "Kiln Hall"
    assert people["Rupert Oakley"].department == "exports"
