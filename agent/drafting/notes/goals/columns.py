"""Goals of sheets that give each site, team or product a column: the row called 目標 holds one goal a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from agent.drafting.notes.goals.asked_measures import measure_asked
from agent.drafting.notes.goals.interviews import ANSWERED_BY, NOT_BESIDE
from agent.drafting.notes.goals.no_goal import says_nothing
from agent.drafting.notes.goals.sheets import Sheet, field_of
from agent.renewal.columns import ANSWER_COLUMN
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

FEWEST = 2
"""Columns that hold values before they are taken for sites or teams."""
NO_SITE = re.compile(r"備考|メモ|理由|根拠|出典|\b(?:notes?|remarks?|comments?|source|reason)\b", re.I)
NONE_YET = re.compile(
    r"^(?:特に|とくに)?(?:ない|なし|無し|未定|まだ.*(?:ない|いない)|考え中|検討中|-+|none.*|not yet.*|to be .*|tb[cd])[。.]?$",
    re.I,
)
Row = Mapping[str, Remark]


def goals_by_column(remarks: Sequence[Remark]) -> Iterator[Sheet]:
    """A goal for each column whose cell in the row of goals says one, with date, owner and present level of its column."""
    cells = [r for r in remarks if r.is_note and r.kind is BlockKind.TABLE_ROW and r.column.strip()]
    for _, group in groupby(cells, key=lambda r: (r.document.source_id, r.document.blocks[r.block].table)):
        yield from _of_table(list(group))


def _of_table(cells: Sequence[Remark]) -> Iterator[Sheet]:
    rows: dict[str, Row] = {}
    labels: dict[str, str] = {}
    for _, group in groupby(cells, key=lambda r: r.block):
        row = [cell for cell in group if not cell.document.blocks[cell.block].header]
        name = _row_field(row[0].label) if row else None
        if name is None:
            continue
        if name in rows:  # a list of goals, not one row of them
            return
        rows[name] = {cell.column: cell for cell in reversed(row) if _is_value(cell)}
        labels[name] = row[0].label
    wanted = rows.get("target", {})
    if len(wanted) < FEWEST or not any(set(rows.get(name, {})) & set(wanted) for name in ("due", "owner")):
        return
    for column, cell in wanted.items():
        if NONE_YET.match(cell.text.strip()) or says_nothing(cell.text):
            continue
        fields = {name: row[column] for name, row in rows.items() if column in row and name != "target"}
        if re.search(r"\d", cell.text):
            fields["target"] = cell
        stands = fields.get("baseline")
        bare = re.match(r"\W*\d", cell.text) is not None
        if stands is None or not re.search(r"\d", stands.text) or not bare:
            fields.pop("baseline", None)
            yield Sheet(cell, fields, whose=column)
        else:
            yield Sheet(cell, fields, label=_of(column, measure_asked(labels["baseline"])))


def _row_field(label: str) -> str | None:
    name = field_of(label)
    return "target" if name == "statement" else name


def _is_value(cell: Remark) -> bool:
    about = any(p.search(cell.column) for p in (ANSWER_COLUMN, ANSWERED_BY, NOT_BESIDE, NO_SITE))
    return not about and cell.text.strip() != cell.label.strip() and len(cell.text.strip()) > 1


def _of(column: str, measure: str) -> str:
    return f"{column}の{measure}" if JAPANESE.search(column + measure) else f"{measure}, {column}"
