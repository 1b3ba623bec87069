"""Task lists in notes (ToDo, 宿題, action items): who, what, until when, and whether it is ticked off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.drafting.notes.promises import whole_items
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Side, Sides

CUES = cues("agent.drafting.notes", "commitments")
LEAD = re.compile(r"^[\s・\-*●○□☐→⇒>]*(?:\d+[.)]\s*)?(?:\[[ xX✓]?\]\s*)?[☑✅✔]?\s*")
OWNER_COLON = re.compile(r"^(?P<owner>[^:：、。「」(（]{1,20})\s*[:：]\s*(?P<task>.+)$", re.S)
OWNER_DASH = re.compile(r"^(?P<owner>[A-Z][\w.]*(?: [A-Z][\w.]*)?)\s+(?:-|–|to)\s+(?P<task>.+)$", re.S)
OWNER_SPACE = re.compile(r"^(?P<owner>\S{1,8})[\s　]+(?:…+|[-–—]+|→)?[\s　]*(?P<task>.+)$", re.S)
TAIL = re.compile(r"[(（](?P<owner>[^()（）、,/]{1,16})(?:[、,/]\s*(?P<due>[^()（）]{1,24}))?[)）]")
TASK_KINDS = ("list_item", "paragraph")


@dataclass(frozen=True, slots=True)
class Task:
    """`due_words` is what stands for the due date where it stands apart from the text (a column, a bracket)."""

    remark: Remark
    text: str
    side: Side | None
    owner: str | None
    due_words: str | None = None
    done: bool = False
    more: tuple[Remark, ...] = ()


def read_tasks(remarks: Sequence[Remark], sides: Sides) -> Iterator[Task]:
    """Tasks of all lists and tables under a task heading, done ones included. An owner nobody knows has no side."""
    for remark in whole_items(remarks):
        if not remark.is_note or not CUES["heading"].search(remark.heading):
            continue
        if remark.kind.value in TASK_KINDS and remark.text.strip("[]■ :：") != remark.heading:
            yield _of_line(remark, sides)
    yield from _of_tables(remarks, sides)


def _of_line(remark: Remark, sides: Sides) -> Task:
    raw = remark.document.text[remark.start : remark.end]
    line_start = remark.document.text.rfind("\n", 0, remark.start) + 1
    done = bool(CUES["done"].search(remark.document.text[line_start : remark.end].strip("・- ")))
    text = LEAD.sub("", raw)
    owner = side = None
    due = None
    for pattern in (OWNER_COLON, OWNER_DASH, OWNER_SPACE):
        found = pattern.match(text)
        if found and (side := sides.of_initial(found["owner"].strip())):
            owner, text = found["owner"].strip(), found["task"].strip()
            break
    else:
        tail = TAIL.search(text)
        if tail and (side := sides.of_initial(tail["owner"].strip())):
            owner, due = tail["owner"].strip(), tail["due"]
    return Task(remark, text.strip(" 　。"), side, owner, due, done)


def _of_tables(remarks: Sequence[Remark], sides: Sides) -> Iterator[Task]:
    """Rows of tables that have a column for the owner or the due date beside one for the task."""
    row: list[Remark] = []
    for remark in [*remarks, None]:
        if row and (remark is None or remark.document is not row[0].document or remark.block != row[0].block):
            if task := _of_row(row, sides):
                yield task
            row = []
        if remark is not None and remark.kind.value == "table_row" and remark.column and remark.is_note:
            row.append(remark)


def _of_row(row: list[Remark], sides: Sides) -> Task | None:
    if row[0].document.blocks[row[0].block].header:
        return None
    task = next((r for r in row if CUES["task_column"].search(r.column)), None)
    owner = next((r for r in row if CUES["owner_column"].search(r.column)), None)
    due = next((r for r in row if CUES["due_column"].search(r.column)), None)
    if task is None or owner is None or (due is None and not CUES["heading"].search(row[0].heading)):
        return None
    done = any(CUES["done"].search(r.text) for r in row)
    others = tuple(r for r in (owner, due) if r is not None)
    return Task(
        task, task.text, sides.of_initial(owner.text), owner.text, due.text if due else None, done, others
    )
