"""Promises without label and addressee; an adviser is no competitor; a label in bold is cut from what is quoted."""

from __future__ import annotations

import pytest

from agent.drafting.notes.claims import without_label_in_bold
from agent.drafting.second_reading.unfit_signs import ADVISES, COMPETES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Careful:** The depot prefers paper.", "The depot prefers paper."),
        ("**注意**：倉庫は紙を好む。", "倉庫は紙を好む。"),
        ("The **depot** prefers paper.", "The **depot** prefers paper."),
    ],
)
def test_label_in_bold(text: str, expected: str) -> None:
    assert without_label_in_bold(text) == expected


def test_the_addressee_is_no_part_of_the_promise(notes) -> None:
    note = "# Hand-over 2026-01-12\n\nIn the business case they promised their board to cut late loads below 4% within a year.\n"
    assert [c.text for c in notes("en", {"h.md": note}).reading.promises] == [
        "cut late loads below 4% within a year"
    ]


@pytest.mark.parametrize(
    ("text", "advises"),
    [
        ("Ruth Dane of Birchall Consulting advised on the tender.", True),
        ("Birchall advised them to switch to a cheaper tool.", False),
        ("白樺コンサルティングが選定を支援した。", True),
        ("白樺コンサルティングは他社製を勧めている。", False),
    ],
)
def test_who_advises_and_offers_nothing(text: str, advises: bool) -> None:
    assert (bool(ADVISES.search(text)) and not COMPETES.search(text)) is advises
