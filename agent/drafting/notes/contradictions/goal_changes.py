"""A goal as it was agreed once, and the later statement that drops, replaces, lowers or puts it off."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from agent.drafting.notes.contradictions.beside import Beside
from agent.drafting.notes.contradictions.pairs import Pair, stand_apart
from agent.drafting.notes.contradictions.said import comes_before
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese

PACKAGE, FILE = "agent.drafting.notes.contradictions", "goal_changes"
A_GOAL, STILL_A_GOAL = 0.5, 0.3
"""Chances from which the older statement is a goal or a promise, and from which a looser word of change is of one."""
ENOUGH = 0.9
"""Least weight of the rare words in common."""
NEARBY = 0.4
"""Weight of a word that stands only beside the later statement."""
MOST = 2


def changed_goals(notes: Sequence[Beside]) -> Iterator[Pair]:
    """The changes with the most in common with an earlier goal; at most MOST, each goal once."""
    rare = _rarity(notes)
    found: list[tuple[float, int, Beside, Beside]] = []
    for place, later in enumerate(notes):
        if not _changes(later):
            continue
        near = [notes[at] for at in (place - 2, place - 1, place + 1) if 0 <= at < len(notes)]
        best = max(
            (
                (_alike(earlier, later, near, rare), -at)
                for at, earlier in enumerate(notes)
                if _is_old_goal(earlier, later)
            ),
            default=(0.0, 0),
        )
        if best[0] >= ENOUGH:
            found.append((best[0], -place, notes[-best[1]], later))
    told: list[Beside] = []
    for _, _, earlier, later in sorted(found, key=lambda entry: entry[:2], reverse=True):
        if not any(one in (earlier, later) for one in told):
            told += [earlier, later]
            yield Pair("changed", earlier.said.remark, later.said.remark, "newer")
            if len(told) == 2 * MOST:
                return


def _changes(note: Beside) -> bool:
    if note.asks or not note.said.remark.is_note:
        return False
    return _fits("plain", note) or (_fits("if_goal", note) and note.chance("goal", "promise") >= STILL_A_GOAL)


def _is_old_goal(earlier: Beside, later: Beside) -> bool:
    one, other = earlier.said, later.said
    if one is other or earlier.asks or earlier.chance("goal", "promise") < A_GOAL:
        return False
    return stand_apart(one.remark, other.remark) and comes_before(one, other) and not _changes(earlier)


def _alike(earlier: Beside, later: Beside, near: Sequence[Beside], rare: Mapping[str, float]) -> float:
    """Rare words in common; those beside the later statement count less."""
    here = later.said.remark.document
    around = frozenset().union(*(n.said.words for n in near if n.said.remark.document is here))
    mine = earlier.said.words
    shared = sum(rare.get(word, 0.0) for word in mine & later.said.words)
    return shared + NEARBY * sum(rare.get(word, 0.0) for word in (mine & around) - later.said.words)


def _rarity(notes: Sequence[Beside]) -> dict[str, float]:
    """1 for a word of one statement only, nothing for one of all; numbers say nothing."""
    counts = Counter(word for note in notes for word in note.said.words if not word.isdigit())
    whole = math.log(len(notes) + 1)
    return {word: math.log((len(notes) + 1) / count) / whole for word, count in counts.items()}


def _fits(key: str, note: Beside) -> bool:
    text = note.said.plain
    language = "ja" if is_japanese(text) else "en"
    return any(frame.search(text) for frame in frames(PACKAGE, FILE, language, key))
