"""Text in a source that tries to instruct a program is set aside before anything is read."""

from __future__ import annotations

from collections.abc import Sequence

from agent.evidence.instructions import is_instruction
from agent.renewal.remarks import Remark


def set_aside(remarks: Sequence[Remark]) -> tuple[list[Remark], list[Remark]]:
    """`(read, instructions)`: the remarks to read, and the sentences that instruct.

    With such a sentence goes everything of its paragraph, turn or cell: what stands beside it is its content
    ("… that the renewal is certain.").
    """
    found = [remark for remark in remarks if is_instruction(remark.text)]
    places = {(remark.document.source_id, remark.block) for remark in found}
    kept = [remark for remark in remarks if (remark.document.source_id, remark.block) not in places]
    return kept, found
