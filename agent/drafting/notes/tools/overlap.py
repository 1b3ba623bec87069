"""Whether a tool does the same as ours: in the words of the sentences that name it, and of those that go on about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.tools", "words")
OLD = cues("agent.drafting.notes.tools", "tools")["overlap"]
SEPARATE = re.compile(
    r"チャット|連絡|メール|会議|電話|CTI|勤怠|シフト|会計|経費|給与|基幹|受注|販売管理|在庫|生産管理|配車|POS|レジ|契約管理|"
    r"chat|phone|telephony|attendance|payroll|accounting|finance|order|inventory|ERP|POS",
    re.I,
)
"""Work that a tool for knowledge, voice or forms does not do. A tool for it is taken not to overlap with ours unless a
source says that the two do the same thing."""
TALK = re.compile(
    r"^(?:MS )?(?:Teams|Slack|Chatwork|チャットワーク|LINE.*|Zoom|Outlook|Gmail|WhatsApp.*|FAX|ファックス|社内メール)$"
)
"""Tools whose name says their work: talk among people."""
FOLLOWING = 2  # sentences after the one that names it, up to the next tool


def overlap_of(
    name: str, purpose: str | None, remarks: Sequence[Remark], others: Sequence[str]
) -> bool | None:
    """True where a source says that the two are used side by side or for one thing, False where it says they are apart
    or do different work, else None. `others` are the other tools' names."""
    for place, remark in enumerate(remarks):
        if name not in remark.text:
            continue
        told = [_clause(remark.text, name, others), *_going_on(remarks, place, others)]
        for words in told:
            if CUES["apart"].search(words):
                return False
            if CUES["over"].search(words) or OLD.search(words):
                return True
    if TALK.search(name):
        return False
    return False if purpose and SEPARATE.search(purpose) else None


def _going_on(remarks: Sequence[Remark], place: int, others: Sequence[str]) -> list[str]:
    """What is said right after of the same tool: the row's other cells, and sentences that name no other tool."""
    here = remarks[place]
    after: list[str] = []
    for remark in remarks[place + 1 : place + 1 + FOLLOWING + 2]:
        same_row = remark.block == here.block
        if remark.document is not here.document or (not same_row and remark.block - here.block > FOLLOWING):
            break
        if any(other in remark.text for other in others):
            break
        if remark.kind.value == "table_row" and not same_row:
            break
        after.append(remark.text)
    return after


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
