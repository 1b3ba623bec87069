"""People who only tell of a goal: what somebody reports, wishes aloud or is asked for is not theirs to answer for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.goals.owner import names_an_owner, owner_of
from agent.drafting.notes.goals.values import PARTS
from agent.models.evidence import Citation
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.language import JAPANESE

_CALLED = r"(?:[一-龠ァ-ヴー]{0,6}[長任査幹事与締役代表理]|リーダー|マネージャー|チーフ)?(?:さん|様|さま|氏|殿|先生)?"
_BEFORE_JA = re.compile(r"(?:と|とのこと|って|とか)[、 　]?$|[(（〈【\[]$")
"""Behind what is said: 「…にしたい、と某さん」, 「…を減らす(某課長)」."""
_AFTER_JA = re.compile(
    rf"{_CALLED}(?:によ(?:ると|れば)|の話では|いわく|曰く|談|(?:より|から|は|が)?[「『]|(?:より|から)(?=[、の])|より[、 　]?(?!も))"
)
_CLOSED_JA = re.compile(rf"{_CALLED}(?:[)）〉】\]]|[。.]?$|の?(?:話|弁|言))")
_AFTER_EN = re.compile(
    r"(?: \w+)?(?:,? (?:said|says|told|explained|reports?|reported|noted|mentioned|adds?|added|asked|remarked)\b| (?:has |have |had )?(?:agreed|approved|signed off|ok['’]?d|consented)(?: (?:it|this|that|to (?:it|this|that)))?(?=[.,;]|$))"
)
_BEFORE_EN = re.compile(r"\b(?:according to|says|said|told by|reported by)\s+$", re.I)


def without_tellers(goal: Goal, remarks: Sequence[Remark], sides: Sides) -> Goal:
    """The goal, its owner left open where all its sentences that name them name the one who told."""
    own = [r for c in goal.citations for r in remarks if _quotes(c, r)]
    if not only_told_by(goal, own, sides):
        return goal
    return goal.model_copy(
        update={"owner": None, "missing": sorted({*goal.missing, "owner"}, key=PARTS.index)}
    )


def _quotes(citation: Citation, remark: Remark) -> bool:
    same = citation.source_id == remark.document.source_id
    return same and citation.start < remark.end and remark.start < citation.end


def only_told_by(goal: Goal, own: Sequence[Remark], sides: Sides) -> bool:
    """The goal's owner stands in its sentences as the one who tells of it, and in none as the one who answers for it."""
    if goal.owner is None:
        return False
    named = [remark.text for remark in own if _places(remark.text, goal.owner)]
    if not named or any(_answers(remark, goal.owner, sides) for remark in own):
        return False
    return all(tells(text, goal.owner) for text in named)


def _answers(remark: Remark, owner: str, sides: Sides) -> bool:
    """The sentence gives the owner by its words, or says "I" in the owner's own mouth."""
    return names_an_owner(remark.text) and owner_of([remark], sides) in (owner, None)


def _places(text: str, owner: str) -> list[tuple[int, int]]:
    """Where the text names the owner by a part of the name."""
    parts = [part for part in re.split(r"[\s　・]", owner) if len(part) > 1 or not part.isascii()]
    found = [m.span() for part in parts or [owner] for m in re.finditer(re.escape(part), text)]
    return sorted(found)


def tells(text: str, owner: str) -> bool:
    """Every place that names the owner does so as of a teller."""
    places = _places(text, owner)
    japanese = JAPANESE.search(text) is not None
    return bool(places) and all(_tells_ja(text, *at) if japanese else _tells_en(text, *at) for at in places)


def _tells_ja(text: str, start: int, end: int) -> bool:
    behind = _BEFORE_JA.search(text[:start]) and _CLOSED_JA.match(text, end)
    return bool(behind or _AFTER_JA.match(text, end))


def _tells_en(text: str, start: int, end: int) -> bool:
    return bool(_AFTER_EN.match(text, end) or _BEFORE_EN.search(text[:start]))
