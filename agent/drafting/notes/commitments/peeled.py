"""A task set out in parts: its words, and at their edges who does it and until when, in any order and with any sign between."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from agent.drafting.notes.commitments.edges import (
    ANY_DAY,
    BEFORE_DUE,
    BEHIND_DUE,
    BLANK_BEHIND,
    BOX,
    CLOSE,
    DUE,
    LEFT_GAP,
    LONGEST_DAY,
    LONGEST_NAME,
    MOST_PIECES,
    NAME,
    NUMBER,
    OPEN,
    RIGHT_GAP,
    SIGN_BEHIND,
    SUBJECT_EN,
    SUBJECT_JA,
    TO_WHOM,
    is_label,
    label,
    label_behind,
    state_words,
)
from agent.renewal.sides import Side


@dataclass(slots=True)
class Parts:
    """Where in the text each part stands, as (start, end); `side` is the owner's."""

    text: tuple[int, int]
    owner: str | None = None
    side: Side | None = None
    due: str | None = None
    done: bool = False
    labelled: bool = False
    """A label of the task itself stands before it."""

    @property
    def fields(self) -> set[str]:
        """The names of the parts that are told."""
        return {name for name in ("owner", "due") if getattr(self, name) is not None}


SideOf = Callable[[str], Side | None]


class Peeler:
    """Reads lines of one document; `side_of` gives the side of an owner's name or of a word for a house."""

    def __init__(self, side_of: SideOf) -> None:
        self._side_of = side_of

    def read(self, text: str) -> Parts:
        """The parts of a line; the task's own words are what is left when nothing more comes off the edges."""
        parts = Parts((0, len(text)))
        for _ in range(12):
            before = (parts.text, parts.owner, parts.due)
            self._trim(text, parts)
            for take in (self._label_left, self._due_left, self._owner_marked, self._bracket_left, self._bracket_right, self._due_right, self._owner_right, self._owner_left, self._state_right):  # fmt: skip
                if take(text, parts):
                    break
            if before == (parts.text, parts.owner, parts.due):
                break
        return parts

    def _trim(self, text: str, parts: Parts) -> None:
        a, b = parts.text
        while True:
            start = a
            for mark in (BOX, NUMBER, LEFT_GAP):
                if found := mark.match(text, a, b):
                    parts.done = parts.done or (
                        mark is BOX and found[0].strip("[]") in "xX✓☑✅✔" and found[0] not in ("[]", "[ ]")
                    )
                    a = found.end()
            found = RIGHT_GAP.search(text, a, b)
            if found:
                b = found.start()
            if a < b and text[b - 1] in OPEN:
                b -= 1
            elif a < b and text[a] in CLOSE:
                a += 1
            elif start == a and not found:
                break
            if a >= b:
                break
        parts.text = (a, max(a, b))

    def _label_left(self, text: str, parts: Parts) -> bool:
        a, b = parts.text
        found = label("task").match(text, a, b)
        if (
            found
            and found.end() < b
            and (re.search(r"[:：=＝\t]|->|→", found[0]) or not found[0].isascii())
            and not parts.labelled
        ):
            parts.text, parts.labelled = (found.end(), b), True
            return True
        for name in ("owner", "side_label", "due"):
            found = label(name).match(text, a, b)
            if found is None or found.end() >= b:
                continue
            taken = self._value(text, found.end(), b, "due" if name == "due" else "owner", parts)
            if taken:
                parts.text = (taken, b)
                return True
        return False

    def _value(self, text: str, at: int, b: int, kind: str, parts: Parts) -> int | None:
        """End of the value of a label at the left."""
        if kind == "due":
            found = DUE.match(text, at, b)
            if found is None or parts.due is not None:
                return None
            parts.due = found[0]
            return BEHIND_DUE.match(text, found.end(), b).end()  # type: ignore[union-attr]
        return self._name_at(text, at, b, parts)

    def _name_at(self, text: str, at: int, b: int, parts: Parts) -> int | None:
        """End of the longest name of somebody known that begins at `at`."""
        ends: list[int] = []
        place = at
        while len(ends) < MOST_PIECES and (piece := NAME.match(text, place, b)):
            if not re.match(r"[^\W_]", piece[0]) or (
                ends and piece[0].isascii() and not piece[0][0].isupper()
            ):
                break
            ends.append(piece.end())
            gap = re.compile(r"[\s　]").match(text, piece.end(), b)
            if gap is None:
                break
            place = gap.end()
        for end in reversed(ends):
            if end - at <= LONGEST_NAME and self._is_owner(text[at:end], parts):
                return end
        return None

    def _is_owner(self, words: str, parts: Parts) -> bool:
        """The words are somebody of a known side, whom the parts have not or not otherwise."""
        side = self._known(words)
        if side is None or (parts.side is not None and parts.side != side):
            return False
        is_house = parts.owner is not None and len(parts.owner) > len(words)
        parts.owner, parts.side = (parts.owner if is_house else words), side
        return True

    def _known(self, words: str) -> Side | None:
        bare = words.strip(" 　*_")
        if (
            not bare
            or re.search(r"\d", bare)
            or DUE.match(bare)
            or is_label(bare)
            or re.search(r"[のを]", bare)
        ):
            return None
        pieces = [piece for piece in re.split(r"[・&＆+]|(?: and )|と", bare) if piece]
        sides = [self._side_of(piece.strip()) for piece in pieces]
        whole = self._side_of(bare)
        return whole or (sides[0] if sides and None not in sides else None)

    def _due_left(self, text: str, parts: Parts) -> bool:
        a, b = parts.text
        lead = re.compile(r"(?i:by|until|before|due)[\s　]+(?:the )?").match(text, a, b)
        found = DUE.match(text, lead.end() if lead else a, b)
        if found is None or parts.due is not None:
            return False
        behind = BEHIND_DUE.match(text, found.end(), b)
        end = behind.end() if behind else found.end()
        apart = (
            end >= b
            or lead
            or end > found.end()
            or re.match(r"[\s　\t:：,、|｜/／)）\]】\-–—→⇒]", text[end:b])
        )
        if not apart or (text[end : end + 1] == "の"):
            return False
        parts.due, parts.text = found[0], (end, b)
        return True

    def _due_right(self, text: str, parts: Parts) -> bool:
        if parts.due is not None:
            return False
        a, b = parts.text
        last = None
        for found in DUE.finditer(text, max(a, b - 40), b):
            behind = BEHIND_DUE.match(text, found.end(), b)
            if behind and behind.end() == b:
                last = found if last is None or found.start() < last.start() else last
        if last is None:
            return False
        start = self._start_of_value(text, a, last.start(), "due")
        if start is None:
            return False
        parts.due, parts.text = last[0], (a, start)
        return True

    def _start_of_value(self, text: str, a: int, at: int, kind: str) -> int | None:
        """Where the label of a value at the right begins, or the value where a sign or blank stands before it."""
        left = text[a:at]
        if kind == "due" and (lead := BEFORE_DUE.search(left)):
            at, left = a + lead.start(), left[: lead.start()]
        if label := label_behind(kind).search(left):
            return a + label.start()
        return (
            at
            if at == a
            or re.search(r"[\s　:：;；,、，|｜/／→⇒=＝@＠(（\[【~〜。\t*_)）\]】\-–—>]$", text[a:at])
            else None
        )

    def _owner_right(self, text: str, parts: Parts) -> bool:
        a, b = parts.text
        starts = [m.start() for m in NAME.finditer(text, max(a, b - LONGEST_NAME), b)]
        for start in starts:
            if start == a:
                continue
            words = text[start:b]
            at = self._start_of_value(text, a, start, "owner")
            if at is None or at == a or re.search(r"[:：;；,、，。|｜/／=＝→⇒()（）]", words):
                continue
            if words.isascii() and not words[:1].isupper() and words != "us":
                continue
            if at == start and TO_WHOM.search(text[a:start]):
                return False
            if not self._is_owner(words, parts):
                continue
            parts.text = (a, at)
            return True
        return False

    def _owner_marked(self, text: str, parts: Parts) -> bool:
        """Who does it, before a sign or as the subject of the sentence."""
        a, b = parts.text
        for pattern in (SUBJECT_EN, SUBJECT_JA):
            found = pattern.match(text, a, b)
            if found and parts.owner is None and self._is_owner(found["who"], parts):
                parts.text = (found.end(), b)
                return True
        return self._owner_before(text, parts, SIGN_BEHIND)

    def _owner_left(self, text: str, parts: Parts) -> bool:
        """Who does it, before a blank in Japanese or as all there is."""
        return self._owner_before(text, parts, BLANK_BEHIND)

    def _owner_before(self, text: str, parts: Parts, behind: re.Pattern[str]) -> bool:
        a, b = parts.text
        kept = (parts.owner, parts.side)
        end = self._name_at(text, a, b, parts)
        if end is None:
            return False
        if not behind.match(text, end, b) or (behind is BLANK_BEHIND and end < b and text[a:end].isascii()):
            parts.owner, parts.side = kept
            return False
        parts.text = (end, b)
        return True

    def _bracket_left(self, text: str, parts: Parts) -> bool:
        a, b = parts.text
        if a >= b or text[a] not in OPEN:
            return False
        close = text.find(CLOSE[OPEN.index(text[a])], a, b)
        return close > 0 and self._in_bracket(text, a + 1, close, (close + 1, b), parts)

    def _bracket_right(self, text: str, parts: Parts) -> bool:
        a, b = parts.text
        if a >= b or text[b - 1] not in CLOSE:
            return False
        opened = text.rfind(OPEN[CLOSE.index(text[b - 1])], a, b)
        if opened <= a:
            return False
        if self._in_bracket(text, opened + 1, b - 1, (a, opened), parts):
            return True
        return self._is_note(text, a, opened, parts)

    def _in_bracket(self, text: str, a: int, b: int, rest: tuple[int, int], parts: Parts) -> bool:
        """The bracket holds parts and nothing else."""
        inner = self.read(text[a:b])
        left = text[a + inner.text[0] : a + inner.text[1]]
        if (
            inner.owner
            and not inner.due
            and not parts.due
            and ANY_DAY.search(left)
            and len(left) <= LONGEST_DAY
        ):
            inner.due, left = left, ""
        if left and not (state_words().fullmatch(left) and inner.fields):
            return False
        if (
            not inner.fields
            or (parts.side and inner.side and inner.side != parts.side)
            or (parts.due and inner.due)
        ):
            return False
        parts.owner, parts.side = inner.owner or parts.owner, inner.side or parts.side
        parts.due, parts.text = inner.due or parts.due, rest
        return True

    def _is_note(self, text: str, a: int, opened: int, parts: Parts) -> bool:
        """Behind it stands a remark on parts that end the line before it."""
        tried = Parts((a, opened), parts.owner, parts.side, parts.due)
        self._trim(text, tried)
        if not (self._due_right(text, tried) or self._owner_right(text, tried)):
            return False
        parts.owner, parts.side, parts.due, parts.text = tried.owner, tried.side, tried.due, tried.text
        return True

    def _state_right(self, text: str, parts: Parts) -> bool:
        a, b = parts.text
        found = re.compile(rf"[\s　|｜/／,、\t:：]+{state_words().pattern}$").search(text, a, b)
        if found is None or not parts.fields or found.start() <= a:
            return False
        parts.text = (a, found.start())
        return True
