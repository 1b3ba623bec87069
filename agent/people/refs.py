"""What the marks of a sentence stand for, and a sentence with its marks put in."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIRST_MARK = 0xE000
MARK = "[\ue000-\uf8ff]"
_COLON = re.compile(r"[ 　]*[:：][ 　]*")


@dataclass(frozen=True, slots=True)
class Ref:
    """What one mark stands for: a person, a body, or a title nobody is known to hold."""

    kind: str  # "person" | "body" | "title"
    index: int
    bare_speaker: bool = False  # 私, うち, "I"


class Marked:
    """A sentence in the making: its text with one character for each reference put in, in order."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.source, self.reached, self.end = text, start, end
        self.text = ""
        self.refs: list[Ref] = []
        self.pieces: list[tuple[int, int]] = []  # offsets in the source and in the marked text

    def put(self, start: int, end: int, ref: Ref) -> None:
        """One reference; what overlaps an earlier one or reaches out of the sentence is left out."""
        if start < self.reached or end > self.end:
            return
        self._copy(start)
        self.text += chr(FIRST_MARK + len(self.refs))
        self.refs.append(ref)
        self.reached = end

    def close(self) -> None:
        self._copy(self.end)

    def at(self, offset: int) -> int:
        """The place in the marked text of an offset in the source."""
        begin, place = max((p for p in self.pieces if p[0] <= offset), default=(offset, 0))
        return min(place + len(_COLON.sub("：", self.source[begin:offset])), len(self.text))

    def _copy(self, until: int) -> None:
        self.pieces.append((self.reached, len(self.text)))
        self.text += _COLON.sub("：", self.source[self.reached : until])
