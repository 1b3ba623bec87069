"""English notes: places, products and houses are nobody; heads of lines are no speakers; whose house somebody is of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.evidence.pasted_talk import pasted_talk
from agent.people import PeopleReading
from agent.people.english_owners import owners_of
from agent.people.in_talk import is_no_speaker
from agent.people.units import read_units
from connectors.interface import Document

Read = Callable[..., PeopleReading]
ENGLISH = {"name": "Yamane Works Ltd", "csm": "Priya Nair", "product": "Soyogi Flow", "language": "en"}
HEAD = "Call notes 2026-09-03\nAttendees: Yamane: Grace Tollman (Plant Manager); Us: Priya Nair\n\n"


def names(reading: PeopleReading) -> set[str]:
    return {p.name for p in reading.people}


@pytest.mark.parametrize(
    "line",
    [
        "Orvanto at Brellmoor is used by the night shift. Logs in at Brellmoor fell in June.",
        "They use Quistly for payroll. Quistly has a roster module and Grace asked about it.",
        "Hollin Spindle, which owns a fifth of the mill, sends nobody to the meetings.",
        "Grace wants Thai on the buttons.",
        "Use Grace's figures for now. Off Grace's report we count nine.",
    ],
)
def test_places_products_and_houses_are_nobody(read: Read, line: str) -> None:
    assert names(read({"n.txt": f"{HEAD}{line}\n"}, **ENGLISH)) == {"Grace Tollman"}


@pytest.mark.parametrize(
    "line",
    [
        'Ottoby (warehouse): "lovely, keep it".',
        "A planner called Ottoby will send it.",
        "The gang lead (Ottoby, no surname) already uses it.",
    ],
)
def test_first_names_that_are_introduced_are_people(read: Read, line: str) -> None:
    assert "Ottoby" in names(read({"n.txt": f"{HEAD}{line}\n"}, **ENGLISH))


@pytest.mark.parametrize(
    ("words", "nobody"),
    [
        ("Convention of this paper", True),
        ("For them", True),
        ("Numbers", True),
        ("ours", True),
        ("O", True),
        ("Jo again", True),
        ("Jo", False),
        ("Roos van der Veld", False),
        ("Dr Ellwyn", False),
        ("Maarit (Acme)", False),
    ],
)
def test_heads_of_lines_that_are_no_speakers(words: str, nobody: bool) -> None:
    assert is_no_speaker(words.removeprefix("Dr ")) is nobody


TALK = """raw transcript 3 Sep 2026

Priya 00:04  hi can you hear me
Maarit 00:07  yes. what would make it easier
Priya 00:12  a list. I know you hate lists
Maarit 00:15  I do. send it to me on Friday
Priya 00:19  right
"""


def test_a_name_and_a_time_before_the_words_are_talk(documents: Callable[..., list[Document]]) -> None:
    labels = {said.label for said in pasted_talk(documents({"n.txt": TALK})[0]).values()}
    assert labels == {"Priya", "Maarit"}


@pytest.mark.parametrize(
    "line",
    [
        "Joined late: Piotr Vashley (Vashley Assurance).",
        "Maud Prell from Dovestone Audio fixed the speakers.",
        "Tablets come via Lintrack (Owen Sprake, reseller).",
        "Dr Sprake (visiting GP, not staff) wants a login.",
        "Owen Sprake, Port airport authority, asked for a copy.",
    ],
)
def test_people_of_other_houses_are_outsiders(read: Read, line: str) -> None:
    assert names(read({"n.txt": f"{HEAD}{line}\n"}, **ENGLISH)) == {"Grace Tollman"}


def test_a_line_of_those_present_with_ours_behind_a_bar(read: Read) -> None:
    note = (
        "Reset call, 3 Sep 2026\n\nThere: Grace T, Maarit Ollo | us: Priya, Anton\n\nGrace wants it by May.\n"
    )
    reading = read({"n.txt": note}, **ENGLISH)
    assert "Maarit Ollo" in names(reading)
    assert not names(reading) & {"Anton", "Priya"}


def test_tasks_of_ours_do_not_make_the_customer_ours(read: Read) -> None:
    note = f"{HEAD}To do\n- Us: one-page status for Grace\n- Them: decide who leads, before May (Grace)\n"
    assert names(read({"n.md": note}, **ENGLISH)) == {"Grace Tollman"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Account: Yamane Works. JV, Ostrava Glassco 50 / Pellan Aviation 50.",
            {"Ostrava Glassco", "Pellan Aviation"},
        ),
        ("Corvello today completed the acquisition of Yamane Works.", {"Corvello"}),
        ("Yamane Works has been a customer of Corvello for years.", set()),
    ],
)
def test_owners_of_the_customer(documents: Callable[..., list[Document]], text: str, found: set[str]) -> None:
    sources = read_units(documents({"n.txt": f"Notes of the call.\n{text}\nMore next week.\n"}))
    assert set(owners_of("Yamane", sources)) == found
