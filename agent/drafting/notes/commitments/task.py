"""A task as a list, a row or a line tells it."""

from __future__ import annotations

from dataclasses import dataclass

from agent.renewal.remarks import Remark
from agent.renewal.sides import Side


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
