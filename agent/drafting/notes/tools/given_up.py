"""Whether sentences say that a tool is no longer used, was tried and not taken, or is only held out to the customer."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.frames import frames, slots_in, with_slots
from agent.renewal.remarks import Remark
from connectors.language import JAPANESE


def is_given_up(name: str, text: str) -> bool:
    """True for "looked at X and dropped it", "Xを検討したが見送り", "stopped using X"; False where the name is not in the text."""
    return _is_told("gone", name, text)


def is_offered(name: str, remarks: Sequence[Remark]) -> bool:
    """True where notes speak of trying it, of its price or of a comparison, and none says that it is in use."""
    told = [remark.text for remark in remarks if remark.is_note and name in remark.text]
    return any(_is_told("held_out", name, text) for text in told) and not any(
        _is_told(key, name, text) for text in told for key in ("frames", "naming")
    )


def _is_told(key: str, name: str, text: str) -> bool:
    at = text.find(name)
    if at < 0:
        return False
    masked = with_slots(text, [(at, at + len(name))])
    language = "ja" if JAPANESE.search(text) else "en"
    return any(
        slots_in(frame, masked) for frame in frames("agent.drafting.notes.tools", "words", language, key)
    )
