"""Units that stand by their place alone, and whose people are nobody of the customer's: own sentences."""

from __future__ import annotations

import pytest

from agent.people.departments_by_place_english import units_by_place
from agent.people.held_by_many import held_by_many, plural_posts
from agent.people.parties import Parties


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("- Ines Roth, Manager, Tooling Design - daily contact", "Ines Roth", "Tooling Design"),
        ("Present: Ines Roth (team lead, Nordic desk)", "Ines Roth", "Nordic desk"),
        ("Ask Mr. Roth, the Halden branch manager.", "Roth", "Halden branch"),
        ("the Methods Office (Ms. Roth) decides", "Roth", "Methods Office"),
        ("Ines Roth, Manager, Bo Lund, Buyer", "Ines Roth", None),
        ("- Ines Roth, signed the order", "Ines Roth", None),
    ],
)
def test_the_place_gives_the_unit(text: str, name: str, unit: str | None) -> None:
    at = text.index(name)
    found = list(units_by_place(text, at, at + len(name), Parties(), {"ines", "roth", "bo", "lund"}))
    assert (text[slice(*found[0])] if found else None) == unit


def test_a_post_of_several_is_nobodys() -> None:
    assert plural_posts("年配の社長が多く、電話を好む。")
    assert not plural_posts("社長が決める。")
    assert held_by_many([]) == frozenset()
