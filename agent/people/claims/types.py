"""What a frame is, and what reading a sentence against the frames gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Holder = Literal["subject", "topic", "object", "place", "goal", "source", "owner", "name"]
"""How the person stands to the words: does it, has it done to them, is gone to, is asked, has it, or is called so."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that show something of the person who holds a place beside them.

    `shows` is a role, "stance:" + a stance, "event:" + a move, or "influence:" + a degree.
    """

    shows: str
    weight: float
    holders: tuple[Holder, ...]
    denies: bool = False  # the words themselves deny ("has no authority")
    near: int = 6  # words that may stand between person and words, for goal, source and owner
    beside: str | None = None  # pattern text: one of these must stand near the words, or an insider's mark
    negative: bool = False  # the words hold a negation of their own ("sees no value")
    sure: bool = (
        False  # a condition before the words does not weaken them ("if you took it away, I would riot")
    )
    of_us: bool = False  # counts only where the words are about us, our product or the renewal


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a sentence says of one mark. `mark` is None where the sentence names no subject of its own."""

    shows: str
    weight: float
    mark: str | None
    denied: bool
    start: int  # of the words, in the marked text
    acts: bool = False  # an act with its audience: only a subject said outright or "I" counts
    end: int = -1  # of the words, in the marked text
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a marked sentence with its offsets in it; `lemma` is its dictionary form, `kind` its part of speech."""

    text: str
    lemma: str
    kind: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        return len(self.text) == 1 and "\ue000" <= self.text <= "\uf8ff"
