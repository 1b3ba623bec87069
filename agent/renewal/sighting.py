"""One place in the notes that speaks of a step: which step, when, and who approves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from agent.models.plan import KeyPerson
from agent.renewal.clauses import Clause
from agent.renewal.remarks import Remark
from agent.renewal.when import When


@dataclass(frozen=True, slots=True)
class Sighting:
    """One remark that speaks of a step: what it adds to it. `ceiling`, `floor`: up to and from which amount the approver decides."""

    kind: str
    remark: Remark
    clause: Clause
    when: When | None
    dated_by: Remark
    approver: KeyPerson | str | None
    deadline: bool
    ceiling: float | None = None
    floor: float | None = None
    limited: bool = False  # the approver may decide up to an amount only
    chain: bool = False  # told as one of several steps that follow each other
    power: bool = False  # the remark says whose yes counts
    listed: bool = False  # one of several days told one after another
    base: Remark | None = None  # where the day stands that its own is counted from
    weak: bool = False  # a date beside a bare word of the field, not the field's own way to tell a step

    @property
    def said_on(self) -> dt.date:
        return self.remark.day or dt.date.min

    @property
    def holder(self) -> str | None:
        """The approver's name as the plan prints it."""
        return self.approver.name if isinstance(self.approver, KeyPerson) else self.approver
