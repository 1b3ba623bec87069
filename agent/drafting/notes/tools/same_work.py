"""Whether a tool does the work of ours, by what it is used for: where no sentence says so itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.tools", "same_work")
WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[a-z]{4,}", re.I)
REACH = 60
"""Letters around a tool's name in which a word for a candidate or a comparison speaks of it."""


def does_same_work(
    name: str, purpose: str | None, product: str | None, remarks: Sequence[Remark]
) -> bool | None:
    """True for what is weighed against ours, False for work of another kind (accounts, attendance, machines …), else None.

    Work that our product is named after is never of another kind; sheets, chats and paper may do any work.
    """
    if any(_weighed(name, remark.text) for remark in remarks if remark.is_note):
        return True
    told = f"{name} {purpose or ''}"
    other = CUES["other_work"].search(told)
    ours = {word.casefold() for word in WORD.findall(product or "")[1:]}
    return False if other and not ours & {word.casefold() for word in WORD.findall(told)} else None


def _weighed(name: str, text: str) -> bool:
    at = text.find(name)
    return at >= 0 and bool(CUES["weighed"].search(text[max(0, at - REACH) : at + len(name) + REACH]))
