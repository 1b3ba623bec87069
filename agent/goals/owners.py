"""Who is accountable: a person, one role, only a team, or nobody.

Approvers, judges, recipients and counterparts are no owners; plural roles and "we" are a team (rubric, ruling 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from agent.goals.owners_en import owner_in_english
from agent.goals.owners_ja import owner_in_japanese
from agent.goals.scan import Scan

OwnerFound = tuple[Literal["person", "role", "team"], int, int]


@dataclass(frozen=True, slots=True)
class Nobody:
    """No owner in the text."""


def owner_of(scan: Scan) -> OwnerFound | None:
    """Kind and span (folded text) of the owner."""
    if scan.language == "en":
        return owner_in_english(scan) or (None if scan.text.isascii() else owner_in_japanese(scan))
    return owner_in_japanese(scan)
