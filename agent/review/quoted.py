"""`as_quoted`: what a reading keeps where the text is not a plan's wording but what somebody said in a source.

Rules and weights know how plans are written. Of a spoken promise (それは私から言っておきます, I'll have Tobin turn it on)
they take the verb for a loose word and the first noun for an owner; a finding that says so helps nobody.
"""

from __future__ import annotations

from dataclasses import replace

from agent.goals import ItemReading, Owner
from agent.goals.words import pattern_of

_SHORTEST_NAME = 2


def as_quoted(reading: ItemReading) -> ItemReading:
    """The reading with the loose words that are listed as such, and with no owner but a person named in full."""
    listed = pattern_of(reading.language, "vague", "degree", "time", "verbs", "nouns")
    vague = tuple(part for part in reading.vague if listed.fullmatch(part.text.lower()))
    owner = reading.owner
    if owner.kind != "person" or len(owner.name or "") < _SHORTEST_NAME:
        owner = Owner("none")
    return replace(reading, vague=vague, owner=owner)
