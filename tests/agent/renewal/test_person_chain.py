"""Acts of several people in one sentence, up to the one who decides."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from agent.models.plan import KeyPerson
from agent.renewal.person_chain import read_chains
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]
NAMES = ("Ann Lowe", "Bo Tanner", "Cy Marsh")


def _told(notes: SimpleNamespace, read: Read, text: str) -> list[tuple[str, str]]:
    people = [
        KeyPerson.model_validate({"id": f"p{n}", "name": name, "aliases": [name.split()[0]]})
        for n, name in enumerate(NAMES)
    ]
    who = SimpleNamespace(people=people, vendor_people=())
    sides = Sides(notes.account, who)
    remarks = read_remarks(read({"m.md": f"# Call 2026-09-10\n\n{text}\n"}), sides)
    entries = read_chains(remarks, people, sides)
    return [(e.clause.kind, getattr(e.approver, "name", str(e.approver))) for e in entries]


def test_three_people(japanese: SimpleNamespace, read: Read) -> None:
    told = _told(japanese, read, "Ann drafts it, Bo comments, and then Cy signs.")
    assert told == [("review", "Ann Lowe"), ("review", "Bo Tanner"), ("decide", "Cy Marsh")]


def test_two_people_or_nobody_who_decides_are_none(japanese: SimpleNamespace, read: Read) -> None:
    assert _told(japanese, read, "Ann drafts it, Cy signs.") == []
    assert _told(japanese, read, "Ann likes it, Bo uses it, Cy runs the site.") == []
