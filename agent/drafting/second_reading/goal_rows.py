"""Rows of tables that lay goals out in columns: each is a goal of its own, whatever its words have in common with others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from agent.drafting.notes.goals.sheets import field_of
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

FEWEST = 2
"""Rows with a goal from which on a table is a list of goals."""
Place = tuple[str, int, int]


class GoalRows:
    """The rows of tables that have a column for the target and one for who or when, by what their cells quote.

    `papers` are sources whose tables promised at purchase what need not be aimed at any more.
    """

    def __init__(self, remarks: Sequence[Remark], papers: Collection[str] = ()) -> None:
        columns: dict[tuple[str, int], set[str]] = {}
        self._cells: list[tuple[Remark, int]] = []
        self._papers = papers
        for remark in remarks:
            table = remark.document.blocks[remark.block].table
            if remark.kind is not BlockKind.TABLE_ROW or not remark.is_note or table is None:
                continue
            self._cells.append((remark, table))
            names = columns.setdefault((remark.document.source_id, table), set())
            names.add(field_of(remark.column) or "")
        self._lists = {
            place
            for place, names in columns.items()
            if names & {"target", "statement"} and names & {"due", "owner"}
        }

    def row_of(self, goal: Goal) -> Place | None:
        """Source, table and row that the goal's first cited cell of such a table stands in; None elsewhere."""
        for citation in goal.citations:
            for cell, table in self._cells:
                source = cell.document.source_id
                if source == citation.source_id and cell.start < citation.end and citation.start < cell.end:
                    return (source, table, cell.block) if (source, table) in self._lists else None
        return None

    def are_two(self, one: Goal, other: Goal) -> bool:
        """Both stand in rows of one table."""
        first, second = self.row_of(one), self.row_of(other)
        return first is not None and second is not None and first[:2] == second[:2] and first != second

    def listed(self, goals: Sequence[Goal]) -> set[Place]:
        """The rows of tables that hold a list of goals, in other sources than the papers of the purchase."""
        rows = {
            row for goal in goals if (row := self.row_of(goal)) is not None and row[0] not in self._papers
        }
        return {row for row in rows if sum(row[:2] == other[:2] for other in rows) >= FEWEST}
