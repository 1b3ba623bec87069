"""Names of people told from places, products and first words of lines, by what stands around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]

NOTE = """Call with the plant, 3 Sept
- {}
- Weather foul, half of us late. Parking full.
- The team in Leeds wants the export by Easter.
"""


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Vašek (stores) says the list is finally right, he checks it daily", {"Vašek"}),
        ("Sylvaine Achard, head of stores, signs for it herself", {"Sylvaine Achard"}),
        ('"Never again on paper," says Bogumił, who runs the night shift', {"Bogumił"}),
        ("Asked Oluwadamilare who decides. She said the owner does", {"Oluwadamilare"}),
        ("Nothing new. Grafana is down and Kanban day moved to Friday", set()),
        ("Two sites in Perth and the depot at Dubbo stay on paper", set()),
    ],
)
def test_a_name_is_seen_by_its_surroundings(read: Read, line: str, names: set[str]) -> None:
    reading = read(
        {"n.md": NOTE.format(line)}, csm=None, language="en", name="Placeholder Ltd", product="Tallow"
    )
    found = {p.name for p in reading.people if p.kind == "person" and p.name != p.title}
    assert {name.split()[0] for name in found} == {name.split()[0] for name in names}


def test_chances_are_the_same_every_time(read: Read) -> None:
    words = {"n.md": NOTE.format("Vašek (stores) says Sylvaine signs")}
    first, second = (read(words, csm=None, language="en", name="Placeholder Ltd") for _ in range(2))
    assert first.people == second.people
