"""Goals of minutes kept as a table: a row a matter, its columns for what was said, who answers for it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.blocks import SURE
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.interviews import role_of
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.no_goal import aims, says_nothing
from agent.drafting.notes.goals.owner import person_named
from agent.drafting.notes.goals.statement import composed
from agent.drafting.notes.goals.values import Parts, context_of, value_of
from agent.models.evidence import Value
from agent.models.plan import Goal
from agent.renewal.remarks import NUMBER_CELL, Remark
from agent.renewal.sides import Sides
from agent.renewal.when import when_value
from connectors.interface import BlockKind
from connectors.language import JAPANESE

WHO = re.compile(
    r"^(?:だれ(?:が)?|誰(?:が)?|担当(?:者)?|責任者?|持ち主|who|owner|lead|responsible|by whom)$", re.I
)
WHEN = re.compile(
    r"^(?:いつ(?:まで(?:に)?)?|期限|期日|納期|時期|by(?: when)?|when|due(?: date)?|deadline|until)$", re.I
)
ASKED = re.compile(r"聞いた|お聞き|たずね|尋ね|質問|設問|答え|回答|\b(?:asked|answers?|questions?)\b", re.I)
"""Columns of sheets of questions, where who and when tell of the answer."""
MARK = re.compile(r"^[^\s:：]{1,2}[:：]\s*(?=\S{3})")
"""A sign of the writer's own before what was settled (固:…, OK: …)."""
LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Row:
    """A row of minutes: its matter, the sentences said of it, the cells that name who and when."""

    label: Remark
    said: tuple[Remark, ...]
    who: Remark | None
    when: Remark | None


def tables_of_minutes(remarks: Sequence[Remark]) -> Iterator[list[Row]]:
    """The rows of each table that has a column for who and one for when, and none for questions.

    Where rows ask for the parts of a goal (目標, By when), who and when tell of the answer.
    """
    cells = [r for r in remarks if r.is_note and r.kind is BlockKind.TABLE_ROW]
    for _, group in groupby(cells, key=lambda r: (r.document.source_id, r.document.blocks[r.block].table)):
        table = list(group)
        columns = {cell.column.strip() for cell in table}
        if not any(map(WHO.match, columns)) or not any(map(WHEN.match, columns)):
            continue
        if any(map(ASKED.search, columns)):
            continue
        found = [_row(list(row)) for _, row in groupby(table, key=lambda r: r.block)]
        rows = [row for row in found if row is not None]
        if not any(role_of(row.label.text) for row in rows):
            yield rows


def stated_in(row: Row, context_day: Anchor) -> tuple[Remark, ...]:
    """The row's sentences, the one that sets a figure or speaks of something wanted first; none where no sentence does."""
    for sure in (True, False):
        for remark in reversed(row.said):
            bare = MARK.sub("", remark.text)
            language = "ja" if JAPANESE.search(bare) else "en"
            read = read_figures([bare], language, context_of(context_day, remark.day))
            level = read.target if read.target is not None and not read.target.change else None
            wanted = aims(bare) or (level is not None and level.target >= SURE)
            if not says_nothing(bare) and wanted and (level or not sure):
                return (remark, *(r for r in row.said if r is not remark))
    return ()


def completed_by_row(goal: Goal, row: Row, sides: Sides, anchor: Anchor) -> Goal:
    """The goal with the row's matter as its measure where it names none, where it stands, and who and when of the row."""
    parts: dict[str, Any] = {}
    if row.when is not None and (citation := citation_of(row.when)) is not None:
        dates = dates_in(row.when.text, row.when.day, anchor)
        if dates:
            last = replace(dates[-1], iso=dates[-1].last.isoformat())
            parts["due"] = when_value(last, citation, row.when)
    if row.who is not None and (name := person_named(row.who.text, sides)):
        parts["owner"] = name
    name = row.label.text.strip()
    named = any(name in words for words in (goal.metric or "", goal.statement))
    if goal.baseline is None and goal.target is not None:
        parts["baseline"] = _stands(goal, row, anchor)
    if not named and len(name) <= LONGEST_NAME:
        own = goal.metric if goal.metric is not None and _says(goal.metric, row) else name
        parts["metric"] = own
        plain = f"{name}: {MARK.sub('', goal.statement)}"
        told = " ".join(remark.text for remark in row.said)
        known = Parts(metric=own, target=goal.target, baseline=parts.get("baseline") or goal.baseline)
        whole = composed(plain, told, known)
        parts["statement"] = whole if own == name else plain
    return with_parts(goal, parts)


def _says(metric: str, row: Row) -> bool:
    """The measure is a name of its own in the row's words, and not the short word before its figure."""
    return len(metric) > 3 and any(metric in remark.text for remark in row.said)


def _stands(goal: Goal, row: Row, anchor: Anchor) -> Value[Any] | None:
    for remark in row.said:
        language = "ja" if JAPANESE.search(remark.text) else "en"
        stood = read_figures([remark.text], language, context_of(anchor, remark.day)).baseline
        citation = citation_of(remark)
        if stood is not None and citation is not None and goal.target and stood.unit == goal.target.unit:
            return value_of(replace(stood, sentence=0), [remark], {remark: citation})
    return None


def _row(cells: list[Remark]) -> Row | None:
    cells = cells[1:] if NUMBER_CELL.match(cells[0].text.strip()) else cells
    if len(cells) < 2 or cells[0].document.blocks[cells[0].block].header:
        return None
    who = next((c for c in cells if WHO.match(c.column.strip())), None)
    when = next((c for c in cells if WHEN.match(c.column.strip())), None)
    said = tuple(c for c in cells[1:] if c is not who and c is not when and len(c.text.strip()) > 1)
    said = tuple(c for c in said if not WHO.match(c.column.strip()) and not WHEN.match(c.column.strip()))
    return Row(cells[0], said, who, when) if said else None
