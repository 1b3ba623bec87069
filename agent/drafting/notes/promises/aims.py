"""Labels that ask what a purchase was for, and answers under them that state an aim."""

from __future__ import annotations

import re

from agent.drafting.notes.promises.told import EFFECT
from agent.goals.verbs_en import bases
from agent.renewal.cues import cues
from connectors.interface import Document
from connectors.language import JAPANESE

CUES = cues("agent.drafting.notes.promises", "aims")
HEAD = 60
"""Characters of a document's first lines in which it may say what kind of record it is."""
IMPERATIVE = re.compile(
    r"^(?:(?:to|also|and|then|so that we can) )?(?P<verb>[A-Za-z]+)\b(?! (?:is|was|are|were|has|had)\b)"
)
PAST = re.compile(
    r"(?:た|だった|でした|ている|ていて|てて|ない|なかった|らしい|そうだ|とのこと|です|ます|ません)[」。]*$|"
    r"\b(?:was|were|had|did|used to|could not|couldn't|kept|got|lost|found|took|failed|complained)\b",
    re.I,
)
"""How it was or is, and no aim."""


def asks_for_aims(label: str) -> bool:
    """The label names the purchase's paper and what it says ("稟議の文言", "目的(起案書)", "from the business case")."""
    return bool(
        CUES["paper"].search(label) and CUES["aims"].search(label) and not CUES["of_whom"].search(label)
    )


def asks_what_for(label: str, document: Document) -> bool:
    """A bare word for aims or reasons in a record of the purchase: elsewhere it is the aim of the day's meeting."""
    record = CUES["record"].search(f"{document.path} {document.title} {document.text[:HEAD]}")
    return bool(record and CUES["aims_alone"].search(label.strip()))


def states_an_aim(text: str) -> bool:
    """What is to be done or to come, not how it was: "…をなくす", "…こと", "close the books faster"."""
    words = text.strip(' 　。.、「」"“”')
    if PAST.search(words):
        return False
    if JAPANESE.search(words):
        return bool(CUES["aim_shaped"].search(words) or EFFECT.search(words))
    verb = IMPERATIVE.match(words)
    return bool(EFFECT.search(words) or (verb and verb["verb"].lower() in bases()))
