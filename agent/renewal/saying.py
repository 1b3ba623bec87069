"""Who says a remark: its speaker, or whom the line itself names as telling it."""

from __future__ import annotations

import re

from agent.models.plan import KeyPerson
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

BEFORE = re.compile(
    r"^[\s\u3000・\-*●○◎■◆>＞]*(?:[(（]?\d{1,2}[.．)）]\s*)?(?P<who>[^\s、。「」『』:：()（）][^、。「」『』:：]{0,20}?)(?:さん|様|氏)?"
    r"(?:\s*[:：]\s*|(?:は|が|より|から)?\s*[「『“]|(?:いわく|曰く|によると|によれば|の話(?:では|によると)|談)、?)"
)
BEHIND = re.compile(
    r"(?:[(（](?P<inside>[^()（）]{1,14})(?:談|より)?[)）]|と(?:の?こと)?、?(?P<after>[^、。「」]{1,12}))\s*。?$"
)
"""「…が書く(小野課長談)」, 「…に出す、と小野課長」."""


def said_by(remark: Remark, sides: Sides) -> KeyPerson | None:
    """The customer's stakeholder who says it; None where one of ours speaks or nobody is told."""
    if remark.side == "us":
        return None
    if remark.speaker:
        return _person(remark.speaker, sides)
    block = remark.document.blocks[remark.block]
    line = remark.document.text[block.start : block.end]
    before, behind = BEFORE.match(line), BEHIND.search(line)
    named = [before["who"]] if before else []
    named += [behind["inside"] or behind["after"]] if behind else []
    return next((who for words in named if (who := _person(words, sides)) is not None), None)


def _person(words: str, sides: Sides) -> KeyPerson | None:
    known = sides.person(words) if sides.of(words) != "us" else None
    return known if known is not None and known.kind == "person" else None
