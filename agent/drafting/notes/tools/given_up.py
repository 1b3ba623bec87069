"""Whether a sentence says that a tool is no longer used, or was tried and not taken."""

from __future__ import annotations

from agent.drafting.notes.frames import frames, slots_in, with_slots
from connectors.language import JAPANESE


def is_given_up(name: str, text: str) -> bool:
    """True for "looked at X and dropped it", "Xを検討したが見送り", "stopped using X"; False where the name is not in the text."""
    at = text.find(name)
    if at < 0:
        return False
    masked = with_slots(text, [(at, at + len(name))])
    language = "ja" if JAPANESE.search(text) else "en"
    return any(
        slots_in(frame, masked) for frame in frames("agent.drafting.notes.tools", "words", language, "gone")
    )
