"""What a rule reports about a plan."""

from __future__ import annotations

from enum import StrEnum

from agent.models.evidence import Node


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class TextSpan(Node):
    """Code points inside the text at the finding's path."""

    start: int
    end: int
    text: str


class Finding(Node):
    rule: str  # stable id, "T04" or "identity_unconfirmed"
    severity: Severity
    path: str  # where in the plan, "goals[g-1].due"; "" for the whole plan
    message: str
    question: str | None = None
    hint: str | None = None  # rewrite hint; never contains a number that is not in the text
    span: TextSpan | None = None
