"""Where no body decides for all: every site, house or branch by itself, in the words of a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.renewal.cues import cues, frames
from agent.renewal.remarks import Remark

WORDS = cues("agent.renewal", "each_site")
EACH = frames("agent.renewal", "each_site", "each")


def each_for_itself(remarks: Sequence[Remark]) -> Value[str] | None:
    """Who decides each for itself ("各校", "each practice"), from the newest sentence of a note; None without one.

    What somebody of ours says counts only where no customer says it; questions and denials never do, nor
    does a sentence without a word of the contract or its money in it or beside it.
    """
    found: list[tuple[bool, dt.date, str, Remark]] = []
    for index, remark in enumerate(remarks):
        near = " ".join(r.text for r in remarks[max(0, index - 1) : index + 2])
        if not remark.is_note or WORDS["denies"].search(remark.text) or not WORDS["matter"].search(near):
            continue
        told = next((hit for frame in EACH if (hit := frame.search(remark.text))), None)
        if told:
            who = told["who"].strip()
            found.append((remark.side == "customer", remark.day or dt.date.min, who, remark))
    for _, _, who, remark in sorted(found, key=lambda entry: entry[:2], reverse=True):
        citation = cite(remark.document, remark.start, remark.end)
        if citation is not None and who in citation.quote:
            return Value[str](value=who, citations=[citation])
    return None
