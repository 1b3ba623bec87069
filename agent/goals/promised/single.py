"""One for all was promised, and the plan has several: a single portal, two portals."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.promise_subjects import subjects_of
from agent.goals.promised.claims import facts_of
from agent.goals.promised.clauses import clause_before
from agent.goals.scan import Scan

_ONE = regex(
    r"一本化|一元化|(?:1|一|ひと)(?:つ|本|か所)に(?:まとめ|集約|統一|統合)|(?<![a-z])(?:a single|one single|single source|one and the same|one (?=[a-z]+ for all))(?![a-z])",
    re.I,
)
_SEVERAL = regex(
    r"(?:設け|分け|用意|置[くき]|構え|新設|並立|併設|開設)|別に|ごとに|(?<![a-z])(?:separate|separately|one for|each with|split|set up|keep|run)(?![a-z])",
    re.I,
)


def has_several(promise: Scan, plan: Scan) -> bool:
    """The plan counts two or more of what was to be one."""
    if not _ONE.search(promise.text) or _ONE.search(plan.text) or not _SEVERAL.search(plan.text):
        return False
    planned = facts_of(plan)
    counts = [m for m in (*planned.aims, *planned.others) if m.kind == "count" and 2 <= m.value <= 20]
    if len(counts) != 1 or planned.now:
        return False
    return bool(subjects_of(promise.text) & subjects_of(clause_before(plan, counts[0].end)))
