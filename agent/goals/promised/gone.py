"""All of something is to go, and the plan says how many are left: spreadsheets in use 5 today, 2 by March."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.promise_subjects import subjects_of
from agent.goals.promised.claims import facts_of
from agent.goals.promised.clauses import clause_before
from agent.goals.scan import Scan

_ALL_GO = regex(
    r"全廃|廃止|撤廃|なくす|なくし|なくなる|一掃|(?:全て|すべて|全部|残らず|全\d+[一-龥ァ-ヶ]{1,4}|の全[一-龥]{1,4})[^、。\n]{0,8}(?:やめ|停止|終了|置き?換え|入れ?替|切り?替|移行|片付|撤去|止め)"
    r"|(?<![a-z])(?:no more|eliminat(?:e|es|ed|ing)|abolish(?:e[sd])?|get rid of|do(?:es)? away with|phase(?:s|d)? out|(?:replac|retir|remov|clos|decommission|switch|shut|turn|scrapp?|withdraw|sunsett?)(?:e|es|ed|ing|s)?(?: off| down)? (?:of )?(?:all|every|each|both)|(?:all|every|both) (?:[a-z0-9'-]+ ){1,4}(?:are |is |be |to be |get )?(?:gone|retired|replaced|removed|closed|decommissioned|scrapped|switched off|shut down|withdrawn|eliminated))(?![a-z])",
    re.I,
)
_LEFT = regex(
    r"残(?:り|る|存|数|件|っ)|(?:運用|稼働|使用|利用|存続)中|併用|(?<![a-z])(?:still|remaining|remain|remains|left|in use|in service|active|live|kept|open)(?![a-z])",
    re.I,
)
_TAKEN_AWAY = regex(
    r"(?:廃止|撤去|停止|終了|置き?換え|移行|解約|削除|閉鎖|片付け|統合)(?:済|数|件数|率|した|する数|完了)|(?<![a-z])(?:retired|replaced|removed|closed|decommissioned|scrapped|switched off|migrated|shut|gone|withdrawn)(?![a-z])",
    re.I,
)
"""The number is of those that have gone, so more is better."""


def some_left(promise: Scan, plan: Scan) -> bool | None:
    """Some of what was to go is left by the plan; None when one of the two says nothing of it."""
    going = _ALL_GO.search(promise.text)
    if going is None or _TAKEN_AWAY.search(plan.text):
        return None
    planned = facts_of(plan)
    if planned.changes or any(m.kind == "share" for m in planned.aims):
        return None
    aim, base = planned.aim("count"), planned.base("count")
    if aim is None or not (_LEFT.search(plan.text) or (base is not None and base.value > aim.value)):
        return None
    counted = clause_before(plan, min(m.start for m in (aim, base) if m is not None))
    return aim.value > 0 if subjects_of(clause_before(promise, going.end())) & subjects_of(counted) else None
