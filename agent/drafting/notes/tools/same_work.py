"""Whether a tool does the work of ours, by what it is used for: where no sentence says so itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.frames import SLOT, frames
from agent.renewal.cues import LANGUAGES, cues
from agent.renewal.remarks import Remark

PACKAGE, FILE = "agent.drafting.notes.tools", "same_work"
CUES = cues(PACKAGE, FILE)
WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[a-z]{4,}", re.I)
REACH = 60
"""Letters around a tool's name in which a word for a candidate or a comparison speaks of it."""


def does_same_work(
    name: str, purpose: str | None, product: str | None, remarks: Sequence[Remark]
) -> bool | None:
    """True for what is weighed against ours or does work our product is named after, and for work done by hand (paper,
    boards, sheets), which is what software takes over; False for work of another kind (accounts, attendance, machines …).

    A named product, and a bare platform (Excel, FAX), is None where its work or ours is not told.
    """
    if any(_weighed(name, remark.text) for remark in remarks if remark.is_note):
        return True
    told = f"{name} {purpose or ''}"
    if _works(product) & {word.casefold() for word in WORD.findall(told)}:
        return True
    if CUES["other_work"].search(told):
        return False
    told_work = bool(purpose) or CUES["platform"].fullmatch(name.strip()) is None
    if (told_work and CUES["by_hand"].search(told)) or any(
        _made_by_hand(name, remark.text) for remark in remarks
    ):
        return True
    return False if purpose and _works(product) else None


def _works(product: str | None) -> set[str]:
    """What our product is named after, behind the name itself ("棚卸しよやく", "… Rota & On-call")."""
    return {word.casefold() for word in WORD.findall(product or "")[1:]}


def _weighed(name: str, text: str) -> bool:
    at = text.find(name)
    if at < 0:
        return False
    around = text[max(0, at - REACH) : at + len(name) + REACH]
    return bool(CUES["weighed"].search(around)) or _is_told("stands_for_ours", name, around)


def _made_by_hand(name: str, text: str) -> bool:
    """The sentence says that somebody built it in a sheet or a database of their own."""
    return name in text and _is_told("home_made", name, text)


def _is_told(key: str, name: str, text: str) -> bool:
    """A frame of that key fits, with the tool's name in its slot."""
    told = text.replace(name, SLOT)
    return any(frame.search(told) for language in LANGUAGES for frame in frames(PACKAGE, FILE, language, key))
