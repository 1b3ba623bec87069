"""`codes_of`: what Python's compiler makes of a pattern, with what it leaves out where a pattern is long or ignores case.

Python's matcher passes over every place where no match can begin, if the compiled pattern says which letters a match
begins with. Python's compiler says so for plain literals only: not behind a lookbehind, and never where case is ignored.
Here it is said of every pattern that has such letters. Where case is ignored, sets and the first letters of
alternatives are written with all their forms: the matcher runs over such sets at once, and looks at the first letter of
an alternative before it tries it. Neither changes what a pattern finds (tests/evals/test_quicker_patterns.py).
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from re import _casefix, _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]
"""An operation of `re._parser` with its arguments."""
Letters = frozenset[Node]
"""Members of a set as `re._parser` has them: letters, ranges, categories."""
_WIDEST = 512
"""Letters up to which a range is taken apart where case is ignored."""


def codes_of(parsed: Any, flags: int) -> list[int]:
    """The codes of a parsed pattern for the matcher; `flags` as given to `re.compile`."""
    all_flags = flags | parsed.state.flags
    no_case = bool(all_flags & re.IGNORECASE)
    parsed.data = _with_sets(parsed.data, no_case, parsed.state)
    plain: list[int] = _compiler._code(parsed, flags)
    letters = first_letters(parsed.data, no_case)
    if letters is None or plain[0] != op.INFO or plain[2] & (op.SRE_INFO_PREFIX | op.SRE_INFO_CHARSET):
        return plain
    least, most = plain[3:5]
    if least == 0:
        return plain
    members, _ = _compiler._optimize_charset(sorted(letters, key=repr))
    charset: list[int] = []
    _compiler._compile_charset(members, all_flags, charset)
    return [
        op.INFO, 4 + len(charset), op.SRE_INFO_CHARSET, least, most, *charset, *plain[1 + plain[1] :]
    ]  # fmt: skip


def first_letters(nodes: Sequence[Node], no_case: bool) -> Letters | None:
    """The letters one of which every match begins with; None where it may be any, or the match empty."""
    letters, may_be_empty = _first(nodes, no_case)
    return None if may_be_empty else letters


def _first(nodes: Sequence[Node], no_case: bool) -> tuple[Letters | None, bool]:
    """First letters of what is matched, and whether it may be empty. Looking around and anchors match nothing."""
    found: set[Node] = set()
    for kind, rest in nodes:
        letters, may_be_empty = _first_of(kind, rest, no_case)
        if letters is None:
            return None, False
        found |= letters
        if not may_be_empty:
            return frozenset(found), False
    return frozenset(found), True


def _first_of(kind: Any, rest: Any, no_case: bool) -> tuple[Letters | None, bool]:
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset(), True
    if kind is op.LITERAL:
        return _forms([(kind, rest)], no_case), False
    if kind is op.IN:
        return _forms(rest, no_case), False
    if kind is op.SUBPATTERN:
        _, added, taken, inner = rest
        return _first(inner, (no_case or bool(added & re.I)) and not taken & re.I)
    if kind is op.ATOMIC_GROUP:
        return _first(rest, no_case)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, inner = rest
        letters, may_be_empty = _first(inner, no_case)
        return letters, may_be_empty or least == 0
    if kind is op.BRANCH:
        parts = [_first(inner, no_case) for inner in rest[1]]
        if any(letters is None for letters, _ in parts):
            return None, False
        return frozenset().union(*(letters for letters, _ in parts if letters)), any(e for _, e in parts)
    return None, False


def _forms(members: Sequence[Node], no_case: bool) -> Letters | None:
    """The members of a set, where case is ignored with every letter that is taken for one of them."""
    found: set[Node] = set()
    for kind, rest in members:
        if kind is op.NEGATE or kind not in (op.LITERAL, op.RANGE, op.CATEGORY):
            return None
        if kind is op.CATEGORY or not no_case:
            found.add((kind, rest))
            continue
        first, last = (rest, rest) if kind is op.LITERAL else rest
        if last - first >= _WIDEST:
            if any(_sre.unicode_iscased(letter) for letter in range(first, last + 1)):
                return None
            found.add((kind, rest))
            continue
        found.update((op.LITERAL, form) for letter in range(first, last + 1) for form in _alike(letter))
    return frozenset(found)


@cache
def _alike(letter: int) -> frozenset[int]:
    """All letters that the matcher takes for this one where case is ignored."""
    low = _sre.unicode_tolower(letter)
    alike = {low, *_casefix._EXTRA_CASES.get(low, ())}
    return frozenset(form for one in alike for form in _by_low()[one])


@cache
def _by_low() -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for letter in range(0x110000):
        found[_sre.unicode_tolower(letter)].append(letter)
    return found


def _with_sets(nodes: Sequence[Node], no_case: bool, state: Any) -> list[Node]:
    """The same; where case is ignored sets have all forms of their letters, and the first letter of an alternative is one."""
    found: list[Node] = []
    for kind, rest in nodes:
        if kind is op.SUBPATTERN:
            _, added, taken, inner = rest
            inner.data = _with_sets(inner.data, (no_case or bool(added & re.I)) and not taken & re.I, state)
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            rest[2].data = _with_sets(rest[2].data, no_case, state)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            rest[1].data = _with_sets(rest[1].data, no_case, state)
        elif kind is op.BRANCH:
            for inner in rest[1]:
                inner.data = _with_sets(inner.data, no_case, state)
                if no_case and inner.data and inner.data[0][0] is op.LITERAL:
                    inner.data[0] = _as_set([inner.data[0]], state)
        found.append(_as_set(rest, state) if no_case and kind is op.IN else (kind, rest))
    return found


def _as_set(members: Sequence[Node], state: Any) -> Node:
    """A set that is looked at as it is, without ignoring case; the set as it was where that cannot be said."""
    negated = [member for member in members if member[0] is op.NEGATE]
    letters = _forms([member for member in members if member[0] is not op.NEGATE], True)
    if letters is None:
        return op.IN, members
    inner = _parser.SubPattern(state, [(op.IN, [*negated, *sorted(letters, key=repr)])])
    return op.SUBPATTERN, (None, 0, int(re.IGNORECASE), inner)
