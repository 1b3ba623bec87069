"""Whether a tool does the same as ours: in the words of the sentences that name it, and of those that go on about it."""

from __future__ import annotations

from collections.abc import Sequence

from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.tools", "words")
OLD = cues("agent.drafting.notes.tools", "tools")["overlap"]
LEAD = ' 　・-*「『"“→'
FOLLOWING = 2  # sentences after the one that names it, up to the next tool


def overlap_of(name: str, remarks: Sequence[Remark], others: Sequence[str]) -> bool | None:
    """True where a source says that the two are used side by side or for one thing, False where it says they are apart
    or do different work, else None: what kind of tool it is says nothing, since our product may be of that kind.
    `others` are the other tools' names."""
    for place, remark in enumerate(remarks):
        if name not in remark.text:
            continue
        told = [_clause(remark.text, name, others), *_going_on(remarks, place, others)]
        for words in told:
            if CUES["apart"].search(words):
                return False
            if CUES["over"].search(words) or OLD.search(words):
                return True
    return None


def _going_on(remarks: Sequence[Remark], place: int, others: Sequence[str]) -> list[str]:
    """What is said right after of the same tool: the row's other cells, and sentences that begin with a word for it
    ("It …", "そちら…") or straight with the overlap ("機能が重複…"), up to the next tool."""
    here = remarks[place]
    after: list[str] = []
    for remark in remarks[place + 1 : place + 1 + FOLLOWING + 2]:
        same_block = remark.block == here.block
        same_row = same_block and remark.kind.value == "table_row"
        if remark.document is not here.document or remark.block - here.block > FOLLOWING:
            break
        if any(other in remark.text for other in others):
            break
        if remark.kind.value == "table_row" and not same_row:
            break
        if same_row or _goes_on(remark.text):
            after.append(remark.text)
    return after


def _goes_on(text: str) -> bool:
    """The sentence has the tool before it as its matter: by a pronoun, or by no subject at all."""
    words = text.lstrip(LEAD)
    return any(CUES[key].match(words) for key in ("it_again", "over", "apart"))


def _clause(text: str, name: str, others: Sequence[str]) -> str:
    """The sentence, cut before and after the other tools it names."""
    at = text.find(name)
    start, end = 0, len(text)
    for other in others:
        place = text.find(other)
        if place >= 0 and other not in name and name not in other:
            start = max(start, place + len(other)) if place < at else start
            end = min(end, place) if place > at else end
    stop = text.rfind("。", 0, at) + 1
    return text[max(start, stop) : end]
