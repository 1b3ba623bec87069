"""Of several who have a request one after another the last decides; a board is the one named before; short first names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from agent.people.bodies import find_bodies
from agent.people.deciding.chains import last_ones
from agent.people.refs import FIRST_MARK, Ref
from agent.people.short_names import may_be_one_name
from agent.people.statements import Statement
from agent.people.types import Side
from agent.people.units import read_units
from connectors.interface import Document

A, B, C = (chr(FIRST_MARK + n) for n in range(3))
FIRST, SECOND, THIRD = Ref("body", 0), Ref("person", 1), Ref("person", 2)


def said(text: str) -> Statement:
    """A customer's sentence in which A, B and C stand for a body and two persons."""
    marked = text.replace("{A}", A).replace("{B}", B).replace("{C}", C)
    refs = (FIRST, SECOND, THIRD)
    return Statement(
        0, 0, 0, len(marked), marked, refs, dt.date(2026, 6, 1), None, Side.CUSTOMER, None, 3.0, False, False, False
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Every contract goes to the {A} and then to {B}.",
        "It goes to {A}, then {B} signs.",
        "{B} approves it, but only after the {A}.",
        "After the {A}, {B} signs.",
        "The renewal passes the {A} before it goes to {B}.",
        "更新は{A}の審議を経て{B}が決裁します",
        "稟議は{A}→{B}",
        "{A}に諮ってから{B}の決裁です",
        "{B}決裁({A}の審議のあと)",
    ],
)
def test_the_last_one_has_it(text: str) -> None:
    assert last_ones(said(text)) == {FIRST: SECOND}


@pytest.mark.parametrize(
    "text",
    [
        "{A} and {B} decide together.",
        "It goes to the {A} and then to {B} for information.",
        "{B} came from the {A}.",
        "{A}で承認されたら{B}に連絡します",
        "{A}と{B}が決裁します",
    ],
)
def test_no_order_is_told(text: str) -> None:
    assert last_ones(said(text)) == {}


def test_a_chain_ends_with_its_last() -> None:
    assert last_ones(said("稟議は{A}→{B}→{C}")) == {FIRST: THIRD, SECOND: THIRD}


def test_of_two_boards_the_one_named_last_before_is_meant(
    documents: Callable[[Mapping[str, str]], list[Document]],
) -> None:
    words = "The Change Control Board meets in May. I chair the board.\n\nThe Spend Board sits in June. The board asks for quotes. The main board only hears of it.\n"
    bodies = {b.name: b for b in find_bodies(read_units(documents({"notes.md": words})))}
    assert {name: len({s.start for _, s in b.places}) for name, b in bodies.items()} == {
        "Change Control Board": 2,
        "Spend Board": 2,
        "main board": 1,
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Elizabeth", "Beth", True),
        ("Bob", "Robert", True),
        ("Liz", "Beth", True),
        ("Anna", "Hanna", False),
        ("Beth", "Bob", False),
    ],
)
def test_short_first_names(one: str, other: str, same: bool) -> None:
    assert may_be_one_name(one, other) is same
