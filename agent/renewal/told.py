"""Which remarks are evidence for how the customer decides: told by somebody who is known, and no belief of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.renewal.clauses import CUES
from agent.renewal.remarks import Remark

TAIL_HEAD = re.compile(
    r"^[> ]*(?:差出人|送信者|発信者|From)\s*[:：]\s*\S|\S\s*wrote\s*[:：]?\s*$|のメール\s*[:：]?\s*$|(?:書きました|のメッセージ)\s*[:：]?\s*$",
    re.I,
)
HEAD_BLOCKS = 4
"""A mail program names the sender in the first lines of what it quotes or forwards."""


def told(remarks: Sequence[Remark]) -> list[Remark]:
    """The remarks left in their order, without quoted tails of unknown speakers and our own people's beliefs."""
    return [remark for remark in remarks if not (_is_nobodys(remark) or _is_our_belief(remark))]


def _is_nobodys(remark: Remark) -> bool:
    """Somebody's earlier words, forwarded or quoted below an answer, that do not say whose they are."""
    return remark.is_note and remark.quoted and remark.speaker is None and not _is_headed(remark)


def _is_headed(remark: Remark) -> bool:
    """The quoted blocks around it begin with the name of who wrote them."""
    blocks = remark.document.blocks
    first = remark.block
    while first and blocks[first - 1].quoted:
        first -= 1
    head = blocks[first : min(first + HEAD_BLOCKS, remark.block)]
    return any(TAIL_HEAD.search(remark.document.text[b.start : b.end].strip()) for b in head)


def _is_our_belief(remark: Remark) -> bool:
    """What we thought or had heard ("…だと思っていた", "…と伺っております"); the customer's own "思っていた" stays."""
    unknown = remark.side is None and remark.document.kind.value == "chat"
    return (remark.side == "us" or unknown) and bool(CUES["belief"].search(remark.text))
