"""Whether a sentence says that a tool is no longer used, or was tried and not taken."""

from __future__ import annotations

import re

from agent.drafting.notes.frames import frames, slots_in, with_slots

JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠]")


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
