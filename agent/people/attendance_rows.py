"""A list of those present set in columns: a house, then its people, one in each cell."""

from __future__ import annotations

from collections.abc import Sequence

from agent.people.columns import column_kind
from agent.people.label_lists import read_items
from agent.people.labels import Label, read_label
from agent.people.list_groups import Lists, add_people, head_side, is_ours
from agent.people.parties import Parties
from agent.people.types import Form, Side, Source, Unit

LONGEST_HEAD = 24
"""Characters of the longest line that is nothing but the head of such a list."""


def heads_attendance(text: str) -> bool:
    """True for a short line that says no more than that those present follow: 「出席者(敬称略)」."""
    return len(text.strip()) <= LONGEST_HEAD and column_kind(text.strip(" 　:：■◆●・")) == "attendance"


def read_attendance_row(
    out: Lists, source: Source, parties: Parties, unit: Unit, cells: Sequence[str]
) -> bool:
    """Adds the people of one row below such a line; False, with nothing added, where the row is another."""
    if len(cells) < 2 or read_label(cells[0], 0, loose=False) is not None:
        return False
    people: list[list[Label]] = [
        read_items(cell, span.start, loose=False)
        for cell, span in zip(cells[1:], unit.block.cells[1:], strict=False)
        if cell.strip()
    ]
    if not people or not all(people):
        return False
    labels = [label for found in people for label in found]
    side = head_side(cells[0], parties)
    if side is None and any(is_ours(label, parties) for label in labels):
        side = Side.OURS
    for label in labels:
        add_people(out, source, unit, [label], Form.ATTENDEE, side, cells[0], parties)
    return True
