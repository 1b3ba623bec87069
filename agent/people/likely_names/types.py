"""Words of an account that may be somebody's name, with all places they stand at and what is seen there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands: offsets into the document's text, and the unit that holds it."""

    doc: int
    unit: int
    start: int
    end: int


@dataclass(slots=True)
class Candidate:
    """One word or sequence of words of an account (folded), and its features over all its places.

    Features are strings whose first character names their group (see `chances.VALUES`); none of them holds the
    candidate's own letters beyond one character, so that weights know no name.
    """

    word: str
    language: Language
    places: list[Place] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
