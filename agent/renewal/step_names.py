"""What a step is called in the words of its source, where they are short enough to be a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from agent.renewal.sightings import Sighting
from connectors.language import JAPANESE

SHORTEST, LONGEST = {"ja": 4, "en": 8}, {"ja": 30, "en": 60}
"""Characters of a name: shorter says nothing, longer is a sentence."""
LEAD = re.compile(
    r"^(?:[\s\u3000・●○*>＞\-–—「『\"“'‘(（]|\d+[.)．]\s|まず|次に|それから|そのあと|その後|そして|最後[はにが]|で、|then |first,? |finally,? |and |so |the )+",
    re.IGNORECASE,
)
TRAIL = re.compile(
    r"(?:[\s\u3000、,。.;:：」』\"”'’)）]|(?:まで|までに|に|は|が|を|で|の|から|へ|より|ころ|頃|予定|の予定|の見込み?)(?=$)|\b(?:by|on|in|at|before|until|from|the|to|for|is|are|of|and|then)$)+$",
    re.IGNORECASE,
)
WORDS = re.compile(r"\(\s*\)|（\s*）")


class Named(Protocol):
    """A step with its sightings, newest first."""

    @property
    def sightings(self) -> Sequence[Sighting]: ...


def own_words(step: Named) -> str | None:
    """The shortest clause that tells the step, dates and connecting words left out; None where none is short enough."""
    listed = [s.clause.text for s in step.sightings if s.listed]
    names = [name for s in step.sightings if s.remark.is_note and (name := _name(s))]
    return listed[0] if listed else min(names, key=len, default=None)


def _name(sighting: Sighting) -> str | None:
    text = sighting.clause.text
    when = sighting.when
    if when is not None and when.words in text:
        text = text.replace(when.words, " ", 1)
    text = WORDS.sub("", text)
    text = TRAIL.sub("", LEAD.sub("", re.sub(r"[ \u3000]+", " ", text))).strip()
    language = "ja" if JAPANESE.search(text) else "en"
    return text if SHORTEST[language] <= len(text) <= LONGEST[language] and "\n" not in text else None
