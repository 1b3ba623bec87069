"""Dates of what has been: 12月に落ちた評点, following the recall of 9 February, (closed 25 September).

They say which thing is meant; by when something is to be there they do not say.
"""

from __future__ import annotations

import re

from agent.calendar import DateMention
from agent.calendar.patterns import regex
from agent.goals.scan import Scan

_HAPPENED_JA = regex(
    r"(?:中|頃|ごろ|末|初め|上旬|中旬|下旬)?に(?:[^、。\n\d]{0,8})?(?:起きた|起こった|落ちた|下がった|上がった|発生した|出た|あった|行った|実施した|開いた|開催した|受けた|決めた|決まった|合意した|導入した|始めた|変わった|届いた|いただいた|頂いた|見つかった|判明した)(?=[一-龥々ァ-ヶーA-Za-z「])"
)
_OF_WHAT_WAS_EN = regex(
    r"(?<![a-z])(?:following|after|since|arising from|raised (?:on|in|at)|agreed (?:on|in|at)|from) (?:the |our |their |your )?(?:[a-z-]+ ){1,3}(?:of|on|in) (?:the )?$"
    r"|(?<![a-z])(?:closed|opened|held|dated|signed|sent|reported|logged|as on|taken on|run on)(?: on| in)? (?:the )?$|(?<![a-z])(?:from|after|following|since) (?:the |our )?$",
    re.I,
)
_THING_EN = regex(
    r" (?:minutes|meeting|notes|call|incident|recall|audit|outage|review|workshop|email|e-mail|letter|report|complaint)s?(?![a-z])",
    re.I,
)


def tells_what_was(scan: Scan, mention: DateMention) -> bool:
    """The date has passed, or names no day, and says when something happened that is spoken of."""
    if scan.language != "en":
        ahead = mention.last is not None and mention.last >= scan.context.as_of
        return not ahead and _HAPPENED_JA.match(scan.text, mention.end) is not None
    if mention.last is None or mention.last >= scan.context.as_of:
        return False
    before = _OF_WHAT_WAS_EN.search(scan.text[max(0, mention.start - 48) : mention.start])
    if before is None:
        return False
    bare = (
        before.group().strip().lower().split()[0] in ("from", "after", "following", "since")
        and len(before.group().split()) < 3
    )
    return not bare or _THING_EN.match(scan.text, mention.end) is not None
