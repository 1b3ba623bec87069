"""What a step is called in the words of its source, where they are short enough to be a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from agent.renewal.sighting import Sighting
from connectors.language import JAPANESE

SHORTEST, LONGEST = {"ja": 4, "en": 8}, {"ja": 30, "en": 60}
"""Characters of a name: shorter says nothing, longer is a sentence."""
LEAD = re.compile(
    r"^(?:[\s\u3000、,・●○*>＞\-–—「『\"“'‘(（]|\d+[.)．]\s|まず|次に|それから|そのあと|その後|そして|最後[はにが]|で、|then |first,? |finally,? |and |so |the )+",
    re.IGNORECASE,
)
TRAIL = re.compile(
    r"(?:[\s\u3000、,。.;:：」』\"”'’)）]|(?:まで|までに|に|は|が|を|で|の|から|へ|より|ころ|頃|予定|の予定|の見込み?)(?=$)|\b(?:(?:mon|tues|wednes|thurs|fri)day|by|on|in|at|before|until|from|the|to|for|is|are|of|and|then)$)+$",
    re.IGNORECASE,
)
WORDS = re.compile(r"\(\s*\)|（\s*）")
OF_A_DATE = re.compile(
    r"^(?:まで(?:に)?(?:は)?|から|頃に?|ごろに?|中に|末に?|[にはの](?=[^ぁ-ん])|[,、](?=.))"
)
"""What goes with a date that is left out."""
UNSOUND = re.compile(
    r"^(?:[をにはがのとも](?![ぁ-ん]{2})|から|まで|より|(?:if|because|but|unless) )|(?:ないと|すると|いと|たら|れば|なければ|ので|けど|けれど|ながら|ても|とか|かも|ません|(?:[^ぁ-ん]だ|んだ|だよ|です|よ|ね|わ|いや))$|\s[、。,にのをがはで]|"
    r"\b(?:I|she|he|they) (?:says?|said|thinks?|thought|told|wants?)\b|\b(?:let(?:'|’)s|I|I(?:'|’)(?:ll|m|d|ve)|my|typing)\b",
    re.IGNORECASE,
)
"""A condition, talk, or a piece that begins or ends in the middle: a sentence's remains and no name."""
PAIRS = ("「」", "『』", "()", "（）", "“”", "[]")


class Named(Protocol):
    """A step with its sightings, newest first."""

    @property
    def sightings(self) -> Sequence[Sighting]: ...


def own_words(step: Named) -> str | None:
    """The shortest clause that tells the step, dates and connecting words left out; None where none is short enough."""
    listed = [TRAIL.sub("", s.clause.text) or s.clause.text for s in step.sightings if s.listed]
    names = [name for s in step.sightings if s.remark.is_note and (name := _name(s))]
    return listed[0] if listed else min(names, key=len, default=None)


def _name(sighting: Sighting) -> str | None:
    text = sighting.clause.text
    when = sighting.when
    if when is not None and when.words in text:
        before, after = (part.strip(" \u3000") for part in text.split(when.words, 1))
        if before and after.startswith(("、", ",")):
            return None
        apart = "" if JAPANESE.search(before[-1:]) or before.endswith("、") else " "
        text = before + apart + OF_A_DATE.sub("", after, count=1)
    text = WORDS.sub("", text)
    text = LEAD.sub("", re.sub(r"[ \u3000]+", " ", text)).strip()
    while text != (shorter := TRAIL.sub("", text).strip()):
        text = shorter
    language = "ja" if JAPANESE.search(text) else "en"
    if "\n" in text or UNSOUND.search(text) or not _is_whole(text):
        return None
    return text if SHORTEST[language] <= len(text) <= LONGEST[language] else None


def _is_whole(text: str) -> bool:
    """Every bracket and quotation mark that opens closes."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in PAIRS) and text.count('"') % 2 == 0
