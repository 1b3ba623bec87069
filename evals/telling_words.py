"""`telling_words`: words one of which stands in whatever a pattern matches (`agent.calendar.telling_words`).

A pattern is taken apart to its shapes: the ways in which its letters can follow each other, with gaps for what may be
anything. In each shape one word tells: the one that fewest texts hold. A pattern whose shapes hold no words, or words
that stand everywhere, and one that begins with rare letters is matched as fast without.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from agent.calendar.telling_words import JAPANESE, LETTER_JA, ODD, WORD, pieces
from evals.quicker_patterns import Node, first_letters

GAP = "\0"
"""Anything, or nothing."""
EDGE = " "
"""Something that is no English letter, or a place where no two English letters meet."""
_MOST = 2000
"""Ways up to which a stretch of a pattern is taken apart."""
_FEW = 6
"""Letters up to which a set is taken apart."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_NO_LETTERS = frozenset((op.CATEGORY_DIGIT, op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD))
_LAST_KANA = 0x30FF
_LAST_ODD = 0x212A
_RUN = re.compile(r" ?[a-z]+ ?|[0-9]")
_PASSED_OVER = 0.05
"""Time that passing over a place takes, of the time that trying it does."""
_WORTH = 0.02
"""Share of a text's places tried in vain from which looking at words takes less time than trying them."""
_WORTH_BESIDE_JAPANESE = 0.15
"""The same of a pattern for both languages: in Japanese texts it is looked at for nothing."""


class Texts:
    """How common words and letters are in English texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        small = [text.lower() for text in texts]
        self.many = len(small)
        letters = Counter(letter for text in small for letter in text)
        self._letters = {letter: count / letters.total() for letter, count in letters.items()}
        self._held: dict[str, int] = {}
        for at, text in enumerate(small):
            for word in set(WORD.findall(text)):
                for piece in pieces(word):
                    self._held[piece] = self._held.get(piece, 0) | 1 << at

    def holding(self, words: Iterable[str]) -> float:
        """Share of the texts that hold one of the words."""
        held = 0
        for word in words:
            held |= self._held.get(word, 0)
        return held.bit_count() / self.many

    def beginning(self, parsed: Any, flags: int) -> float:
        """Share of the places where the matcher tries a pattern."""
        letters = first_letters(parsed.data, bool((flags | parsed.state.flags) & re.I))
        if letters is None:
            return 1.0
        return sum(share for letter, share in self._letters.items() if _holds(letters, letter))


def telling_words(text: str, flags: int, texts: Texts) -> tuple[str, ...]:
    """The words, () where looking at them does not pay."""
    parsed = _parser.parse(text, flags)
    stretch = Shaper(texts).telling(parsed.data, bool((flags | parsed.state.flags) & re.I))
    if stretch is None or stretch == {JAPANESE}:
        return ()
    in_vain = (texts.beginning(parsed, flags) + _PASSED_OVER) * (1 - texts.holding(stretch))
    worth = _WORTH_BESIDE_JAPANESE if JAPANESE in stretch else _WORTH
    return tuple(sorted(stretch)) if in_vain > worth else ()


class Shaper:
    """Takes patterns apart, with an eye to the words that few texts hold."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def telling(self, nodes: Sequence[Node], no_case: bool) -> frozenset[str] | None:
        """The words one of which every match holds; None where there are no such words."""
        return self._words(self._shapes(nodes, no_case))

    def _words(self, shapes: Iterable[str]) -> frozenset[str] | None:
        """A word of every shape: each shape's rarest, or those that many shapes share, whichever fewer texts hold."""
        inside = {_words_in(shape) for shape in shapes}
        if not inside or frozenset() in inside:
            return None
        rarest = frozenset(min(words, key=self._rank) for words in inside)
        told = min((rarest, self._shared(inside)), key=lambda words: (self._texts.holding(words), len(words)))
        return frozenset(word for word in told if told.isdisjoint(_parts(word)))

    def _rank(self, word: str) -> tuple[float, int, str]:
        return self._texts.holding([word]), -len(word), word

    def _shared(self, inside: set[frozenset[str]]) -> frozenset[str]:
        """Words that many shapes share, taken one by one."""
        chosen: set[str] = set()
        while inside:
            sharing = Counter(word for words in inside for word in words)
            _, next_word = min((self._texts.holding([word]) / many, word) for word, many in sharing.items())
            chosen.add(next_word)
            inside = {words for words in inside if next_word not in words}
        return frozenset(chosen)

    def _shapes(self, nodes: Sequence[Node], no_case: bool) -> frozenset[str]:
        """The shapes of nodes that follow each other; of a part of them where all would be too many."""
        stretches: list[frozenset[str]] = []
        here: frozenset[str] = frozenset(("",))
        for kind, rest in nodes:
            then = self._shapes_of(kind, rest, no_case)
            if kind is op.ASSERT and rest[0] > 0:
                stretches.append(frozenset(_joined(GAP, shape, GAP) for shape in then))
                then = (
                    frozenset((EDGE,)) if all(shape.startswith(EDGE) for shape in then) else frozenset(("",))
                )
            if len(here) * len(then) > _MOST:
                stretches.append(frozenset(_joined(shape, GAP) for shape in here))
                here = frozenset((GAP,))
            if len(here) * len(then) <= _MOST:
                here = frozenset(_joined(before, after) for before in here for after in then)
            else:
                here = frozenset((GAP,))
        if not stretches:
            return here
        return min((*stretches, here), key=self._rarity)

    def _fewer(self, shapes: frozenset[str]) -> frozenset[str]:
        """The same with nothing but the word that tells of each."""
        words = self._words(shapes)
        return frozenset((GAP,)) if words is None else frozenset(f"{GAP}{word}{GAP}" for word in words)

    def _rarity(self, shapes: frozenset[str]) -> tuple[float, int]:
        words = self._words(shapes)
        return (2.0, 0) if words is None else (self._texts.holding(words), len(words))

    def _shapes_of(self, kind: Any, rest: Any, no_case: bool) -> frozenset[str]:
        if kind is op.LITERAL:
            return frozenset((_shape_of(rest),))
        if kind is op.IN:
            return _shapes_of_set(rest, no_case)
        if kind is op.AT:
            return frozenset(("" if rest is op.AT_NON_BOUNDARY else EDGE,))
        if kind is op.SUBPATTERN:
            _, added, taken, inner = rest
            return self._shapes(inner, (no_case or bool(added & re.I)) and not taken & re.I)
        if kind is op.ATOMIC_GROUP:
            return self._shapes(rest, no_case)
        if kind is op.BRANCH:
            options = [self._shapes(inner, no_case) for inner in rest[1]]
            if sum(map(len, options)) > _MOST:
                options = [self._fewer(shapes) for shapes in options]
            return frozenset().union(*options)
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            return self._repeated(rest, no_case)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            return self._beside(kind, rest, no_case)
        return frozenset((GAP,))

    def _repeated(self, rest: Any, no_case: bool) -> frozenset[str]:
        least, most, inner = rest
        shapes = self._shapes(inner, no_case)
        if shapes == {EDGE}:
            return shapes if least else frozenset(("", EDGE))
        if most == 1 and len(shapes) <= _FEW:
            return shapes if least else shapes | {""}
        if not least:
            return frozenset((GAP,))
        return frozenset(_joined(shape, GAP) for shape in shapes) if most != least or most > 1 else shapes

    def _beside(self, kind: Any, rest: Any, no_case: bool) -> frozenset[str]:
        """What is looked at and not matched: ahead its shapes; otherwise an edge, where it is no letter."""
        direction, inner = rest
        if kind is op.ASSERT and direction > 0:
            return self._shapes(inner, no_case)
        if kind is op.ASSERT:
            is_edge = all(shape.endswith(EDGE) for shape in self._shapes(inner, no_case))
        else:
            is_edge = len(inner) == 1 and inner[0][0] is op.IN and _holds_letters(inner[0][1], no_case)
        return frozenset((EDGE if is_edge else "",))


def _words_in(shape: str) -> frozenset[str]:
    """The words that stand in whatever has the shape."""
    words: set[str] = set(_RUN.findall(shape.replace(EDGE, EDGE * 2)))
    return frozenset((*words, JAPANESE) if JAPANESE in shape else words)


def _joined(*shapes: str) -> str:
    joined = "".join(shapes)
    while EDGE * 2 in joined or GAP * 2 in joined:
        joined = joined.replace(EDGE * 2, EDGE).replace(GAP * 2, GAP)
    return joined


def _parts(word: str) -> Iterator[str]:
    """All shorter pieces that stand where the word stands."""
    many = len(word)
    for start in range(many):
        for end in range(start + 1, many + 1):
            if end - start < many:
                yield word[start:end]


def _shape_of(letter: int) -> str:
    written = chr(letter)
    if written.lower() in _LETTERS:
        return written.lower()
    if written.isdecimal() and written.isascii():
        return f"{EDGE}{written}{EDGE}"
    if LETTER_JA.match(written):
        return f"{EDGE}{JAPANESE}{EDGE}"
    return GAP if ODD.match(written) else EDGE


def _shapes_of_set(members: Sequence[Node], no_case: bool) -> frozenset[str]:
    """A letter each where they are few, else a gap; an edge where none is an English letter."""
    if members[0][0] is op.NEGATE:
        return frozenset((EDGE if _holds_letters(members[1:], no_case) else GAP,))
    found: set[str] = set()
    for kind, rest in members:
        if kind is op.CATEGORY:
            found.add(EDGE if rest in _NO_LETTERS else GAP)
        elif kind is op.LITERAL:
            found.add(_shape_of(rest))
        else:
            found.add(_shape_of_range(*rest))
    return frozenset(found) if len(found) <= _FEW and GAP not in found else frozenset((GAP,))


def _shape_of_range(first: int, last: int) -> str:
    ends = {_shape_of(first), _shape_of(last)}
    if ends == {f"{EDGE}{JAPANESE}{EDGE}"} and (last <= _LAST_KANA or first > _LAST_KANA):
        return ends.pop()
    return EDGE if last < ord("A") or first > _LAST_ODD else GAP


def _holds_letters(members: Sequence[Node], no_case: bool) -> bool:
    """All English letters are members of a set, large and small."""
    if any(kind is op.NEGATE for kind, _ in members):
        return False
    held = {letter for letter in _LETTERS | {one.upper() for one in _LETTERS} if _holds(members, letter)}
    return {letter.lower() for letter in held} == _LETTERS and (no_case or len(held) == 2 * len(_LETTERS))


def _holds(members: Iterable[Node], letter: str) -> bool:
    place = ord(letter)
    return any(
        place == rest if kind is op.LITERAL
        else rest[0] <= place <= rest[1] if kind is op.RANGE
        else rest is op.CATEGORY_WORD
        for kind, rest in members
    )  # fmt: skip
