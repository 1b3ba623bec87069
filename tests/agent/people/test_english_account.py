"""Bodies, authors, dates and views as English notes write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from agent.models.plan import KeyPerson
from agent.people import PeopleReading
from agent.people.bodies import find_bodies
from agent.people.units import read_units
from connectors.interface import RawSource
from connectors.registry import read_source

Read = Callable[..., PeopleReading]
ACCOUNT: dict[str, Any] = {"name": "Harrowgate Transit", "csm": "Imelda Stroud", "language": "en"}
CRM = 'Date,Owner,Contacts,Notes\n12/02/2026,Imelda Stroud,"R Penhale, B Quist",Kick-off call\n'
TALK = """WEBVTT

00:00:01.000 --> 00:00:04.000
Imelda Stroud: So who decides?

00:00:05.000 --> 00:00:09.000
Bettina Quist: Anything over two hundred thousand in total goes to the Finance, Audit and Risk Committee. The chair is Odile Farrant.

00:00:10.000 --> 00:00:14.000
Rosalind Penhale: I would like the notice date moved to 18 December. My planners would riot if you took it away.
"""
PAPER = "HARROWGATE TRANSIT - BUSINESS CASE\n\nAuthor: B Quist, Fleet Planning\n\nApproved by the Finance, Audit and Risk Committee.\n"


@pytest.fixture
def people(read: Read) -> dict[str, KeyPerson]:
    reading = read({"a.csv": CRM, "b.vtt": TALK, "c.txt": PAPER}, **ACCOUNT)
    assert "B Quist" not in reading.vendor_people
    return {p.name: p for p in reading.people}


def test_a_body_keeps_the_commas_of_its_name_and_decides(people: dict[str, KeyPerson]) -> None:
    assert people["Finance, Audit and Risk Committee"].role == "economic_buyer"


def test_the_full_first_name_goes_before_an_initial(people: dict[str, KeyPerson]) -> None:
    assert {"Bettina Quist", "Rosalind Penhale"} <= people.keys()


def test_a_date_that_moves_moves_nobody(people: dict[str, KeyPerson]) -> None:
    assert people["Rosalind Penhale"].status == "active"
    assert people["Rosalind Penhale"].stance == "推進"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("It goes to the Finance, Audit and Risk Committee.", "Finance, Audit and Risk Committee"),
        ("The Spend Committee meets monthly.", "Spend Committee"),
    ],
)
def test_names_of_bodies(words: str, name: str) -> None:
    documents, _ = read_source(RawSource("m.md", f"# Notes\n\n{words}\n".encode()))
    assert find_bodies(read_units(documents))[0].name == name


def test_initials_and_short_house_names_in_quick_minutes(read: Read) -> None:
    minutes = (
        "# Harrowgate x Tannery - catch-up 2026-09-20\n\nHarrowgate: Bettina Q (Head of Fleet Planning), Rosalind P (depot lead), "
        "Tamsin Wray (Regional Manager; left 10.25)\nTannery: Imelda\n\n"
        "- BQ wants to get the northern depots on board properly.\n"
        '- TW: "We don\'t need an app to tell us who can drive."\n'
    )
    people = {p.name: p for p in read({"a.csv": CRM, "b.vtt": TALK, "m.md": minutes}, **ACCOUNT).people}
    assert people["Bettina Quist"].role == "champion"
    assert people["Bettina Quist"].department == "Fleet Planning"
    assert (people["Tamsin Wray"].role, people["Tamsin Wray"].stance) == ("blocker", "反対")
    assert not {"left", "BQ", "TW"} & people.keys()


def test_the_chair_a_customer_names_is_a_stakeholder(people: dict[str, KeyPerson]) -> None:
    assert people["Odile Farrant"].role == "influencer"


def test_a_decision_on_something_else_makes_no_buyer(read: Read) -> None:
    talk = (
        TALK
        + "\n00:00:15.000 --> 00:00:18.000\nBettina Quist: Rosalind Penhale needs to decide that before I go.\n"
    )
    people = {p.name: p for p in read({"a.csv": CRM, "b.vtt": talk}, **ACCOUNT).people}
    penhale = people["Rosalind Penhale"]
    assert "economic_buyer" not in (penhale.role, *penhale.also_roles)
