"""What a promise of few words is about: "I'll ask her." and 「私が書きます。」 take it from what another has just said."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.matter import has_matter
from agent.models.plan import Commitment
from agent.renewal.remarks import Remark

BACK = 3
"""Lines before a bare promise that may say what it is about, the nearest first."""
LONGEST = 90
"""Letters of a line that is put before a promise."""


def with_matter(entry: Commitment, remarks: Sequence[Remark]) -> Commitment:
    """The promise with the line it answers before it, both cited; as it is where it says itself what it is about."""
    if has_matter(entry.text):
        return entry
    at = next((index for index, remark in enumerate(remarks) if _is_cited(remark, entry)), None)
    if at is None:
        return entry
    here = remarks[at]
    for before in reversed(remarks[max(0, at - BACK) : at]):
        if before.document is not here.document or before.day != here.day or before.column != here.column:
            break
        if not before.speaker or before.speaker == here.speaker:
            continue
        citation = citation_of(before)
        if citation is not None and len(before.text) <= LONGEST and has_matter(before.text):
            told = before.text.strip()
            citations = [*entry.citations, citation]
            return entry.model_copy(update={"text": f"{told} {entry.text}", "citations": citations})
    return entry


def _is_cited(remark: Remark, entry: Commitment) -> bool:
    first = entry.citations[0]
    return remark.document.source_id == first.source_id and first.start <= remark.start < first.end
