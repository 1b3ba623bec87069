"""Words of a sentence that may name a product of somebody else, as slots for frames of wording."""

from __future__ import annotations

import re

from agent.drafting.notes.frames import with_slots
from agent.drafting.notes.predicates import is_japanese
from agent.drafting.notes.tools.names import names_of
from agent.renewal.cues import cues

CAPITAL = re.compile(r"\b[A-Z][A-Za-z]{3,}\b")
LETTERS = re.compile(r"[ァ-ヴA-Za-z]")
NO_NAME = cues("agent.drafting.notes.tools", "words")["no_name"]


def with_products(text: str, others: frozenset[str] = frozenset()) -> str:
    """The text with each such word replaced by the slot of frames; `others` are names of people and of ours.

    An English word with a capital counts also where it opens the sentence.
    """
    spans = [(n.start, n.end, n.text) for n in names_of(text)]
    if not is_japanese(text):
        spans += [(*m.span(), m[0]) for m in CAPITAL.finditer(text) if not NO_NAME.search(m[0])]
    kept: list[tuple[int, int]] = []
    for start, end, name in sorted(spans):
        product = LETTERS.search(name) and not any(known in name or name in known for known in others)
        if product and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return with_slots(text, kept)
