"""Which remarks are evidence for how the customer decides: told by somebody who is known, and no belief of ours."""

from __future__ import annotations

from collections.abc import Sequence

from agent.renewal.clauses import CUES
from agent.renewal.remarks import Remark


def told(remarks: Sequence[Remark]) -> list[Remark]:
    """The remarks left in their order, without quoted tails of unknown speakers and our own people's beliefs."""
    return [remark for remark in remarks if not (_is_nobodys(remark) or _is_our_belief(remark))]


def _is_nobodys(remark: Remark) -> bool:
    """Somebody's earlier words, forwarded or quoted below an answer, that do not say whose they are."""
    return remark.is_note and remark.quoted and remark.side is None


def _is_our_belief(remark: Remark) -> bool:
    """What we thought or had heard ("…だと思っていた", "…と伺っております"); the customer's own "思っていた" stays."""
    return remark.side == "us" and bool(CUES["belief"].search(remark.text))
