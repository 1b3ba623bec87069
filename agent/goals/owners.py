"""Who is accountable: a person, one role, only a team, or nobody.

A language's patterns are compiled when its first text comes. Approvers, judges, recipients and counterparts are no owners; plural roles and "we" are a team (rubric, ruling 5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from agent.calendar.patterns import regex
from agent.goals.scan import Scan
from agent.goals.words import has_japanese

OwnerFound = tuple[Literal["person", "role", "team"], int, int]


def settled(scan: Scan, said: OwnerFound | None, judged: OwnerFound | None) -> OwnerFound | None:
    """What stands of a fitted opinion on the owner: who the rules found at the same words stays what they are."""
    if judged is not None and _is_counterpart(scan, judged):
        return said
    if (
        said is not None
        and said[0] == "team"
        and judged is not None
        and _PLURAL_JA.match(scan.text, judged[2])
    ):
        return said
    if said is None or judged is None or _SURE.index(judged[0]) >= _SURE.index(said[0]):
        return judged
    return said if judged[1] <= said[2] and said[1] <= judged[2] else judged


_PLURAL_JA = regex(r"(?:の)?(?:皆|みな|方々|面々|各位|一同|全員|たち|達|ら(?=[がはで]))")
"""介護主任の皆さん: several who hold the post."""
_CHECKS_EN = regex(
    r"(?: [a-z]+){0,2} (?:proofreads?|checks?|signs?|approves?|reviews?|verif(?:y|ies)|receives?|confirms?|countersigns?|accepts?|inspects?|validates?) ",
    re.I,
)
"""shift lead proofreads it: who checks what another does."""
_SURE = ("team", "role", "person")
"""A name at the words of a post or a group can only be added: HR director Lena Vogt."""


def _is_counterpart(scan: Scan, judged: OwnerFound) -> bool:
    """図書館長あてに, 課長のOKを: to whom it goes or who approves."""
    if scan.language == "en":
        return not scan.is_goal and _CHECKS_EN.match(scan.text, judged[2]) is not None
    from agent.goals.owner_fields_ja import NOT_OWNER_AFTER

    return NOT_OWNER_AFTER.match(scan.without_dates, judged[2]) is not None


@dataclass(frozen=True, slots=True)
class Nobody:
    """No owner in the text."""


def owner_of(scan: Scan) -> OwnerFound | None:
    """Kind and span (folded text) of the owner."""
    if scan.language == "en":
        from agent.goals.owners_en import owner_in_english

        if not has_japanese(scan.text):
            return owner_in_english(scan)
        from agent.goals.owners_ja import owner_in_japanese

        return owner_in_english(scan) or owner_in_japanese(scan)
    from agent.goals.owners_ja import owner_in_japanese

    return owner_in_japanese(scan)
