"""Something was to be free, and the plan has a price on it: 保守費として120万円を計上."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.promised.claims import facts_of
from agent.goals.scan import Scan

_FREE = regex(
    r"無料|無償|(?:費用|料金)(?:は|が)?(?:かから|不要|なし|発生し(?:ない|ません))|(?<![a-z])(?:free(?! (?:up|of errors|from|time|text))|at no (?:extra |additional )?(?:cost|charge)|no (?:extra |additional )?(?:cost|charge|fee)s?|waived)(?![a-z])",
    re.I,
)
_PRICED = regex(
    r"計上|支払|発注|購入|予算(?:化|取り|を?(?:確保|申請))|請求|見積|費として|料として|負担|(?<![a-z])(?:budget(?:ed|s)? (?:for|of)|pays?|paying|orders?|ordering|purchase|buy|quotes?|quoted|invoices?|invoiced|fees?|priced?)(?![a-z])",
    re.I,
)
_GAINED = regex(
    r"削減|節約|相当|効果|以下|未満|売上|粗利|(?<![a-z])(?:sav(?:e|es|ed|ing|ings)|worth|cut|reduc|revenue|sales)",
    re.I,
)


def is_charged(promise: Scan, plan: Scan) -> bool:
    """The plan names an amount to be paid for what was promised to be free."""
    if not _FREE.search(promise.text) or not _PRICED.search(plan.text) or _GAINED.search(plan.text):
        return False
    return any(m.kind == "money" and m.value > 0 for m in facts_of(plan).aims)
