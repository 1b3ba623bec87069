"""Text in a source that tries to instruct a program: found, flagged, and read for nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.renewal", "instructions")


def is_instruction(text: str) -> bool:
    """True for a sentence that addresses an AI with an order, or tells a reader's program to drop its own."""
    return bool(CUES["addressed"].search(text) or CUES["overrides"].search(text))


def set_aside(remarks: Sequence[Remark]) -> tuple[list[Remark], list[Remark]]:
    """`(read, instructions)`: the remarks to read, and the sentences that instruct.

    With such a sentence goes everything of its paragraph, turn or cell: what stands beside it is its content
    ("… that the renewal is certain.").
    """
    found = [remark for remark in remarks if is_instruction(remark.text)]
    places = {(remark.document.source_id, remark.block) for remark in found}
    kept = [remark for remark in remarks if (remark.document.source_id, remark.block) not in places]
    return kept, found
